"""Several reminders to one address as one: a few with their whole texts, many as a list with a link for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reminders.kinds import Attachment
from reminders.writing.written import Written

MOST_WHOLE = 5
MOST_ATTACHED = 20
MOST_BYTES = 5_000_000
"""Of all attachments of a mail; a mail server may refuse 10 MB."""


def together(written: Sequence[Written]) -> Written:
    """The languages of all are the same; the caller has activated it."""
    first = written[0]
    number = len(written)
    if len({each.kind.name for each in written}) == 1:
        subject = _("%(kind)s: %(number)d messages in one") % {"kind": first.kind.label, "number": number}
    else:
        subject = ngettext("%(number)d message for you", "%(number)d messages for you", number) % {
            "number": number
        }
    attachments = [file for each in written for file in each.attachments]
    said = "" if _fit(attachments) else _("The documents are on the pages that are linked here.")
    text, html = _whole(written) if number <= MOST_WHOLE else _listed(written)
    return Written(
        first.reminder,
        first.kind,
        subject,
        f"{said}\n\n{text}" if said else text,
        format_html("<p>{}</p>\n{}", said, SafeString(html)) if said else html,
        "",
        attachments if not said else [],
    )


def _fit(attachments: Sequence[Attachment]) -> bool:
    return len(attachments) <= MOST_ATTACHED and sum(len(each.content) for each in attachments) <= MOST_BYTES


def _whole(written: Sequence[Written]) -> tuple[str, str]:
    rule = "\n" + "-" * 40 + "\n\n"
    text = rule.join(f"{each.subject}\n\n{each.text}" for each in written)
    html = format_html_join(
        SafeString("<hr>\n"),
        "<h2>{}</h2>\n{}",
        ((each.subject, SafeString(each.html)) for each in written),
    )
    return text, html


def _listed(written: Sequence[Written]) -> tuple[str, str]:
    """By kind, each with its number."""
    texts, htmls = [], []
    for heading, group in _by_kind(written):
        texts.append(f"{heading}\n\n" + "\n".join(f"* {each.subject}{_in_text(each)}" for each in group))
        items = format_html_join("\n", "<li>{}{}</li>", ((each.subject, _in_html(each)) for each in group))
        htmls.append(format_html("<h2>{}</h2>\n<ul>\n{}\n</ul>", heading, items))
    return "\n\n".join(texts) + "\n", SafeString("\n").join(htmls)


def _in_text(each: Written) -> str:
    return f"\n  <{each.address}>" if each.address else ""


def _in_html(each: Written) -> SafeString:
    return format_html('<br>\n<a href="{0}">{0}</a>', each.address) if each.address else SafeString()


def _by_kind(written: Sequence[Written]) -> Iterator[tuple[str, list[Written]]]:
    first_seen = {each.kind.name: place for place, each in reversed(list(enumerate(written)))}
    ordered = sorted(written, key=lambda each: first_seen[each.kind.name])
    for _name, rows in groupby(ordered, key=lambda each: each.kind.name):
        group = list(rows)
        yield f"{group[0].kind.label} ({len(group)})", group
