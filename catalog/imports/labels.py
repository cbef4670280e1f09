"""What fields of a record are called by people: in reports, and in the first row of a table."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

LABELS: dict[str, str | Promise] = {
    "slug": _("Name in the address"), "title": _("Title"), "titles": _("Other titles"), "text": _("Text"), "language": _("Language"),
    "year": _("Year"), "runtime_minutes": _("Runtime in minutes"), "colour": _("Colour"), "countries": _("Countries"),
    "languages": _("Languages"), "kind": _("Kind"), "part_unit": _("What a part is called"), "synopsis": _("Synopsis"),
    "featured": _("Position on the front page"), "credits": _("Credits"), "statements": _("Statements of sources"),
    "parts": _("Parts"), "recognition": _("Prizes and selections"), "press": _("Press"), "readings": _("Readings"),
    "subjects": _("Subjects"), "relations": _("Related films"), "copies": _("Screening copies"), "previews": _("Previews"),
    "rights": _("Distribution rights"), "sources": _("Sources"), "number": _("Number"), "name": _("Name"), "role": _("Role"),
    "detail": _("Detail"), "sort_name": _("Sort name"), "original": _("Name in its own script"), "source": _("Source"),
    "event": _("Event"), "outcome": _("Outcome"), "note": _("Note"), "film": _("Film"), "also_about": _("Also about"),
    "pages": _("Pages"), "isbn": _("ISBN"), "paraphrase": _("Paraphrase"), "outlet": _("Outlet"), "author": _("Author"),
    "address": _("Address"), "format": _("Format"), "subtitles": _("Subtitles"), "captions": _("Captions"), "label": _("Label"),
    "audio_description": _("Audio description"),
    "chapter_points": _("Chapter points"), "territory": _("Territory"), "starts_on": _("From"), "ends_on": _("Until"),
    "fact": _("Fact"), "value": _("Value"), "key": _("Key"), "directors": _("Directors"), "title_language": _("Language of the title"),
    "original_titles": _("Original titles"), "other_titles": _("Other titles"), "part_of": _("Part of"),
    "part_number": _("Part number"),
}  # fmt: skip


def label_of(field: str) -> str:
    """`parts[2].runtime_minutes` (records.document.field_name) as “Parts 2, Runtime in minutes”."""
    steps = [step.removesuffix("]").partition("[") for step in field.split(".") if step]
    return _now(", ").join(f"{LABELS.get(name, name)} {place}".strip() for name, _bracket, place in steps)


def field_called(heading: str) -> str:
    """The field that a column's heading names: its own name, or what people call it in their language; else the heading."""
    plain = heading.strip().casefold()
    spelt = plain.replace(" ", "_").replace("-", "_")
    if spelt in LABELS or not plain:
        return spelt
    called = {str(label).casefold(): field for field, label in reversed(LABELS.items())}
    return called.get(plain, ALSO_CALLED.get(plain, spelt))


ALSO_CALLED = {"runtime": "runtime_minutes", "running time": "runtime_minutes", "minutes": "runtime_minutes", "duration": "runtime_minutes", "director": "directors", "country": "countries", "subject": "subjects", "color": "colour"}  # fmt: skip
"""Headings of other people's tables."""
