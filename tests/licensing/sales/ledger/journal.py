"""A ledger that knows nothing of the code: whole cents in double entry, and what it knows of each order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from licensing.models import Order

TAX_PER_MILLION = 88_750
"""8.875 per cent."""


def half_up(numerator: int, denominator: int) -> int:
    """A quotient of numbers that are not negative, rounded as on paper."""
    return (2 * numerator + denominator) // (2 * denominator)


class Journal:
    """Accounts in cents. Each entry takes from one account what it gives to another, so that all of them add up to zero."""

    def __init__(self) -> None:
        self.accounts: Counter[str] = Counter()

    def post(self, debit: str, credit: str, cents: int) -> None:
        self.accounts[debit] += cents
        self.accounts[credit] -= cents

    def __getitem__(self, account: str) -> int:
        """What is in it: of revenue, tax and what we owe, what was credited; of the others, what was debited."""
        of_credit = account in {"revenue", "tax payable", "royalties payable", "credits counted"}
        return -self.accounts[account] if of_credit else self.accounts[account]


@dataclass(eq=False)
class Book:
    """What the ledger knows of one order, in cents. `lines` are net prices by line; `rails` those for the part."""

    order: Order
    lines: dict[int, int]
    rails: set[int] = field(default_factory=set)
    state: str = "placed"
    tax: int = 0
    tax_credited: int = 0
    paid: int = 0
    refunded: int = 0
    credited_of: dict[int, int] = field(default_factory=dict)
    licences: dict[int, str] = field(default_factory=dict)
    """What became of the licence of a line, once there is one: active, revoked, superseded or usable (replaced, and counts again)."""
    upgrades: tuple[Book, int] | None = None
    """The order and line whose licence counted towards this one, as long as it does."""
    renewed: set[int] = field(default_factory=set)
    intent: str = ""
    """Of an order by card, once it is paid: what the gateway calls the payment."""
    card_refunded: int = 0
    disputed: int = 0
    """1 while the bank has not decided, -1 afterwards."""
    is_overdue: bool = False
    """Its licences are out of force until it is paid."""

    @property
    def net(self) -> int:
        return sum(self.lines.values())

    @property
    def total(self) -> int:
        return self.net + self.tax

    @property
    def credited(self) -> int:
        return sum(self.credited_of.values()) + self.tax_credited

    @property
    def owed(self) -> int:
        return self.total - self.credited - self.paid + self.refunded

    @property
    def kept(self) -> int:
        return self.paid - self.refunded

    @property
    def is_withheld(self) -> bool:
        return self.disputed > 0 or self.is_overdue

    @property
    def is_still_counted(self) -> bool:
        """Whether the licence that counted towards this order is in force and paid for by as much as it counted."""
        if self.upgrades is None:
            return True
        before, line = self.upgrades
        stands = before.licences[line] in {"active", "usable"} and not before.is_withheld
        return stands and before.state == "paid" and 19_500 - self.net <= before.left(line)

    def left(self, line: int) -> int:
        return self.lines[line] - self.credited_of.get(line, 0)

    def credit(self, taken: dict[int, int]) -> tuple[int, int]:
        """Takes back so much of each line, and the tax that goes with it. Returns both sums."""
        before = self.tax_credited
        for line, cents in taken.items():
            self.credited_of[line] = self.credited_of.get(line, 0) + cents
        self.tax_credited = half_up(self.tax * sum(self.credited_of.values()), self.net) if self.net else 0
        return sum(taken.values()), self.tax_credited - before

    def restate(self) -> None:
        if self.owed <= 0:
            self.is_overdue = False
        if self.state != "credited":
            self.state = (
                "credited" if self.credited == self.total else "paid" if self.owed <= 0 else "invoiced"
            )


def tax_on(net: int) -> int:
    return half_up(net * TAX_PER_MILLION, 1_000_000)
