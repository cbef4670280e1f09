"""What is held, and what it covers, put before the pure rules of `terms.rights`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.fields.json import KT

from catalog.models import Film
from licensing.models import Institution, Licence, ReportAnswer, RightsReport
from licensing.models.licences.works import works_under
from licensing.terms.days import office_today
from licensing.terms.rights import Held, SiteScope
from revisions.prepared import Prepared

COVER_SCHOOLS = (SiteScope.DISTRICT.value, SiteScope.CONSORTIUM.value)
"""The site scopes with which a licence of a district or consortium also covers the schools under it."""


def licences_of(institution: Institution) -> QuerySet[Licence]:
    """The licences that an institution may use: its own, and those of its district or consortium that cover the schools.

    One of these that names sites covers only the schools that it names.
    """
    named = Q(named_sites=[]) | Q(named_sites__contains=[{"key": institution.pk}])
    above = Q(institution=institution.parent_id, grants__site_scope__in=COVER_SCHOOLS) & named
    own = Q(institution=institution)
    return Licence.objects.filter(own | above if institution.parent_id else own)


def held_by(
    institution: Institution,
    *,
    films: Collection[int] | None = None,
    screenings_used: Mapping[str, int] | None = None,
    sites_used: Mapping[str, tuple[str, ...]] | None = None,
) -> list[Held]:
    """The licences that an institution may use, as the pure rules see them, those that end first in front: two queries, and one more
    where one of them allows a number of screenings: those that were reported from elsewhere use it up too.

    `films`: keys of those that are asked about; only licences for these, their wholes and their parts are read.
    `screenings_used`: how many screenings each licence number has been used for, and `sites_used` where; who keeps the
    programme knows.
    """
    usable = licences_of(institution)
    asked = usable if films is None else usable.filter(film__in=_around(films))
    rows = asked.defer("certificate", "document")  # some kilobytes each, which no rule asks for
    licences = list(rows.order_by(F("ends_on").asc(nulls_last=True), "pk"))
    works = works_under(licence.film_id for licence in licences)
    used, sites, elsewhere = screenings_used or {}, sites_used or {}, _shown_elsewhere(licences)
    return [
        licence.held(
            works=works[licence.film_id],
            screenings_used=used.get(licence.number, 0) + elsewhere.get(licence.pk, 0),
            sites_used=sites.get(licence.number, ()),
            user=institution.pk,
        )
        for licence in licences
    ]


def _shown_elsewhere(licences: Collection[Licence]) -> dict[int, int]:
    """Screenings that licensees reported and that were not announced here, by the key of the licence whose number they use up."""
    limited = [licence.pk for licence in licences if licence.grants.get("screenings") is not None]
    if not limited:
        return {}
    answers = ReportAnswer.objects.filter(
        report__licence__in=limited, report__source="", report__status=RightsReport.Status.ANSWERED
    )
    newest = (
        answers.order_by("report_id", "-pk")
        .distinct("report_id")
        .values_list("report__licence", "screenings")
    )
    times: Counter[int] = Counter()
    for licence, screenings in newest:
        times[licence] += screenings
    return dict(times)


def _around(films: Collection[int]) -> QuerySet[Film, int]:
    """Keys of films, their wholes and their parts."""
    own = Film.objects.filter(pk__in=films).order_by()
    wholes = own.exclude(part_of=None).values_list("part_of", flat=True)
    parts = Film.objects.filter(part_of__in=films).order_by().values_list("pk", flat=True)
    return own.values_list("pk", flat=True).union(wholes, parts)


def held_of_film(institutions: Collection[int], slug: str, part_slug: str = "") -> list[Licence]:
    """The licences in force that institutions, by their keys, may use of a film, its whole or its parts.

    The film is named as in its address: by its slug, or that of its whole and its own. One query while nothing is held, else two.
    """
    address = {"slug": slug, "part": part_slug} if part_slug else {"slug": slug}
    usable = _OF_A_PART if part_slug else _OF_A_WHOLE
    own = list(institutions)
    found = {key for key, *_others in usable.columns(own, own, COVER_SCHOOLS, on=office_today(), **address)}
    if not found:
        return []
    return list(Licence.objects.filter(pk__in=found).with_listing().order_by("film__part_number", "pk"))


A_SLUG, A_PART, A_DAY = "-", "--", date.min
"""Stand in the statements where the addresses of films and the day belong."""


def _usable(films: Q) -> QuerySet[Licence, tuple[Any, ...]]:
    """Licences with their holder, each of its schools, and whether these are covered."""
    licences = Licence.objects.current(A_DAY).filter(films)
    school, scope = F("institution__schools"), KT("grants__site_scope")
    beside = licences.order_by().annotate(school=school, scope=scope)
    return beside.values_list("pk", "institution_id", "school", "scope")


_WHOLE = Q(film__slug=A_SLUG, film__part_of=None)
_MAY_USE = "institution_id = ANY(%s) OR (school = ANY(%s) AND scope = ANY(%s))"
_OF_A_WHOLE = Prepared(
    lambda: _usable(_WHOLE | Q(film__part_of__slug=A_SLUG)), where=_MAY_USE, slug=A_SLUG, on=A_DAY
)
_OF_A_PART = Prepared(
    lambda: _usable(_WHOLE | Q(film__part_of__slug=A_SLUG, film__slug=A_PART)),
    where=_MAY_USE,
    slug=A_SLUG,
    part=A_PART,
    on=A_DAY,
)
