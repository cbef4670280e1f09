"""Gathers whoever is credited: one name is one person, in all records together."""

from dataclasses import dataclass
from typing import Literal

from django.utils.text import slugify

from catalog.exchange.records import CreditRecord, FilmRecord, Wording
from records.document import Document
from records.faults import Fault

type Detail = Literal["sort_name", "original"]
_WORDS: dict[Detail, str] = {"sort_name": "sort name", "original": "name in its own script"}


@dataclass
class Credited:
    """A person or an organisation; slug is the address made from the name.

    given tells, for each detail, the file that gave it first.
    """

    slug: str
    credit: CreditRecord
    given: dict[Detail, tuple[object, str]]

    @property
    def original(self) -> Wording | None:
        """The name in its own script, if a record gives it."""
        value = self.given.get("original", (None, ""))[0]
        return value if isinstance(value, Wording) else None

    @property
    def sort_name(self) -> str:
        """Family name first, "Ophuls, Marcel", unless a record says otherwise."""
        if "sort_name" in self.given:
            return str(self.given["sort_name"][0])
        name = self.credit.name
        first, _, last = name.rpartition(" ")
        return name if self.credit.organisation or not first else f"{last}, {first}"


def person_slug(credit: CreditRecord) -> str:
    """The address of whoever is credited; empty where the name has no Latin letters."""
    return slugify(credit.name)


def gather_people(
    films: list[FilmRecord], documents: dict[str, Document]
) -> tuple[dict[str, Credited], list[Fault]]:
    """People by slug, and a fault for each name that makes no address or is told in two ways.

    documents are by film slug. A detail (sort name, name in its own script) may be given with
    any of a person's credits, and need be given only once.
    """
    people: dict[str, Credited] = {}
    faults: list[Fault] = []
    for film in films:
        document = documents[film.slug]
        for place, credit in enumerate(film.credits):
            slug = person_slug(credit)
            if not slug:
                message = f"No address can be made from “{credit.name}”; give the name in Latin letters too."
                faults.append(document.fault(("credits", place, "name"), "name-without-address", message))
                continue
            person = people.setdefault(slug, Credited(slug, credit, {}))
            faults += _told(person, credit, place, document)
    return people, faults


def _told(person: Credited, credit: CreditRecord, place: int, document: Document) -> list[Fault]:
    faults: list[Fault] = []
    if credit.name != person.credit.name:
        message = f"“{credit.name}” and “{person.credit.name}” would share one address; write them alike."
        faults.append(document.fault(("credits", place, "name"), "person-disagrees", message))
    for detail, words in _WORDS.items():
        value: object = getattr(credit, detail)
        if value is None:
            continue
        earlier, file = person.given.setdefault(detail, (value, document.file))
        if earlier != value:
            message = f"The {words} of “{credit.name}” is another one in {file}."
            faults.append(document.fault(("credits", place, detail), "person-disagrees", message))
    return faults
