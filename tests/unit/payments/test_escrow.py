from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.foundation.money import Money
from chalicelib.foundation.transaction import Transaction
from chalicelib.orders import service as orders
from chalicelib.payments import ledger
from chalicelib.payments import rules as books_rules
from chalicelib.payments.errors import RefundTooLarge, SplitsChanged
from chalicelib.payments.escrow import rules, service
from chalicelib.payments.escrow.rules import Instruction, Sale, SplitOwner
from tests.unit import world
from tests.unit.payments import books
from tests.unit.world import LI, MEI, WANG, ZHAO, person_id

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)


def fen(amount: int) -> Money:
    return Money(amount, "CNY")


def a_sale(total: int = 1_000, *, commission: int = 20, payment_fee: int = 6, refunded: int = 0) -> Sale:
    return Sale("ord_1", "per_li", "per_mei", fen(total), fen(commission), fen(payment_fee), fen(refunded))


def to(payee: str, *, basis_points: int | None = None, amount: int | None = None, **more: int) -> Instruction:
    account = books_rules.wallet(payee, "CNY").id
    return Instruction(
        id=f"spl_{payee}",
        owner=SplitOwner.PERSON,
        payee=account,
        basis_points=basis_points,
        amount=amount,
        left=more.get("left"),
        precedence=more.get("precedence", 100),
        memo="",
    )


