"""How far a programmer's forms and verbs reach: days, people, lines; and addresses that are none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from catalog.models import Film
from screenings.models import Closure, PlanRequest, Screen, Screening, Venue
from screenings.programme.booking import move_showing
from screenings.programme.plan_requests import ask_plan
from screenings.reach import DAYS_AHEAD, MOST_PEOPLE
from tests.screenings.conftest import NOW, SATURDAY, make_venue, signed_in
from tests.screenings.programme.test_announcing import revised
from tests.screenings.programme.test_booking import refused, showing_of
from tests.screenings.test_pages import QUESTION
from wording.bounds import LONGEST_PROSE
from wording.refusals import Refused

FURTHEST = NOW.date() + timedelta(days=DAYS_AHEAD)
ABSURD = ("9999-12-31", "9999-12-01", "0001-01-01", f"{FURTHEST + timedelta(days=1)}")
DETAILS = {"title": "Nine hours", "description": "", "audience": "40", "admission": "none"}


@pytest.mark.parametrize("day", ABSURD)
@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_move_form_refuses_days_out_of_reach(draft: Screening, owner: User, day: str, zone: str) -> None:
    Venue.objects.update(time_zone=zone)
    rails = showing_of(draft, "Rails")
    data = {"day": day, "clock": "23:59", "screen": rails.screen_id}
    response = signed_in(owner).post(f"/desk/showings/{rails.pk}/move/", data)
    expected = "This day is past." if day < "2000" else "Choose a day within the next five years."
    assert response.context["form"].errors["day"] == [expected]


@pytest.mark.parametrize("day", ABSURD)
@pytest.mark.parametrize("field", ["first_day", "last_day"])
def test_question_form_refuses_days_out_of_reach(
    venue: Venue, film: Film, owner: User, day: str, field: str
) -> None:
    data = QUESTION | {"film": film.pk, "venue": venue.pk, field: day}
    response = signed_in(owner).post("/desk/plans/new/", data)
    assert field in response.context["form"].errors
    assert PlanRequest.objects.count() == 0


@pytest.mark.parametrize("day", ABSURD)
def test_forms_refuse_guests_and_losses_out_of_reach(
    draft: Screening, venue: Venue, film: Film, owner: User, day: str
) -> None:
    """The last day there is has no tomorrow, and the first none before it in any zone."""
    data = QUESTION | {"film": film.pk, "venue": venue.pk, "institution": venue.institution_id, "part_1": 1}
    guest = {"guest_day_1": day, "guest_from_1": "23:00", "guest_until_1": "01:00"}
    asked = signed_in(owner).post("/desk/plans/new/", data | guest)
    assert list(asked.context["form"].errors) == ["guest_day_1"]
    address = f"/desk/screenings/{draft.slug}/replan/"
    form = signed_in(owner).get(address).context["form"]
    usual = {name: form.initial.get(name, field.initial) or "" for name, field in form.fields.items()}
    lost = {"lost_screen": "0", "lost_from_day": day, "lost_to_day": day}
    asked = signed_in(owner).post(address, usual | lost)
    assert {*asked.context["form"].errors} >= {"lost_from_day", "lost_to_day"}


def test_verbs_refuse_days_out_of_reach(draft: Screening, venue: Venue, film: Film, owner: User) -> None:
    for year in (FURTHEST.year + 1, 9999):
        with pytest.raises(Refused) as error:
            move_showing(
                showing=showing_of(draft, "Rails"),
                starts_at=datetime(year, 12, 31, 23, 59, tzinfo=UTC),
                by=owner,
            )
        assert refused(error) == ["too-far"]
        day = date(year, 12, 31)
        with pytest.raises(Refused) as error:
            ask_plan(venue=venue, film=film, first_day=day, last_day=day, by=owner)
        assert refused(error) == ["too-far"]


def test_furthest_day_within_reach_can_be_asked_for(venue: Venue, film: Film, owner: User) -> None:
    assert ask_plan(venue=venue, film=film, first_day=FURTHEST, last_day=FURTHEST, by=owner).pk


def test_venue_closed_for_ever_is_asked_as_fast_as_any(venue: Venue, film: Film, owner: User) -> None:
    Closure.objects.create(venue=venue, first_day=date(1, 1, 1), last_day=date(9999, 12, 31))
    request = ask_plan(venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=owner)
    assert [screen["openings"] for screen in request.question["screens"]] == [[], []]


@pytest.mark.parametrize("audience", ["2147483648", f"{MOST_PEOPLE + 1}", "9" * 400, "0", "-1"])
def test_details_form_refuses_an_audience_out_of_reach(draft: Screening, owner: User, audience: str) -> None:
    response = signed_in(owner).post(
        f"/desk/screenings/{draft.slug}/announcement/", DETAILS | {"audience": audience}
    )
    assert list(response.context["form"].errors) == ["audience"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "Nine\nhours"),
        ("title", "Nine\u2028hours"),
        ("description", "[" * (LONGEST_PROSE + 1)),
    ],
)
def test_details_form_refuses_words_out_of_reach(
    draft: Screening, owner: User, field: str, text: str
) -> None:
    response = signed_in(owner).post(f"/desk/screenings/{draft.slug}/announcement/", DETAILS | {field: text})
    assert list(response.context["form"].errors) == [field]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"audience": 2147483648}, "too-many"),
        ({"title": "Nine\nhours"}, "one-line"),
        ({"description": "[" * (LONGEST_PROSE + 1)}, "too-long"),
    ],
)
def test_revise_screening_refuses_what_is_out_of_reach(
    draft: Screening, owner: User, change: dict[str, object], code: str
) -> None:
    with pytest.raises(Refused) as error:
        revised(draft, owner, **change)
    assert refused(error) == [code]


@pytest.mark.parametrize(
    ("model", "values", "constraint"),
    [
        (Screening, {"title": "Nine\nhours"}, "screening_title_one_line"),
        (Screening, {"audience": MOST_PEOPLE + 1}, "screening_audience_within_reach"),
        (Screening, {"description": "[" * (LONGEST_PROSE + 1)}, "screening_description_bounded"),
        (Screen, {"capacity": MOST_PEOPLE + 1}, "screen_within_reach"),
        (Screen, {"name": "One\n"}, "screen_name_one_line"),
        (Venue, {"name": "The\nRoom"}, "venue_name_one_line"),
        (Venue, {"address": "1\r2"}, "venue_address_one_line"),
        (Venue, {"city": "Town\x7f"}, "venue_city_one_line"),
    ],
)
def test_database_refuses_what_is_out_of_reach(
    draft: Screening, model: type[Screening | Screen | Venue], values: dict[str, object], constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        model.objects.filter(pk=model.objects.all()[0].pk).update(**values)


@pytest.mark.parametrize("token", ["%0a", "a%20b", "a" * 41, "%ff", "ä"])
@pytest.mark.parametrize("rest", ["/", ".ics", "/confirm/", "/give-back/"])
def test_addresses_of_registrations_that_no_token_makes_are_not_found(
    db: None, token: str, rest: str
) -> None:
    client = signed_in(None)
    answer = 400 if "%00" in token else 404  # NUL is part of no address, whatever stands there
    assert client.get(f"/registrations/{token}{rest}").status_code == answer
    assert client.post(f"/registrations/{token}{rest}").status_code == answer


def test_move_form_takes_the_furthest_day(draft: Screening, owner: User) -> None:
    rails = showing_of(draft, "Rails")
    data = {"day": f"{FURTHEST}", "clock": "19:00", "screen": rails.screen_id}
    response = signed_in(owner).post(f"/desk/showings/{rails.pk}/move/", data)
    assert response["Location"] == f"/desk/screenings/{draft.slug}/"


def test_pages_of_a_venue_in_a_far_zone_stand(draft: Screening, cinema: object, owner: User) -> None:
    del cinema
    make_venue(draft.institution, "Pacific/Kiritimati", "KI", slug="far")
    assert signed_in(None).get("/venues/far/").status_code == 200
