"""A film for search engines and graphs: a schema.org Movie as JSON-LD (https://schema.org/Movie)."""

from __future__ import annotations

from typing import Any

from catalog.exports.description import FilmShape, Member, PersonShape, Words
from catalog.exports.plain import plain
from wording.codes import country_name

CONTEXT = "https://schema.org"
ROLES = {
    "director": "director",
    "producer": "producer",
    "writer": "author",
    "music": "musicBy",
    "cast": "actor",
}
"""schema.org has words for these; everyone else is a contributor."""
GENRES = {"documentary": ["Documentary"], "fiction": ["Fiction"], "hybrid": ["Documentary", "Fiction"]}


def movie(film: FilmShape) -> dict[str, Any]:
    """Without the context, which stands once in a file."""
    said: dict[str, Any] = {
        "@type": "Movie",
        "@id": film.address,
        "url": film.address,
        "identifier": film.id,
        "name": _words(film.title),
        "alternateName": [_words(title) for title in film.titles if title.text != film.title.text],
        "description": plain(film.synopsis),
        "dateCreated": str(film.year) if film.year else None,
        "duration": iso_duration(film.runtime_minutes),
        "inLanguage": list(film.languages),
        "subtitleLanguage": list(film.subtitles),
        "countryOfOrigin": [{"@type": "Country", "name": country_name(code), "identifier": code} for code in film.countries],
        "genre": GENRES.get(film.kind, []),
        "keywords": list(film.subjects),
        "award": [", ".join(filter(None, (each.outcome, each.event, str(each.year or "")))) for each in film.recognition if each.kind == "prize"],
        "image": film.picture,
        "titleEIDR": film.identifier("eidr"),
        "sameAs": [each.address for each in film.identifiers if each.address],
        "provider": {"@type": "Organization", "name": film.distributor},
        "usageInfo": f"{film.address}#licences",
        "position": film.part_number,
        "isPartOf": _member(film.part_of) if film.part_of else None,
        "hasPart": [_member(part) for part in film.parts],
    }  # fmt: skip
    for credit in film.credits:
        people = said.setdefault(ROLES.get(credit.role, "contributor"), [])
        if (person := _person(credit.person)) not in people:
            people.append(person)
    return {key: value for key, value in said.items() if value not in (None, "", [])}


def iso_duration(minutes: int | None) -> str:
    """ISO 8601: PT9H14M; empty if nobody knows."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def _words(words: Words) -> dict[str, str]:
    return {"@value": words.text, "@language": words.language}


def _member(member: Member) -> dict[str, Any]:
    said = {
        "@type": "Movie",
        "@id": member.address,
        "name": _words(member.title),
        "position": member.number,
        "duration": iso_duration(member.runtime_minutes),
        "url": member.address,
    }
    return {key: value for key, value in said.items() if value not in (None, "")}


def _person(person: PersonShape) -> dict[str, Any]:
    others = [*([person.original] if person.original else []), *person.names]
    names = {"alternateName": [_words(each) for each in others]} if others else {}
    return {"@type": "Person", "@id": person.address, "name": person.name, **names}
