"""A licence that ends before its time: revoked, shortened, superseded; and what the database refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.documents.proof.proofs import check, check_token
from licensing.licences.ending import revoke, shorten, supersede
from licensing.models import Institution, Licence, LicenceType
from licensing.notices.kinds import LicencesEnding
from reminders.models import Reminder
from tests.licensing.conftest import TODAY, licence_of
from tests.licensing.licences.test_suspending import told
from wording.refusals import Refused


@pytest.fixture
def other(school: Institution, teacher: User, film: Film, copy: LicenceType) -> Licence:
    return licence_of(school, teacher, film, copy)


def refused_code(verb: Callable[..., Licence], **values: object) -> str | None:
    with pytest.raises(Refused) as refused:
        verb(**values)
    return refused.value.code


def test_revoke_says_why_and_forgets_what_was_owed(licence: Licence, office: User) -> None:
    revoked = revoke(licence=licence, because="Paid by a stolen card.", by=office)
    assert (revoked.status, revoked.status_because) == ("revoked", "Paid by a stolen card.")
    waiting = Reminder.objects.waiting().about(f"licensing.licence:{licence.pk}")
    assert [row.kind for row in waiting] == ["licensing.licence-revoked"]
    assert revoke(licence=licence, because="Again.", by=office).status_because == "Paid by a stolen card."
    assert check(check_token(revoked)).sentence == "Licence LIC-2027-0001 was revoked: Paid by a stolen card."


def test_ending_is_the_offices_and_needs_a_reason(
    licence: Licence, other: Licence, teacher: User, office: User
) -> None:
    verbs: tuple[tuple[Callable[..., Licence], dict[str, Any]], ...] = (
        (revoke, {}),
        (shorten, {"until": date(2028, 1, 1)}),
        (supersede, {"successor": other}),
    )
    for verb, values in verbs:
        assert refused_code(verb, licence=licence, because="So.", by=teacher, **values) == "office-only"
        assert refused_code(verb, licence=licence, because=" ", by=office, **values) == "because"


def test_shorten_brings_the_end_forward_and_keeps_what_was_signed(licence: Licence, office: User) -> None:
    token = check_token(licence)
    row = shorten(licence=licence, until=date(2028, 5, 1), because="Partly credited.", by=office)
    assert (row.ends_on, row.signed_until) == (date(2028, 5, 1), date(2030, 2, 28))
    assert (check_token(row), check(token).is_valid) == (token, True)
    assert check(token, on=date(2028, 5, 2)).verdict == "ended"
    again = shorten(licence=licence, until=date(2027, 9, 1), because="More was credited.", by=office)
    assert (again.ends_on, again.signed_until) == (date(2027, 9, 1), date(2030, 2, 28))
    assert told(licence) == [("licensing.licence-shortened", "teacher@school.example")]


def test_shorten_moves_the_reminders_of_the_end(licence: Licence, office: User) -> None:
    shorten(licence=licence, until=date(2027, 4, 1), because="Partly credited.", by=office)
    expiring = Reminder.objects.waiting().filter(kind="licensing.licences-ending").order_by("due_at", "pk")
    said = {f"{row.due_at:%Y-%m-%d}": LicencesEnding().context(row) is not None for row in expiring}
    assert [day for day, is_said in said.items() if is_said] == ["2027-03-02", "2027-03-25", "2027-04-01"]


def test_a_licence_without_end_can_be_shortened(other: Licence, office: User) -> None:
    token = check_token(other)
    row = shorten(licence=other, until=TODAY, because="Credited.", by=office)
    assert (row.ends_on, row.signed_until, row.ends_on_as_signed) == (TODAY, None, None)
    assert check(token).is_valid
    assert shorten(licence=other, until=TODAY, because="Again.", by=office).shortened_because == "Credited."


@pytest.mark.parametrize("until", [date(2027, 2, 28), date(2030, 2, 28), date(2031, 1, 1)])
def test_shorten_is_refused_for_days_past_or_not_earlier(licence: Licence, office: User, until: date) -> None:
    assert refused_code(shorten, licence=licence, until=until, because="So.", by=office) == "until"


def test_shorten_is_refused_for_what_is_over(licence: Licence, office: User) -> None:
    revoke(licence=licence, because="Gone.", by=office)
    assert (
        refused_code(shorten, licence=licence, until=date(2028, 1, 1), because="So.", by=office)
        == "illegal-move"
    )


def test_supersede_names_the_successor(licence: Licence, other: Licence, office: User) -> None:
    row = supersede(licence=licence, successor=other, because="Upgraded to a copy.", by=office)
    assert (row.status, row.superseded_by) == ("superseded", other)
    assert check(check_token(row)).verdict == "superseded"
    assert told(licence) == [("licensing.licence-superseded", "teacher@school.example")]
    assert supersede(licence=licence, successor=other, because="Again.", by=office).status_because == (
        "Upgraded to a copy."
    )


def test_supersede_is_refused_for_an_unfit_successor(licence: Licence, other: Licence, office: User) -> None:
    def code(successor: Licence) -> str | None:
        return refused_code(supersede, licence=licence, successor=successor, because="So.", by=office)

    assert code(licence) == "successor"
    elsewhere = Institution.objects.create(legal_name="Elsewhere", tier="k-12")
    Licence.objects.filter(pk=other.pk).update(institution=elsewhere)
    assert code(other) == "successor"
    Licence.objects.filter(pk=other.pk).update(institution=licence.institution)
    revoke(licence=other, because="Gone.", by=office)
    assert code(other) == "successor"


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"status": "revoked"}, "licence_status_with_reason"),
        ({"status_because": "So."}, "licence_status_with_reason"),
        ({"suspensions": {"dispute:1": "So."}}, "licence_suspended_for_a_cause"),
        (
            {"status": "suspended", "status_since": timezone.now(), "status_because": "So."},
            "licence_suspended_for_a_cause",
        ),
        (
            {"status": "superseded", "status_since": timezone.now(), "status_because": "So."},
            "licence_superseded_by_another",
        ),
        ({"signed_until": date(2040, 1, 1)}, "licence_shortened_with_reason"),
        ({"shortened_at": timezone.now()}, "licence_shortened_with_reason"),
        (
            {"shortened_at": timezone.now(), "shortened_because": "So.", "signed_until": date(2028, 1, 1)},
            "licence_shortened_with_reason",
        ),
    ],
)
def test_the_database_refuses_a_change_without_its_reason(
    licence: Licence, values: dict[str, object], constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Licence.objects.update(**values)
