"""The languages that we speak, and which of them somebody wants to hear."""

from __future__ import annotations

from typing import Literal, TypeAlias

Language: TypeAlias = Literal["zh", "en"]


def wanted(accepted: str, *, otherwise: Language) -> Language:
    """The first language of ours in an Accept-Language header, which browsers send with the dearest first."""
    for tag in accepted.lower().split(","):
        match tag.split(";")[0].strip()[:2]:
            case "zh":
                return "zh"
            case "en":
                return "en"
    return otherwise
