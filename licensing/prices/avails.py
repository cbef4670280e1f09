"""Avails: which films may be licensed in a country, for what, from and until when. Of our rights and of what is on offer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import batched
from operator import and_, or_

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from catalog.models import DistributionRight, Film, FilmQuerySet, Holdback
from catalog.uses import RightUse
from licensing.models import LicenceType, Price, Tier
from licensing.prices.territory import rights_of
from licensing.terms.ours import Right, days_held, needed_for
from licensing.terms.rights import Use
from licensing.terms.stretches import Stretch, stretches
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
class Days:
    """Uses, and the stretches of days that have not ended on which they may be licensed; at least one of each."""

    uses: tuple[Use, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Avail:
    """A film or part, and what may be licensed of it when: the uses with the same days stand together."""

    film: Film
    days: tuple[Days, ...]


def available(asked: Asked) -> FilmQuerySet:
    """Public films and parts that may be licensed: a price is on offer for uses that our rights reach then or later.

    A part without rights of its own has those of its whole, as everywhere (prices.territory). Only where one licence needs
    several uses, and our rights to them never hold together, is a film among these of which `avails_of` has nothing.
    """
    reached = (_on_offer(asked, offered) & _reached(asked, needed) for needed, offered in _needs(asked))
    return (
        Film.objects.public()
        .filter(reduce(or_, reached, Q(pk__in=[])))
        .select_related("part_of")
        .order_by(
            Coalesce("part_of__sort_title", "sort_title"),
            Coalesce("part_of_id", "pk"),
            F("part_number").asc(nulls_first=True),
        )
    )


type Offered = tuple[int, str]
"""The key of a licence type, and a tier."""


def _needs(asked: Asked) -> list[tuple[frozenset[RightUse], list[Offered]]]:
    """The licence types and tiers that are priced, by the uses of our rights that they need. One statement."""
    kinds = LicenceType.objects.filter(**{"uses__contains": [asked.use]} if asked.use else {})
    found: defaultdict[frozenset[RightUse], list[Offered]] = defaultdict(list)
    for kind, uses in kinds.values_list("pk", "uses").order_by("pk"):
        for tier in Tier.values:
            found[needed_for([Use(use) for use in uses], tier)].append((kind, tier))
    return list(found.items())


def _on_offer(asked: Asked, offered: Sequence[Offered]) -> Q:
    prices = Price.objects.on_sale(asked.on).select_related(None).filter(film=OuterRef("pk")).order_by()
    tiers: defaultdict[str, list[int]] = defaultdict(list)
    for kind, tier in offered:
        tiers[tier].append(kind)
    kinds = (Q(tier=tier, licence_type__in=each) for tier, each in tiers.items())
    return Q(Exists(prices.filter(reduce(or_, kinds))))


def _reached(asked: Asked, needed: frozenset[RightUse]) -> Q:
    return reduce(and_, (_reached_for(asked, use) for use in needed))


def _reached_for(asked: Asked, use: RightUse) -> Q:
    held_back = Holdback.objects.filter(
        Q(countries=[]) | Q(countries__contains=[asked.country]), uses__contains=[use.value]
    )
    rights = DistributionRight.objects.filter(
        Q(countries=[]) | Q(countries__contains=[asked.country]),
        Q(ends_on=None) | Q(ends_on__gte=asked.on),
        Q(uses=[]) | Q(uses__contains=[use.value]),
    ).order_by()
    # As `HeldBack.concerns`: of the film itself, of its whole, and of its parts.
    concerned = {"film": OuterRef(OuterRef("pk"))}, {"film": OuterRef(OuterRef("part_of_id"))}, {"film__part_of": OuterRef(OuterRef("pk"))}  # fmt: skip
    beyond = held_back.filter(reduce(or_, (Q(**each) for each in concerned)), until__gte=OuterRef("ends_on"))
    rights = rights.filter(~Exists(beyond))
    own = DistributionRight.objects.filter(film=OuterRef("pk")).order_by()
    return Q(Exists(rights.filter(film=OuterRef("pk")))) | (
        ~Q(Exists(own)) & Q(Exists(rights.filter(film=OuterRef("part_of_id"))))
    )


def avails_of(films: Sequence[Film], asked: Asked) -> list[Avail]:
    """What there is of these films, in their order. Two statements, however many."""
    if not films:
        return []
    offered, rights = _offered(films, asked.on), rights_of(films)
    found = (Avail(film, _days(offered[film.pk], rights[film.pk], asked)) for film in films)
    return [avail for avail in found if avail.days]


def _days(
    offered: Iterable[tuple[frozenset[Use], str]], rights: Sequence[Right], asked: Asked
) -> tuple[Days, ...]:
    """A use has the days of all licences on offer that grant it."""
    of_use: defaultdict[Use, list[Stretch]] = defaultdict(list)
    for uses, tier in offered:
        for use in uses:
            of_use[use] += days_held(rights, asked.country, needed_for(uses, tier))
    together: dict[tuple[Stretch, ...], list[Use]] = {}
    for use in (each for each in Use if each in of_use):
        ahead = (each for each in stretches(of_use[use]) if each.ends_on is None or each.ends_on >= asked.on)
        together.setdefault(tuple(ahead), []).append(use)
    return tuple(Days(tuple(uses), days) for days, uses in together.items() if days)


def _offered(films: Iterable[Film], on: date) -> dict[int, set[tuple[frozenset[Use], str]]]:
    rows = Price.objects.on_sale(on).select_related(None).filter(film__in=[film.pk for film in films])
    found: defaultdict[int, set[tuple[frozenset[Use], str]]] = defaultdict(set)
    for film, uses, tier in rows.order_by().values_list("film", "licence_type__uses", "tier").distinct():
        found[film].add((frozenset(map(Use, uses)), tier))
    return found


def avails_csv(asked: Asked) -> Iterator[str]:
    """A line of column names, and one for each film or part, stretch of days, and uses that have these days."""
    yield BYTE_ORDER_MARK + csv_line(
        [_("film"), _("part"), _("year"), _("minutes"), _("country"), _("from"), _("until and including"), _("uses"), _("page")]
    )  # fmt: skip
    for some in batched(available(asked).iterator(chunk_size=AT_ONCE), AT_ONCE):
        for avail in avails_of(some, asked):
            yield from (
                csv_line(map(in_a_cell, _cells(avail.film, days.uses, each, asked.country)))
                for days in avail.days
                for each in days.stretches
            )


def _cells(film: Film, uses: Iterable[Use], stretch: Stretch, country: str) -> tuple[object, ...]:
    return (
        film.whole.title,
        film.title if film.part_of_id else None,
        film.year,
        film.runtime,
        country_label(country),
        stretch.starts_on.isoformat() if stretch.starts_on else None,
        stretch.ends_on.isoformat() if stretch.ends_on else None,
        "; ".join(str(USE_LABELS[use]) for use in uses),
        settings.SITE_URL + film.get_absolute_url(),
    )
