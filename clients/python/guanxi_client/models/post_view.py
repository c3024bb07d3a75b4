from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.social_post_state import SocialPostState, check_social_post_state

T = TypeVar("T", bound="PostView")


@_attrs_define
class PostView:
    """A post; `weibo_id` is its id there once it is out, `reason` why it couldn't go out.

    Attributes:
        id (str):
        text (str):
        link (str):
        at (datetime.datetime):
        state (SocialPostState): Where a post is.
        weibo_id (None | str):
        reason (None | str):
        created_at (datetime.datetime):
    """

    id: str
    text: str
    link: str
    at: datetime.datetime
    state: SocialPostState
    weibo_id: None | str
    reason: None | str
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        text = self.text

        link = self.link

        at = self.at.isoformat()

        state: str = self.state

        weibo_id: None | str
        weibo_id = self.weibo_id

        reason: None | str
        reason = self.reason

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "text": text,
                "link": link,
                "at": at,
                "state": state,
                "weibo_id": weibo_id,
                "reason": reason,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        text = d.pop("text")

        link = d.pop("link")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        state = check_social_post_state(d.pop("state"))

        def _parse_weibo_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        weibo_id = _parse_weibo_id(d.pop("weibo_id"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        post_view = cls(
            id=id,
            text=text,
            link=link,
            at=at,
            state=state,
            weibo_id=weibo_id,
            reason=reason,
            created_at=created_at,
        )

        return post_view
