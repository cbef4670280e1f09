"""What the tables of subjects should contain: preferred terms, their broader terms, and the words that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.text import slugify

from catalog.exchange.records import FilmRecord, SubjectRecord
from catalog.models import SeeFrom, Subject
from records.alignment import Wanted, align


@dataclass(frozen=True)
class Vocabulary:
    """The terms of subjects.yaml, by which words of films' records are read. A word that it does not know is a term."""

    subjects: Sequence[SubjectRecord]

    def names(self, films: Sequence[FilmRecord]) -> dict[str, str]:
        """The terms that these films stand under, and their broader ones: names by slug."""
        known = {slugify(each.name): each for each in self.subjects}
        names: dict[str, str] = {}
        for word in dict.fromkeys(word for film in films for word in film.subjects):
            slug = self.slug_of(word)
            names[slug] = known[slug].name if slug in known else word
        for slug in list(names):
            if slug in known and (broader := known[slug].broader):
                names[slugify(broader)] = broader
        return names

    def slug_of(self, word: str) -> str:
        """The slug of the term that a word leads to: itself, if it is one."""
        return self._led_to().get(slugify(word), slugify(word))

    def _led_to(self) -> dict[str, str]:
        return {slugify(word.name): slugify(each.name) for each in self.subjects for word in each.see_from}


def load_subjects(vocabulary: Vocabulary, films: Sequence[FilmRecord]) -> dict[str, int]:
    """Makes the tables of subjects match; returns the terms' keys by slug. What the office added of its own stays."""
    names = vocabulary.names(films)
    terms = [{"slug": slug, "name": name} for slug, name in names.items()]
    rows = align(Subject.objects.all(), terms, key=["slug"], remove=False).rows
    keys = {str(slug): row.pk for (slug,), row in rows.items()}
    described = [each for each in vocabulary.subjects if slugify(each.name) in keys]
    translated = [
        {
            "slug": slugify(each.name),
            "translations": {tag: {"name": name} for tag, name in each.translations.items()},
        }
        for each in described
    ]
    align(Subject.objects.all(), translated, key=["slug"], remove=False)
    under = [
        {"slug": slugify(each.name), "broader_id": keys[slugify(each.broader)]}
        for each in described
        if each.broader
    ]
    align(Subject.objects.all(), under, key=["slug"], remove=False)
    words = [row for each in described for row in _see_from_rows(each, keys[slugify(each.name)])]
    align(SeeFrom.objects.all(), words, key=["name", "language"], remove=False)
    return keys


def drop_replaced_terms(vocabulary: Vocabulary) -> None:
    """Deletes terms that have become words leading to others, once no film stands under them."""
    slugs = [slugify(word.name) for each in vocabulary.subjects for word in each.see_from]
    Subject.objects.filter(slug__in=slugs, films=None, narrower=None).delete()


def _see_from_rows(term: SubjectRecord, key: int) -> Iterator[Wanted]:
    for word in term.see_from:
        yield {
            "name": word.name,
            "language": settings.LANGUAGE_CODE,
            "slug": slugify(word.name),
            "subject_id": key,
        }
        for tag, name in word.translations.items():
            yield {"name": name, "language": tag, "slug": "", "subject_id": key}
