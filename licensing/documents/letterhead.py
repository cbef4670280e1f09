"""What every document of ours begins and ends with: who sells, how to reach them, on which paper. From the seller's snapshot alone."""

from __future__ import annotations

import io
from base64 import b64encode
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image

from office.distributor.keeping import file_named
from office.distributor.paper import paper_for
from office.distributor.snapshot import Seller
from wording.countries import country_label


def letterhead(seller: Seller, *, buyer_country: str, template: str) -> dict[str, Any]:
    """The parts of a document's data that follow from the seller. `set` says how it is set, and is no words."""
    return {
        "set": {
            "template": template,
            "paper": paper_for(buyer_country, seller["paper"]),
            "logo": seller["logo"],
        },
        "seller": seller["legal_name"],
        "seller_lines": postal_lines(seller["address"], seller["country"]),
        "seller_facts": [
            [label, value]
            for label, value in (
                (_("Telephone"), seller["phone"]),
                (_("E-mail"), seller["reply_to"]),
                (_("EIN"), seller["ein"]),
                (_("VAT number"), seller["vat_number"]),
            )
            if value
        ],
        "page_of": _("Page %(number)s of %(count)s") % {"number": "{n}", "count": "{m}"},
    }


def postal_lines(address: list[str], country: str) -> list[str]:
    """The address with its country; nothing without an address."""
    return [*address, country_label(country)] if address else []


def drawn(words: dict[str, Any]) -> dict[str, Any]:
    """The words of a document with what is drawn on it: the logo as SVG, or none."""
    digest = words.get("set", {}).get("logo")
    return words | {"logo": logo_svg(digest) if digest else None}


@lru_cache(maxsize=4)
def logo_svg(digest: str) -> str:
    """The logo that a document names, as an SVG of its size. What a digest names never changes."""
    file = file_named(digest)
    content = bytes(file.content)
    with Image.open(io.BytesIO(content)) as image:
        width, height = image.size
    data = f"data:{file.media_type};base64,{b64encode(content).decode()}"
    size = f'width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}"><image {size} href="{data}"/></svg>'
