"""Checks across several fields: parts, cited sources, and slugs and films that must exist.

The checks read the plain data of a file and not its finished record, so that a file with one
fault still has all its other faults reported at once.
"""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from catalog.exchange import sums
from catalog.models.identifiers import SCHEMES, written
from records.document import Document, Plain, Steps
from records.faults import Fault, Severity
from wording.say import Say, gettext_noop, say
from wording.translations import other_languages

# Fields that, taken together, must be unique in a list; each is a unique key in the database.
_ONCE: dict[str, tuple[str, ...]] = {
    "titles": ("text", "language", "kind"),
    "credits": ("name", "role", "detail"),
    "statements": ("fact", "value", "source"),
    "readings": ("key",),
    "relations": ("film", "kind"),
    "copies": ("label",),
    "previews": ("title",),
    "rights": ("territory", "uses"),
    "holdbacks": ("uses", "countries"),
    "subjects": (),
}


def items(data: Plain, name: str) -> list[Plain]:
    """The list called name in a mapping; empty where there is none."""
    found = data.get(name) if isinstance(data, dict) else None
    return found if isinstance(found, list) else []


def value(data: Plain, name: str) -> Plain:
    """The value called name in a mapping; None where there is none."""
    return data.get(name) if isinstance(data, dict) else None


def check_slug(document: Document, seen: dict[str, Document]) -> Iterator[Fault]:
    """A slug names one film, and its file; `seen` collects the slugs of earlier files."""
    slug = value(document.data, "slug")
    if not isinstance(slug, str):
        return
    if slug in seen:
        template = gettext_noop("The slug “{slug}” is already used in {file}, line {line}.")
        line = seen[slug].line(("slug",))
        taken = say("duplicate-slug", template, slug=slug, file=seen[slug].file, line=line)
        yield document.fault(("slug",), taken)
    seen.setdefault(slug, document)
    if document.file != f"films/{slug}.yaml":
        template = gettext_noop("The record of “{slug}” must be in {file}.")
        elsewhere = say("misplaced-record", template, slug=slug, file=f"films/{slug}.yaml")
        yield document.fault(("slug",), elsewhere)


def check_sources(document: Document, known: Mapping[str, Document]) -> Iterator[Fault]:
    """Every cited source is listed: in this file, or in the file of shared sources."""
    own = {value(source, "key") for source in items(document.data, "sources")}
    for steps, key in cited(document.data):
        if key not in own and (key not in known or known[key].file != "sources.yaml"):
            template = gettext_noop("There is no source “{source}” in this file or in sources.yaml.")
            yield document.fault(steps, say("unknown-source", template, source=key))


def check_source_keys(document: Document, known: dict[str, Document]) -> Iterator[Fault]:
    """A source is described only once in all files; `known` collects which file has it."""
    for place, source in enumerate(items(document.data, "sources")):
        key = value(source, "key")
        if not isinstance(key, str):
            continue
        if key in known:
            template = gettext_noop(
                "The source “{source}” is already described in {file}; "
                "describe a source that several films cite in sources.yaml only."
            )
            twice = say("duplicate-source", template, source=key, file=known[key].file)
            yield document.fault(("sources", place, "key"), twice)
        known.setdefault(key, document)


def cited_by(film: BaseModel) -> set[str]:
    """The keys of all sources that a record cites."""
    return {key for _steps, key in cited(film.model_dump())}


