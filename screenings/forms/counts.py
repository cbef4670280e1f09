"""Attendance and box office of each showing, after it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.refusals import RefusalsOn
from screenings.audience.counting import Counted, count_showings, currency_of
from screenings.models import Screening, ShowingCount
from screenings.schedules.dropping_off import Turnout, drop_off

if TYPE_CHECKING:
    from accounts.models import User


class CountsForm(forms.Form):
    """Two fields for each showing that has begun; it starts with what was counted before, or at the door. A showing that is left
    empty is not counted yet."""

    def __init__(self, *args: Any, screening: Screening, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.screening, self.by = screening, by
        self.currency = currency_of(screening)
        now = timezone.now()
        self.turnouts = [each for each in drop_off(screening).rows if each.showing.starts_at <= now]
        known = ShowingCount.objects.select_related("by").in_bulk(
            [each.showing.pk for each in self.turnouts], field_name="showing_id"
        )
        self.known = known
        for each in self.turnouts:
            self._add(each, known.get(each.showing.pk))

    def _add(self, turnout: Turnout, known: ShowingCount | None) -> None:
        key, film = turnout.showing.pk, turnout.showing.film.title
        self.fields[f"people_{key}"] = forms.IntegerField(
            label=_("People: %(film)s") % {"film": film},
            required=False,
            min_value=0,
            max_value=turnout.showing.screen.capacity,
            initial=known.people if known else turnout.came or None,
        )
        self.fields[f"box_office_{key}"] = forms.DecimalField(
            label=_("Box office: %(film)s") % {"film": film},
            required=False,
            min_value=0,
            max_digits=12,
            decimal_places=2,
            initial=known.box_office.amount if known else None,
        )
        for name in (f"people_{key}", f"box_office_{key}"):
            self.fields[name].widget.attrs |= {"class": "form-control", "aria-describedby": f"fault-{name}"}

    @property
    def rows(self) -> list[dict[str, Any]]:
        """For the page: each showing with its fields and what was entered before."""
        return [
            {
                "turnout": each,
                "fields": [self[f"people_{each.showing.pk}"], self[f"box_office_{each.showing.pk}"]],
                "known": self.known.get(each.showing.pk),
            }
            for each in self.turnouts
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for each in self.turnouts:
            key = each.showing.pk
            if data.get(f"box_office_{key}") and data.get(f"people_{key}") is None:
                self.add_error(f"people_{key}", _("How many people paid this?"))
        return data

    def save(self) -> bool:
        data = self.cleaned_data
        counts = {
            each.showing.pk: Counted(
                data[f"people_{each.showing.pk}"], data[f"box_office_{each.showing.pk}"] or Decimal()
            )
            for each in self.turnouts
            if data[f"people_{each.showing.pk}"] is not None
        }
        with RefusalsOn(self):
            count_showings(screening=self.screening, counts=counts, by=self.by)
            return True
        return False
