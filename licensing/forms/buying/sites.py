"""Which sites the licences of an order name: a choice for each line that may name any, and a place that is not on the list yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.buyers.administering import CHANGE
from licensing.buyers.details import site_named
from licensing.buyers.schools import has_sites, sites_of
from licensing.lookup import acts_for
from licensing.models import Act, Institution, LicenceType, Site
from licensing.prices.wanted import WantedLine
from licensing.terms.rights.uses import ONE_SITE, SiteScope
from typesetting.printing import validate_printable
from wording.one_line import one_line
from wording.translations import said

if TYPE_CHECKING:
    from accounts.models import User
    from catalog.models import Film

ANOTHER = "another"
"""The choice of a place that the form names."""
NEW_PLACE = ("site_name", "site_kind", "site_address")
SEVERAL = (SiteScope.DISTRICT, SiteScope.CONSORTIUM)


@dataclass(frozen=True, slots=True)
class SiteChoices:
    """The fields of a form for the sites of its lines. `are_needed`: on ordering, and not yet on a quote."""

    institution: Institution
    user: User
    pairs: Sequence[tuple[Film, LicenceType]]
    are_needed: bool = True

    def fields(self) -> dict[str, forms.Field]:
        """A field for each line, where there are sites to choose among; with them those of a place that is not on the list,
        for whom may add one. Three queries, and none where no line may name a site.
        """
        asked = [pair for pair in self.pairs if _takes(pair[1])]
        if not asked or not has_sites(self.institution):
            return {}
        sites = [(site.mark, str(site)) for site in sites_of(self.institution)]
        may_add = acts_for(self.user, self.institution, CHANGE, Act.ADMINISTER)
        chosen = {_name(*pair): self._field(*pair, sites, may_add) for pair in asked}
        return chosen | (_new_place() if may_add and any(_is_one(kind) for _film, kind in asked) else {})

    def _field(
        self, film: Film, kind: LicenceType, sites: list[tuple[str, str]], may_add: bool
    ) -> forms.Field:
        label = (
            _now("Sites for %(film)s, %(type)s") if not _is_one(kind) else _now("Site for %(film)s, %(type)s")
        )
        label %= {"film": film, "type": said(kind, "name").text}
        if not _is_one(kind):
            return forms.MultipleChoiceField(
                label=label,
                choices=sites,
                required=False,
                widget=forms.SelectMultiple(attrs={"size": min(len(sites), 8)}),
                help_text=_("None: all of it. To choose several, hold Ctrl or Cmd."),
            )
        another = [(ANOTHER, _now("another place, named below"))] if may_add else []
        return forms.ChoiceField(
            label=label,
            choices=[("", _now("Choose the building, branch or campus")), *sites, *another],
            required=False,
            initial=sites[0][0] if len(sites) == 1 else "",
            help_text="" if may_add else _("An administrator of your institution adds places to this list."),
        )

    def refuse_unnamed(self, form: forms.Form) -> None:
        """Asks for the name of another place, and for each choice that is needed. Called by the form's `clean`."""
        data = form.cleaned_data
        for film, kind in self.pairs:
            name = _name(film, kind)
            if name not in form.fields or not _is_one(kind) or form.has_error(name):
                continue
            if data.get(name) == ANOTHER and not data.get("site_name"):
                if not form.has_error("site_name"):
                    form.add_error("site_name", ValidationError(_("Name the place."), "no-site-name"))
            elif self.are_needed and not data.get(name):
                words = _("“%(type)s” is for one site. Choose the building, branch or campus that it is for.")
                params = {"type": said(kind, "name").text}
                form.add_error(name, ValidationError(words, "no-site", params))

    def chosen(self, data: Mapping[str, Any]) -> dict[tuple[int, int], tuple[Mapping[str, Any], ...]]:
        """The sites of each line, by the keys of film and type. Another place is added to the institution's list.

        Raises Refused (codes `not-administrator`, `too-many`), or ValidationError.
        """
        picked = {pair: _picked(data.get(_name(*pair))) for pair in self.pairs}
        if not any(picked.values()):
            return {}
        known: dict[str, Mapping[str, Any]] = {
            site.mark: site.to_json() for site in sites_of(self.institution)
        }
        if any(ANOTHER in marks for marks in picked.values()):
            known[ANOTHER] = self._another(data)
        return {
            (film.pk, kind.pk): tuple(known[mark] for mark in marks if mark in known)
            for (film, kind), marks in picked.items()
        }

    def _another(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        made = site_named(
            institution=self.institution,
            by=self.user,
            name=data["site_name"],
            kind=data["site_kind"],
            address=data["site_address"],
        )
        return next(
            site.to_json() for site in sites_of(self.institution)
            if (site.key, site.name) == (self.institution.pk, made.name)
        )  # fmt: skip

    def on(self, lines: Iterable[WantedLine], data: Mapping[str, Any]) -> list[WantedLine]:
        """The lines with the sites that were chosen for them."""
        chosen = self.chosen(data)
        return [
            replace(line, sites=chosen.get((line.film.pk, line.licence_type.pk), line.sites))
            for line in lines
        ]


def _takes(kind: LicenceType) -> bool:
    return _is_one(kind) or kind.grants().site_scope in SEVERAL


def _is_one(kind: LicenceType) -> bool:
    return kind.grants().site_scope in ONE_SITE


def _name(film: Film, kind: LicenceType) -> str:
    return f"sites_{film.pk}_{kind.pk}"


def _picked(value: Any) -> list[str]:
    return [value] if isinstance(value, str) and value else list(value or ())


def _new_place() -> dict[str, forms.Field]:
    return {
        "site_name": forms.CharField(
            label=_("Another place: its name"),
            max_length=150,
            required=False,
            validators=[one_line, validate_printable],
            help_text=_("It is added to the sites of your institution."),
        ),
        "site_kind": forms.ChoiceField(label=_("Its kind"), choices=Site.Kind.choices, required=False),
        "site_address": forms.CharField(
            label=_("Its address"),
            max_length=500,
            required=False,
            validators=[validate_printable],
            widget=forms.Textarea(attrs={"rows": 2}),
        ),
    }
