"""The stage's bucket: files come in by presigned POST, and go out by presigned GET."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from botocore.exceptions import ClientError

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from chalicelib.photos.rules import MOST_BYTES, ContentType, upload_key

UPLOAD_SECONDS = 900
READ_SECONDS = 3600

_MISSING = {"NoSuchKey", "404"}


@dataclass(frozen=True, slots=True)
class Form:
    """Where to POST a file as multipart/form-data: these fields first, the file last, in a field `file`."""

    url: str
    fields: Mapping[str, str]


def upload_form(photo_id: str, content_type: ContentType) -> Form:
    """The permission to upload one file of this type and of 5 MB at most. No call: it is signed here."""
    signed = aws.client("s3").generate_presigned_post(
        settings().media_bucket,
        upload_key(photo_id),
        Fields={"Content-Type": content_type.value},
        Conditions=[{"Content-Type": content_type.value}, ["content-length-range", 1, MOST_BYTES]],
        ExpiresIn=UPLOAD_SECONDS,
    )
    return Form(signed["url"], signed["fields"])


def read(key: str, *, most: int = MOST_BYTES + 1) -> bytes | None:
    """A file, or its first bytes if it is longer; None when there is none. 1 GetObject."""
    try:
        found = aws.client("s3").get_object(Bucket=settings().media_bucket, Key=key)
    except ClientError as error:
        if error.response["Error"]["Code"] in _MISSING:
            return None
        raise
    with found["Body"] as body:
        content: bytes = body.read(most)
    return content


def keep(key: str, content: bytes, content_type: ContentType) -> None:
    """Store a checked file, which never changes. 1 PutObject."""
    aws.client("s3").put_object(
        Bucket=settings().media_bucket,
        Key=key,
        Body=content,
        ContentType=content_type.value,
        CacheControl="public, max-age=31536000, immutable",
    )


def signed_url(key: str) -> str:
    """An address from which anybody can read a file for an hour. No call: it is signed here."""
    url: str = aws.client("s3").generate_presigned_url(
        "get_object", Params={"Bucket": settings().media_bucket, "Key": key}, ExpiresIn=READ_SECONDS
    )
    return url
