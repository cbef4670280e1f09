"""The two sample venues, and faults said with line and field."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from licensing.models import Institution
from screenings.models import Closure, OpeningHours, Screen, Venue
from screenings.venues.venue_list import OWN_LIST, VenuesRefused, load_venues, read_venues


def test_own_list_is_two_samples_that_say_so(cinema: Institution) -> None:
    venues = load_venues(institution=cinema)
    assert [(venue.time_zone, venue.is_sample) for venue in venues] == [
        ("America/New_York", True),
        ("Europe/Amsterdam", True),
    ]
    assert all("(sample)" in venue.name for venue in venues)


def test_loading_twice_changes_nothing(cinema: Institution) -> None:
    def rows() -> list[object]:
        models = (Venue, Screen, OpeningHours, Closure)
        return [list(model.objects.order_by("pk").values()) for model in models]

    load_venues(institution=cinema)
    before = rows()
    load_venues(institution=cinema)
    assert rows() == before


@pytest.mark.parametrize(
    ("good", "bad", "sentence"),
    [
        ("America/New_York", "America/Yew_Nork", "“America/Yew_Nork” is not an IANA time zone"),
        ("country: NL", "country: XX", "“XX” is not an ISO 3166-1 country code"),
        ("capacity: 96", "capacity: 0", "capacity"),
        ("last_day: 2027-12-26", "last_day: 2027-12-20", "The closure ends before it begins."),
        (
            'closes: "00:30"}\n      - {days: [sunday]',
            'closes: "10:00"}\n      - {days: [sunday]',
            "close when they open",
        ),
    ],
)
def test_fault_is_said_with_its_line(tmp_path: Path, good: str, bad: str, sentence: str) -> None:
    text = OWN_LIST.read_text()
    assert good in text
    file = tmp_path / "venues.yaml"
    file.write_text(text.replace(good, bad, 1))
    with pytest.raises(VenuesRefused) as refused:
        read_venues(file)
    assert len(refused.value.faults) == 1
    assert sentence in str(refused.value.faults[0])
    assert refused.value.faults[0].line > 1


def test_command_loads_for_an_institution(cinema: Institution, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_venues", institution=cinema.pk)
    assert capsys.readouterr().out == "Venues: The Long Room (sample), Aula aan de Gracht (sample).\n"
    with pytest.raises(CommandError, match="There is no institution with the key 0"):
        call_command("load_venues", institution=0)
