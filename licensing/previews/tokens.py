"""The signed name of a viewing, for some hours, as a download has one; it opens nothing without its person's session."""

from __future__ import annotations

from datetime import timedelta

from django.core import signing
from django.utils import timezone

from licensing.models import PreviewViewing

LASTS = timedelta(hours=24)
"""Of one viewing's links: longer than our longest film with its pauses."""
SALT = "licensing.previews.watching"


def token_of(viewing: PreviewViewing) -> str:
    """The signed name of a viewing in addresses, for the next hours."""
    until = (timezone.now() + LASTS).timestamp()
    return signing.dumps([viewing.pk, int(until)], salt=SALT)


def viewing_of(token: str) -> tuple[PreviewViewing | None, bool]:
    """The viewing that a token names, None if it is not ours or was deleted; and whether its time is over."""
    try:
        pk, until = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None, False
    rows = PreviewViewing.objects.select_related(
        "preview__film__part_of",
        "preview__institution",
        "preview__asked_by",
        "film__part_of",
        "file__copy",
        "link",
    )
    return rows.filter(pk=pk).first(), until < timezone.now().timestamp()
