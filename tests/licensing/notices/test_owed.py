from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.buyers.institutions import refuse, register_institution, verify
from licensing.buyers.mailboxes import add_mailbox
from licensing.licences.ending import revoke
from licensing.models import Institution, Invoice, Licence, LicenceType, Order
from licensing.notices.kinds import KINDS
from licensing.notices.owed import owe_invoice_again
from licensing.prices.wanted import WantedLine
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import cancel_order, place_order
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import compose
from tests.licensing.conftest import TODAY, order_of, pay

MAILBOXES = {"accounts-payable": "ap@school.example", "library": "library@school.example"}


def mails(kind: str) -> list[EmailMultiAlternatives | None]:
    found = Reminder.objects.filter(kind=f"licensing.{kind}").order_by("due_at", "pk")
    return [compose(reminder, kind_named(reminder.kind)) for reminder in found]  # type: ignore[arg-type]  # registered


def one_mail(kind: str) -> EmailMultiAlternatives:
    [mail] = mails(kind)
    assert mail is not None
    return mail


def dues(kind: str, recipient: str) -> list[str]:
    found = Reminder.objects.filter(kind=f"licensing.{kind}", recipient=recipient).order_by("due_at")
    return [reminder.due_at.isoformat() for reminder in found]


def test_every_kind_is_registered() -> None:
    assert [type(kind_named(kind.name)) for kind in KINDS] == list(KINDS)


def test_expiry_is_told_on_five_mornings_in_the_readers_zone(
    order: Order, teacher: User, colleague: User, office: User
) -> None:
    User.objects.filter(pk=colleague.pk).update(time_zone="America/New_York")
    issue_invoice(order=order, by=office)
    assert dues("licences-ending", "colleague@school.example") == [
        "2029-11-30T14:00:00+00:00",
        "2029-12-30T14:00:00+00:00",
        "2030-01-29T14:00:00+00:00",
        "2030-02-21T14:00:00+00:00",
        "2030-02-28T14:00:00+00:00",
    ]
    assert dues("licences-ending", "teacher@school.example")[0] == "2029-11-30T09:00:00+00:00"


def to_whom(kind: str) -> list[str]:
    found = Reminder.objects.filter(kind=f"licensing.{kind}").values_list("recipient", flat=True)
    return sorted({address.lower() for address in found})


def test_each_matter_goes_to_its_mailbox(
    school: Institution, order: Order, colleague: User, office: User
) -> None:
    for matter, email in MAILBOXES.items():
        add_mailbox(institution=school, by=office, matter=matter, email=email)
    pay(issue_invoice(order=order, by=office), office)
    assert to_whom("invoice-issued") == ["ap@school.example"]
    assert (
        to_whom("licence-issued")
        == to_whom("licences-ending")
        == [
            "library@school.example",
            "teacher@school.example",
        ]
    )


def test_without_mailboxes_the_buyer_and_every_member_are_told(
    colleague: User, invoice: Invoice, office: User
) -> None:
    pay(invoice, office)
    assert to_whom("invoice-issued") == ["teacher@school.example"]
    assert to_whom("licence-issued") == ["colleague@school.example", "teacher@school.example"]


def test_an_address_in_two_ways_is_told_once(school: Institution, invoice: Invoice, office: User) -> None:
    add_mailbox(institution=school, by=office, matter="library", email="Teacher@school.example")
    pay(invoice, office)
    assert to_whom("licence-issued") == ["teacher@school.example"]


def test_every_notice_to_a_long_address_is_owed(school: Institution, order: Order, office: User) -> None:
    address = f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.example"
    add_mailbox(institution=school, by=office, matter="library", email=address)
    issue_invoice(order=order, by=office)
    assert len(dues("licences-ending", address)) == 5


def test_a_short_licence_is_not_reminded_of_days_that_have_gone_by(order: Order, office: User) -> None:
    line = order.lines.get()
    line.grants["term_months"] = 1
    line.save()
    issue_invoice(order=order, by=office)
    assert dues("licences-ending", "teacher@school.example") == [
        "2027-03-24T09:00:00+00:00",
        "2027-03-31T09:00:00+00:00",
    ]


def test_the_invoice_travels_with_its_mail(invoice: Invoice) -> None:
    mail = one_mail("invoice-issued")
    assert mail.subject == "Invoice INV-2027-0001, $195.00"
    [attachment] = mail.attachments
    assert attachment[0] == "INV-2027-0001.pdf"
    assert bytes(attachment[1])[:5] == b"%PDF-"


def test_the_certificate_travels_with_its_mail(licence: Licence) -> None:
    mail = one_mail("licence-issued")
    assert mail.subject == "Licence LIC-2027-0001 for West of the Tracks"
    assert "Its last day is 28 February 2030." in mail.body
    assert "- It lasts for 3 years from the day it begins." in mail.body
    assert [attachment[0] for attachment in mail.attachments] == ["LIC-2027-0001.pdf"]


