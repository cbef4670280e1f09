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
    "long-weekend": _("Friday with the weekend"),
    "first-sunday": _("The first Sunday of a month"),
    "first-sundays": _("The first Sundays of months"),
    "all-night": _("All night, with breakfast"),
    "evenings-apart": _("Evenings with gaps"),
    "every-monday": _("Every Monday"),
    "every-tuesday": _("Every Tuesday"),
    "every-wednesday": _("Every Wednesday"),
    "every-thursday": _("Every Thursday"),
    "every-friday": _("Every Friday"),
    "every-saturday": _("Every Saturday"),
    "every-sunday": _("Every Sunday"),
    "any": _("As the screens allow"),
    "replan": _("As few moves as possible"),
    "by-hand": _("By hand"),
}
USUALLY_ASKED = ("one-day", "two-days", "evenings", "series", "weekly")
ASKABLE = tuple(code for code in KIND_NAMES if code not in ("any", "replan", "by-hand"))
