"""What is shown at another venue, and the way to it: asked of the rows, on the form and the page of a plan, replanned and by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.models import User
from catalog.models import Film, ScreeningCopy
from licensing.models import Institution, Tier
from screenings import planner
from screenings.models import PlanRequest, Screen, Screening, Venue
from screenings.planning.by_hand.asking import opinion_on
from screenings.planning.by_hand.places import places_of
from screenings.planning.questions import pieces_for, question_about
from screenings.planning.replans import Changed
from screenings.programme.booking import move_showing, take_plan
from screenings.programme.plan_requests import ask_plan, run_plan
from screenings.programme.replanning import ask_replan
from screenings.venues.ways import keep_way
from tests.screenings.conftest import SATURDAY, answered, at, make_venue, signed_in
from tests.screenings.programme.test_booking import showing_of
from tests.screenings.test_pages import QUESTION

LATE = {
    SATURDAY - timedelta(days=3): [("Rust", "10:30"), ("Remnants", "15:30")],
    SATURDAY: [("Rails", "21:30")],
}


@pytest.fixture
def annex(cinema: Institution) -> Venue:
    return make_venue(cinema, "Europe/Amsterdam", "NL", "the-annex")


@pytest.fixture
def late(annex: Venue, film: Film, owner: User) -> Screening:
    """Rails at the annex, 21:30-23:30; the other parts some days before."""
    Venue.objects.filter(pk=annex.pk).update(name="The Annex")
    return take_plan(plan_request=answered(annex, film, owner, LATE), index=0, by=owner)  # type: ignore[arg-type]  # invariance


def conflicts(
    venue: Venue, film: Film, *others: Screening, presenter: Institution | None = None, usual_way: int = 30
) -> list[planner.Conflict]:
    screens = list(venue.screens.select_related("venue"))
    question = question_about(
        venue=venue,
        presenter=presenter or venue.institution,
        screens=screens,
        blocks=[piece.block() for piece in pieces_for(film, screens)[0]],
        first_day=SATURDAY,
        last_day=SATURDAY,
        settings=planner.Settings(usual_way=usual_way),
        apart_from=[each.pk for each in others],
    )
    return list(question.conflicts)


def test_the_way_is_the_kept_one_or_the_usual_and_none_within_a_venue(
    venue: Venue, annex: Venue, film: Film, late: Screening, draft: Screening, owner: User
) -> None:
    assert [(each.venue, each.way) for each in conflicts(venue, film, late)] == [("The Annex", 30)]
    assert [each.way for each in conflicts(venue, film, late, usual_way=20)] == [20]
    keep_way(venue=annex, other=venue, minutes=45, by=owner)
    assert [each.way for each in conflicts(venue, film, late, usual_way=20)] == [45]
    assert [each.way for each in conflicts(venue, film, draft)] == [0, 0, 0]


def test_a_print_is_on_the_way_too_and_the_venue_of_others_drafts_is_not_said(
    venue: Venue, annex: Venue, film: Film, late: Screening
) -> None:
    """At the annex its screen is set up from 21:20 and cleared until 23:50."""
    ScreeningCopy.objects.update(format="35mm")
    Screen.objects.update(formats=["35mm"])
    others = Institution.objects.create(legal_name="A School", tier=Tier.NON_PROFIT, country="NL")
    for presenter, named in ((None, "The Annex"), (others, "")):
        (found,) = conflicts(venue, film, presenter=presenter)
        assert (found.why, found.venue, found.way, found.blocks) == (planner.Why.COPY, named, 30, (2,))
        assert (found.starts_at, found.ends_at) == (
            at(SATURDAY, "21:20", annex),
            at(SATURDAY, "23:50", annex),
        )


def test_form_asks_for_the_way_and_the_plan_says_what_is_elsewhere(
    venue: Venue, film: Film, late: Screening, owner: User
) -> None:
    client = signed_in(owner)
    page = client.get("/desk/plans/new/").content.decode()
    assert 'name="usual_way" value="30"' in page
    data = QUESTION | {
        "film": film.pk, "venue": venue.pk, "institution": venue.institution_id, "last_day": "2027-03-20", "meal_after": "",
        "most_minutes_a_day": "", "kinds": ["one-day"], "apart_from": [late.pk], "usual_way": "25",
    }  # fmt: skip
    client.post("/desk/plans/new/", data)
    request = PlanRequest.objects.latest("pk")
    run_plan(plan_request_id=request.pk)
    request.refresh_from_db()
    (plan,) = planner.answer_from_data(request.answer or {}).plans
    assert plan.sittings[-1].ends_at <= at(SATURDAY, "21:05", venue)
    shown = client.get(request.get_absolute_url()).content.decode()
    assert "Saturday 20 March 2027, 21:30 to 23:30: Rails; 25 min on the way to The Annex" in shown
    errors = client.post("/desk/plans/new/", data | {"usual_way": "601"}).context["form"].errors
    assert set(errors) == {"usual_way"}


@pytest.fixture
def apart(draft: Screening, venue: Venue, film: Film, late: Screening, owner: User) -> Screening:
    """The draft ends at 21:00, which leaves half an hour to the annex."""
    wishes = planner.Settings(meal_after=None)
    request = ask_plan(
        venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=owner, settings=wishes, apart_from=[late]
    )  # fmt: skip
    Screening.objects.filter(pk=draft.pk).update(plan_request=request)
    return Screening.objects.get(pk=draft.pk)


def test_a_replan_leaves_time_for_the_way(apart: Screening, venue: Venue, owner: User) -> None:
    """Twenty minutes more of the second part would have the third end at 21:05 (test_replanning)."""
    longer = Changed(lengths={showing_of(apart, "Remnants").pk: 200})
    request = ask_replan(
        screening=apart, first_day=SATURDAY, last_day=SATURDAY + timedelta(days=1), by=owner, changed=longer
    )
    run_plan(plan_request_id=request.pk)
    request.refresh_from_db()
    question = planner.question_from_data(request.question)
    (plan,) = planner.answer_from_data(request.answer or {}).plans
    assert [each.way for each in question.conflicts] == [30]
    assert plan.sittings[-1].starts_at != at(SATURDAY, "19:05", venue)
    assert not [each for each in planner.review(plan, question) if each.hard]
    assert (
        "1 showing elsewhere on these days"
        in signed_in(owner).get(request.get_absolute_url()).content.decode()
    )


def test_by_hand_a_showing_too_near_to_another_venues_is_told_and_mended(
    apart: Screening, venue: Venue, owner: User
) -> None:
    rails = showing_of(apart, "Rails")
    move_showing(showing=rails, starts_at=at(SATURDAY, "19:20", venue), by=owner)
    screening = Screening.objects.with_listing().select_related("plan_request").get(pk=apart.pk)
    showings = {each.pk: each for each in screening.showings.all()}
    screens = list(venue.screens.select_related("venue"))
    opinion = opinion_on(screening, places_of(list(showings.values())), showings, screens)
    (remark,) = (each for each in opinion.remarks if each.say.code == "ways")
    assert (remark.level, str(remark.say), str(remark.mend and remark.mend.say)) == (
        planner.Level.WARNING,
        "'Rails' ends at 21:20, too late for Rails, which begins at 21:30: 30 min on the way to The Annex.",
        "Start “Rails” at 19:00 instead.",
    )
