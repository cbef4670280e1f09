"""Collects everyone who is credited: one name is one person, across all records."""

from dataclasses import dataclass
from typing import Literal

from django.utils.text import slugify

from catalog.exchange.records import CreditRecord, FilmRecord, PersonNameRecord, Wording
from records.document import Document
from records.faults import Fault
from wording.say import gettext_noop, say

type Detail = Literal["sort_name", "original", "names", "life"]
DETAILS: tuple[Detail, ...] = ("sort_name", "original", "names", "life")
_DIFFERS: dict[Detail, str] = {
    "sort_name": gettext_noop("The sort name of “{name}” is different in {file}."),
    "original": gettext_noop("The original name of “{name}” is different in {file}."),
    "names": gettext_noop("The other names of “{name}” are different in {file}."),
    "life": gettext_noop("What is said of the life of “{name}” is different in {file}."),
}


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
        """The name in its original script, if a record gives it."""
        value = self.given.get("original", (None, ""))[0]
        return value if isinstance(value, Wording) else None

    @property
    def names(self) -> list[PersonNameRecord] | None:
        """Other names, if a record gives any."""
        value = self.given.get("names", (None, ""))[0]
        return value if isinstance(value, list) else None

    @property
    def life(self) -> str | None:
        value = self.given.get("life", (None, ""))[0]
        return value if isinstance(value, str) else None

    @property
    def sort_name(self) -> str:
        """Family name first, "Ophuls, Marcel", unless a record says otherwise."""
        if "sort_name" in self.given:
            return str(self.given["sort_name"][0])
        name = self.credit.name
        first, _, last = name.rpartition(" ")
        return name if self.credit.organisation or not first else f"{last}, {first}"


def person_slug(credit: CreditRecord) -> str:
    """The address of a credited person; empty if the name has no Latin letters."""
    return slugify(credit.name)


def gather_people(
    films: list[FilmRecord], documents: dict[str, Document]
) -> tuple[dict[str, Credited], list[Fault]]:
    """People by slug, and a fault for each name that makes no address or is described in two ways.

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
                template = gettext_noop(
                    "No address can be made from “{name}”; also give the name in Latin letters."
                )
                nameless = say("name-without-address", template, name=credit.name)
                faults.append(document.fault(("credits", place, "name"), nameless))
                continue
            person = people.setdefault(slug, Credited(slug, credit, {}))
            faults += _disagreements(person, credit, place, document)
    return people, faults


def _disagreements(person: Credited, credit: CreditRecord, place: int, document: Document) -> list[Fault]:
    faults: list[Fault] = []
    if credit.name != person.credit.name:
        template = gettext_noop(
            "“{name}” and “{other}” would have the same address; write them the same way."
        )
        alike = say("person-disagrees", template, name=credit.name, other=person.credit.name)
        faults.append(document.fault(("credits", place, "name"), alike))
    for detail, differs in _DIFFERS.items():
        value: object = getattr(credit, detail)
        if value is None:
            continue
        earlier, file = person.given.setdefault(detail, (value, document.file))
        if earlier != value:
            other = say("person-disagrees", differs, name=credit.name, file=file)
            faults.append(document.fault(("credits", place, detail), other))
    return faults
