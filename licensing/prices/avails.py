"""Avails: which films may be licensed in a country, for what, from and until when. Of our rights and of what is on offer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import batched

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from catalog.models import DistributionRight, Film, FilmQuerySet
from licensing.models import Price
from licensing.prices.territory import stretches_of
from licensing.terms.rights import Use
from licensing.terms.stretches import Stretch
from licensing.terms.words import USE_LABELS
from wording.countries import country_label
from wording.spreadsheets import BYTE_ORDER_MARK, csv_line, in_a_cell

AT_ONCE = 200
"""Films that are read together: the file of any number needs the memory of these."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where, on which day at the earliest, and for which use; all uses if none."""

    country: str
    on: date
    use: str = ""


@dataclass(frozen=True, slots=True)
class Avail:
    """A film or part, what may be licensed of it, and the stretches of days that have not ended; at least one of each."""

    film: Film
    uses: tuple[str, ...]
    stretches: tuple[Stretch, ...]


def available(asked: Asked) -> FilmQuerySet:
    """Public films and parts that may be licensed: our rights reach the country then or later, and a price is on offer.

    A part without rights of its own has those of its whole, as everywhere (prices.territory).
    """
    rights = DistributionRight.objects.filter(
        Q(countries=[]) | Q(countries__contains=[asked.country]),
        Q(ends_on=None) | Q(ends_on__gte=asked.on),
    ).order_by()
    own = DistributionRight.objects.filter(film=OuterRef("pk")).order_by()
    priced = Price.objects.on_sale(asked.on).select_related(None).filter(film=OuterRef("pk")).order_by()
    if asked.use:
        priced = priced.filter(licence_type__uses__contains=[asked.use])
    reached = Exists(rights.filter(film=OuterRef("pk"))) | (
        ~Exists(own) & Exists(rights.filter(film=OuterRef("part_of_id")))
    )
    return (
        Film.objects.public()
        .filter(reached, Exists(priced))
        .select_related("part_of")
        .order_by(
            Coalesce("part_of__sort_title", "sort_title"),
            Coalesce("part_of_id", "pk"),
            F("part_number").asc(nulls_first=True),
        )
    )


def avails_of(films: Sequence[Film], asked: Asked) -> list[Avail]:
    """What there is of these films, in their order. Two statements, however many."""
    if not films:
        return []
    uses = _uses_of(films, asked.on)
    days = stretches_of(films, asked.country)
    return [
        Avail(
            film,
            tuple(each.value for each in Use if each.value in uses[film.pk]),
            tuple(each for each in days[film.pk] if each.ends_on is None or each.ends_on >= asked.on),
        )
        for film in films
    ]


def _uses_of(films: Iterable[Film], on: date) -> dict[int, set[str]]:
    rows = Price.objects.on_sale(on).select_related(None).filter(film__in=[film.pk for film in films])
    found: defaultdict[int, set[str]] = defaultdict(set)
    for film, uses in rows.order_by().values_list("film", "licence_type__uses").distinct():
        found[film].update(uses)
    return found


def avails_csv(asked: Asked) -> Iterator[str]:
    """A line of column names, and one for each film or part and stretch of days."""
    yield BYTE_ORDER_MARK + csv_line(
        [_("film"), _("part"), _("year"), _("minutes"), _("country"), _("from"), _("until and including"), _("uses"), _("page")]
    )  # fmt: skip
    for some in batched(available(asked).iterator(chunk_size=AT_ONCE), AT_ONCE):
        for avail in avails_of(some, asked):
            yield from (
                csv_line(map(in_a_cell, _cells(avail, each, asked.country))) for each in avail.stretches
            )


def _cells(avail: Avail, stretch: Stretch, country: str) -> tuple[object, ...]:
    film = avail.film
    return (
        film.whole.title,
        film.title if film.part_of_id else None,
        film.year,
        film.runtime,
        country_label(country),
        stretch.starts_on.isoformat() if stretch.starts_on else None,
        stretch.ends_on.isoformat() if stretch.ends_on else None,
        "; ".join(str(USE_LABELS[Use(use)]) for use in avail.uses),
        settings.SITE_URL + film.get_absolute_url(),
    )
