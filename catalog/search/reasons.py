"""Why a film was found: what of it that its card does not show has the words that were asked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from catalog.models import Credit, Film, PersonName, SeeFrom, Subject, Title
from catalog.search.asking import Question
from catalog.search.words.folding import compact, is_unspaced, spellings, words
from wording.translations import said

MOST_REASONS, MOST_PARTS = 3, 3
LONGEST_LINE = 160
SHORTEST_STEM, MOST_ENDING = 4, 2
SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\n\s*\n")
MARKDOWN = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`#>]+")
WORD = re.compile(r"\w+")
OWN = OuterRef("pk")


@dataclass(frozen=True, slots=True)
class Reason:
    """One line on a card. `kind`: title, part, person, subject or line; `also`: a part's number, or what a person did."""

    kind: str
    text: str
    language: str = ""
    also: str = ""
    href: str = ""
    pieces: tuple[tuple[str, bool], ...] = ()
    """A line in pieces, with whether each is what was asked."""


def reasons(keys: Sequence[int], question: Question) -> dict[int, tuple[Reason, ...]]:
    """For each film that was found; one statement, none if nothing was asked. A film of this very title needs no reason."""
    if not keys or not question.words:
        return {}
    return {row["pk"]: tuple(_chosen(row, question)) for row in _rows(keys)}


def _rows(keys: Sequence[int]) -> list[dict[str, Any]]:
    parts = Film.objects.filter(part_of=OWN, is_published=True).order_by("part_number")
    roles = Credit.objects.filter(film=OWN).order_by("order", "pk")
    found = Film.objects.filter(pk__in=keys).values(
        "pk", "slug", "title", "title_language", "synopsis",
        named=_objects(Title.objects.filter(film=OWN).order_by("order", "pk"), "text", "language", "kind"),
        parted=_objects(parts, "slug", "title", "title_language", "part_number", "synopsis"),
        parts_named=_objects(Title.objects.filter(film__part_of=OWN).order_by("pk"), "text", "language", number="film__part_number"),
        people=_objects(roles, "role", "detail", name="person__name", original="person__original_name", others=_names_of(OuterRef("person"))),
        headings=_objects(
            Subject.objects.filter(films=OWN).order_by("pk"), "name", "translations", under="broader__name", words=_words_leading_to(OuterRef("pk"))
        ),
    )  # fmt: skip
    return [
        {name: [json.loads(each) if isinstance(each, str) else each for each in value] if isinstance(value, list) else value
         for name, value in row.items()}
        for row in found
    ]  # fmt: skip


def _names_of(person: OuterRef) -> ArraySubquery:
    return ArraySubquery(PersonName.objects.filter(person=person).order_by("order", "pk").values("text"))


def _words_leading_to(subject: OuterRef) -> ArraySubquery:
    return ArraySubquery(SeeFrom.objects.filter(subject=subject).order_by("pk").values("name"))


def _objects(rows: QuerySet[Any], *columns: str, **renamed: Any) -> ArraySubquery:
    return ArraySubquery(rows.values(row=JSONObject(**{name: F(name) for name in columns}, **renamed)))


def _chosen(row: dict[str, Any], question: Question) -> Iterator[Reason]:
    """The fewest lines that account for the words, in the order of what says most of a film."""
    originals = [each["text"] for each in row["named"] if each["kind"] == Title.Kind.ORIGINAL]
    left = set(question.words)
    for text in (row["title"], *originals[:1]):  # which the card shows
        left -= _matched(text, left, question)
    given = parts = 0
    for reason, text in _candidates(row):
        if not left or given == MOST_REASONS:
            return
        if reason.kind == "part" and parts == MOST_PARTS:
            continue
        if met := _matched(text, left, question):
            left -= met
            given += 1
            parts += reason.kind == "part"
            yield reason
    if left and given < MOST_REASONS and (line := _line(row, left, question)):
        yield line


