"""What goes wrong around the app, told in one sentence."""

from __future__ import annotations


class InfraError(Exception):
    """Something outside the app failed; the message says what and what to do about it."""
