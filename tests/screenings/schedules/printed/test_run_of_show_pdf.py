"""The run of show on paper: a page for each screen of each day, every moment, for whoever runs the screening."""

from __future__ import annotations

import io

from pypdf import PdfReader

from accounts.models import User
from screenings.models import Screening, Venue
from screenings.programme.booking import move_showing
from tests.screenings.conftest import SATURDAY, at, signed_in
from tests.screenings.programme.test_booking import showing_of


def test_booth_gets_a_page_for_each_screen_of_each_day(
    published: Screening, venue: Venue, owner: User
) -> None:
    from datetime import timedelta

    sunday = SATURDAY + timedelta(days=1)
    move_showing(showing=showing_of(published, "Rails"), starts_at=at(sunday, "14:00", venue), by=owner)
    response = signed_in(owner).get(f"/screenings/{published.slug}/run-of-show.pdf")
    assert response["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(response.content))
    things, first, second = [" ".join(each.extract_text().split()) for each in reader.pages]
    assert "Copy arrived. DCP: Rust, Remnants, Rails" in things
    assert "Saturday 20 March" in first
    for words in ("10:30 Start Rust", "14:30 End of the film Rust", "Remnants"):
        assert words in first
    assert "14:00 Start Rails" in second
    assert "Rust" not in second
    assert "/MarkInfo" in reader.root_object


def test_booth_s_paper_is_for_whoever_runs_the_screening(
    published: Screening, owner: User, colleague: User, outsider: User
) -> None:
    address = f"/screenings/{published.slug}/run-of-show.pdf"
    statuses = [signed_in(who).get(address).status_code for who in (owner, colleague, outsider, None)]
    assert statuses == [200, 200, 404, 302]
