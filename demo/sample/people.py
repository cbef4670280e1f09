"""The people of the story, and their shared password. Does not import Django, so that any script may use it."""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "a-long-take-of-nine-hours"  # noqa: S105 - the demonstration prints it


@dataclass(frozen=True, slots=True)
class Someone:
    """A person in the story. `what` is their role, for the list of logins."""

    what: str
    name: str
    email: str
    time_zone: str = "America/New_York"


OFFICE = Someone("The office (admin)", "Ada Brandt", "office@longtake.example")
TEACHER = Someone("A teacher, K-12", "June Park", "june.park@riverside-school.example")
COLLEAGUE = Someone("Her school's librarian", "Sam Ortiz", "library@riverside-school.example")
PROGRAMMER = Someone("A programmer", "Noor Haddad", "noor@lamplight-cinema.example")
LIBRARIAN = Someone(
    "A foundation's librarian", "Iris Chen", "iris.chen@bayview-library.example", "America/Toronto"
)
PEOPLE = (OFFICE, TEACHER, COLLEAGUE, PROGRAMMER, LIBRARIAN)
