from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.follow_up_view import FollowUpView
    from ..models.reply_view import ReplyView


T = TypeVar("T", bound="ReviewView")


@_attrs_define
class ReviewView:
    """What a buyer says of goods. The photos' addresses last an hour; `photo_ids` are theirs in that order.

    `hidden_because` is why the platform hid it: only its author, the seller and operators still see it then.

        Attributes:
            id (str):
            listing_id (str):
            line_id (str):
            variant_title (str):
            author (str):
            stars (int):
            text (str):
            photos (list[str]):
            photo_ids (list[str]):
            follow_up (FollowUpView | None):
            reply (None | ReplyView):
            hidden_because (None | str):
            created_at (datetime.datetime):
            revised_at (datetime.datetime | None):
    """

    id: str
    listing_id: str
    line_id: str
    variant_title: str
    author: str
    stars: int
    text: str
    photos: list[str]
    photo_ids: list[str]
    follow_up: FollowUpView | None
    reply: None | ReplyView
    hidden_because: None | str
    created_at: datetime.datetime
    revised_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.follow_up_view import FollowUpView  # noqa: PLC0415
        from ..models.reply_view import ReplyView  # noqa: PLC0415

        id = self.id

        listing_id = self.listing_id

        line_id = self.line_id

        variant_title = self.variant_title

        author = self.author

        stars = self.stars

        text = self.text

        photos = self.photos

        photo_ids = self.photo_ids

        follow_up: dict[str, Any] | None
        if isinstance(self.follow_up, FollowUpView):
            follow_up = self.follow_up.to_dict()
        else:
            follow_up = self.follow_up

        reply: dict[str, Any] | None
        if isinstance(self.reply, ReplyView):
            reply = self.reply.to_dict()
        else:
            reply = self.reply

        hidden_because: None | str
        hidden_because = self.hidden_because

        created_at = self.created_at.isoformat()

        revised_at: None | str
        if isinstance(self.revised_at, datetime.datetime):
            revised_at = self.revised_at.isoformat()
        else:
            revised_at = self.revised_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "listing_id": listing_id,
                "line_id": line_id,
                "variant_title": variant_title,
                "author": author,
                "stars": stars,
                "text": text,
                "photos": photos,
                "photo_ids": photo_ids,
                "follow_up": follow_up,
                "reply": reply,
                "hidden_because": hidden_because,
                "created_at": created_at,
                "revised_at": revised_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.follow_up_view import FollowUpView  # noqa: PLC0415
        from ..models.reply_view import ReplyView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        listing_id = d.pop("listing_id")

        line_id = d.pop("line_id")

        variant_title = d.pop("variant_title")

        author = d.pop("author")

        stars = d.pop("stars")

        text = d.pop("text")

        photos = cast(list[str], d.pop("photos"))

        photo_ids = cast(list[str], d.pop("photo_ids"))

        def _parse_follow_up(data: object) -> FollowUpView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                follow_up_type_0 = FollowUpView.from_dict(data)

                return follow_up_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FollowUpView | None, data)

        follow_up = _parse_follow_up(d.pop("follow_up"))

        def _parse_reply(data: object) -> None | ReplyView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reply_type_0 = ReplyView.from_dict(data)

                return reply_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReplyView, data)

        reply = _parse_reply(d.pop("reply"))

        def _parse_hidden_because(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        hidden_because = _parse_hidden_because(d.pop("hidden_because"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_revised_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revised_at_type_0 = datetime.datetime.fromisoformat(data)

                return revised_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revised_at = _parse_revised_at(d.pop("revised_at"))

        review_view = cls(
            id=id,
            listing_id=listing_id,
            line_id=line_id,
            variant_title=variant_title,
            author=author,
            stars=stars,
            text=text,
            photos=photos,
            photo_ids=photo_ids,
            follow_up=follow_up,
            reply=reply,
            hidden_because=hidden_because,
            created_at=created_at,
            revised_at=revised_at,
        )

        return review_view
