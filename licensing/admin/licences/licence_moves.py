"""What the office does to a licence: suspend and reinstate it, or end it before its time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.licences import ending, suspending
from licensing.licences.life import life_of
from licensing.licences.moves import LEGAL_MOVES, LONGEST_REASON, Status
from licensing.licences.resting import names_of_resting
from licensing.models import Licence
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from office.site.moves import Move


class LicenceMove(Move[Licence]):
    permission = "licensing.change_licence"

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("licence"), self.row.number
        yield _("licensee"), self.row.licensee_name
        yield _("film"), self.row.film
        yield _("licence type"), self.row.type_name
        yield _("now"), life_of(self.row, office_today()).sentence
        if resting := names_of_resting(self.row):
            yield (
                _("screenings that rest on it"),
                format_html_join("", "<p>{}</p>", ((each,) for each in resting)),
            )


class WithReason(LicenceMove):
    because = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_REASON,
        help_text=_("The licensee is told, and the page that checks licences shows it."),
    )

    def facts(self) -> Iterable[tuple[object, object]]:
        yield from super().facts()
        if names_of_resting(self.row):
            yield (
                _("what follows"),
                _now(
                    "Each of these screenings goes on under another licence of the institution if one covers it. If none does, nobody can register for it until one does; who is registered keeps their places and is not written to, and its programmer and the office are told."
                ),
            )


def _may_become(row: Licence, to: Status) -> bool:
    return to in LEGAL_MOVES[Status(row.status)]


class Suspend(WithReason):
    name = "suspend"
    label = _("Suspend")

    @classmethod
    def fits(cls, row: Licence) -> bool:
        return _may_become(row, Status.SUSPENDED) and row.standing(office_today()) is not Standing.ENDED

    def act(self) -> str:
        suspending.suspend(licence=self.row, because=self.cleaned_data["because"], by=self.by)
        return _now("Licence %(number)s is suspended.") % {"number": self.row.number}


class Reinstate(LicenceMove):
    name = "reinstate"
    label = _("Reinstate")

    @classmethod
    def fits(cls, row: Licence) -> bool:
        return _may_become(row, Status.ACTIVE)

    def facts(self) -> Iterable[tuple[object, object]]:
        yield from super().facts()
        for cause, reason in self.row.causes():
            yield _("suspended for"), f"{cause}: {reason}"
        if len(self.row.suspensions) > 1:
            yield (
                _("what follows"),
                _now("All of these causes are set aside, and the licence is in force again."),
            )

    def act(self) -> str:
        suspending.reinstate(licence=self.row, by=self.by)
        return _now("Licence %(number)s is reinstated.") % {"number": self.row.number}


class Revoke(WithReason):
    name = "revoke"
    label = _("Revoke")

    @classmethod
    def fits(cls, row: Licence) -> bool:
        return _may_become(row, Status.REVOKED)

    def act(self) -> str:
        ending.revoke(licence=self.row, because=self.cleaned_data["because"], by=self.by)
        return _now("Licence %(number)s is revoked.") % {"number": self.row.number}


class Shorten(WithReason):
    name = "shorten"
    label = _("End it earlier")
    until = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))
    field_order = ("until", "because")

    @classmethod
    def fits(cls, row: Licence) -> bool:
        open_ones = (Standing.NOT_YET, Standing.IN_FORCE, Standing.SUSPENDED)
        return row.standing(office_today()) in open_ones

    def facts(self) -> Iterable[tuple[object, object]]:
        yield from super().facts()
        yield _("until"), self.row.ends_on or _("no end date")

    def act(self) -> str:
        values = self.cleaned_data
        ending.shorten(licence=self.row, until=values["until"], because=values["because"], by=self.by)
        return _now("Licence %(number)s ends earlier.") % {"number": self.row.number}


class Supersede(WithReason):
    name = "supersede"
    label = _("Replace by another licence")
    successor = forms.ModelChoiceField(
        label=_("The licence that takes its place"), queryset=Licence.objects.none()
    )
    field_order = ("successor", "because")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Licence.objects.filter(institution=self.row.institution_id, status=Status.ACTIVE)
        self.fields["successor"].queryset = others.exclude(pk=self.row.pk)  # type: ignore[attr-defined]  # a ModelChoiceField

    @classmethod
    def fits(cls, row: Licence) -> bool:
        return _may_become(row, Status.SUPERSEDED)

    def act(self) -> str:
        values = self.cleaned_data
        row = ending.supersede(
            licence=self.row, successor=values["successor"], because=values["because"], by=self.by
        )
        return _now("Licence %(number)s is replaced by %(successor)s.") % {
            "number": row.number,
            "successor": row.superseded_by,
        }


LICENCE_MOVES = (Suspend, Reinstate, Shorten, Supersede, Revoke)
