"""Identifiers: ULIDs with a type prefix. They sort by the time they were made and say what they are."""

from __future__ import annotations

import hashlib
from datetime import datetime
from uuid import UUID

from ulid import ULID


def new(prefix: str) -> str:
    """A fresh id such as `ord_01KB…`."""
    return f"{prefix}_{ULID()}"


def derived(prefix: str, *parts: str) -> str:
    """The id that belongs to these parts: the same parts always give the same id.

    For a thing that a retried request must find again before its first transaction could say so.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return f"{prefix}_{ULID(digest[:16])}"


def derived_at(prefix: str, moment: datetime, *parts: str) -> str:
    """The id that belongs to a moment and these parts, and that sorts by that moment."""
    return f"{prefix}_{first_at(moment)[:10]}{derived(prefix, *parts)[-16:]}"


def person(subject: str) -> str:
    """The id of a person, made of her subject at Cognito: knowing who calls costs no read."""
    return f"per_{subject.replace('-', '')}"


def subject(person_id: str) -> str:
    """A person's subject at Cognito, of which her id was made."""
    return str(UUID(person_id.removeprefix("per_")))


def first_at(moment: datetime) -> str:
    """The lowest ULID made at a moment: the bound of a key range by time."""
    return str(ULID.from_datetime(moment))[:10] + "0" * 16


def shard(key: str, count: int) -> int:
    """Which of `count` shards a key belongs to; the same on every machine and every day."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) % count
