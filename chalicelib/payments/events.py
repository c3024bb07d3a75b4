"""What the payments domain tells."""

from chalicelib.foundation.events import Event


class ChargeSucceeded(Event):
    """A person's payment arrived in her wallet."""

    charge_id: str
    person_id: str
    amount: int
    currency: str
    reference: str
    """What it was meant for: a checkout's id, or empty for the wallet itself."""


class WithdrawalRequested(Event):
    """A person asked for money from her wallet; it left the wallet and must be paid out."""

    withdrawal_id: str


class WithdrawalPaid(Event):
    """A withdrawal arrived at the bank."""

    withdrawal_id: str
    person_id: str
    amount: int
    currency: str


class WithdrawalFailed(Event):
    """The bank refused a withdrawal; the money is back in the wallet."""

    withdrawal_id: str
    person_id: str
    amount: int
    currency: str
    reason: str
