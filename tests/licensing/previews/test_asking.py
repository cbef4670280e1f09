"""Previews asked for, granted by the office or by rule, refused, taken back; and what the database holds by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from catalog.editing.publishing import withdraw_film
from catalog.models import DistributionRight, Film, Holdback, ScreeningCopy
from licensing.models import (
    DeliveryFile,
    EducatorPreview,
    HostedLink,
    Institution,
    Membership,
    PreviewPolicy,
    PreviewStanding,
)
from licensing.previews.asking import ask_preview, grant_preview, refuse_preview, revoke_preview
from licensing.previews.rules import why_not_watchable
from reminders.models import Reminder
from reminders.outbox import subject_of
from tests.at_once import at_once
from tests.licensing.conftest import TODAY
from tests.licensing.previews.conftest import asked_for
from wording.refusals import Refused


def waiting(preview: EducatorPreview) -> list[tuple[str, str, date]]:
    """What is due at once is so by the clock of the database, which the tests do not stop: that is today."""
    rows = Reminder.objects.waiting().about(subject_of(preview)).order_by("due_at", "kind")
    return [
        (each.kind, each.recipient, each.due_at.date() if each.due_at > each.created_at else TODAY)
        for each in rows
    ]


def test_request_waits_for_the_office_which_is_told(asked: EducatorPreview) -> None:
    assert asked.standing(TODAY) is PreviewStanding.ASKED
    assert waiting(asked) == [("licensing.preview-asked", "office@longtake.example", TODAY)]
    assert why_not_watchable(asked) == "The office has not answered yet. You will get an e-mail."


def test_asked_twice_is_one_request_also_while_it_can_be_watched(
    asked: EducatorPreview,
    film_file: DeliveryFile,
    film: Film,
    school: Institution,
    teacher: User,
    office: User,
) -> None:
    assert asked_for(film, school, teacher) == asked
    grant_preview(preview=asked, by=office)
    assert asked_for(film, school, teacher) == asked
    assert EducatorPreview.objects.count() == 1


def test_one_that_is_over_can_be_asked_for_again(
    granted: EducatorPreview, film: Film, school: Institution, teacher: User
) -> None:
    EducatorPreview.objects.update(starts_on=TODAY - timedelta(days=9), ends_on=TODAY - timedelta(days=1))
    assert asked_for(film, school, teacher) != granted


def test_granted_for_the_days_of_the_rules_and_a_reminder_waits(
    granted: EducatorPreview, teacher: User
) -> None:
    assert (granted.starts_on, granted.ends_on) == (TODAY, date(2027, 3, 15))
    assert waiting(granted) == [
        ("licensing.preview-granted", teacher.email, TODAY),
        ("licensing.preview-ending", teacher.email, date(2027, 3, 12)),
    ]
    assert granted.standing(date(2027, 3, 15)) is PreviewStanding.OPEN
    assert granted.standing(date(2027, 3, 16)) is PreviewStanding.ENDED


def test_granting_again_changes_nothing(granted: EducatorPreview, office: User) -> None:
    assert grant_preview(preview=granted, days=300, by=office).ends_on == date(2027, 3, 15)


def test_a_rule_grants_at_once_what_can_be_watched_by_a_verified_institution(
    film: Film, film_file: DeliveryFile, school: Institution, teacher: User
) -> None:
    PreviewPolicy.objects.create(at_once_for_verified=True, days=7, remind_days=0)
    preview = asked_for(film, school, teacher)
    assert (preview.status, preview.ends_on, preview.answered_by) == ("granted", date(2027, 3, 8), None)
    assert [kind for kind, _to, _day in waiting(preview)] == ["licensing.preview-granted"]


@pytest.mark.parametrize("missing", ["verified", "file", "right", "use", "organisation"])
def test_what_the_rule_cannot_grant_waits_for_the_office(
    missing: str, film: Film, film_file: DeliveryFile, school: Institution, teacher: User
) -> None:
    PreviewPolicy.objects.create(at_once_for_verified=True)
    if missing == "verified":
        Institution.objects.update(verification="asked")
        school.refresh_from_db()
    elif missing == "file":
        DeliveryFile.objects.update(is_offered=False)
    elif missing == "use":
        DistributionRight.objects.update(uses=["theatrical"])
    elif missing == "organisation":
        Institution.objects.update(tier="individual")
        school.refresh_from_db()
    else:
        DistributionRight.objects.update(countries=["FR"])
    assert asked_for(film, school, teacher).status == "asked"


@pytest.mark.parametrize("answer", [refuse_preview, revoke_preview])
def test_the_rule_does_not_grant_what_the_office_refused_or_took_back(
    answer: Callable[..., EducatorPreview],
    film: Film,
    film_file: DeliveryFile,
    school: Institution,
    teacher: User,
    office: User,
) -> None:
    PreviewPolicy.objects.create(at_once_for_verified=answer is revoke_preview)
    answer(preview=asked_for(film, school, teacher), because="Only for courses.", by=office)
    PreviewPolicy.objects.update(at_once_for_verified=True)
    assert asked_for(film, school, teacher).status == "asked"
    assert asked_for(film_file.copy.film, school, teacher).status == "asked"


def test_a_holdback_of_education_ends_what_can_be_watched(granted: EducatorPreview, film: Film) -> None:
    Holdback.objects.create(film=film, uses=["education"], countries=["US"], until=date(2027, 12, 31))
    said = why_not_watchable(EducatorPreview.objects.get(pk=granted.pk))
    assert "education and libraries" in said


def test_refused_and_taken_back_with_a_reason_that_the_page_and_the_mail_say(
    asked: EducatorPreview,
    granted: EducatorPreview,
    office: User,
    teacher: User,
    rails: Film,
    school: Institution,
) -> None:
    revoked = revoke_preview(preview=granted, because="The licensor asked us.", by=office)
    assert why_not_watchable(revoked) == "The office has ended this preview: The licensor asked us."
    assert waiting(revoked) == [("licensing.preview-not-granted", teacher.email, TODAY)]
    refused = refuse_preview(
        preview=asked_for(rails, school, teacher), because="Only for courses.", by=office
    )
    assert why_not_watchable(refused) == "The office has not granted this preview: Only for courses."
    assert waiting(refused) == [("licensing.preview-not-granted", teacher.email, TODAY)]


def test_what_was_answered_is_not_answered_otherwise(asked: EducatorPreview, office: User) -> None:
    refuse_preview(preview=asked, because="No.", by=office)
    for verb in (grant_preview, lambda **given: revoke_preview(because="X", **given)):
        with pytest.raises(Refused) as refused:
            verb(preview=asked, by=office)
        assert refused.value.code == "answered"


@pytest.mark.parametrize(("days", "code"), [(0, "days"), (366, "days"), (14, "nothing-to-play")])
def test_office_is_told_why_it_cannot_grant(
    days: int, code: str, asked: EducatorPreview, office: User
) -> None:
    with pytest.raises(Refused) as refused:
        grant_preview(preview=asked, days=days, by=office)
    assert refused.value.code == code


def test_nothing_is_granted_where_we_have_no_rights(
    asked: EducatorPreview, film_file: DeliveryFile, office: User
) -> None:
    DistributionRight.objects.update(countries=["FR"])
    with pytest.raises(Refused) as refused:
        grant_preview(preview=asked, by=office)
    assert refused.value.error_list[0].code == "territory"


def test_withdrawn_film_ends_its_previews(granted: EducatorPreview, film: Film, office: User) -> None:
    withdraw_film(film=film, reason="Our rights have ended.", by=office)
    granted = EducatorPreview.objects.get(pk=granted.pk)
    assert why_not_watchable(granted) == "This film is no longer offered, so its preview has ended."


def test_who_left_the_institution_watches_no_more(granted: EducatorPreview, colleague: User) -> None:
    Membership.objects.filter(user=colleague).update(role="owner")
    Membership.objects.filter(user=granted.asked_by).delete()
    assert why_not_watchable(granted) == "You are no longer a member of Lincoln Unified School District."


def test_only_members_ask_and_words_are_checked(
    film: Film, school: Institution, outsider: User, teacher: User
) -> None:
    with pytest.raises(Refused) as refused:
        asked_for(film, school, outsider)
    assert refused.value.code == "not-a-member"
    for course, why in (("X" * 201, "Y"), ("", "Y"), ("X\u202e", "Y"), ("X", "Y" * 1001), ("X", "  ")):
        with pytest.raises(ValidationError):
            ask_preview(film=film, institution=school, course=course, why=why, by=teacher)


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"status": "granted"}, "educator_preview_answered_with_time"),
        ({"because": "X"}, "educator_preview_reason_given"),
        ({"starts_on": TODAY, "ends_on": TODAY}, "educator_preview_granted_for_days"),
        ({"course": ""}, "educator_preview_says_for_what"),
        ({"course": "a\nb"}, "educator_preview_course_one_line"),
        ({"why": "x" * 1001}, "educator_preview_why_bounded"),
    ],
)
def test_database_refuses(changed: dict[str, object], constraint: str, asked: EducatorPreview) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        EducatorPreview.objects.filter(pk=asked.pk).update(**changed)


def test_database_keeps_one_request_and_one_grant_of_a_film_at_a_time(granted: EducatorPreview) -> None:
    twin = {"film": granted.film, "institution": granted.institution, "asked_by": granted.asked_by}
    with pytest.raises(IntegrityError, match="educator_previews_apart"), transaction.atomic():
        EducatorPreview.objects.create(
            **twin,
            course="X",
            why="Y",
            status="granted",
            starts_on=TODAY,
            ends_on=TODAY,
            answered_at=granted.answered_at,
        )
    EducatorPreview.objects.create(**twin, course="X", why="Y")
    with pytest.raises(IntegrityError, match="educator_preview_asked_once"), transaction.atomic():
        EducatorPreview.objects.create(**twin, course="X", why="Y")


def test_rules_are_one_row_within_bounds(db: None) -> None:
    for values, constraint in (
        ({"id": 2}, "preview_policy_is_one"), ({"days": 0}, "preview_policy_days_within_a_year"),
        ({"remind_days": 31}, "preview_policy_reminds_within_a_month"), ({"log_days": 0}, "preview_policy_log_within_ten_years"),
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            PreviewPolicy.objects.create(**values)


def test_a_hosted_link_that_asks_for_a_key_is_nothing_to_play(
    asked: EducatorPreview, master: ScreeningCopy, office: User
) -> None:
    link = HostedLink.objects.create(copy=master, label="Host", address="https://h.example/1?key={key}")
    with pytest.raises(Refused):
        grant_preview(preview=asked, by=office)
    HostedLink.objects.filter(pk=link.pk).update(address="https://vimeo.com/123456/abcdef1234")
    assert grant_preview(preview=asked, by=office).status == "granted"


@pytest.mark.django_db(transaction=True)
def test_asked_and_granted_at_once_is_one_request_and_one_grant(
    film: Film, film_file: DeliveryFile, school: Institution, teacher: User, office: User
) -> None:
    made = at_once(*(lambda: asked_for(film, school, teacher) for _ in range(3)))
    assert {getattr(each, "pk", each) for each in made} == {EducatorPreview.objects.get().pk}
    answers = at_once(
        *(
            lambda days=days: grant_preview(preview=EducatorPreview.objects.get(), days=days, by=office)
            for days in (5, 9)
        )
    )
    assert len({getattr(each, "ends_on", each) for each in answers}) == 1
    assert Reminder.objects.filter(kind="licensing.preview-granted").count() == 1
