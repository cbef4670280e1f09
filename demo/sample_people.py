"""Who plays in the story, and the password of all of them. Free of Django, so that anything may sign in as one of them."""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "a-long-take-of-nine-hours"  # noqa: S105 - the demonstration prints it


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of the story. `what` says who it is, for the list of logins."""

    what: str
    name: str
    email: str
    time_zone: str = "America/New_York"


OFFICE = Someone("The office (admin)", "Ada Brandt", "office@longtake.example")
TEACHER = Someone("A teacher, K-12", "June Park", "june.park@riverside-school.example")
COLLEAGUE = Someone("Her school's librarian", "Sam Ortiz", "library@riverside-school.example")
PROGRAMMER = Someone("A programmer", "Noor Haddad", "noor@lamplight-cinema.example")
PEOPLE = (OFFICE, TEACHER, COLLEAGUE, PROGRAMMER)
