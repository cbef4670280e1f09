"""House styles: how a house likes its days. Some are shipped; a venue keeps its own (`HouseStyle`)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from screenings import planner
from screenings.models import HouseStyle, Venue
from screenings.planner import Choice, Hours, Settings, Use

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

OWN = (
    "licence_from",
    "licence_to",
    "kinds",
    "plans_of_a_kind",
    "weekdays",
    "repeat_least_days",
    "repeat_most_days",
    "repeats_alike",
    "usual_way",
    "costs",
    "late_after",
    "early_until",
    "work_ends",
    "long_day_after",
)
"""Not part of a style: what depends on the film, the licence and the request, and what nobody is asked."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style under its code: of a shipped one its name, of a venue's own its key."""

    code: str
    name: _StrPromise | str
    settings: Settings


def _soft(*codes: str) -> tuple[Choice, ...]:
    return tuple(Choice(code, Use.SOFT) for code in codes)


def _off(*codes: str) -> tuple[Choice, ...]:
    return tuple(Choice(code, Use.OFF) for code in codes)


SHIPPED: dict[str, Style] = {
    style.code: style
    for style in (
        Style("cinema", _("Cinema: breaks of a quarter of an hour, meals where they can be"), Settings(choices=_soft("meal-break"))),
        Style(
            "day-out",
            _("A day out: everyone eats together, at noon and in the evening"),
            Settings(minimum_break=20, meal_minutes=60, longest_meal=90, start_step=15),
        ),
        Style(
            "straight-through",
            _("Straight through: short breaks, people bring their own food"),
            Settings(choices=_off("meal-break", "meal-times", "on-end", "long-day")),
        ),
        Style(
            "repertory",
            _("Repertory: each part is an evening or afternoon show of its own"),
            Settings(minimum_break=10, choices=_off("meal-break", "meal-times", "on-end", "waiting", "same-hour", "even-rhythm", "working-hours")),
        ),
        Style(
            "night",
            _("Through the night, with breakfast"),
            Settings(
                minimum_break=15,
                meal_minutes=30,
                meal_times=(Hours(time(5), time(9)), Hours(time(18), time(21))),
                choices=_off("late-night", "working-hours", "long-day", "meal-break"),
            ),
        ),
    )
}  # fmt: skip
USUAL = "cinema"


def styles_for(venue: Venue | None) -> list[Style]:
    """The venue's own styles by name, then the shipped ones. One query."""
    own = HouseStyle.objects.filter(venue=venue).order_by("name") if venue else ()
    return [*(Style(f"{row.pk}", row.name, settings_of(row)) for row in own), *SHIPPED.values()]


def usual_style(venue: Venue | None) -> Style:
    """The style that a request begins with: the venue's usual one, or a cinema's."""
    row = HouseStyle.objects.filter(venue=venue, is_usual=True).first() if venue else None
    return Style(f"{row.pk}", row.name, settings_of(row)) if row else SHIPPED[USUAL]


def settings_of(row: HouseStyle) -> Settings:
    return planner.settings_from_data(row.wishes)


def wishes_of(settings: Settings) -> dict[str, Any]:
    """What a row keeps of some settings."""
    usual = Settings()
    return planner.settings_to_data(replace(settings, **{name: getattr(usual, name) for name in OWN}))
