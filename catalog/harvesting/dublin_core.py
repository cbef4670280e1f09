"""A film as unqualified Dublin Core (oai_dc, https://www.openarchives.org/OAI/2.0/oai_dc.xsd)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from catalog.exports.description import FilmShape
from catalog.exports.marc.languages import iso_code
from catalog.exports.plain import plain

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def dublin_core(film: FilmShape) -> etree._Element:
    root = etree.Element(f"{{{OAI_DC}}}dc", nsmap={"oai_dc": OAI_DC, "dc": DC, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
    for name, text in _said(film):
        if text:
            etree.SubElement(root, f"{{{DC}}}{name}").text = text
    return root


def _said(film: FilmShape) -> Iterator[tuple[str, str]]:
    yield "title", film.full_title
    yield from (("title", title.text) for title in film.titles if title.text != film.title.text)
    people = [(each.role, each.person.name) for each in film.credits]
    directors = dict.fromkeys(name for role, name in people if role == "director")
    yield from (("creator", name) for name in directors)
    yield from (("contributor", name) for name in dict.fromkeys(name for _role, name in people) if name not in directors)  # fmt: skip
    yield from (("subject", subject) for subject in film.subjects)
    yield "description", plain(film.synopsis)
    yield "publisher", film.distributor
    yield "date", f"{film.year:04}" if film.year else ""
    yield "type", "MovingImage"
    yield "format", f"{film.runtime_minutes} min" if film.runtime_minutes else ""
    yield "identifier", film.address
    yield from (("language", iso_code(tag)) for tag in film.languages)
    yield from (("relation", each.address) for each in ([film.part_of] if film.part_of else film.parts))
    yield "rights", film.terms
