"""What a member of an institution may do: the one table, which look-ups, verbs and templates ask."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """What a person is for an institution."""

    OWNER = "owner", _("administrator")
    BUYER = "buyer", _("buyer")
    PROGRAMMER = "programmer", _("programmer")
    READER = "reader", pgettext_lazy("a member of an institution", "reader")


class Act(StrEnum):
    """Something that a member does for an institution."""

    SEE = "see"
    """Open its page, its orders, invoices, licences and screenings."""
    NOTE = "note"
    """Keep an answer of the licence finder."""
    ORDER = "order"
    """Order, pay, cancel an order."""
    RECEIVE = "receive"
    """Take the film: download it, confirm that it has arrived, ask for a key."""
    SCREEN = "screen"
    """Ask the planner, publish and call off screenings."""
    ADMINISTER = "administer"
    """Change its details, its people and their roles."""


ROLES_FOR: Mapping[Act, frozenset[Role]] = {
    Act.SEE: frozenset(Role),
    Act.NOTE: frozenset({Role.OWNER, Role.BUYER, Role.PROGRAMMER}),
    Act.ORDER: frozenset({Role.OWNER, Role.BUYER}),
    Act.RECEIVE: frozenset({Role.OWNER, Role.BUYER, Role.PROGRAMMER}),
    Act.SCREEN: frozenset({Role.OWNER, Role.PROGRAMMER}),
    Act.ADMINISTER: frozenset({Role.OWNER}),
}

WHAT_ROLES_DO = {
    Role.OWNER: _("does everything: people and details, orders, screenings"),
    Role.BUYER: _("orders and pays, and sees everything"),
    Role.PROGRAMMER: _("plans and publishes screenings, and sees everything"),
    Role.READER: _("sees everything and changes nothing"),
}
