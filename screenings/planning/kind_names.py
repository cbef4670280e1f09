"""The names of the kinds of plan on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

KIND_NAMES: dict[str, _StrPromise] = {
    "one-day": _("One day"),
    "two-days": _("Two consecutive days"),
    "evenings": _("Consecutive evenings"),
    "series": _("A series"),
    "weekly": _("Once a week"),
    "any": _("As the screens allow"),
    "by-hand": _("By hand"),
}
ASKABLE = ("one-day", "two-days", "evenings", "series", "weekly")
