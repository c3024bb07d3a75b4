"""The same double entry in PostgreSQL: one transaction, the items as rows, the conditions as checks.

The server is this machine's, if it has one: a process of its own with its data and its socket in a folder
that is removed at the end. It isn't reached over the network, and nothing else on the machine knows of it.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from chalicelib.payments import rules
from chalicelib.payments.rules import Account, Transfer, Type

if TYPE_CHECKING:
    from psycopg import Connection

_DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian puts a server's programs: a folder for each version, not in the PATH."""

_USERS = ("postgres", "nobody")
"""As whom it runs when we are root, which it refuses to run as."""

_START_SECONDS = 30.0

SCHEMA = """
create table account (
    id text primary key, kind text not null, currency text not null, bounded boolean not null,
    balance bigint not null default 0, available bigint not null default 0, entries bigint not null default 0,
    check (not bounded or available >= 0)
);
create table transfer (
    id text primary key, debit text not null, credit text not null, amount bigint not null check (amount > 0),
    currency text not null, code text not null, reference text not null, memo text, at timestamptz not null
);
create table entry (
    account text not null, at timestamptz not null, transfer_id text not null, amount bigint not null,
    currency text not null, code text not null, reference text not null, counterparty text not null,
    memo text, primary key (account, at, transfer_id)
);
"""

_OPEN = "insert into account (id, kind, currency, bounded) values (%s, %s, %s, %s) on conflict do nothing"
_TRANSFER = "insert into transfer values (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
_ENTRY = "insert into entry values (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
_CHANGE = (
    "update account set balance = balance + %s, available = available + %s, entries = entries + %s "
    "where id = %s"
)


class NotAtHand(Exception):
    """There is no PostgreSQL here, and why not."""


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running server, with as many connections as there are threads."""

    version: str
    _free: SimpleQueue[Connection[Any]]

    @contextmanager
    def connection(self) -> Iterator[Connection[Any]]:
        """A connection that nobody else uses."""
        one = self._free.get()
        try:
            yield one
        finally:
            self._free.put(one)

    def open(self, accounts: Sequence[Account]) -> None:
        """Make accounts."""
        rows = [(one.id, one.kind, one.currency, one.type is not Type.OUTSIDE) for one in accounts]
        with self.connection() as connection, connection.transaction(), connection.cursor() as cursor:
            cursor.executemany(_OPEN, rows)

    def post(self, transfers: Sequence[Transfer], at: datetime) -> None:
        """Make transfers, or none, as `ledger.post` does: both entries of each, and each account once.

        What is asked is sent at once, without waiting for each answer. Accounts are changed in the order of
        their names, or two transactions could wait for each other for ever.
        """
        effects = sorted(rules.effects(transfers).items(), key=lambda one: one[0].id)
        changes = [(one.change, one.change, one.entries, account.id) for account, one in effects]
        with self.connection() as connection, connection.pipeline(), connection.transaction():
            cursor = connection.cursor()
            cursor.executemany(_TRANSFER, [_transfer_row(one, at) for one in transfers])
            cursor.executemany(_ENTRY, [row for one in transfers for row in _entry_rows(one, at)])
            cursor.executemany(_CHANGE, changes)

    def bytes_each(self) -> float:
        """How many bytes the tables and indexes of transfers and entries have for each transfer."""
        size = "pg_total_relation_size('transfer') + pg_total_relation_size('entry')"
        return float(self._ask(f"select ({size})::float / count(*) from transfer"))  # noqa: S608 - no input

    def sums(self) -> tuple[int, int]:
        """The sum of all balances, and of all balances less all entries' amounts as absolutes: both zero."""
        total = self._ask("select coalesce(sum(balance), 0)::bigint from account")
        apart = self._ask(
            "select coalesce(sum(abs(balance - coalesce(e.amount, 0))), 0)::bigint from account a left join "
            "(select account, sum(amount) as amount from entry group by account) e on e.account = a.id"
        )
        return int(total), int(apart)

    def _ask(self, question: Any) -> Any:
        with self.connection() as connection:
            row = connection.execute(question).fetchone()
        assert row, "an aggregate has a row"
        return row[0]


@contextmanager
def running(connections: int) -> Iterator[Postgres]:
    """Start a server with the tables, and stop it whatever happens. Raises NotAtHand."""
    try:
        import psycopg
    except ImportError as missing:
        raise NotAtHand(f"psycopg can't be imported: {missing}") from missing
    home = Path(tempfile.mkdtemp(prefix="guanxi-pg-"))
    try:
        with _server(home):
            opened = [psycopg.connect(_address(home), autocommit=True) for _ in range(connections)]
            free: SimpleQueue[Connection[Any]] = SimpleQueue()
            for one in opened:
                free.put(one)
            opened[0].execute(SCHEMA)
            try:
                yield Postgres(str(opened[0].info.server_version // 10_000), free)
            finally:
                for one in opened:
                    one.close()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _server(home: Path) -> Iterator[None]:
    user = _user()
    if user:
        os.chown(home, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    _initialise(home, user)
    command = [_program("postgres"), "-D", str(home / "data"), "-k", str(home), "-c", "listen_addresses="]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=home, **_as(user))
    try:
        _wait_until_ready(home, process)
        yield
    finally:
        process.send_signal(signal.SIGINT)  # ends its connections, saves and stops
        process.wait(_START_SECONDS)


def _initialise(home: Path, user: str | None) -> None:
    command = [_program("initdb"), "-D", str(home / "data"), "-U", "bench", "-A", "trust", "-E", "UTF8"]
    done = subprocess.run(
        [*command, "--locale=C"], capture_output=True, text=True, cwd=home, check=False, **_as(user)
    )
    if done.returncode:
        raise NotAtHand(f"initdb fails: {done.stderr.strip()[-300:]}")


def _wait_until_ready(home: Path, process: subprocess.Popen[bytes]) -> None:
    import psycopg

    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            psycopg.connect(_address(home)).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise NotAtHand(f"the server doesn't answer: {(home / 'log').read_text(errors='replace')[-300:]}")


def _address(home: Path) -> str:
    return f"host={home} user=bench dbname=postgres"


def _program(name: str) -> str:
    versions = sorted(_DEBIAN.glob("*/bin"), key=lambda one: float(one.parent.name))
    places = os.pathsep.join([os.environ.get("PATH", ""), *map(str, reversed(versions))])
    found = shutil.which(name, path=places)
    if found is None:
        raise NotAtHand(f"no {name} is installed (on Debian: apt-get install postgresql)")
    return found


def _user() -> str | None:
    """As whom the server runs; None: as we do."""
    if os.geteuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return next(name for name in _USERS if name in known)


def _as(user: str | None) -> Mapping[str, Any]:
    if user is None:
        return {}
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _transfer_row(one: Transfer, at: datetime) -> tuple[object, ...]:
    money = one.amount
    memo = one.memo or None
    return (
        one.id,
        one.debit.id,
        one.credit.id,
        money.amount,
        money.currency,
        one.code,
        one.reference,
        memo,
        at,
    )


def _entry_rows(one: Transfer, at: datetime) -> Iterator[tuple[object, ...]]:
    sides = ((one.debit, -one.amount.amount, one.credit), (one.credit, one.amount.amount, one.debit))
    for account, amount, other in sides:
        memo = one.memo or None
        yield (account.id, at, one.id, amount, one.amount.currency, one.code, one.reference, other.id, memo)
