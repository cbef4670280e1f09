"""The desk and the office count people, not registrations, and say apart who waits."""

from __future__ import annotations

from accounts.models import User
from screenings.models import Screening, Showing
from tests.screenings.audience.test_waiting import group, waits
from tests.screenings.conftest import signed_in
from tests.screenings.programme.test_booking import showing_of


def class_and_who_waits(published: Screening) -> Showing:
    rust = showing_of(published, "Rust")
    Showing.objects.filter(pk=rust.pk).update(capacity=30)
    group(published, "Class", [rust], people=30)
    waits(published, "Ada", rust, people=2)
    return rust


def test_desk_counts_people_and_says_how_many_wait(published: Screening, owner: User) -> None:
    class_and_who_waits(published)
    client = signed_in(owner)
    said = "30 people are registered. 2 wait for places."
    assert said in client.get("/desk/").text
    page = client.get(f"/desk/screenings/{published.slug}/").text
    for each in (
        f"{said} There is 1 registration with places.",
        "30 of 30",
        "2 wait</span>",
        "waits for:",
        f"/{published.slug}/door/",
        "/turnout/",
    ):
        assert each in page


def test_office_counts_people_and_not_who_waits(published: Screening, staff: User) -> None:
    class_and_who_waits(published)
    page = signed_in(staff).get("/admin/screenings/screening/").text
    assert '<td class="field-registered">30</td>' in page


def test_draft_has_no_door(draft: Screening, owner: User) -> None:
    assert "/door/" not in signed_in(owner).get(f"/desk/screenings/{draft.slug}/").text
