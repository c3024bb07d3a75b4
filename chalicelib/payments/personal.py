"""A person's money. Its books are kept: the law of accounting asks for them, and they name nobody."""

from __future__ import annotations

from datetime import datetime

from chalicelib.foundation import money
from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding, nested
from chalicelib.foundation.tables import BATCH, Want, read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.payments import service
from chalicelib.payments.models import AccountItem
from chalicelib.payments.pins import models as pins
from chalicelib.payments.rules import Account, Kind, Line, Wallet


def _accounts(person_id: str, kind: Kind) -> list[tuple[Account, Wallet]]:
    """Her accounts of a kind in all currencies, if she ever had one. 2 reads."""
    wanted = [Account(kind, person_id, currency) for currency in money.currencies()]
    found = []
    for begin in range(0, len(wanted), BATCH):
        some = wanted[begin : begin + BATCH]
        wants = [Want(AccountItem, account.id, "account", AccountItem.state) for account in some]
        states = read_together(wants)
        found += [
            (account, Wallet(state.posted, state.available))
            for account, state in zip(some, states, strict=True)
            if state is not None
        ]
    return found


def _one_currency(person_id: str, cursor: str | None) -> Page[tuple[str, str]]:
    currencies = [account.currency for account, _ in _accounts(person_id, Kind.WALLET)]
    place = int(cursor or 0)
    more = str(place + 1) if place + 1 < len(currencies) else None
    return Page([(person_id, currencies[place])] if currencies else [], more)


def _entries(wallet: tuple[str, str], cursor: str | None) -> Page[Line]:
    person_id, currency = wallet
    return service.wallet_entries(person_id, currency, limit=100, cursor=cursor)


def _money_left(person_id: str, _: str | None) -> Page[str]:
    said = []
    for kind, name in ((Kind.WALLET, "wallet"), (Kind.ADS, "account for ads")):
        said += [
            f"There are {account_.balance} in your {name}."
            for _, account_ in _accounts(person_id, kind)
            if account_.balance.amount
        ]
    return Page(said, None)


def _forget(person_id: str, _: str | None, __: datetime) -> None:
    """Her PIN goes. 1 transaction of 1 item."""
    with Transaction() as tx:
        tx.delete(pins.pin_key(person_id))


HOLDINGS = (
    Holding("wallet", pages=nested(_one_currency, _entries), open_matters=_money_left, forget=_forget),
)
