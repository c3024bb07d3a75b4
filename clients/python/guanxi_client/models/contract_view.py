from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ContractView")


@_attrs_define
class ContractView:
    """The contract to read: a page, the same as a PDF in base64, and the digest that accepts it.

    Attributes:
        digest (str):
        html (str):
        pdf (str):
    """

    digest: str
    html: str
    pdf: str

    def to_dict(self) -> dict[str, Any]:
        digest = self.digest

        html = self.html

        pdf = self.pdf

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "digest": digest,
                "html": html,
                "pdf": pdf,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        digest = d.pop("digest")

        html = d.pop("html")

        pdf = d.pop("pdf")

        contract_view = cls(
            digest=digest,
            html=html,
            pdf=pdf,
        )

        return contract_view