def test_the_last_reminder_says_today(licence: Licence) -> None:
    subjects = [mail.subject for mail in mails("licences-ending") if mail]
    assert subjects == [
        "West of the Tracks: a licence ends in 90 days",
        "West of the Tracks: a licence ends in 60 days",
        "West of the Tracks: a licence ends in 30 days",
        "West of the Tracks: a licence ends in 7 days",
        "West of the Tracks: a licence ends today",
    ]


def test_an_unpaid_invoice_is_due_and_then_overdue(invoice: Invoice) -> None:
    assert dues("invoice-due", "teacher@school.example") == ["2027-03-24T09:00:00+00:00"]
    assert [mail.subject for mail in mails("invoice-overdue") if mail] == [
        "Invoice INV-2027-0001 is overdue"
    ] * 3


def test_what_is_moot_is_not_said(invoice: Invoice, order: Order, office: User) -> None:
    pay(invoice, office)
    assert mails("invoice-due") == [None]
    assert mails("order-to-handle") == [None]


def test_the_office_is_asked_to_verify_and_the_asker_is_answered(teacher: User, office: User) -> None:
    made = register_institution(
        legal_name="O'Brien [School](http://x.example)", tier="k-12", country="US", by=teacher
    )
    asked = one_mail("verification-asked")
    assert asked.subject == "To verify: O'Brien [School](http: //x. example)"
    assert (
        "O'Brien [School](http: //x. example) asks to be verified for the tier “K-12 building”." in asked.body
    )
    html = str(asked.alternatives[0][0])
    assert html.count("href=") == 1
    verify(institution=made, how="its website", by=office)
    assert one_mail("verification-answered").subject == "O'Brien [School](http: //x. example) is verified"
    assert mails("verification-asked") == [None]


def test_a_refusal_is_told_with_its_reason(waiting: Institution, office: User) -> None:
    refuse(institution=waiting, because="No such school.", by=office)
    assert "The office says: No such school." in one_mail("verification-answered").body


def test_order_mails_say_what_comes_next(order: Order) -> None:
    assert one_mail("order-placed").body.splitlines()[:4] == [
        "We have received your order for Lincoln Unified School District, $195.00 in total:",
        "",
        "- West of the Tracks. Site, three years, $195.00",
        "",
    ]
    assert (
        "Next: accept it, which issues the invoice and the licences. Its purchase order is PO-7."
        in one_mail("order-to-handle").body
    )


def test_a_cancelled_order_is_no_longer_told(order: Order, teacher: User) -> None:
    cancel_order(order=order, by=teacher)
    statuses = set(Reminder.objects.about(f"licensing.order:{order.pk}").values_list("status", flat=True))
    assert statuses == {"cancelled"}


@pytest.mark.parametrize(
    ("language", "subject"), [("fr", "La commande {} est passée"), ("zh-hans", "订单 {} 已提交")]
)
def test_mails_are_made_in_the_readers_language(order: Order, language: str, subject: str) -> None:
    Reminder.objects.update(language=language)
    assert one_mail("order-placed").subject == subject.format(order.number)


def test_all_that_ends_on_a_day_is_one_message_with_a_link_that_renews(
    school: Institution, order: Order, rails: Film, site: LicenceType, teacher: User, office: User
) -> None:
    issue_invoice(order=order, by=office)
    for part in rails.whole.parts.all():
        issue_invoice(order=order_of(school, teacher, [(part, site)]), by=office)
    assert len(dues("licences-ending", "teacher@school.example")) == 5
    mail = mails("licences-ending")[0]
    assert mail is not None
    assert mail.subject == "4 licences are about to end, the first in 90 days"
    for number in range(1, 5):
        assert f"/licences/LIC-2027-000{number}/" in mail.body
    assert f"/licences/renew/?institution={school.pk}&day=2029-11-30" in mail.body


def test_what_is_renewed_is_not_reminded_of(
    licence: Licence, teacher: User, film: Film, site: LicenceType
) -> None:
    line = WantedLine(film=film, licence_type=site, starts_on=date(2028, 6, 1), renews=licence)
    place_order(
        institution=licence.institution, lines=[line], method="purchase-order", by=teacher, starts_on=TODAY,
        purchase_order_number="PO-8",
    )  # fmt: skip
    assert mails("licences-ending") == [None] * 5


def test_what_is_revoked_is_not_reminded_of(licence: Licence, office: User) -> None:
    revoke(licence=licence, because="By mistake.", by=office)
    assert mails("licences-ending") == [None] * 5


def test_an_invoice_owed_again_after_its_reminders_is_told_at_once_each_time(
    invoice: Invoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first 120 days later."""
    Reminder.objects.all().delete()
    for minutes in (1, 2):
        now = invoice.created_at + timedelta(days=120, minutes=minutes)
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        owe_invoice_again(invoice)
    assert [each.to for each in mails("invoice-overdue") if each] == [["teacher@school.example"]] * 2


def test_a_donation_that_went_back_is_not_asked_for(invoice: Invoice) -> None:
    Reminder.objects.all().delete()
    invoice.order.kind = Order.Kind.DONATION
    owe_invoice_again(invoice)
    assert not Reminder.objects.exists()
