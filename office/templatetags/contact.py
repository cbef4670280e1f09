"""How people reach the office. These are tags because error pages and mails are rendered without a context processor."""

from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def contact_email() -> str:
    return settings.CONTACT_EMAIL


@register.inclusion_tag("office/address.html")
def office_address() -> dict[str, str]:
    """The distributor's name, and the e-mail address, phone number and postal address that the settings give."""
    return {
        "name": settings.DISTRIBUTOR,
        "email": settings.CONTACT_EMAIL,
        "phone": settings.PHONE,
        "postal_address": settings.POSTAL_ADDRESS,
    }
