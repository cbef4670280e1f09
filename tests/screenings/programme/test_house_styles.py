"""House styles: kept by a venue, chosen on the form, and what the shipped ones say."""

from __future__ import annotations

import re
from datetime import time

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from catalog.models import Film
from screenings import planner
from screenings.access import Access
from screenings.forms.planning.fields import HoursField
from screenings.forms.planning.wishes import fields_of
from screenings.models import HouseStyle, PlanRequest, Venue
from screenings.planner import Choice, Hours, Settings, Use
from screenings.planner.rules import optional_codes
from screenings.planning.rule_names import RULE_NAMES
from screenings.planning.styles import SHIPPED, settings_of, styles_for, usual_style
from screenings.programme.house_styles import MOST_STYLES, drop_style, keep_style
from tests.screenings.conftest import signed_in
from tests.screenings.programme.test_booking import refused
from tests.screenings.test_pages import QUESTION
from wording.refusals import Refused

LATE = Settings(
    minimum_break=20,
    meal_minutes=50,
    latest_end=time(0, 30),
    projectionists=1,
    stagger_minutes=20,
    longest_shift=600,
    least_rest=660,
    access=(Access.CAPTIONS, Access.WHEELCHAIRS),
    breakfast=Hours(time(6), time(8, 30)),
    usual_starts=(time(14), time(19, 30)),
    meal_times=(Hours(time(18), time(20)),),
    choices=(Choice("waiting", Use.OFF), Choice("late-night", Use.SOFT, 3)),
)


def test_a_style_is_kept_and_read_as_it_was(venue: Venue, owner: User) -> None:
    style = keep_style(venue=venue, name="Late", settings=LATE, by=owner, is_usual=True)
    assert settings_of(HouseStyle.objects.get(pk=style.pk)) == LATE
    assert usual_style(venue).name == "Late"
    assert next(each.name for each in styles_for(venue)) == "Late"


