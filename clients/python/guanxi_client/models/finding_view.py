from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.photo_finding_kind import PhotoFindingKind, check_photo_finding_kind

T = TypeVar("T", bound="FindingView")


@_attrs_define
class FindingView:
    """What a recount found. `counted` is what was noted and `found` what there is, in bytes.

    An orphan is a file that belongs to nothing, and is removed; a lost photo's file isn't there; what
    was miscounted is corrected.

        Attributes:
            kind (PhotoFindingKind): What was found.
            subject (str):
            person_id (str):
            counted (int):
            found (int):
    """

    kind: PhotoFindingKind
    subject: str
    person_id: str
    counted: int
    found: int

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        subject = self.subject

        person_id = self.person_id

        counted = self.counted

        found = self.found

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "subject": subject,
                "person_id": person_id,
                "counted": counted,
                "found": found,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_photo_finding_kind(d.pop("kind"))

        subject = d.pop("subject")

        person_id = d.pop("person_id")

        counted = d.pop("counted")

        found = d.pop("found")

        finding_view = cls(
            kind=kind,
            subject=subject,
            person_id=person_id,
            counted=counted,
            found=found,
        )

        return finding_view