def cited(data: Plain, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    if isinstance(data, dict):
        for name, held in data.items():
            if name == "source" and isinstance(held, str):
                yield (*steps, name), held
            else:
                yield from cited(held, (*steps, name))
    elif isinstance(data, list):
        for place, held in enumerate(data):
            yield from cited(held, (*steps, place))


def check_films_named(document: Document, slugs: Mapping[str, Document]) -> Iterator[Fault]:
    """Relations and readings name films of this catalogue, and not the film itself."""
    own = value(document.data, "slug")
    named: list[tuple[Steps, Plain]] = [
        (("relations", place, "film"), value(relation, "film"))
        for place, relation in enumerate(items(document.data, "relations"))
    ]
    for place, reading in enumerate(items(document.data, "readings")):
        for spot, about in enumerate(items(reading, "also_about")):
            if value(about, "film") == own:
                continue  # check_readings reports it
            named.append((("readings", place, "also_about", spot, "film"), value(about, "film")))
    for steps, slug in named:
        if slug is not None and slug == own:
            itself = gettext_noop("A film cannot be related to itself.")
            yield document.fault(steps, say("names-itself", itself))
        elif isinstance(slug, str) and slug not in slugs:
            unknown = gettext_noop("There is no film “{slug}” in the catalogue.")
            yield document.fault(steps, say("unknown-film", unknown, slug=slug))


def check_readings(document: Document, known: dict[str, Document]) -> Iterator[Fault]:
    """A reading is written only once in all files, and names each film once; `known` collects the keys."""
    own = value(document.data, "slug")
    for place, reading in enumerate(items(document.data, "readings")):
        key = value(reading, "key")
        if isinstance(key, str) and known.setdefault(key, document) is not document:
            template = gettext_noop(
                "The reading “{reading}” is already written in {file}; name this film there, in also_about."
            )
            twice = say("duplicate-reading", template, reading=key, file=known[key].file)
            yield document.fault(("readings", place, "key"), twice)
        seen = {own}
        for spot, about in enumerate(items(reading, "also_about")):
            slug = value(about, "film")
            if slug in seen:
                steps: Steps = ("readings", place, "also_about", spot, "film")
                again = gettext_noop("This reading already names “{slug}”.")
                yield document.fault(steps, say("repeated-item", again, slug=str(slug)))
            seen.add(slug)


def check_identifiers(document: Document, known: dict[tuple[str, str], str]) -> Iterator[Fault]:
    """A number of a register names one film; `known` collects which file has it."""
    pieces: list[tuple[Steps, Plain]] = [((), document.data)]
    pieces += [(("parts", place), part) for place, part in enumerate(items(document.data, "parts"))]
    for steps, piece in pieces:
        for scheme, register in SCHEMES.items():
            number = value(piece, scheme)
            if not isinstance(number, str):
                continue
            key = scheme, written(scheme, number)
            if key in known:
                template = gettext_noop(
                    "{register} {number} is that of another film or part already, in {file}."
                )
                twice = say(
                    "duplicate-identifier", template, register=register.label, number=key[1], file=known[key]
                )
                yield document.fault((*steps, scheme), twice)
            known.setdefault(key, document.file)


def check_subjects(document: Document) -> Iterator[Fault]:
    """A word stands once in the vocabulary, translated into languages of the site; a broader term has none above it."""
    seen: dict[str, int] = {}
    terms = {str(value(each, "name")): each for each in items(document.data, "subjects")}
    for place, subject in enumerate(items(document.data, "subjects")):
        here: Steps = ("subjects", place)
        yield from _check_word(document, here, subject, seen)
        for spot, word in enumerate(items(subject, "see_from")):
            yield from _check_word(document, (*here, "see_from", spot), word, seen)
        broader = value(subject, "broader")
        if broader is not None and (
            broader not in terms or value(terms[str(broader)], "broader") is not None
        ):
            template = gettext_noop("“{term}” is no term of this file without a broader one.")
            yield document.fault((*here, "broader"), say("broader-term", template, term=str(broader)))


def _check_word(document: Document, here: Steps, word: Plain, seen: dict[str, int]) -> Iterator[Fault]:
    name, translations = str(value(word, "name")), value(word, "translations")
    if name in seen:
        yield document.fault(here, _said_again(seen[name]))
    seen.setdefault(name, document.line(here))
    for tag in translations if isinstance(translations, dict) else ():
        if tag not in other_languages():
            yield document.fault((*here, "translations", tag), _foreign(tag))


def check_repetition(document: Document) -> Iterator[Fault]:
    """No list, of the whole or of a part, contains the same item twice."""
    holders: list[tuple[Steps, Plain]] = [((), document.data)]
    holders += [(("parts", place), part) for place, part in enumerate(items(document.data, "parts"))]
    for steps, holder in holders:
        for name, fields in _ONCE.items():
            seen: dict[str, int] = {}
            for place, item in enumerate(items(holder, name)):
                here: Steps = (*steps, name, place)
                key = str([_in_order(value(item, field)) for field in fields] if fields else item)
                if key in seen:
                    yield document.fault(here, _said_again(seen[key]))
                seen.setdefault(key, document.line(here))


def _in_order(held: Plain) -> Plain:
    """Uses and countries are the same in any order; none is the same as an empty list."""
    return sorted(held, key=str) or None if isinstance(held, list) else held


def check_parts(document: Document) -> Iterator[Fault]:
    """Parts are numbered 1 to n in order, have unique slugs, and add up to the whole (else a warning)."""
    parts = items(document.data, "parts")
    slugs: set[str] = set()
    for place, part in enumerate(parts):
        number, slug = value(part, "number"), value(part, "slug")
        if type(number) is int and number != place + 1:
            template = gettext_noop(
                "Parts are numbered from 1 in their order: this is {number} and should be {expected}."
            )
            misnumbered = say("part-numbers", template, number=number, expected=place + 1)
            yield document.fault(("parts", place, "number"), misnumbered)
        if isinstance(slug, str):
            if slug in slugs:
                template = gettext_noop("Another part of this film has the slug “{slug}”.")
                yield document.fault(("parts", place, "slug"), say("duplicate-slug", template, slug=slug))
            slugs.add(slug)
    yield from _check_sum(document, parts)


def _check_sum(document: Document, parts: list[Plain]) -> Iterator[Fault]:
    whole = value(document.data, "runtime_minutes")
    runtimes = [value(part, "runtime_minutes") for part in parts]
    if not parts or type(whole) is not int or whole < 1:
        return
    for place, minutes in enumerate(runtimes):
        if type(minutes) is int and minutes > whole:
            too_long = sums.longer_than_whole(place + 1, minutes, whole)
            yield document.fault(("parts", place, "runtime_minutes"), too_long)
    lengths = [minutes for minutes in runtimes if minutes is None or (type(minutes) is int and minutes > 0)]
    if len(lengths) == len(parts) and (note := sums.sum_of(whole, lengths)):
        yield document.fault(("parts",), note, Severity.WARNING)


def _said_again(line: int) -> Say:
    return say("repeated-item", gettext_noop("This repeats line {line}."), line=line)


def _foreign(tag: str) -> Say:
    template = gettext_noop("“{tag}” is not one of the site's other languages: {languages}.")
    return say("language", template, tag=tag, languages=", ".join(other_languages()))
