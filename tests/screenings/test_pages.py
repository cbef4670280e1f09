"""The pages as people use them: asked, taken, described, published, registered, moved; and times in the venue's zone."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta

from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence, LicenceType, Membership, OrderLine, Role, Tier
from screenings import planner
from screenings.models import PlanRequest, Registration, Screening, Venue
from screenings.programme.booking import move_showing, take_plan
from screenings.programme.plan_requests import ask_plan, run_plan
from tests.screenings.conftest import ONE_DAY, SATURDAY, answered, at, registered, signed_in
from tests.screenings.programme.test_booking import showing_of

QUESTION = {
    "first_day": "2027-03-20",
    "last_day": "2027-03-22",
    "earliest_start": "10:00",
    "latest_end": "00:30",
    "evening_from": "17:00",
    "start_step": "5",
    "longest_unbroken": "",
    "most_minutes_a_day": "600",
    "minimum_break": "15",
    "meal_minutes": "45",
    "meal_after": "300",
    "intro_minutes": "10",
    "qa_minutes": "0",
    "kinds": ["one-day", "two-days"],
}


def test_question_form_puts_the_question(venue: Venue, film: Film, owner: User) -> None:
    data = QUESTION | {"film": film.pk, "venue": venue.pk, "institution": venue.institution_id}
    response = signed_in(owner).post("/desk/plans/new/", data)
    request = PlanRequest.objects.get()
    assert response["Location"] == request.get_absolute_url()
    asked = planner.question_from_data(request.question)
    assert (asked.settings.most_minutes_a_day, asked.settings.kinds) == (600, ("one-day", "two-days"))
    assert asked.blocks[0].intro_minutes == 10


def test_question_form_asks_for_repeats_weekdays_and_what_to_keep_apart_from(
    venue: Venue, film: Film, owner: User, draft: Screening
) -> None:
    data = QUESTION | {
        "film": film.pk, "venue": venue.pk, "institution": venue.institution_id, "weekdays": ["5", "6"], "plans_of_a_kind": "2",
        "repeat_times": "1", "repeat_parts": "3, 2", "repeat_most_days": "7", "apart_from": [draft.pk], "kinds": ["all-night"],
    }  # fmt: skip
    signed_in(owner).post("/desk/plans/new/", data)
    asked = planner.question_from_data(PlanRequest.objects.latest("pk").question)
    assert (asked.settings.weekdays, asked.settings.plans_of_a_kind, asked.settings.repeat_most_days) == (
        (5, 6),
        2,
        7,
    )
    assert [(block.label, block.run) for block in asked.blocks[3:]] == [("Remnants", 2), ("Rails", 2)]
    assert (set(asked.apart_from), len(asked.conflicts)) == ({draft.pk}, 3)
    wrong = data | {"repeat_parts": "4", "repeat_least_days": "9", "apart_from": []}
    errors = signed_in(owner).post("/desk/plans/new/", wrong).context["form"].errors
    assert errors == {"repeat_most_days": ["This must be no less than the days above: 9."]}
    errors = (
        signed_in(owner).post("/desk/plans/new/", wrong | {"repeat_least_days": "1"}).context["form"].errors
    )
    assert errors == {"repeat_parts": ["The film has no part 4."]}
    errors = (
        signed_in(owner)
        .post("/desk/plans/new/", data | {"repeat_parts": "two", "apart_from": ["0"]})
        .context["form"]
        .errors
    )
    assert set(errors) == {"repeat_parts", "apart_from"}


def test_question_form_says_what_is_wrong_beside_the_field(venue: Venue, film: Film, owner: User) -> None:
    right = QUESTION | {"film": film.pk, "venue": venue.pk, "institution": venue.institution_id}
    wrong = right | {"last_day": "2027-03-19", "meal_minutes": "45"}
    response = signed_in(owner).post("/desk/plans/new/", wrong)
    assert response.context["form"].errors == {"last_day": ["The last day is before the first."]}
    wrong = right | {"meal_minutes": "20", "minimum_break": "20"}
    response = signed_in(owner).post("/desk/plans/new/", wrong)
    assert response.context["form"].errors == {
        "meal_minutes": ["The meal break must be longer than the shortest break."]
    }


def test_changed_request_begins_with_everything_that_was_asked(
    venue: Venue, film: Film, owner: User, colleague: User, outsider: User, draft: Screening
) -> None:
    data = QUESTION | {
        "film": film.pk, "venue": venue.pk, "institution": venue.institution_id, "weekdays": ["5", "6"], "plans_of_a_kind": "2",
        "over_holds": "on", "apart_from": [draft.pk], "access": ["wheelchairs"], "meals_inside": "on", "use_waiting": "hard",
        "usual_starts": "14:00, 19:30", "meal_times": "12:00-14:00", "projectionists": "2", "repeat_times": "1", "repeat_parts": "2",
        "part_1": "2", "starts_1": "16:00", "guest_day_1": "2027-03-21", "guest_from_1": "15:00", "guest_until_1": "22:00",
    }  # fmt: skip
    venue.screens.update(wheelchair_places=2)
    signed_in(owner).post("/desk/plans/new/", data)
    first = PlanRequest.objects.get(said__isnull=False)
    first.answer, first.status = planner.answer_to_data(planner.Answer(())), PlanRequest.Status.DONE
    first.save()
    assert f'href="{first.again_url()}"' in signed_in(owner).get(first.get_absolute_url()).text
    form = signed_in(colleague).get(first.again_url()).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    signed_in(colleague).post(first.again_url(), sent)
    again = PlanRequest.objects.latest("pk")
    assert (again.pk > first.pk, again.question) == (True, first.question)
    assert signed_in(outsider).get(first.again_url()).status_code == 404


def test_request_that_no_form_asked_is_changed_with_what_its_question_says(
    venue: Venue, film: Film, owner: User
) -> None:
    settings = planner.Settings(kinds=("two-days",), minimum_break=20, weekdays=(5, 6))
    asked = ask_plan(
        venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=owner, settings=settings
    )
    form = signed_in(owner).get(asked.again_url()).context["form"]
    shown = {
        name: form[name].value()
        for name in ("film", "institution", "last_day", "kinds", "minimum_break", "weekdays")
    }
    assert shown == {
        "film": film.pk, "institution": venue.institution_id, "last_day": SATURDAY, "kinds": ["two-days"], "minimum_break": 20, "weekdays": [5, 6],
    }  # fmt: skip


def test_who_asks_too_often_is_told_on_the_page_and_loses_nothing(
    venue: Venue, film: Film, owner: User, draft: Screening, settings: Settings
) -> None:
    settings.LIMITS |= dict.fromkeys(("plan", "replan"), "1/hour")
    client, told = signed_in(owner), "You can ask it again in 60 minutes."
    data = QUESTION | {"film": film.pk, "venue": venue.pk, "institution": venue.institution_id}
    for refused in (data | {"last_day": ""}, data | {"last_day": "2027-03-01"}):
        assert told not in client.post("/desk/plans/new/", refused).text
    page = client.post("/desk/plans/new/", data)
    assert (told in page.text, page.context["form"]["most_minutes_a_day"].value()) == (True, "600")
    lengths = {f"length_{each.pk}": each.until_minute for each in draft.showings.all()}
    days = {"first_day": "2027-03-20", "last_day": "2027-03-25", **lengths}
    for is_told in (False, True):
        page = client.post(f"/desk/screenings/{draft.slug}/replan/", days)
        assert (page.status_code == 200 and told in page.text) == is_told


def test_question_form_tells_who_has_no_venue_what_to_do(outsider: User) -> None:
    page = signed_in(outsider).get("/desk/plans/new/").content.decode()
    assert "You have no venue yet" in page


def test_plan_page_waits_and_then_shows_the_plans(venue: Venue, film: Film, owner: User) -> None:
    settings = planner.Settings(kinds=("one-day",))
    request = ask_plan(
        venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=owner, settings=settings
    )
    client = signed_in(owner)
    page = client.get(request.get_absolute_url()).content.decode()
    assert 'hx-trigger="every 1s"' in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    run_plan(plan_request_id=request.pk)
    piece = client.get(request.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in piece
    assert "hx-trigger" not in piece
    assert "Choose this plan" in piece
    assert "Proved: no plan of this kind asks less of people." in piece


def test_plan_page_says_what_clashes_and_the_least_change(venue: Venue, film: Film, owner: User) -> None:
    settings = planner.Settings(kinds=("one-day",), most_minutes_a_day=500)
    request = ask_plan(
        venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=owner, settings=settings
    )
    run_plan(plan_request_id=request.pk)
    page = signed_in(owner).get(request.get_absolute_url()).content.decode()
    assert "No plan fits this request." in page
    assert "These cannot all be true:" in page
    assert "This change makes a plan possible:" in page
    assert "The search for reasons was not finished" not in page


def test_plan_page_of_a_stopped_request_shows_what_was_found(venue: Venue, film: Film, owner: User) -> None:
    request = answered(venue, film, owner, ONE_DAY)
    PlanRequest.objects.filter(pk=request.pk).update(status=PlanRequest.Status.CANCELLED)
    page = signed_in(owner).get(request.get_absolute_url()).content.decode()
    assert "This is what it had found:" in page
    assert "Choose this plan" in page


def test_taking_a_plan_leads_to_its_desk(venue: Venue, film: Film, owner: User) -> None:
    request = answered(venue, film, owner, ONE_DAY)
    response = signed_in(owner).post(f"/desk/plans/{request.pk}/take/", {"index": "0"})
    assert response["Location"] == f"/desk/screenings/{Screening.objects.get().slug}/"
    page = signed_in(owner).get(request.get_absolute_url()).content.decode()
    assert "Chosen: open its desk" in page


def test_taking_a_plan_that_is_none_is_not_found(draft: Screening, owner: User) -> None:
    address = f"/desk/plans/{draft.plan_request_id}/take/"
    assert signed_in(owner).post(address, {"index": "first"}).status_code == 404
    assert signed_in(owner).post(address, {"index": "7"}, follow=True).status_code == 200


def test_times_are_the_venues_whoever_looks(published: Screening, owner: User) -> None:
    owner.time_zone = "America/New_York"
    owner.save()
    for address in (
        published.get_absolute_url(),
        f"/desk/screenings/{published.slug}/",
        f"/screenings/{published.slug}/run-of-show/",
        published.venue.get_absolute_url(),
    ):
        page = signed_in(owner).get(address).content.decode()
        assert "10:30" in page, address
        assert "05:30" not in re.sub(r'datetime="[^"]*"', "", page), address


def test_plans_are_shown_in_the_venues_time(draft: Screening, owner: User) -> None:
    page = signed_in(owner).get(f"/desk/plans/{draft.plan_request_id}/").content.decode()
    assert '<span class="num">10:30–14:30</span>' in page


def test_desk_names_the_licence_to_buy_and_puts_it_into_the_cart(
    draft: Screening, owner: User, film: Film, public_screening_type: LicenceType
) -> None:
    page = signed_in(owner).get(f"/desk/screenings/{draft.slug}/").content.decode()
    assert "No licence for this film is held." in page
    assert "<strong>Public screening, 50</strong>" in page
    assert f'<input type="hidden" name="licence_type" value="{public_screening_type.pk}">' in page
    assert f'<input type="hidden" name="film" value="{film.pk}">' in page
    assert "/licence-finder/?film=the-works&amp;" in page


def test_licence_bought_for_a_screening_begins_with_it_and_no_day_that_does_not_cover_it_is_taken(
    draft: Screening, owner: User, film: Film, public_screening_type: LicenceType
) -> None:
    LicenceType.objects.update(term_months=None, term_days=10)
    client, line = signed_in(owner), f"{film.pk}-{public_screening_type.pk}"
    page = client.get(f"/desk/screenings/{draft.slug}/").text
    assert '<input type="hidden" name="occasion" value="2027-03-20/2027-03-20">' in page
    assert "It would begin on 20 March 2027." in page
    wanted = {"film": film.pk, "licence_type": public_screening_type.pk}
    assert client.post("/cart/add/", wanted | {"occasion": "soon"}).status_code == 404
    client.post("/cart/add/", wanted | {"occasion": "2027-04-03/2027-04-04"})
    again = client.post("/cart/add/", wanted | {"occasion": "2027-03-20/2027-03-20"}, follow=True).text
    assert "The cart had this licence for “The Works” for other days." in again
    form = client.get("/checkout/").context["form"]
    begins = f"begins_{film.pk}_{public_screening_type.pk}"
    assert (form[begins].value(), "start" in form.fields) == (SATURDAY, False)
    sent = {name: form[name].value() for name in ("institution", "request_key", "quoted")}
    sent |= {"method": "purchase-order", "purchase_order_number": "PO-1", "is_exact_name": "on"}
    told = "would not cover the screening. It is for the screening on 20 March 2027."
    for day in ("2027-03-01", "2027-03-10", "2027-03-21"):
        assert told in client.post("/checkout/", sent | {begins: day}).text, day
    client.post("/checkout/", sent | {begins: "2027-03-19"})
    assert [f"{each.starts_on}" for each in OrderLine.objects.all()] == ["2027-03-19"]
    shared = client.get(f"/cart/shared/?offer={line}@2027-03-20/2027-03-20").text
    assert 'name="occasion" value="2027-03-20/2027-03-20"' in shared
    assert "It begins on 20 March 2027." in shared


def test_desk_publishes_what_is_covered(draft: Screening, licence: Licence, owner: User) -> None:
    page = signed_in(owner).post(f"/desk/screenings/{draft.slug}/publish/", follow=True).content.decode()
    assert "Published under licence L-1." in page


def test_desk_says_why_it_does_not_publish(draft: Screening, owner: User) -> None:
    page = signed_in(owner).post(f"/desk/screenings/{draft.slug}/publish/", follow=True).content.decode()
    assert page.count("No licence for this film is held.") == 2


def test_details_are_saved_or_refused_beside_the_field(published: Screening, owner: User) -> None:
    address = f"/desk/screenings/{published.slug}/"
    data = {
        "title": "Nine hours",
        "description": "*Long.*",
        "audience": "30",
        "admission": "none",
        "public_advertising": "on",
    }
    assert signed_in(owner).post(address, data).status_code == 302
    assert "<em>Long.</em>" in signed_in(None).get(published.get_absolute_url()).content.decode()
    response = signed_in(owner).post(address, data | {"audience": "60"})
    assert list(response.context["form"].errors) == ["__all__", "audience"]


def test_who_may_hire_the_venue_learns_no_film_of_a_draft_there(
    draft: Screening, venue: Venue, owner: User, outsider: User
) -> None:
    Venue.objects.update(open_to_hire=True)
    other = Institution.objects.create(legal_name="Another", tier=Tier.NON_PROFIT, country="NL")
    Membership.objects.create(institution=other, user=outsider, role=Role.PROGRAMMER)
    named = {
        user: draft in signed_in(user).get("/desk/plans/new/").context["form"].fields["apart_from"].queryset
        for user in (owner, outsider)
    }
    assert named == {owner: True, outsider: False}


def test_what_a_place_costs_is_said_before_publication_and_to_visitors(
    draft: Screening, licence: Licence, owner: User
) -> None:
    desk, client = f"/desk/screenings/{draft.slug}/", signed_in(owner)
    announcement = f"{desk}announcement/"
    data = {"title": "Nine hours", "audience": "30", "admission": "cost-recovery"}
    assert client.post(desk, data).status_code == 302  # of a page that was opened before the form moved
    assert "People pay for it: say" in client.get(desk).text
    assert "Say what a place costs, and publish it" in client.get("/desk/").text
    assert "People pay for this screening: say" in client.post(f"{desk}publish/", follow=True).text
    said = "12 euros, 8 reduced; at the door"
    client.post(announcement, data | {"price": said})
    assert "Published under licence" in client.post(f"{desk}publish/", follow=True).text
    for address in (draft.get_absolute_url(), f"{draft.get_absolute_url()}register/"):
        assert (
            f'a contribution to the costs: <span lang="en">{said}</span>' in signed_in(None).get(address).text
        )
    assert list(client.post(announcement, data).context["form"].errors) == ["price"]
    client.post(announcement, data | {"price": said, "admission": "none"})
    draft.refresh_from_db()
    assert draft.price == ""


def test_move_form_moves_on_the_venues_clock(published: Screening, venue: Venue, owner: User) -> None:
    rails = showing_of(published, "Rails")
    address = f"/desk/showings/{rails.pk}/move/"
    data = {"day": "2027-03-20", "clock": "20:05", "screen": rails.screen_id}
    assert signed_in(owner).post(address, data)["Location"] == f"/desk/screenings/{published.slug}/"
    rails.refresh_from_db()
    assert rails.starts_at == at(SATURDAY, "20:05", venue)
    response = signed_in(owner).post(address, data | {"clock": "23:30"})
    assert response.context["form"].non_field_errors() == ["'Rails' ends 1 h after One closes."]


def test_move_form_knows_that_an_hour_is_missing_when_clocks_go_forward(
    published: Screening, owner: User
) -> None:
    rails = showing_of(published, "Rails")
    data = {"day": "2027-03-28", "clock": "02:30", "screen": rails.screen_id}
    response = signed_in(owner).post(f"/desk/showings/{rails.pk}/move/", data)
    assert response.context["form"].errors == {
        "clock": ["The clocks go forward that night; this time does not exist."]
    }


def test_forms_keep_the_second_of_two_hours_when_clocks_go_back(
    venue: Venue, film: Film, owner: User
) -> None:
    """What stands at the second half past two stays there when its form is sent as it is, and comes back to it when it is typed."""
    venue.opening_hours.update(closes="05:00")
    night = date(2027, 10, 30)
    plan = answered(
        venue, film, owner, {night: [("Rust", "10:00"), ("Remnants", "15:00"), ("Rails", "01:45")]}
    )
    screening = take_plan(plan_request=plan, index=0, by=owner)
    second = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    rails = move_showing(showing=showing_of(screening, "Rails"), starts_at=second, by=owner)
    client, move = signed_in(owner), f"/desk/showings/{rails.pk}/move/"
    timetable = f"/desk/screenings/{screening.slug}/timetable/"
    form = client.get(move).context["form"]
    assert client.post(move, {each.name: each.value() for each in form}).status_code == 302
    rows = client.get(timetable).context["editor"].rows
    sent = {each.html_name: "" if each.value() is None else each.value() for row in rows for each in row}
    sent |= {each.html_name: each.value() for each in rows.management_form} | {"version": "1", "save": "1"}
    assert client.post(timetable, sent).status_code == 302
    rails.refresh_from_db()
    assert (rails.starts_at, screening.timetable_changes.count()) == (second, 1)
    first = {"day": "2027-10-31", "clock": "02:30", "screen": rails.screen_id}
    client.post(move, first)
    rails.refresh_from_db()
    assert rails.starts_at == second - timedelta(hours=1)


def test_registration_form_takes_a_pass_or_some(published: Screening) -> None:
    address = f"/screenings/{published.slug}/register/"
    ada = {"what": "all", "name": "Ada", "email": "ada@reader.example"}
    response = signed_in(None).post(address, ada)
    registration = Registration.objects.get()
    assert (response["Location"], registration.is_pass) == (f"{address}sent/", True)
    rails = showing_of(published, "Rails")
    bo = {"what": "some", "showings": [str(rails.pk)], "name": "Bo", "email": "bo@reader.example"}
    signed_in(None).post(address, bo)
    assert list(Registration.objects.get(name="Bo").showings.all()) == [rails]


def test_registration_form_says_what_is_wrong(published: Screening) -> None:
    address = f"/screenings/{published.slug}/register/"
    data = {"what": "some", "name": "Ada", "email": "ada@reader.example"}
    response = signed_in(None).post(address, data)
    assert response.context["form"].errors == {"showings": ["Choose at least one showing."]}
    response = signed_in(None).post(address, data | {"what": "all", "name": "A,\n# Your account is closed"})
    assert response.context["form"].errors == {"name": ["Write it on one line, without control characters."]}
    response = signed_in(None).post(address, data | {"what": "all", "email": f"{'a' * 250}@reader.example"})
    assert list(response.context["form"].errors) == ["email"]
    assert Registration.objects.count() == 0


def test_registration_form_offers_what_is_left(published: Screening) -> None:
    address = f"/screenings/{published.slug}/register/"
    published.showings.filter(film__title="Rust").update(booked=40)
    page = signed_in(None).get(address).content.decode()
    assert "so there are no passes" in page
    assert page.count("Rust: Sat") == 1  # on the waiting list alone
    published.showings.update(booked=40)
    assert "Every place is taken" in signed_in(None).get(address).content.decode()


def test_giving_back_is_one_button(published: Screening) -> None:
    registration = registered(published)
    response = signed_in(None).post(
        f"/registrations/{registration.token}/give-back/", {"confirm": "1"}, follow=True
    )
    assert "You have given these places back." in response.content.decode()
    assert list(published.showings.values_list("booked", flat=True)) == [0, 0, 0]


def test_schedule_carries_its_events_for_machines_safely(published: Screening) -> None:
    Screening.objects.filter(pk=published.pk).update(title="</script><script>alert(1)</script>")
    page = signed_in(None).get(published.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    event = json.loads(data)
    assert (event["@type"], event["name"]) == ("ScreeningEvent", "</script><script>alert(1)</script>")
    assert [
        (part["name"], part["startDate"], part["remainingAttendeeCapacity"]) for part in event["subEvent"]
    ] == [
        ("Rust", "2027-03-20T10:30:00+01:00", 40),
        ("Remnants", "2027-03-20T15:30:00+01:00", 40),
        ("Rails", "2027-03-20T19:00:00+01:00", 40),
    ]


def test_programme_lists_what_is_to_come_and_says_when_nothing_is(draft: Screening) -> None:
    assert "Nothing is announced at present" in signed_in(None).get("/screenings/").content.decode()


def test_programme_forgets_what_is_over(published: Screening) -> None:
    assert published.get_absolute_url() in signed_in(None).get("/screenings/").content.decode()
    early = timedelta(days=60)
    for showing in published.showings.all():
        for name in ("starts_at", "ends_at", "occupied_from", "occupied_until"):
            setattr(showing, name, getattr(showing, name) - early)
        showing.save()
    assert published.get_absolute_url() not in signed_in(None).get("/screenings/").content.decode()


def test_form_that_is_not_right_says_so_once_above_its_fields(published: Screening, owner: User) -> None:
    client, desk = signed_in(owner), f"/desk/screenings/{published.slug}/"
    rails = published.showings.get(film__slug="rails")
    for address, title in (
        (f"{desk}hold/", "The screens are not held yet."),
        (f"{desk}announcement/", "Nothing has been saved yet."),
        (f"{desk}replan/", "The request has not been sent yet."),
        (f"/desk/showings/{rails.pk}/move/", "The showing was not moved."),
        (f"/desk/venues/{published.venue.slug}/screens/new/", "Nothing has been saved yet."),
        (f"/desk/venues/{published.venue.slug}/add/closure/", "Nothing has been saved yet."),
        (f"{published.get_absolute_url()}register/", "You are not registered yet."),
        ("/mailing-list/", "You are not on the list yet."),
    ):
        text = client.post(address, {"clock": "x"}).text
        assert (text.count("data-takes-focus"), title in text) == (1, True), address
