"""A plan is bought, a photo lands by the bucket's own notice, is metered, made smaller and deleted."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx

from demo import photos
from demo.people import Person
from tests.conftest import Stack
from tests.deployed.watching import until


class TestStorage:
    def test_is_bought_filled_metered_and_freed(self, stack: Stack) -> None:
        mei = Person.at(stack.api_url, f"mei-{uuid4().hex[:8]}@example.com", "Mei").sign_up()
        mei.post("/wallet/top-ups", {"amount": 2_000, "currency": "CNY", "method": "pm_card_visa"})
        assert mei.post("/storage/plan", {"plan": "standard"})["plan"]["code"] == "standard"

        photo = photos.photo_of("tortoiseshell-claw-clip")
        wish = {"content_type": "image/jpeg", "bytes": len(photo), "purpose": "listing"}
        asked = mei.post("/photos", wish)
        assert mei.get("/storage")["reserved_bytes"] == len(photo)
        mei.send(asked["upload"], photo)

        def landed() -> Any:
            now = mei.get(f"/photos/{asked['id']}")
            return now if now["state"] == "ready" else None

        size = until(landed, seconds=60)["bytes"]
        standing = mei.get("/storage")
        assert (standing["used_bytes"], standing["reserved_bytes"]) == (size, 0)
        assert mei.get("/storage/days?days=1")["items"][0]["stored_bytes"] == size

        def smaller() -> Any:
            reply = httpx.get(f"{stack.api_url}/media/{asked['id']}?size=thumb", timeout=30)
            return reply if ".thumb.webp" in reply.headers["location"] else None

        thumb = httpx.get(until(smaller, seconds=60).headers["location"], timeout=30)
        assert thumb.headers["content-type"] == "image/webp"
        assert len(thumb.content) < size
        invoice = mei.get("/storage/invoices")["items"][0]
        assert invoice["state"] == "paid"
        mei.delete(f"/files/{asked['id']}")
        assert mei.get("/storage")["used_bytes"] == 0
