"""How people reach the office."""

from __future__ import annotations

from django import template
from django.template.context import Context

from office.distributor.reader import last_known
from office.models import Distributor

register = template.Library()


@register.simple_tag
def last_contact_email() -> str:
    """For error pages, which are made without a context processor and perhaps without a database."""
    return last_known().contact_email


@register.inclusion_tag("office/address.html", takes_context=True)
def office_address(context: Context) -> dict[str, Distributor]:
    """The distributor's name, and its e-mail address, phone number and postal address."""
    return {"seller": context["SELLER"]}