def test_one_style_is_usual_and_one_has_a_name(venue: Venue, owner: User) -> None:
    keep_style(venue=venue, name="Late", settings=LATE, by=owner, is_usual=True)
    keep_style(venue=venue, name="Early", settings=Settings(), by=owner, is_usual=True)
    keep_style(venue=venue, name="Late", settings=Settings(), by=owner)
    rows = HouseStyle.objects.order_by("name").values_list("name", "is_usual")
    assert list(rows) == [("Early", True), ("Late", False)]
    with pytest.raises(IntegrityError), transaction.atomic():
        HouseStyle.objects.update(is_usual=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        HouseStyle.objects.create(venue=venue, name="Late", wishes={})


def test_styles_are_the_venues_own_business(venue: Venue, owner: User, outsider: User) -> None:
    style = keep_style(venue=venue, name="Late", settings=LATE, by=owner)
    with pytest.raises(Refused) as error:
        keep_style(venue=venue, name="Mine", settings=LATE, by=outsider)
    assert refused(error) == ["not-yours"]
    with pytest.raises(Refused):
        drop_style(style=style, by=outsider)
    for person, sees in ((outsider, False), (owner, True)):
        form = (
            signed_in(person)
            .post("/desk/plans/new/", QUESTION | {"use_style": "1", "style": style.pk})
            .context["form"]
        )
        assert (form.initial.get("usual_starts") == "14:00, 19:30") == sees
    drop_style(style=style, by=owner)
    assert not HouseStyle.objects.exists()


def test_a_venue_keeps_so_many_styles(venue: Venue, owner: User) -> None:
    wishes = planner.settings_to_data(LATE)
    HouseStyle.objects.bulk_create(
        HouseStyle(venue=venue, name=f"{number}", wishes=wishes) for number in range(MOST_STYLES)
    )
    with pytest.raises(Refused) as error:
        keep_style(venue=venue, name="One more", settings=LATE, by=owner)
    assert refused(error) == ["too-many"]


def test_every_rule_that_may_be_used_otherwise_has_a_name_where_one_is_asked() -> None:
    days = {"most-days", "least-days", "most-gap"}  # nobody is asked for these yet
    assert set(RULE_NAMES) == optional_codes() - days


def test_shipped_styles_name_only_rules_that_there_are() -> None:
    named = {choice.code for style in SHIPPED.values() for choice in style.settings.choices}
    assert named <= optional_codes()


def posted(venue: Venue, film: Film, **more: object) -> dict[str, object]:
    return QUESTION | {"film": film.pk, "venue": venue.pk, "institution": venue.institution_id} | more


def test_form_uses_a_style_and_keeps_what_was_typed(venue: Venue, film: Film, owner: User) -> None:
    style = keep_style(venue=venue, name="Late", settings=LATE, by=owner)
    data = posted(venue, film, use_style="1", style=f"{style.pk}", apart_from=["7"])
    form = signed_in(owner).post("/desk/plans/new/", data).context["form"]
    assert {name: form.initial[name] for name in fields_of(LATE)} == fields_of(LATE)
    words = [str(form.fields[f"use_{code}"].choices[0][1]) for code in ("meal-break", "waiting")]
    assert words == ["as usual: must be", "as usual: is better"]
    typed = [form.initial[name] for name in ("first_day", "kinds", "apart_from")]
    assert typed == ["2027-03-20", ["one-day", "two-days"], ["7"]]
    chosen_only = posted(venue, film, style=f"{style.pk}", styled="cinema")
    assert list(signed_in(owner).post("/desk/plans/new/", chosen_only).context["form"].errors) == ["style"]
    assert not PlanRequest.objects.exists()


def test_form_keeps_its_wishes_as_a_style(venue: Venue, film: Film, owner: User) -> None:
    client = signed_in(owner)
    response = client.post("/desk/plans/new/", posted(venue, film, keep_style="1"))
    assert response.context["form"].errors == {"style_name": ["Give the style a name."]}
    fields = {name: "" if value is None else value for name, value in fields_of(LATE).items()}
    fields.pop("meals_inside")
    wanted = posted(venue, film, keep_style="1", style_name="Late", style_is_usual="on", **fields)
    page = client.post("/desk/plans/new/", wanted | {"film": ""}).text
    row = HouseStyle.objects.get()
    assert f'<option value="{row.pk}">' in page
    assert (row.name, row.is_usual, settings_of(row)) == ("Late", True, LATE)
    form = client.get(f"/desk/plans/new/?venue={venue.pk}").context["form"]
    assert form.initial["usual_starts"] == "14:00, 19:30"


def test_form_asks_for_single_parts(venue: Venue, film: Film, owner: User) -> None:
    client = signed_in(owner)
    wish = {"part_1": "3", "starts_1": "19:00", "guest_day_1": "2027-03-20", "guest_from_1": "18:00"}
    errors = client.post("/desk/plans/new/", posted(venue, film, **wish)).context["form"].errors
    assert errors == {"guest_until_1": ["Say on which day the guest is there, from when, and until when."]}
    errors = (
        client.post("/desk/plans/new/", posted(venue, film, part_1="4", starts_1="19:00"))
        .context["form"]
        .errors
    )
    assert errors == {"part_1": ["The film has no part 4."]}
    client.post("/desk/plans/new/", posted(venue, film, **wish, guest_until_1="22:00"))
    block = planner.question_from_data(PlanRequest.objects.get().question).blocks[2]
    assert (block.must_start, len(block.guest)) == (time(19), 1)
    assert (block.guest[0].ends - block.guest[0].begins).total_seconds() == 4 * 3600


def test_a_guest_in_the_hour_that_the_clocks_skip_is_refused(venue: Venue, film: Film, owner: User) -> None:
    wish = {"part_1": "3", "guest_day_1": "2027-03-28", "guest_from_1": "02:00", "guest_until_1": "03:00"}
    errors = signed_in(owner).post("/desk/plans/new/", posted(venue, film, **wish)).context["form"].errors
    assert errors == {
        "part_1": ["The guest of part 3 is there for no time: that night the clocks skip this hour."]
    }


def test_a_request_without_a_venue_begins_with_the_style_of_the_first(
    venue: Venue, film: Film, owner: User
) -> None:
    style = keep_style(venue=venue, name="Late", settings=LATE, by=owner, is_usual=True)
    form = signed_in(owner).get("/desk/plans/new/").context["form"]
    assert (form.initial["style"], form.initial["usual_starts"]) == (f"{style.pk}", "14:00, 19:30")


def test_hours_with_a_zone_are_those_of_the_wall() -> None:
    assert HoursField().clean("11:30Z-14:30") == (Hours(time(11, 30), time(14, 30)),)


def test_form_says_which_hours_it_does_not_read(venue: Venue, film: Film, owner: User) -> None:
    wrong = posted(venue, film, usual_starts="2 pm", meal_times="20:00-18:00")
    errors = signed_in(owner).post("/desk/plans/new/", wrong).context["form"].errors
    assert errors == {
        "usual_starts": ["Write hours as 14:00, with commas between them."],
        "meal_times": ["Each of at most 12 stretches must end after it begins."],
    }


def test_groups_of_the_form_are_closed_unless_something_in_them_is_set_or_wrong(
    venue: Venue, film: Film, owner: User
) -> None:
    def opened(page: str) -> list[str]:
        return re.findall(r"<details class=.form-fold. open>\s*<summary>([^<]+)", page)

    client = signed_in(owner)
    fresh = client.get("/desk/plans/new/")
    assert opened(fresh.text) == []
    values = {bound.name: bound.value() for bound in fresh.context["form"]}
    as_it_was = {name: value for name, value in values.items() if value is not None and value is not False}
    as_it_was |= {"film": film.pk, "institution": venue.institution_id}
    wrong = {"breakfast_from": "09:00", "breakfast_until": "08:00", "qa_minutes": "30"}
    response = client.post("/desk/plans/new/", as_it_was | wrong)
    assert response.context["form"].errors == {
        "breakfast_until": ["Breakfast ends after it begins, and by noon."]
    }
    assert response.text.count('role="alert"') == 1
    assert opened(response.text) == ["Breaks and meals", "Talks"]
