"""Our own rights: where and until when a film may be licensed, and the sentences that say so before anyone works in vain."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject

from catalog.models import DistributionRight, Film, Holdback
from catalog.uses import RightUse
from licensing.models import LicenceType
from licensing.terms.ours import HeldBack, Right, days_held, lacking, named, needed_for
from licensing.terms.rights import Use
from licensing.terms.stretches import Stretch, stretch_at, stretch_from
from revisions.prepared import Prepared
from wording.say import Country, Date, Say, Title, gettext_noop, say
from wording.translations import said

type Rights = Mapping[int, Sequence[Right]]
"""By the key of the film, as `read_rights` has them."""
HELD_BACK = {"film": F("film_id"), "whole": F("film__part_of_id"), "uses": F("uses"), "countries": F("countries"), "until": F("until")}  # fmt: skip
_OF_THE_FAMILY = (
    Q(film=OuterRef("film_id")) | Q(film=OuterRef("film__part_of_id")) | Q(film__part_of=OuterRef("film_id"))
)
_RIGHTS = Prepared(
    lambda: DistributionRight.objects.order_by().values_list(
        "film_id", "countries", "starts_on", "ends_on", "uses",
        ArraySubquery(Holdback.objects.filter(_OF_THE_FAMILY).order_by("pk").values(row=JSONObject(**HELD_BACK))),
    ),
    where="film_id = ANY(%s)",
)  # fmt: skip


def read_rights(films: Iterable[int]) -> dict[int, list[Right]]:
    """The rights of these films by their keys, with all that is held back in their families. One query."""
    found: defaultdict[int, list[Right]] = defaultdict(list)
    for film, countries, starts_on, ends_on, uses, held_back in _RIGHTS.columns([*{*films}]):
        right = Right(
            countries=frozenset(countries),
            starts_on=starts_on,
            ends_on=ends_on,
            uses=frozenset(map(RightUse, uses)),
            held_back=tuple(_held_back(json.loads(row)) for row in held_back),
        )
        found[film].append(right)
    return found


def _held_back(row: dict[str, Any]) -> HeldBack:
    return HeldBack(
        film=row["film"],
        whole=row["whole"],
        uses=frozenset(map(RightUse, row["uses"])),
        until=date.fromisoformat(row["until"]),
        countries=frozenset(row["countries"]),
    )


def rights_to(film: Film, found: Rights) -> tuple[Right, ...]:
    """A film's own rights, or those of its whole for a part that has none, with what is held back of it."""
    own = found.get(film.pk) or found.get(film.part_of_id or film.pk) or ()
    return tuple(_concerning(right, film) if right.held_back else right for right in own)


def _concerning(right: Right, film: Film) -> Right:
    held_back = tuple(each for each in right.held_back if each.concerns(film.pk, film.part_of_id))
    return replace(right, held_back=held_back)


def rights_of(films: Iterable[Film]) -> dict[int, tuple[Right, ...]]:
    """`rights_to` for several films, by their keys. One query."""
    films = list(films)
    found = read_rights(key for film in films for key in (film.pk, film.part_of_id or film.pk))
    return {film.pk: rights_to(film, found) for film in films}


def stretches_in(film: Film, country: str, needed: Collection[RightUse] = frozenset()) -> list[Stretch]:
    """The days on which we may license a film in a country, for all these uses."""
    return days_held(rights_of([film])[film.pk], country, needed)


def territory_of(film: Film, country: str, first_day: date, last_day: date, needed: Collection[RightUse] = frozenset()) -> Say:  # fmt: skip
    """What we may license in a country within these days, as a sentence. One query."""
    return territory_within(rights_of([film])[film.pk], film, country, first_day, last_day, needed)


def territory_within(  # noqa: PLR0917 - what is asked of the days, after what was read
    rights: Sequence[Right],
    film: Film,
    country: str,
    first_day: date,
    last_day: date,
    needed: Collection[RightUse] = frozenset(),
) -> Say:
    """The same of rights that were read before. Codes `territory`, `right-begins`, `right-ends`, `licensable`."""
    title, where = Title(str(film), film.title_language), Country(country)
    joined = days_held(rights, country, needed)
    stretch = stretch_at(joined, first_day) or stretch_from(joined, first_day)
    if stretch is None or (stretch.starts_on is not None and stretch.starts_on > last_day):
        if stretch_at(days_held(rights, country), first_day):
            return _not_for(lacking(rights, country, needed, first_day), stretch, title, where)
        return _nowhere(stretch, title, where)
    if stretch.starts_on is not None and stretch.starts_on > first_day:
        # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
        template = gettext_noop("We may license “{film}” in {country} from {day} on, not before.")
        return say("right-begins", template, film=title, country=where, day=Date(stretch.starts_on))
    if stretch.ends_on is not None and stretch.ends_on < last_day:
        # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
        template = gettext_noop("We may license “{film}” in {country} until {day}, not longer.")
        return say("right-ends", template, film=title, country=where, day=Date(stretch.ends_on))
    # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
    template = gettext_noop("We may license “{film}” in {country} on these days.")
    return say("licensable", template, film=title, country=where)


def _not_for(uses: Iterable[RightUse], later: Stretch | None, title: Title, where: Country) -> Say:
    if later is not None and later.starts_on is not None:
        # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
        template = gettext_noop("We may license “{film}” in {country} for this only from {day} on: {uses}.")
        return say(
            "territory", template, film=title, country=where, day=Date(later.starts_on), uses=named(uses)
        )
    # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
    template = gettext_noop("We may license “{film}” in {country}, but not for this: {uses}.")
    return say("territory", template, film=title, country=where, uses=named(uses))


def _nowhere(later: Stretch | None, title: Title, where: Country) -> Say:
    if later is not None and later.starts_on is not None:
        # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
        template = gettext_noop("We may license “{film}” in {country} only from {day} on.")
        return say("territory", template, film=title, country=where, day=Date(later.starts_on))
    # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
    return say(
        "territory", gettext_noop("We may not license “{film}” in {country}."), film=title, country=where
    )


def unheld(film: Film, kind: LicenceType, tier: str, rights: Sequence[Right], starts_on: date) -> Say | None:
    """Why a film may not be priced for a type's uses from a day on, anywhere; None if it may. Codes `no-right`, `use-not-held`."""
    title, day = Title(str(film), film.title_language), Date(starts_on)
    if not _is_held(rights, starts_on):
        template = gettext_noop("We hold no right to license “{film}” on {day} or later.")
        return say("no-right", template, film=title, day=day)
    needed = needed_for({Use(use) for use in kind.uses}, tier)
    if _is_held(rights, starts_on, needed):
        return None
    template = gettext_noop(
        "“{type}” cannot have a price for “{film}”: we hold no right on {day} or later for {uses}."
    )
    lacks = tuple(use for use in needed if not _is_held(rights, starts_on, {use})) or needed
    name = said(kind, "name")
    return say(
        "use-not-held",
        template,
        type=Title(name.text, name.language),
        film=title,
        day=day,
        uses=named(sorted(lacks)),
    )


def _is_held(rights: Sequence[Right], on: date, needed: Collection[RightUse] = frozenset()) -> bool:
    held = days_held(rights, needed=needed)
    return stretch_at(held, on) is not None or stretch_from(held, on) is not None
