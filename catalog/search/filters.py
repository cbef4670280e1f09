"""The filters of the list of films. A higher app adds its own with `register`, in `AppConfig.ready`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from catalog.models import Credit, Film, Person, PersonName, ScreeningCopy, Subject
from wording.codes import validate_language
from wording.countries import country_label, language_label
from wording.translations import said

DECADE = 10
LONGEST_VALUE = 200

type Words = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Named:
    """A table whose rows are the values: they have `slug` and `name`."""

    table: str
    column: str
    """What refers to it, in the filter's source."""
    words: str = "NULL"


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list.

    `value` and `source` are SQL about rows `films` (id, year, runtime, countries, added_at): the value of a film, as text,
    and where it comes from besides. `condition` says which films have a value.
    """

    name: str
    label: str | Promise
    condition: Callable[[str], Q]
    value: str = ""
    source: str | Callable[[], str] = ""
    named: Named | None = None
    said: Callable[[str, Words], str] = lambda value, _words: value
    is_possible: Callable[[str], bool] = lambda _value: True
    is_plain: Callable[[str], bool] = lambda _value: False
    """Whether a value can be named although no film has it."""
    order: Callable[[str, str], tuple[int, str]] = lambda _value, label: (0, label.casefold())
    is_typed: bool = False
    """Typed, with the most frequent values as suggestions: there are too many to choose from."""


@dataclass(frozen=True, slots=True)
class Band:
    """Lengths from `least` to `most` minutes, inclusive."""

    key: str
    label: str | Promise
    least: int
    most: int


BANDS = (
    Band("short", gettext_lazy("Under an hour"), 1, 59),
    Band("feature", gettext_lazy("One to two and a half hours"), 60, 150),
    Band("long", gettext_lazy("Two and a half to five hours"), 151, 300),
    Band("longest", gettext_lazy("More than five hours"), 301, 100_000),
)
BAND = "CASE " + " ".join(f"WHEN runtime <= {band.most} THEN '{band.key}'" for band in BANDS) + " END"
PIECES = {"one": gettext_lazy("In one piece"), "several": gettext_lazy("In parts")}
ADDED = {
    "30": gettext_lazy("In the last 30 days"),
    "90": gettext_lazy("In the last 90 days"),
    "365": gettext_lazy("In the last year"),
}
# Each is asked of one film after the other, by an index: EXISTS, or a join, would read the parts and subjects of all films.
PARTS = "(SELECT true FROM catalog_film part WHERE part.part_of_id = films.id AND part.is_published LIMIT 1)"
UNDER_TERMS = """CROSS JOIN LATERAL (
    SELECT subject_id FROM catalog_film_subjects own WHERE own.film_id = films.id
    UNION SELECT broader_id FROM catalog_film_subjects own
    JOIN catalog_subject narrow ON narrow.id = own.subject_id WHERE own.film_id = films.id AND broader_id IS NOT NULL
) link"""
MADE_BY = """CROSS JOIN LATERAL (
    SELECT name FROM catalog_credit credit JOIN catalog_person person ON person.id = credit.person_id
    WHERE credit.film_id = films.id AND credit.role = 'director' OFFSET 0) maker"""
OF_COPIES = """CROSS JOIN LATERAL (
    SELECT {each} AS value FROM catalog_screeningcopy copy WHERE copy.film_id = films.id
    UNION SELECT {each} FROM catalog_film part JOIN catalog_screeningcopy copy ON copy.film_id = part.id
    WHERE part.part_of_id = films.id AND part.is_published) copies"""


def _length(value: str) -> Q:
    band = next(band for band in BANDS if band.key == value)
    return Q(runtime__range=(band.least, band.most))


def _maker(value: str) -> Q:
    """By the name that people type, or by the slug that addresses had before."""
    slug = slugify(value)
    named = Q(name__iexact=value) | Q(original_name=value) | (Q(slug=slug) if slug else Q())
    named |= Q(pk__in=PersonName.objects.filter(text__iexact=value).values("person"))
    people = Person.objects.filter(named)
    made = Credit.objects.filter(role=Credit.Role.DIRECTOR, person__in=people)
    return Q(pk__in=made.values("film"))


def _subject(value: str) -> Q:
    """Films under a term or one of its narrower terms."""
    under = Subject.objects.filter(Q(slug=value) | Q(broader__slug=value))
    return Q(pk__in=under.values("films"))


def _of_copies(lookup: str) -> Callable[[str], Q]:
    def condition(value: str) -> Q:
        copies = ScreeningCopy.objects.filter(**{lookup: [value] if lookup.endswith("contains") else value})
        return Q(pk__in=copies.values("film")) | Q(
            pk__in=copies.filter(film__part_of__isnull=False, film__is_published=True).values("film__part_of")
        )

    return condition


def _pieces(value: str) -> Q:
    several = Exists(Film.objects.filter(part_of=OuterRef("pk"), is_published=True))
    return Q(several) if value == "several" else ~Q(several)


def _since(value: str) -> Q:
    return Q(added_at__gte=_first_day(value))


def _first_day(days: str) -> datetime:
    """From the beginning of a day of the office, so that the same films are found all day: kept pages end with it."""
    today = timezone.localtime(timezone=timezone.get_default_timezone())
    return today.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=int(days))


def _days() -> str:
    days = ", ".join(f"('{days}', timestamptz '{_first_day(days).isoformat()}')" for days in ADDED)
    return f"JOIN (VALUES {days}) since (days, day) ON films.added_at >= since.day"


def _is_language(value: str) -> bool:
    try:
        validate_language(value)
    except ValidationError:
        return False
    return True


def _is_code(value: str) -> bool:
    return len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()


def _is_year(value: str) -> bool:
    return len(value) == len("1990") and value.isascii() and value.isdigit()


def _place[Key](keys: Mapping[str, Key] | tuple[str, ...]) -> Callable[[str, str], tuple[int, str]]:
    return lambda value, _label: (list(keys).index(value), "")


_filters: list[Filter] = [
    Filter(
        "length",
        gettext_lazy("Length"),
        _length,
        value=BAND,
        said=lambda value, _words: next(str(band.label) for band in BANDS if band.key == value),
        is_possible=lambda value: any(band.key == value for band in BANDS),
        is_plain=bool,
        order=_place(tuple(band.key for band in BANDS)),
    ),
    Filter(
        "country",
        gettext_lazy("Country"),
        lambda value: Q(countries__contains=[value]),
        value="country",
        source="CROSS JOIN unnest(countries) country",
        said=lambda value, _words: country_label(value),
        is_plain=_is_code,
    ),
    Filter(
        "decade",
        gettext_lazy("Decade"),
        lambda value: Q(year__range=(int(value), int(value) + DECADE - 1)),
        value=f"(year - mod(year, {DECADE}))::text",
        said=lambda value, _words: _("%(decade)ds") % {"decade": int(value)},
        is_possible=_is_year,
        is_plain=_is_year,
        order=lambda value, _label: (-int(value), ""),
    ),
    Filter(
        "subject",
        gettext_lazy("Subject"),
        _subject,
        source=UNDER_TERMS,
        named=Named("catalog_subject", "subject_id", "named.translations::text"),
        said=lambda _value, words: str(said(words, "name")),
    ),
    Filter(
        "maker",
        gettext_lazy("Maker"),
        _maker,
        value="maker.name",
        source=MADE_BY,
        is_plain=bool,
        is_typed=True,
    ),
    *(
        Filter(
            column,
            label,
            _of_copies(f"{column}__contains"),
            value="copies.value",
            source=OF_COPIES.format(each=f"unnest(copy.{column})"),
            said=lambda value, _words: language_label(value),
            is_possible=_is_language,
            is_plain=_is_language,
        )
        for column, label in {
            "subtitles": gettext_lazy("Subtitles"),
            "captions": pgettext_lazy("for the deaf and hard of hearing", "Captions"),
        }.items()
    ),
    Filter(
        "format",
        gettext_lazy("Format"),
        _of_copies("format"),
        value="copies.value",
        source=OF_COPIES.format(each="copy.format"),
        said=lambda value, _words: str(ScreeningCopy.Format(value).label),
        is_possible=lambda value: value in ScreeningCopy.Format.values,
        is_plain=bool,
        order=_place(tuple(ScreeningCopy.Format.values)),
    ),
    Filter(
        "parts",
        gettext_lazy("Parts"),
        _pieces,
        value=f"CASE WHEN {PARTS} THEN 'several' ELSE 'one' END",
        said=lambda value, _words: str(PIECES[value]),
        is_possible=lambda value: value in PIECES,
        is_plain=bool,
        order=_place(PIECES),
    ),
    Filter(
        "added",
        gettext_lazy("Added"),
        _since,
        value="since.days",
        source=_days,
        said=lambda value, _words: str(ADDED[value]),
        is_possible=lambda value: value in ADDED,
        is_plain=bool,
        order=_place(ADDED),
    ),
]


def register(added: Filter) -> None:
    """Adds a filter, after those there are."""
    if all(each.name != added.name for each in _filters):
        _filters.append(added)


def filters() -> list[Filter]:
    """In the order of the page."""
    return list(_filters)
