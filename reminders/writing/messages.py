"""Makes the mail for one reminder, or for several to one address."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import parseaddr
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from office.distributor.reader import distributor, sender
from reminders.writing.declining import declining_token
from reminders.writing.headers import Mail
from reminders.writing.own_words import OURS, Texts
from reminders.writing.together import together
from reminders.writing.written import Written

if TYPE_CHECKING:
    from office.models import Distributor
    from reminders.kinds import Kind
    from reminders.models import Reminder


def write(reminder: Reminder, kind: Kind, seller: Distributor, texts: Texts = OURS) -> Written | None:
    """In its recipient's language and time zone. None when there is no longer anything to say."""
    with translation.override(reminder.language), timezone.override(reminder.time_zone):
        context = kind.context(reminder)
        if context is None:
            return None
        values = context | {"reminder": reminder, "DISTRIBUTOR": seller.legal_name}
        subject, text, html = texts.say(kind, reminder.language, values)
        address = str(context.get("address", ""))
        return Written(reminder, kind, subject, text, html, address, kind.attachments(reminder))


def compose(reminder: Reminder, kind: Kind) -> EmailMultiAlternatives | None:
    """The mail for one reminder. None when there is no longer anything to say."""
    seller = distributor()
    written = write(reminder, kind, seller)
    return mail_of([written], seller) if written else None


def mail_of(written: Sequence[Written], seller: Distributor) -> EmailMultiAlternatives:
    """The mail of one reminder, or of several to one address."""
    first = written[0].reminder
    with translation.override(first.language), timezone.override(first.time_zone):
        whole = written[0] if len(written) == 1 else together(written)
        foot, way_out = _foot(seller), _way_out(written)
        mail = Mail(
            subject=whole.subject,
            body=whole.text + _foot_in_text(foot, way_out),
            from_email=sender(seller),
            to=[first.recipient],
            reply_to=[seller.answers_to],
            headers={"Message-ID": message_id(first), **_one_click(way_out)},
        )
        mail.attach_alternative(_page(whole.subject, whole.html, first.language, foot, way_out), "text/html")
        for attachment in whole.attachments:
            mail.attach(attachment.name, attachment.content, attachment.content_type)
        return mail


def message_id(reminder: Reminder) -> str:
    """The same for every attempt (of the same reminders together), so that a mail server or mail reader can drop a duplicate (RFC 5322, 3.6.4).

    Its host is the mail server's name for us and not the record's, which may change between two attempts.
    """
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{reminder.bundle or reminder.message_id}@{host}>"


def _foot(seller: Distributor) -> list[str]:
    """Who writes, with the postal address that laws on trade by mail ask for; nothing while there is none."""
    return [seller.legal_name, *seller.address.splitlines()] if seller.address else []


def _foot_in_text(foot: list[str], way_out: str) -> str:
    """Below the line that mail readers know as the end of a message (RFC 3676, 4.3)."""
    said = (
        [_("To get no more messages of this kind: %(address)s") % {"address": f"<{way_out}>"}]
        if way_out
        else []
    )
    return "\n-- \n" + "\n".join([*foot, *said]) + "\n" if foot or said else ""


def _way_out(written: Sequence[Written]) -> str:
    """The address of the page that declines those kinds of a mail that may be; empty if all are owed by contract."""
    kinds = {each.kind.name for each in written if each.kind.is_optional}
    if not kinds:
        return ""
    token = declining_token(written[0].reminder.recipient, kinds)
    return settings.SITE_URL + reverse("reminders:decline", args=[token])


def _one_click(way_out: str) -> dict[str, str]:
    """RFC 8058, 3.1. Mail readers send a POST to the address when their button is used."""
    if not way_out:
        return {}
    return {"List-Unsubscribe": f"<{way_out}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _page(subject: str, body: str, language: str, foot: list[str], way_out: str) -> str:
    return render_to_string(
        "reminders/message.html",
        using="django",
        context={
            "subject": subject,
            "body": SafeString(body),
            "language": language,
            "foot": foot,
            "way_out": way_out,
        },
    )