sales = st.integers(1, 10**10).flatmap(
    lambda total: st.builds(
        a_sale,
        st.just(total),
        commission=st.integers(0, total // 2),
        payment_fee=st.integers(0, total // 2),
        refunded=st.integers(0, total),
    )
)
instructions = st.lists(
    st.builds(
        to,
        st.text("abcdef", min_size=1, max_size=8),
        basis_points=st.integers(1, 10_000),
        left=st.none() | st.integers(0, 10**6),
        precedence=st.integers(0, 3),
    )
    | st.builds(to, st.text("ghijk", min_size=1, max_size=8), amount=st.integers(1, 10**6)),
    max_size=6,
    unique_by=lambda one: one.id,
)


class TestDivision:
    @given(sales)
    def test_adds_up_to_what_is_left_and_nobody_pays(self, sale: Sale) -> None:
        parts = rules.division(sale)
        assert parts.commission + parts.payment_fee + parts.earned == sale.left
        assert min(parts.commission.amount, parts.payment_fee.amount, parts.earned.amount) >= 0

    @given(sales)
    def test_gives_the_commissions_share_back_within_a_minor_unit(self, sale: Sale) -> None:
        kept = rules.division(sale).commission.amount
        assert abs(kept * sale.total.amount - sale.commission.amount * sale.left.amount) < sale.total.amount

    @given(sales, st.integers(0, 10**10))
    def test_a_further_refund_never_raises_the_commission(self, sale: Sale, more: int) -> None:
        after = replace(sale, refunded=fen(min(sale.total.amount, sale.refunded.amount + more)))
        assert rules.division(after).commission <= rules.division(sale).commission

    def test_keeps_the_payment_fee_as_far_as_anything_is_left(self) -> None:
        assert rules.division(a_sale(refunded=999)) == rules.Division(fen(0), fen(1), fen(0), fen(0))

    @pytest.mark.parametrize("amount", [0, -1, 601])
    def test_refuses_a_refund_of_nothing_or_of_more_than_is_left(self, amount: int) -> None:
        with pytest.raises(RefundTooLarge):
            rules.refused_beyond(a_sale(refunded=400), fen(amount))


class TestShares:
    @given(instructions, st.integers(0, 10**9))
    def test_take_no_more_than_the_sale_and_their_caps(
        self, standing: list[Instruction], earned: int
    ) -> None:
        taken = rules.shares(standing, fen(earned), reference="ord_1")
        assert sum(part.amount for _, part in taken) <= earned
        for one, part in taken:
            assert part.amount > 0
            assert one.left is None or part.amount <= one.left
            wanted = one.amount if one.basis_points is None else earned * one.basis_points / 10_000
            assert part.amount <= (wanted or 0) + 1

    def test_are_served_by_precedence_and_the_last_gets_what_is_left(self) -> None:
        standing = [to("late", amount=80, precedence=9), to("first", amount=30, precedence=1)]
        taken = rules.shares(standing, fen(100), reference="ord_1")
        assert [(one.id, part.amount) for one, part in taken] == [("spl_first", 30), ("spl_late", 70)]

    def test_of_a_cap_stop_at_the_cap(self) -> None:
        ((_, part),) = rules.shares([to("a", basis_points=10_000, left=10)], fen(100), reference="o")
        assert part == fen(10)

    def test_of_tiny_sales_starve_nobody(self) -> None:
        one = to("a", basis_points=100)  # 1 % of 40 fen is 0.4
        got = sum(
            part.amount
            for number in range(10_000)
            for _, part in rules.shares([one], fen(40), reference=f"ord_{number}")
        )
        assert 3_800 < got < 4_200

    def test_of_one_sale_are_always_the_same(self) -> None:
        standing = [to("a", basis_points=333)]
        first, again = (rules.shares(standing, fen(1_001), reference="ord_7") for _ in range(2))
        assert first == again


def split(merchant: str = "", **wish: object) -> dict[str, object]:
    made: dict[str, object] = world.made(MEI.post("/wallet/splits", wish))
    return made


class TestSplitInstructions:
    def partner(self) -> str:
        world.made(WANG.get("/me"))
        return person_id(WANG)

    def test_are_honoured_in_the_settling_transaction(self) -> None:
        split(payee=self.partner(), basis_points=1_000, memo="Rent of the stall")
        order = world.a_shipped_order()

        world.made(LI.post(f"/orders/{order['id']}/confirm"))

        assert (world.in_wallet(WANG), world.in_wallet(MEI)) == (98, 882)
        (line,) = world.made(WANG.get("/wallet/entries"))["items"]
        assert (line["code"], line["memo"], line["reference"]) == ("split", "Rent of the stall", order["id"])
        books.audit()

    def test_pay_no_more_than_their_cap_over_all_sales(self) -> None:
        split(payee=self.partner(), basis_points=10_000, cap=1_500)
        for _ in range(2):
            order = world.a_shipped_order()
            world.made(LI.post(f"/orders/{order['id']}/confirm"))

        assert (world.in_wallet(WANG), world.in_wallet(MEI)) == (1_500, 460)
        (one,) = world.made(MEI.get("/wallet/splits"))["items"]
        assert one["left"] == 0

    def test_heed_the_cap_that_another_sale_has_used_at_the_same_moment(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        split(payee=self.partner(), basis_points=10_000, cap=1_000)
        first, second = (world.a_shipped_order() for _ in range(2))
        real, waiting = orders.payments.settle_sale, [second["id"]]

        def settle(*args: object, **kwargs: object) -> object:
            if waiting:
                world.made(LI.post(f"/orders/{waiting.pop()}/confirm"))
            return real(*args, **kwargs)  # type: ignore[arg-type]

        monkeypatch.setattr(orders.payments, "settle_sale", settle)
        world.made(LI.post(f"/orders/{first['id']}/confirm"))

        assert world.in_wallet(WANG) == 1_000
        assert world.in_wallet(MEI) == 2 * 980 - 1_000
        books.audit()

    def test_of_ones_own_can_be_ended(self) -> None:
        made = split(payee=self.partner(), amount=50)
        assert MEI.delete(f"/wallet/splits/{made['items'][0]['id']}").status == 204  # type: ignore[index]
        assert world.made(MEI.get("/wallet/splits"))["items"] == []
        assert MEI.delete("/wallet/splits/spl_1").json["code"] == "split_not_found"

    def test_of_an_agreement_end_with_it(self) -> None:
        wallet = books_rules.wallet(person_id(MEI), "CNY")
        lent = replace(to("bank", basis_points=1_800), owner=SplitOwner.LENDING)
        with Transaction() as tx:
            service.leave(tx, wallet, service.instructions_of(person_id(MEI), "CNY"), {lent.id: lent})
        reply = MEI.delete(f"/wallet/splits/{lent.id}")
        assert (reply.status, reply.json["code"]) == (403, "not_your_instruction")

    @pytest.mark.parametrize(
        ("wish", "field"),
        [
            ({"basis_points": 1, "amount": 1}, None),
            ({}, None),
            ({"basis_points": 10_001}, "basis_points"),
            ({"amount": 0}, "amount"),
            ({"amount": 1, "currency": "XXX"}, "currency"),
        ],
    )
    def test_that_make_no_sense_are_refused(self, wish: dict[str, object], field: str | None) -> None:
        reply = MEI.post("/wallet/splits", {"payee": self.partner(), **wish})
        assert reply.status == 422
        assert field is None or field in reply.content.decode()

    @pytest.mark.parametrize("payee", [MEI, ZHAO])
    def test_go_to_somebody_else_who_is_here(self, payee: object) -> None:
        reply = MEI.post("/wallet/splits", {"payee": person_id(payee), "amount": 1})  # type: ignore[arg-type]
        assert (reply.status, reply.json["code"]) == (422, "payee_not_found")

    def test_are_ten_at_most(self) -> None:
        partner = self.partner()
        for _ in range(10):
            split(payee=partner, amount=1)
        assert MEI.post("/wallet/splits", {"payee": partner, "amount": 1}).json["code"] == "too_many_splits"

    def test_changed_at_one_moment_change_once(self) -> None:
        wallet, before = books_rules.wallet(person_id(MEI), "CNY"), service.models.NONE
        one = to("a", amount=1)
        with Transaction() as tx:
            service.leave(tx, wallet, before, {one.id: one})
        with pytest.raises(SplitsChanged), Transaction() as tx:
            service.leave(tx, wallet, before, {one.id: one})


class TestRefundsInARace:
    def test_of_sixty_of_a_hundred_one_succeeds(self) -> None:
        sale = a_sale(100)
        with Transaction() as tx:
            ledger.post(
                tx,
                [
                    books_rules.Transfer(
                        "in",
                        books_rules.outside("sandbox", "x", "CNY"),
                        books_rules.escrow("ord_1", "CNY"),
                        fen(100),
                        books_rules.Code.PURCHASE,
                        "ord_1",
                    )
                ],
                at=NOW,
            )
        with Transaction() as tx:
            service.give_back(tx, sale, refund_id="ref_1", amount=fen(60), at=NOW)
        with pytest.raises(Exception, match="enough money"), Transaction() as tx:
            service.give_back(tx, sale, refund_id="ref_2", amount=fen(60), at=NOW)
        assert books.balances()["escrow:ord_1:CNY"] == 40
        books.audit()
