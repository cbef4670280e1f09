"""What the distributor's logo and vendor form must be, looked at before they are kept."""

from __future__ import annotations

import io

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from wording.refusals import Refused

LARGEST_LOGO = 200 * 1024
LARGEST_FORM = 2 * 1024 * 1024
WIDEST = 2400
"""Pixels of a logo's longer side: 12 cm at more than 500 dots an inch."""
LOGO_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
BEGINS, ENDS = b"%PDF-", b"%%EOF"
TAIL = 1024


def logo_type(content: bytes) -> str:
    """The media type of a logo. Raises Refused (codes `too-large`, `not-a-logo`) unless it is a small PNG or JPEG that can be decoded."""
    if len(content) > LARGEST_LOGO:
        raise Refused(_("The logo is larger than 200 KB."), "too-large")
    try:
        with Image.open(io.BytesIO(content), formats=list(LOGO_TYPES)) as image:
            if max(image.size) > WIDEST:
                raise Refused(_("The logo is wider or higher than 2400 pixels."), "too-large")
            image.load()
            return LOGO_TYPES[image.format or ""]
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Refused(_("The logo is not a PNG or JPEG image."), "not-a-logo") from error


def form_type(content: bytes) -> str:
    """The media type of a vendor form. Raises Refused (codes `too-large`, `not-a-pdf`) unless it begins and ends like a PDF."""
    if len(content) > LARGEST_FORM:
        raise Refused(_("The form is larger than 2 MB."), "too-large")
    if not content.startswith(BEGINS) or ENDS not in content[-TAIL:]:
        raise Refused(_("The file is not a PDF."), "not-a-pdf")
    return "application/pdf"
