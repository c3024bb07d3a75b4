"""The stage's bucket: files come in by presigned POST, and go out by presigned GET."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from botocore.exceptions import ClientError

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings

UPLOAD_SECONDS = 900
READ_SECONDS = 3600

_MISSING = {"NoSuchKey", "404"}


@dataclass(frozen=True, slots=True)
class Form:
    """Where to POST a file as multipart/form-data: these fields first, the file last, in a field `file`."""

    url: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes, and what tells this version of it from another."""

    content: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as a listing of the bucket tells of it."""

    key: str
    size: int
    at: datetime


def upload_key(id_: str) -> str:
    """Where the owner of something may put its file, again and again while her permission lasts."""
    return f"uploads/{id_}"


def upload_form(id_: str, content_type: str, *, most: int) -> Form:
    """The permission to upload one file of a type and so many bytes at most. No call: it is signed here."""
    signed = aws.client("s3").generate_presigned_post(
        settings().media_bucket,
        upload_key(id_),
        Fields={"Content-Type": content_type},
        Conditions=[{"Content-Type": content_type}, ["content-length-range", 1, most]],
        ExpiresIn=UPLOAD_SECONDS,
    )
    return Form(signed["url"], signed["fields"])


def read(key: str, *, most: int) -> File | None:
    """A file, or its first bytes if it is longer; None when there is none. 1 GetObject."""
    try:
        found = aws.client("s3").get_object(Bucket=settings().media_bucket, Key=key)
    except ClientError as error:
        if error.response["Error"]["Code"] in _MISSING:
            return None
        raise
    with found["Body"] as body:
        return File(body.read(most), found["ETag"])


def keep(key: str, content: bytes, content_type: str, *, cache: str) -> None:
    """Store a file. 1 PutObject."""
    aws.client("s3").put_object(
        Bucket=settings().media_bucket,
        Key=key,
        Body=content,
        ContentType=content_type,
        CacheControl=cache,
    )


class NoSuchUpload(Exception):
    """There is no such upload any more: it was finished, or given up."""


def begin_upload(key: str, content_type: str) -> str:
    """Begin to store a file part by part; answers the upload's id. 1 CreateMultipartUpload."""
    begun = aws.client("s3").create_multipart_upload(
        Bucket=settings().media_bucket, Key=key, ContentType=content_type, CacheControl="private, no-store"
    )
    upload_id: str = begun["UploadId"]
    return upload_id


def upload_part(key: str, upload_id: str, number: int, content: bytes) -> str:
    """Store a part, or store it anew; answers its tag. 1 UploadPart. Raises NoSuchUpload."""
    with _of_an_upload():
        stored = aws.client("s3").upload_part(
            Bucket=settings().media_bucket, Key=key, UploadId=upload_id, PartNumber=number, Body=content
        )
    tag: str = stored["ETag"]
    return tag


def finish_upload(key: str, upload_id: str, tags: Sequence[str]) -> None:
    """Make a file of its parts. 1 CompleteMultipartUpload. Raises NoSuchUpload."""
    parts = [{"PartNumber": number, "ETag": tag} for number, tag in enumerate(tags, start=1)]
    with _of_an_upload():
        aws.client("s3").complete_multipart_upload(
            Bucket=settings().media_bucket, Key=key, UploadId=upload_id, MultipartUpload={"Parts": parts}
        )


@contextmanager
def _of_an_upload() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] == "NoSuchUpload":
            raise NoSuchUpload from None
        raise


def drop(keys: Sequence[str]) -> None:
    """Remove files; what isn't there is no matter. 1 DeleteObject each."""
    for key in keys:
        aws.client("s3").delete_object(Bucket=settings().media_bucket, Key=key)


def listed(prefix: str, *, after: str, limit: int) -> list[Listed]:
    """Files under a prefix whose keys come after one, in order. 1 ListObjectsV2."""
    more = {"StartAfter": after} if after else {}
    found = aws.client("s3").list_objects_v2(
        Bucket=settings().media_bucket, Prefix=prefix, MaxKeys=limit, **more
    )
    return [Listed(one["Key"], one["Size"], one["LastModified"]) for one in found.get("Contents", ())]


def signed_url(key: str, **more: str) -> str:
    """An address from which anybody can read a file for an hour. No call: it is signed here."""
    url: str = aws.client("s3").generate_presigned_url(
        "get_object",
        Params={"Bucket": settings().media_bucket, "Key": key, **more},
        ExpiresIn=READ_SECONDS,
    )
    return url
