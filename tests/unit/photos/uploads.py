"""Pictures made by code, and their way into the bucket."""

from __future__ import annotations

import io
import json
from typing import Any

from PIL import Image

from chalicelib.foundation import aws
from tests.api import Api

TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


def a_picture(
    kind: str = "PNG", size: tuple[int, int] = (120, 100), colour: str = "red", **how: Any
) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **how)
    return out.getvalue()


def announced(api: Api, content_type: str = "image/png", purpose: str = "listing") -> str:
    """The id of a photo that waits for its file."""
    body = {"content_type": content_type, "bytes": 1000, "purpose": purpose}
    photo_id: str = api.post("/photos", body).json["id"]
    return photo_id


def upload(photo_id: str, content: bytes) -> None:
    """What S3 does with a file that fits the form."""
    aws.client("s3").put_object(Bucket="guanxi-unit-media", Key=f"uploads/{photo_id}", Body=content)


def ready_photo(api: Api, purpose: str = "listing", content: bytes | None = None) -> str:
    """The id of a photo that is ready."""
    photo_id = announced(api, purpose=purpose)
    upload(photo_id, content or a_picture())
    checked = api.post(f"/photos/{photo_id}/check").json
    assert checked["state"] == "ready", checked
    return photo_id


def kept() -> dict[str, bytes]:
    """The checked files in the bucket."""
    s3 = aws.client("s3")
    found = s3.list_objects_v2(Bucket="guanxi-unit-media", Prefix="media/").get("Contents", [])
    return {
        one["Key"]: s3.get_object(Bucket="guanxi-unit-media", Key=one["Key"])["Body"].read() for one in found
    }


def came(key: str) -> dict[str, Any]:
    """What the bucket tells the queue of a file that came, as a consumer gets it."""
    told = {"Records": [{"eventName": "ObjectCreated:Post", "s3": {"object": {"key": key}}}]}
    return {"messageId": key, "body": json.dumps(told)}
