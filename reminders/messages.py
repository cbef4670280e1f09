"""From one Markdown source, the text and the HTML of a message."""

from __future__ import annotations

from email.utils import parseaddr
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from reminders.kinds import Kind
    from reminders.models import Reminder

# A person's name may stand in a message, so no Markdown in it may hide an address behind other words or fetch a picture:
# addresses are written out, as <https://...>.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["link", "image"])


def compose(reminder: Reminder, kind: Kind) -> EmailMultiAlternatives | None:
    """The mail that a reminder has become, in its recipient's language and time zone; None: nothing to say any more."""
    with translation.override(reminder.language), timezone.override(reminder.time_zone):
        context = kind.context(reminder)
        if context is None:
            return None
        subject, text = _render(
            kind.template, context | {"reminder": reminder, "SITE_URL": settings.SITE_URL}
        )
        mail = EmailMultiAlternatives(
            subject=subject, body=text, to=[reminder.recipient], headers={"Message-ID": message_id(reminder)}
        )
        mail.attach_alternative(_html(subject, text, reminder.language), "text/html")
        for attachment in kind.attachments(reminder):
            mail.attach(attachment.name, attachment.content, attachment.content_type)
        return mail


def message_id(reminder: Reminder) -> str:
    """Stable over every attempt, so that a mail server or reader can drop a double (RFC 5322, 3.6.4)."""
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{reminder.message_id}@{host}>"


def _render(template: str, context: dict[str, Any]) -> tuple[str, str]:
    first, _, rest = render_to_string(template, context, using="mail").strip().partition("\n")
    return " ".join(first.split()), rest.strip() + "\n"


def _html(subject: str, text: str, language: str) -> str:
    body = MARKDOWN.render(text)
    return render_to_string(
        "reminders/message.html",
        using="django",
        context={"subject": subject, "body": body, "language": language},
    )
