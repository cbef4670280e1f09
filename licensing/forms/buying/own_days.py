"""The days on which licences begin that are bought for a screening: a field for each, filled with the screening's first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _

from licensing.prices.wanted import WantedLine
from licensing.sales.ordering.occasion_words import said_days
from licensing.terms.days import LATEST_START, office_today
from licensing.terms.occasions import Occasion
from wording.translations import said


@dataclass(frozen=True, slots=True)
class OwnDays:
    """The fields of a form for those lines that are for a screening."""

    lines: Sequence[WantedLine]

    def fields(self) -> dict[str, forms.Field]:
        return {_name(line): _field(line, line.occasion) for line in self.lines if line.occasion}

    def refuse_unfit(self, form: forms.Form) -> None:
        """Says which days would not cover the screening. Called by the form's `clean`."""
        for line in self.lines:
            day = form.cleaned_data.get(_name(line))
            if line.occasion is None or day is None:
                continue
            if not line.occasion.is_covered(line.licence_type.grants(), day, office_today()):
                words = _("A licence that begins on this day would not cover the screening. %(screening)s")
                params = {"screening": said_days(line.occasion)}
                form.add_error(_name(line), ValidationError(words, "not-covered", params))

    def chosen(self, data: Mapping[str, Any]) -> list[WantedLine]:
        """The lines with the days that were chosen for them."""
        return [replace(line, starts_on=data.get(_name(line), line.starts_on)) for line in self.lines]


def _field(line: WantedLine, occasion: Occasion) -> forms.Field:
    first, last = office_today(), office_today() + LATEST_START
    names = {"film": line.film, "type": said(line.licence_type, "name").text}
    ends = {"min": first.isoformat(), "max": last.isoformat()}
    return forms.DateField(
        label=_("%(film)s, %(type)s, begins on") % names,
        initial=line.starts_on,
        widget=forms.DateInput(attrs={"type": "date", **ends}, format="%Y-%m-%d"),
        validators=[
            MinValueValidator(first, _("Licences cannot begin in the past. Choose today or later.")),
            MaxValueValidator(last, _("Licences can begin at most eighteen months from now.")),
        ],
        help_text=said_days(occasion),
    )


def first_of(lines: Sequence[WantedLine]) -> date:
    """The first day of lines of which each has one."""
    return min(line.starts_on for line in lines if line.starts_on)


def _name(line: WantedLine) -> str:
    return f"begins_{line.film.pk}_{line.licence_type.pk}"
