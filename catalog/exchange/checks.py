"""What no single field can tell: parts, sources cited, slugs and films that must exist.

The checks read the plain data of a file and not its finished record, so that a file with one
fault still gets all its others told at once.
"""

from collections.abc import Iterator, Mapping

from records.document import Document, Plain, Steps, field_name
from records.faults import Fault, Severity
from wording.translations import other_languages

# Fields that, taken together, may stand only once in a list; each is a unique key in the database.
_ONCE: dict[str, tuple[str, ...]] = {
    "titles": ("text", "language", "kind"),
    "credits": ("name", "role", "detail"),
    "statements": ("fact", "value", "source"),
    "readings": ("key",),
    "relations": ("film", "kind"),
    "copies": ("label",),
    "previews": ("title",),
    "rights": ("territory",),
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
    """A slug names one film, and its file; seen gathers what earlier files said."""
    slug = value(document.data, "slug")
    if not isinstance(slug, str):
        return
    if slug in seen:
        message = f"The slug “{slug}” is taken by {seen[slug].file}, line {seen[slug].line(('slug',))}."
        yield document.fault(("slug",), "duplicate-slug", message)
    seen.setdefault(slug, document)
    if document.file != f"films/{slug}.yaml":
        message = f"The record of “{slug}” must stand in films/{slug}.yaml."
        yield document.fault(("slug",), "misplaced-record", message)


def check_sources(document: Document, known: Mapping[str, Document]) -> Iterator[Fault]:
    """Whoever is cited is listed: in this file, or in the file of shared sources."""
    own = {value(source, "key") for source in items(document.data, "sources")}
    for steps, key in _cited(document.data, ()):
        if key not in own and (key not in known or known[key].file != "sources.yaml"):
            message = f"There is no source “{key}” in this file or in sources.yaml."
            yield document.fault(steps, "unknown-source", message)


def check_source_keys(document: Document, known: dict[str, Document]) -> Iterator[Fault]:
    """A source is described once in all files; known gathers which file has it."""
    for place, source in enumerate(items(document.data, "sources")):
        key = value(source, "key")
        if not isinstance(key, str):
            continue
        if key in known:
            message = (
                f"The source “{key}” is already described in {known[key].file}; "
                "describe a source that several films cite in sources.yaml only."
            )
            yield document.fault(("sources", place, "key"), "duplicate-source", message)
        known.setdefault(key, document)


def _cited(data: Plain, steps: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(data, dict):
        for name, held in data.items():
            if name == "source" and isinstance(held, str):
                yield (*steps, name), held
            else:
                yield from _cited(held, (*steps, name))
    elif isinstance(data, list):
        for place, held in enumerate(data):
            yield from _cited(held, (*steps, place))


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
                continue  # check_readings tells of it
            named.append((("readings", place, "also_about", spot, "film"), value(about, "film")))
    for steps, slug in named:
        if slug is not None and slug == own:
            yield document.fault(steps, "names-itself", "A film cannot stand in relation to itself.")
        elif isinstance(slug, str) and slug not in slugs:
            yield document.fault(steps, "unknown-film", f"There is no film “{slug}” in the catalogue.")


def check_readings(document: Document, known: dict[str, Document]) -> Iterator[Fault]:
    """A reading is written once in all files, and names each film once; known gathers the keys."""
    own = value(document.data, "slug")
    for place, reading in enumerate(items(document.data, "readings")):
        key = value(reading, "key")
        if isinstance(key, str) and known.setdefault(key, document) is not document:
            message = f"The reading “{key}” is already written in {known[key].file}; name this film there, in also_about."
            yield document.fault(("readings", place, "key"), "duplicate-reading", message)
        seen = {own}
        for spot, about in enumerate(items(reading, "also_about")):
            slug = value(about, "film")
            if slug in seen:
                steps: Steps = ("readings", place, "also_about", spot, "film")
                yield document.fault(steps, "repeated-item", f"This reading already names “{slug}”.")
            seen.add(slug)


def check_subjects(document: Document) -> Iterator[Fault]:
    """A heading is translated once, and into languages of the site."""
    seen: dict[str, int] = {}
    for place, subject in enumerate(items(document.data, "subjects")):
        here: Steps = ("subjects", place)
        name, translations = str(value(subject, "name")), value(subject, "translations")
        if name in seen:
            yield document.fault(here, "repeated-item", f"This says again what line {seen[name]} says.")
        seen.setdefault(name, document.line(here))
        for tag in translations if isinstance(translations, dict) else ():
            if tag not in other_languages():
                message = f"“{tag}” is not one of the site's other languages: {', '.join(other_languages())}."
                yield document.fault((*here, "translations", tag), "language", message)


def check_repetition(document: Document) -> Iterator[Fault]:
    """Nothing is said twice in one list, of the whole or of a part."""
    holders: list[tuple[Steps, Plain]] = [((), document.data)]
    holders += [(("parts", place), part) for place, part in enumerate(items(document.data, "parts"))]
    for steps, holder in holders:
        for name, fields in _ONCE.items():
            seen: dict[str, int] = {}
            for place, item in enumerate(items(holder, name)):
                here: Steps = (*steps, name, place)
                key = str([value(item, field) for field in fields] if fields else item)
                if key in seen:
                    message = f"This says again what line {seen[key]} says."
                    yield document.fault(here, "repeated-item", message)
                seen.setdefault(key, document.line(here))


def check_parts(document: Document) -> Iterator[Fault]:
    """Parts are numbered 1 to n in order, with slugs of their own, and add up (or a warning)."""
    parts = items(document.data, "parts")
    slugs: set[str] = set()
    for place, part in enumerate(parts):
        number, slug = value(part, "number"), value(part, "slug")
        if type(number) is int and number != place + 1:
            message = f"Parts are numbered from 1 in their order: this is {number} and should be {place + 1}."
            yield document.fault(("parts", place, "number"), "part-numbers", message)
        if isinstance(slug, str):
            if slug in slugs:
                message = f"Another part of this film has the slug “{slug}”."
                yield document.fault(("parts", place, "slug"), "duplicate-slug", message)
            slugs.add(slug)
    yield from _check_sum(document, parts)


def _check_sum(document: Document, parts: list[Plain]) -> Iterator[Fault]:
    whole = value(document.data, "runtime_minutes")
    runtimes = [value(part, "runtime_minutes") for part in parts]
    if not parts or type(whole) is not int or whole < 1:
        return
    known = [minutes for minutes in runtimes if type(minutes) is int and minutes > 0]
    unknown = [place + 1 for place, minutes in enumerate(runtimes) if minutes is None]
    if unknown:
        message = f"{_parts_without_runtime(unknown, len(parts))}, so the film is loaded in one piece."
        if known:
            message += f" The other parts add up to {sum(known)} of {whole} minutes."
        yield _warning(document, "parts-incomplete", message)
    elif len(known) == len(parts) and sum(known) != whole:
        yield _warning(document, "parts-sum", sum_sentence(sum(known), whole))


def sum_sentence(parts: int, whole: int) -> str:
    """What to say of parts that add up to other minutes than the whole has."""
    gap = abs(whole - parts)
    minutes = "1 minute is" if gap == 1 else f"{gap} minutes are"
    what = f"{minutes} unaccounted for" if parts < whole else f"{minutes} too many"
    return f"The parts add up to {parts} minutes; the film is given as {whole}: {what}."


def _parts_without_runtime(numbers: list[int], of: int) -> str:
    if len(numbers) == of:
        return "No part has a runtime"
    if len(numbers) == 1:
        return f"Part {numbers[0]} has no runtime"
    listed = ", ".join(str(number) for number in numbers[:-1])
    return f"Parts {listed} and {numbers[-1]} have no runtime"


def _warning(document: Document, code: str, message: str) -> Fault:
    steps: Steps = ("parts",)
    return Fault(document.file, document.line(steps), field_name(steps), message, code, Severity.WARNING)
