"""What becomes of upgrade credits when an invoice is credited: what was counted towards a line is given back, once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from djmoney.money import Money

from licensing.licences.restoring import restore
from licensing.models import CreditNote, UpgradeCredit
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

Upgraded = CreditNote.Upgraded


def counted_towards(lines: Collection[int]) -> list[UpgradeCredit]:
    """What was counted towards these lines of an order and not given back, with its licences. One query."""
    rows = UpgradeCredit.objects.filter(line__in=lines, given_back_by=None)
    return list(rows.select_related("licence__superseded_by").order_by("licence"))


def choice_for(counted: Collection[UpgradeCredit], licences: str, upgraded: str, by: User | None) -> str:
    """What becomes of the licences that were upgraded, if the new ones are revoked. The system always reinstates them.

    Raises Refused (code `upgraded`) where the office chose nothing, or something where there is nothing to choose.
    """
    is_asked = bool(counted) and licences == CreditNote.Licences.REVOKED
    if by is None:
        return Upgraded.REINSTATED if is_asked else ""
    if is_asked and upgraded not in Upgraded.values:
        raise Refused.saying(
            say(
                "upgraded",
                gettext_noop(
                    "These lines were an upgrade of {licences}. Say whether that is in force again, or counts towards another upgrade."
                ),
                licences=", ".join(each.licence.number for each in counted),
            )
        )
    if upgraded and not is_asked:
        raise Refused(
            _("Only where a licence that came by an upgrade is revoked can the earlier one be given back."),
            "upgraded",
        )
    return upgraded


def give_back(counted: Collection[UpgradeCredit], note: CreditNote, by: User | None) -> None:
    """Marks what was counted as given back by the note, and restores what it replaced if that was chosen.

    The order and the institution's licences must be locked, and the new licences revoked.
    """
    if not note.upgraded:
        return
    for credit in counted:
        credit.given_back_by = note
        credit.save(update_fields=["given_back_by"])
        successor = credit.licence.superseded_by
        is_replaced = successor is not None and successor.line_id == credit.line_id
        if note.upgraded == Upgraded.REINSTATED and is_replaced:
            restore(licence=credit.licence, by=by)


def refuse_counted_elsewhere(taken: Mapping[int, Money], left: Mapping[int, Money]) -> None:
    """What a licence counted towards another order stays paid: that order is credited first. Raises Refused (code `counted`)."""
    used = UpgradeCredit.objects.filter(licence__line__in=list(taken), given_back_by=None)
    for credit in used.select_related("licence", "line__order").order_by("licence"):
        line = credit.licence.line_id
        if taken[line].amount > left[line].amount - credit.amount.amount:
            template = gettext_noop(
                "{amount} of licence {licence} counted towards order {order}. Credit that order first."
            )
            amount = Amount.of(credit.amount)
            order = credit.line.order.number
            raise Refused.saying(
                say("counted", template, amount=amount, licence=credit.licence.number, order=order)
            )


def words_for(counted: Collection[UpgradeCredit], upgraded: str) -> list[str]:
    """What the credit note says of the licences that were upgraded, in the active language."""
    numbers = {"numbers": ", ".join(each.licence.number for each in counted)}
    if upgraded == Upgraded.REINSTATED:
        return [_("The licence that was upgraded is in force again: %(numbers)s.") % numbers]
    if upgraded == Upgraded.USABLE:
        return [
            _("What was paid for the licence that was upgraded counts towards another upgrade: %(numbers)s.")
            % numbers
        ]
    return []
