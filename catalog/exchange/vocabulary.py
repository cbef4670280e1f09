"""What the tables of subjects should contain: preferred terms, their broader terms, and the words that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings

from catalog.exchange.records import FilmRecord, SubjectRecord
from catalog.models import SeeFrom, Subject
from catalog.models.subjects import subject_slug
from records.alignment import Wanted, align


@dataclass(frozen=True)
class Vocabulary:
    """The terms of subjects.yaml, by which words of films' records are read. A word that it does not know is a term."""

    subjects: Sequence[SubjectRecord]
    led: Mapping[str, str] = field(default_factory=dict)
    """Words that lead to a term in the catalogue already: the term's slug by the word's."""

    def names(self, films: Sequence[FilmRecord]) -> dict[str, str]:
        """The terms that these films stand under, and their broader ones: names by slug."""
        known = {subject_slug(each.name): each for each in self.subjects}
        names: dict[str, str] = {}
        for word in dict.fromkeys(word for film in films for word in film.subjects):
            slug = self.slug_of(word)
            names[slug] = known[slug].name if slug in known else word
        for slug in list(names):
            if slug in known and (broader := known[slug].broader):
                names[subject_slug(broader)] = broader
        return names

    def slug_of(self, word: str) -> str:
        """The slug of the term that a word leads to: itself, if it is one."""
        slug = subject_slug(word)
        return self._led_to.get(slug, slug)

    @cached_property
    def _led_to(self) -> dict[str, str]:
        own = {
            subject_slug(word.name): subject_slug(each.name)
            for each in self.subjects
            for word in each.see_from
        }
        return {**self.led, **own}


@dataclass(frozen=True)
class LoadedSubjects:
    keys: dict[str, int]
    """The terms' keys by slug."""
    changed: set[int]
    """The keys of terms that now say something else: films under them are found by other words."""


def led_to(films: Sequence[FilmRecord]) -> dict[str, str]:
    """Where the words of these films lead to in the catalogue, for `Vocabulary.led`. One query."""
    slugs = {subject_slug(word) for film in films for word in film.subjects} - {""}
    return dict(SeeFrom.objects.filter(slug__in=slugs).values_list("slug", "subject__slug"))


def preferred_names(words: Iterable[str]) -> dict[str, str]:
    """What the catalogue calls the terms that these words are or lead to, by the words' slugs. Two queries."""
    slugs = {subject_slug(word) for word in words} - {""}
    terms = Subject.objects.filter(slug__in=slugs).values_list("slug", "slug", "name")
    words_led = SeeFrom.objects.filter(slug__in=slugs).values_list("slug", "subject__slug", "subject__name")
    found = [*terms, *words_led]
    return {
        slug: name for slug, term, name in found if subject_slug(name) == term
    }  # or the name would make a new term


def load_subjects(
    vocabulary: Vocabulary, films: Sequence[FilmRecord], *, keeps: bool = False
) -> LoadedSubjects:
    """Makes the tables of subjects match for the words of these films. What the office added of its own stays.

    `keeps`: terms that the catalogue has are left as the office wrote them.
    """
    names = vocabulary.names(films)
    held = Subject.objects.filter(slug__in=names)
    known = set(held.values_list("slug", flat=True)) if keeps else set()
    terms = [{"slug": slug, "name": name} for slug, name in names.items() if slug not in known]
    changed = {row.pk for row in align(held.all(), terms, key=["slug"], remove=False).changed}
    keys = dict(held.values_list("slug", "pk"))
    described = [each for each in vocabulary.subjects if subject_slug(each.name) in keys.keys() - known]
    facts = [_facts(each, keys) for each in described]
    for wanted in (
        [row for row in facts if "broader_id" in row],
        [row for row in facts if "broader_id" not in row],
    ):
        changed |= {row.pk for row in align(held.all(), wanted, key=["slug"], remove=False).changed}
    words = [row for each in described for row in _see_from_rows(each, keys[subject_slug(each.name)])]
    seen = align(
        SeeFrom.objects.filter(name__in={row["name"] for row in words}),
        words,
        key=["name", "language"],
        remove=False,
    )
    changed |= {row.subject_id for row in (*seen.created, *seen.changed)}
    return LoadedSubjects(keys, changed)


def _facts(term: SubjectRecord, keys: Mapping[str, int]) -> Wanted:
    translations = {tag: {"name": name} for tag, name in term.translations.items()}
    row: dict[str, object] = {"slug": subject_slug(term.name), "translations": translations}
    return row | ({"broader_id": keys[subject_slug(term.broader)]} if term.broader else {})


def drop_replaced_terms(vocabulary: Vocabulary) -> None:
    """Deletes terms that have become words leading to others, once no film stands under them."""
    slugs = [subject_slug(word.name) for each in vocabulary.subjects for word in each.see_from]
    Subject.objects.filter(slug__in=slugs, films=None, narrower=None).delete()


def _see_from_rows(term: SubjectRecord, key: int) -> Iterator[Wanted]:
    for word in term.see_from:
        yield {
            "name": word.name,
            "language": settings.LANGUAGE_CODE,
            "slug": subject_slug(word.name),
            "subject_id": key,
        }
        for tag, name in word.translations.items():
            yield {"name": name, "language": tag, "slug": "", "subject_id": key}
