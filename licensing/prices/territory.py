"""Our own rights: where and until when a film may be licensed, and the sentences that say so before anyone works in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from catalog.models import DistributionRight, Film
from licensing.terms.charging.pricing import Right
from licensing.terms.stretches import Stretch, stretch_at, stretch_from, stretches
from revisions.prepared import Prepared
from wording.say import Country, Date, Say, Title, gettext_noop, say

_RIGHTS = Prepared(
    lambda: DistributionRight.objects.order_by().values_list("film_id", "countries", "starts_on", "ends_on"),
    where="film_id = ANY(%s)",
)


def read_rights(films: Iterable[int]) -> Iterator[tuple[int, Right]]:
    """The rights of these films, each with the key of its film. One query."""
    for film, countries, starts_on, ends_on in _RIGHTS.columns([*{*films}]):
        yield film, Right(countries=frozenset(countries), starts_on=starts_on, ends_on=ends_on)


def stretches_of(films: Iterable[Film], country: str) -> dict[int, list[Stretch]]:
    """`stretches_in` for several films, by their keys. One query."""
    films = list(films)
    found = list(read_rights(key for film in films for key in (film.pk, film.part_of_id or film.pk)))
    return {film.pk: _joined(film, found, country) for film in films}


def stretches_in(film: Film, country: str) -> list[Stretch]:
    """The days on which we may license a film in a country; a part without rights of its own has those of its whole."""
    return stretches_of([film], country)[film.pk]


def _joined(film: Film, found: list[tuple[int, Right]], country: str) -> list[Stretch]:
    own = [right for key, right in found if key == film.pk] or [
        right for key, right in found if key == film.part_of_id
    ]
    return stretches(right for right in own if right.reaches(country))


def territory_of(film: Film, country: str, first_day: date, last_day: date) -> Say:
    """What we may license in a country within these days, as a sentence. One query."""
    return territory_within(stretches_in(film, country), film, country, first_day, last_day)


def territory_within(joined: list[Stretch], film: Film, country: str, first_day: date, last_day: date) -> Say:
    """The same of stretches that were read before. Codes `territory`, `right-begins`, `right-ends`, `licensable`."""
    title, where = Title(str(film), film.title_language), Country(country)
    stretch = stretch_at(joined, first_day) or stretch_from(joined, first_day)
    if stretch is None or (stretch.starts_on is not None and stretch.starts_on > last_day):
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


def _nowhere(later: Stretch | None, title: Title, where: Country) -> Say:
    if later is not None and later.starts_on is not None:
        # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
        template = gettext_noop("We may license “{film}” in {country} only from {day} on.")
        return say("territory", template, film=title, country=where, day=Date(later.starts_on))
    # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
    return say(
        "territory", gettext_noop("We may not license “{film}” in {country}."), film=title, country=where
    )
