from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.formats import date_format
from moneyed import Money

from catalog.models import DistributionRight, Film
from demo.sample.filling import DATA
from licensing.models import LicenceType, Price, Tier
from licensing.prices.price_list import load_price_list, read_price_list
from licensing.terms.days import office_today
from records.outcome import RecordsRefused

SMALL = """\
is_sample: true
currency: USD
starts_on: 2025-01-01
classes:
  - {name: short, up_to: 132}
  - {name: long}
types:
  - code: site
    name: Site
    summary: In class.
    uses: [classroom]
    term_months: 36
    prices:
      k-12: [60, 195]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "list.yaml"
    path.write_text(text)
    return path


def faults_of(folder: Path, text: str) -> list[str]:
    with pytest.raises(RecordsRefused) as refused:
        read_price_list(write(folder, text))
    return [str(fault) for fault in refused.value.faults]


def test_a_film_is_priced_by_its_own_length(film: Film, rails: Film, tmp_path: Path) -> None:
    load_price_list(path=write(tmp_path, SMALL))
    amounts = {str(price.film): price.amount for price in Price.objects.all()}
    assert amounts == {
        "West of the Tracks": Money(195, "USD"),
        "West of the Tracks: Rust": Money(195, "USD"),
        "West of the Tracks: Remnants": Money(195, "USD"),
        "West of the Tracks: Rails": Money(60, "USD"),
    }
    assert set(Price.objects.values_list("is_sample", flat=True)) == {True}


def test_loading_twice_changes_nothing(film: Film, tmp_path: Path) -> None:
    path = write(tmp_path, SMALL)
    assert str(load_price_list(path=path)) == "5 created, 0 changed, 0 unchanged"
    assert str(load_price_list(path=path)) == "0 created, 0 changed, 5 unchanged"


def test_what_we_hold_no_right_for_gets_no_price_and_a_warning(
    film: Film, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    film.distribution_rights.update(uses=["non-theatrical"])
    DistributionRight.objects.create(
        film=film.parts.get(slug="rust"), territory="World", ends_on=date(2024, 12, 31)
    )
    DistributionRight.objects.create(film=film.parts.get(slug="rails"), territory="World", uses=["education"])
    call_command("load_price_list", str(write(tmp_path, SMALL)))
    assert [str(price.film) for price in Price.objects.all()] == ["West of the Tracks: Rails"]
    said = capsys.readouterr()
    assert said.out == "Licence types and prices: 2 created, 0 changed, 0 unchanged.\n"
    day = date_format(office_today(), "DATE_FORMAT")
    place = "list.yaml:1: warning: types[1].prices:"
    held = f"we hold no right on {day} or later for education and libraries"
    assert said.err.splitlines() == [
        f"{place} “Site” cannot have a price for “West of the Tracks”: {held}. [use-not-held]",
        f"{place} We hold no right to license “West of the Tracks: Rust” on {day} or later. [no-right]",
        f"{place} “Site” cannot have a price for “West of the Tracks: Remnants”: {held}. [use-not-held]",
    ]


def test_a_changed_list_changes_what_it_names(film: Film, tmp_path: Path) -> None:
    load_price_list(path=write(tmp_path, SMALL))
    changed = SMALL.replace("195", "210").replace("term_months: 36", "term_months: 12")
    assert str(load_price_list(path=write(tmp_path, changed))) == "0 created, 4 changed, 1 unchanged"
    assert LicenceType.objects.get().term_months == 12


def test_our_own_list_prices_every_film_and_part(film: Film) -> None:
    call_command("load_price_list", str(DATA / "price_list.yaml"))
    assert LicenceType.objects.count() == 20
    sold = Price.objects.filter(licence_type__code="k-12-three-years", tier=Tier.K12)
    assert {price.film.title: price.amount.amount for price in sold} == {
        "West of the Tracks": 195, "Rust": 110, "Remnants": 110, "Rails": 90,
    }  # fmt: skip


def test_in_our_own_list_a_whole_costs_less_than_its_parts(film: Film) -> None:
    load_price_list(path=DATA / "price_list.yaml")
    for kind in LicenceType.objects.all():
        for tier in Tier:
            prices = Price.objects.filter(licence_type=kind, tier=tier)
            whole = sum(price.amount.amount for price in prices if price.film == film)
            assert whole <= sum(price.amount.amount for price in prices if price.film != film)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("term_months: 36", "term_months: 0",
         "list.yaml:12: error: types[1].term_months: The number must be greater than 0; 0 was given. [too-small]"),
        ("[classroom]", "[clasroom]",
         ("list.yaml:11: error: types[1].uses[1]: “clasroom” is not allowed here; write one of 'private-viewing', "
         "'classroom', 'campus-streaming', 'signed-in-streaming', 'public-screening', 'online-screening', 'broadcast', "
         "'clips' or 'lending'. [unknown-value]")),
        ("[60, 195]", "[60]",
         "list.yaml:1: error: “site” needs 2 amounts for the tier k-12, one for each runtime class; it has 1. [amounts]"),
        ("term_months: 36", "term_months: 36\n    term_days: 7",
         ("list.yaml:8: error: types[1]: “site” has more than one of `term_months`, `term_days` and `perpetual`. "
         "[terms]")),
        ("term_months: 36", "format_lock: the disc",
         ("list.yaml:8: error: types[1]: “site” has a `format_lock` but no `formats`, which say what it means. "
         "[formats]")),
        ("{name: long}", "{name: long, up_to: 100}",
         "list.yaml:1: error: The runtime classes must grow, and only the last may be without `up_to`. [runtime-classes]"),
        ("summary: In class.", "sumary: In class.",
         "list.yaml:8: error: types[1].summary: The field “summary” is missing. [missing-field]"),
        ("term_months: 36", "term_moths: 36",
         ("list.yaml:12: error: types[1].term_moths: There is no field “term_moths” here; did you mean “term_months”? "
          "[unknown-field]")),
        ("starts_on: 2025-01-01", "starts_on: 2025-13-01",
         "list.yaml:3: error: starts_on: “2025-13-01” is not a date; write it as 2026-09-01. [bad-date]"),
    ],
)  # fmt: skip
def test_a_fault_has_its_line_field_and_sentence(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert fault in faults_of(tmp_path, SMALL.replace(old, new))


def test_malformed_yaml_is_one_fault(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path, "types: [")
    assert fault.endswith("[malformed-yaml]")


@pytest.mark.django_db
def test_the_command_tells_the_faults_and_loads_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, SMALL.replace("k-12", "k-13"))
    with pytest.raises(CommandError, match=r"^Nothing was loaded: the records have 1 error\.$"):
        call_command("load_price_list", str(path))
    assert "types[1].prices.k-13" in capsys.readouterr().err
    assert not LicenceType.objects.exists()


@pytest.mark.django_db
def test_the_command_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"^There is no file .*none\.yaml\.$"):
        call_command("load_price_list", str(tmp_path / "none.yaml"))
