"""The copy of the film that a licence comes with: as it was promised, and as it was handed over."""

from __future__ import annotations

from django.utils.translation import gettext as _

from licensing.models import Delivery, Licence, LicenceType, Way

HANDED_OVER = (Delivery.State.GIVEN, Delivery.State.SENT, Delivery.State.RECEIVED)


def promised_copy(kind: LicenceType) -> str:
    """In a few words, as the certificate says it."""
    words = {
        Way.FILE: _("files to download"),
        Way.STREAM: _("a stream"),
        Way.DISC: _("a disc"),
        Way.DCP: _("a DCP"),
    }
    return words[Way(kind.delivers)] if kind.delivers else _("none: the licensee uses a copy of its own")


def delivered_copies(licence: Licence) -> list[str]:
    """What has been handed over and was not sent back: way, and the format and language of the copy where one is named. One query."""
    rows = licence.deliveries.filter(state__in=HANDED_OVER).exclude(way=Way.KEY).select_related("copy")
    return [_copy_words(each) for each in rows.order_by("pk")]


def _copy_words(delivery: Delivery) -> str:
    way, copy = str(Way(delivery.way).label), delivery.copy
    return way if copy is None else f"{way} ({copy.get_format_display()}, {copy.language})"
