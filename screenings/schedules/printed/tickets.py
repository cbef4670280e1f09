"""What a person shows at the door: their ticket's code, for cameras."""

from __future__ import annotations

import segno
from django.utils.safestring import SafeString, mark_safe

from screenings.models import Registration


def qr_of(registration: Registration) -> SafeString:
    """The ticket as a QR code (ISO/IEC 18004) to stand inside a page: black on white in every theme, since cameras want that."""
    code = segno.make(registration.ticket, error="m", micro=False)
    drawing = code.svg_inline(border=4, light="#fff", svgclass="ticket", lineclass=None, omitsize=True)
    return mark_safe(drawing)  # noqa: S308 - drawn from letters and digits that we made