def _candidates(row: dict[str, Any]) -> Iterator[tuple[Reason, str]]:
    for each in row["named"]:
        yield Reason("title", each["text"], each["language"]), each["text"]
    for part in row["parted"]:
        others = [each["text"] for each in row["parts_named"] if each["number"] == part["part_number"]]
        href = Film(slug=part["slug"], part_of=Film(slug=row["slug"])).get_absolute_url()
        reason = Reason("part", part["title"], part["title_language"], str(part["part_number"]), href)
        yield reason, " ".join((part["title"], *others))
    for each in row["people"]:
        role = each["detail"] or str(Credit.Role(each["role"]).label)
        yield (
            Reason("person", each["name"], also=role),
            " ".join((each["name"], each["original"], *each["others"])),
        )
    for each in row["headings"]:
        others = [translated["name"] for translated in each["translations"].values()]
        others += [*each["words"], each["under"] or ""]
        heading = said(each, "name")
        yield Reason("subject", heading.text, heading.language), " ".join((each["name"], *others))


def _matched(text: str, asked: set[str], question: Question) -> set[str]:
    together = question.run_together
    if len(together) > 3 and compact(text).startswith(together):
        return set(asked)
    has, run = words(text), compact(text)
    return {word for word in asked if any(_is_in(form, has, run) for form in _forms(word, question))}


def _forms(word: str, question: Question) -> Iterator[str]:
    for each in {word, *(form for given in question.instead.get(word, ()) for form in given.split())}:
        yield from spellings(each)


def _is_in(form: str, has: Sequence[str], run: str) -> bool:
    return form in run if is_unspaced(form) else any(each.startswith(form) for each in has)


def _line(row: dict[str, Any], asked: set[str], question: Question) -> Reason | None:
    """The sentence of the synopsis, or of a part's, that has most of the words."""
    texts = [row["synopsis"], *(part["synopsis"] for part in row["parted"])]
    sentences = [
        " ".join(MARKDOWN.sub(r"\1", each).split()) for text in texts for each in SENTENCE.split(text)
    ]
    scored = [(len(_told(each, asked, question)), each) for each in sentences if each]
    best = max(scored, key=lambda each: each[0], default=(0, ""))
    if not best[0]:
        return None
    pieces = tuple(_marked(best[1], asked, question))
    return Reason("line", "".join(text for text, _is_met in pieces), pieces=pieces)


def _told(sentence: str, asked: set[str], question: Question) -> set[str]:
    has, run = words(sentence), compact(sentence)
    return {
        word
        for word in asked
        for form in _forms(word, question)
        if (form in run if is_unspaced(form) else any(_shares_stem(form, each) for each in has))
    }


def _shares_stem(form: str, word: str) -> bool:
    """Nearly as the database makes stems: `factories` and `factory`."""
    least = max(SHORTEST_STEM, len(form) - MOST_ENDING)
    if word == form or word[:least] != form[:least]:
        return word == form
    shared = next(
        (at for at, (a, b) in enumerate(zip(form, word, strict=False)) if a != b), min(len(form), len(word))
    )
    return shared >= least and len(word) - shared <= MOST_ENDING + 2


def _marked(sentence: str, asked: set[str], question: Question) -> Iterator[tuple[str, bool]]:
    """The sentence in pieces, cut to about LONGEST_LINE around the first that was asked."""
    hits = [found.span() for found in WORD.finditer(sentence) if _told(found[0], asked, question)]
    start = max(0, hits[0][0] - LONGEST_LINE // 2) if hits else 0
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    end = (
        len(sentence)
        if len(sentence) - start <= LONGEST_LINE
        else sentence.rfind(" ", start, start + LONGEST_LINE)
    )
    at, end = start, end if end > start else start + LONGEST_LINE
    if start:
        yield "… ", False
    for first, last in hits:
        if at <= first and last <= end:
            yield sentence[at:first], False
            yield sentence[first:last], True
            at = last
    yield sentence[at:end] + ("" if end >= len(sentence) else " …"), False
