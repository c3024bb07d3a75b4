"""What the scenes share: the people, what they have made so far, and how one looks at the stage."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit
from uuid import uuid4

import httpx

from chalicelib.foundation.money import Money
from demo.catalogue import GOODS, Good
from demo.devices import Device
from demo.people import LOCAL_CODE, Person

_T = TypeVar("_T")

PATIENCE = 60.0
"""Seconds until what happens by itself (a message, a payout) must have happened."""

_LOOK_EVERY = 0.1

ON_SALE = ("tortoiseshell-claw-clip", "pearl-drop-earrings", "beaded-phone-strap")
"""What Mei sells in the story, of the demo's catalogue."""


class Trouble(Exception):
    """The story doesn't hold here. Its text is a sentence for a person."""


def expect(holds: object, otherwise: str) -> None:
    """Raises Trouble with the sentence unless it holds."""
    if not holds:
        raise Trouble(otherwise)


def same(what: str, found: object, wanted: object) -> None:
    """Raises Trouble that names both unless what was found is what was wanted."""
    expect(found == wanted, f"{what} should be {wanted}, but is {found}.")


def until(look: Callable[[], _T], otherwise: str, *, seconds: float = PATIENCE) -> _T:
    """What `look` sees as soon as it sees something. Raises Trouble when it doesn't in time."""
    end = time.monotonic() + seconds
    while not (seen := look()):
        expect(time.monotonic() < end, f"{otherwise} (waited {seconds:.0f} s)")
        time.sleep(_LOOK_EVERY)
    return seen


@dataclass
class Tale:
    """One playing of the story. Each scene finds here what the earlier ones made."""

    api_url: str
    code: Callable[[str], str] = lambda _: LOCAL_CODE
    """Answers the confirmation code that was sent to an address."""
    mailbox: str = "story@example.com"
    """The mailbox that gets the codes: each person has an address of its own in it."""
    run: str = field(default_factory=lambda: uuid4().hex[:8])
    """What makes this playing's people differ from all others'."""
    undoing: list[Callable[[], object]] = field(default_factory=list)
    """What is to be done, last first, so that nothing half-done or for sale is left behind."""

    mei: Person = field(init=False)
    li: Person = field(init=False)
    address: Any = field(init=False)
    store: Any = field(init=False)
    listed: list[Any] = field(init=False)
    """The goods as they were listed, in the order of ON_SALE."""
    links: dict[str, Any] = field(init=False)
    """The store's short links by channel."""
    talk: Any = field(init=False)
    """Li's conversation with Mei's store."""
    phones: tuple[Device, ...] = field(init=False)
    """Li's and Mei's, which listen to it."""
    agreed: Any = field(init=False)
    """The offer that was accepted."""
    bargain: Any = field(init=False)
    """The order of it."""
    courier_secret: Callable[[], str | None] = lambda: None
    """Answers what couriers' keys are made of, where it is known: then the simulator can speak for them."""
    let_operate: Callable[[str], bool] = lambda _: False
    """Lets whoever has an address work for the platform; answers whether that could be done."""
    bo: Person = field(init=False)
    """A promoter."""
    promoted: str = field(init=False)
    """His link's code."""
    lender: Person | None = None
    """Who lends to Mei, where an operator could let her."""
    factory: Person = field(init=False)
    """Who sells to Mei wholesale."""
    bulk: Any = field(init=False)
    """The goods she restocks with."""
    dock: str = field(init=False)
    """The id of the address they go to."""
    deal: Any = field(init=False)
    """The quotation that was agreed on."""
    resold: str = field(init=False)
    """The id of what she sells on of it."""
    quote: Any = field(init=False)
    """The courier's service that Mei chose."""
    parcel: Any = field(init=False)
    """What she booked with it."""
    order: Any = field(init=False)
    refund: Any = field(init=False)
    festive: Any = field(init=False)
    """The order with a coupon."""
    review: Any = field(init=False)
    campaign: Any = field(init=False)
    ad: Any = field(init=False)
    """Mei's ad, as a search showed it."""
    kept: Money = field(init=False)
    """What Mei has left in her wallet."""

    @property
    def local(self) -> bool:
        """Whether the stage is on this machine's engine, which gives everybody the same code."""
        return (urlsplit(self.api_url).hostname or "") in ("127.0.0.1", "localhost", "::1")

    @property
    def goods(self) -> list[Good]:
        """What Mei sells, as the catalogue has it."""
        by_slug = {good.slug: good for good in GOODS}
        return [by_slug[slug] for slug in ON_SALE]

    def newcomer(self, name: str, *, language: str) -> Person:
        """Somebody who has never been here: signed up, confirmed with the code she was sent, signed in."""
        box, _, domain = self.mailbox.partition("@")
        person = Person.at(self.api_url, f"{box}+{name}-{self.run}@{domain}".lower(), name)
        account = {"email": person.email, "password": person.password, "name": name, "language": language}
        person.post("/sign-up", account)
        person.post("/sign-up/confirm", {"email": person.email, "code": self.code(person.email)})
        return person.sign_in()

    def visit(self, url: str, language: str = "") -> httpx.Response:
        """A page as a phone that nobody is signed in to gets it, after all redirects."""
        headers = {"Accept-Language": language} if language else {}
        page = httpx.get(url, headers=headers, follow_redirects=True, timeout=60)
        expect(page.status_code == 200, f"{url} should open, but answers {page.status_code}.")
        return page

    def tidy(self) -> list[str]:
        """Do what is to be done at the end, whatever came before; answers what couldn't be."""
        failed = []
        while self.undoing:
            undo = self.undoing.pop()
            try:
                undo()
            except Exception as error:
                failed.append(str(error))
        return failed


def money(view: Any) -> Money:
    """An amount as the API tells it."""
    return Money(view["amount"], view["currency"])


def in_wallet(person: Person) -> Money:
    """How much somebody has."""
    return money(person.get("/wallet")["balance"])


def told(person: Person, kind: str, about: str) -> dict[str, str]:
    """What somebody is told of an order or a withdrawal, by language, once she is told."""

    def look() -> Any:
        told_so_far = person.get("/notifications")["items"]
        return [one["text"] for one in told_so_far if (one["kind"], one["reference"]) == (kind, about)]

    texts: list[dict[str, str]] = until(look, f"{person.name} was never told of {kind.replace('_', ' ')}.")
    same(f"How often {person.name} is told of {kind.replace('_', ' ')}", len(texts), 1)
    return texts[0]


def mentions(what: str, texts: dict[str, str], *words: str) -> None:
    """Raises Trouble unless the text says all the words, in Chinese and in English."""
    for language in ("zh", "en"):
        for word in words:
            expect(
                word in texts[language],
                f"{what} ({language}) should mention “{word}”, but says: {texts[language]}",
            )
