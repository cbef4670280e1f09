"""The price grid: typed, shown as a difference, saved from a day on; and who may."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
import tablib  # type: ignore[import-untyped]  # tablib ships no types
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.admin.prices.prices import PriceResource
from licensing.listing.changes import Change, PriceListKey, changed, from_text, raised, to_text
from licensing.listing.reading import cells_of
from licensing.listing.saving import save_prices
from licensing.models import LicenceType, Price, Tier
from tests.licensing.conftest import TODAY, add_price, person, signed_in
from wording.refusals import Refused

GRID = "/admin/licensing/price/grid/"
K12 = PriceListKey(tier="k-12", currency="USD")
JULY = date(2027, 7, 1)
WHICH = {"tier": "k-12", "currency": "USD", "starts_on": JULY.isoformat()}


@pytest.fixture
def viewer(db: None) -> User:
    user = person("viewer@distributor.example", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_price"))
    return user


def field(client: Client, name: str, answer: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', answer)
    assert found
    return found[1].replace("&quot;", '"')


def prices(film: Film, kind: LicenceType) -> list[tuple[date, date | None, Decimal]]:
    rows = Price.objects.filter(film=film, licence_type=kind, tier=Tier.K12).order_by("starts_on")
    return [(row.starts_on, row.ends_on, row.amount.amount) for row in rows]


def test_a_typed_price_is_shown_as_a_difference_and_saved_from_its_day(
    office: User, film: Film, site: LicenceType
) -> None:
    client = signed_in(office)
    page = client.get(GRID, WHICH).text
    cell = f"c-{film.pk}-{site.pk}"
    assert field(client, cell, page) == "195"
    shown = client.post(GRID, WHICH | {"seen": field(client, "seen", page), cell: "210"})
    assert shown.context["lines"] == [(film, site, Change(film.pk, site.pk, Decimal(195), Decimal(210)))]
    assert "+7.7%" in shown.text
    assert prices(film, site) == [(date(2027, 1, 1), None, Decimal(195))]
    saved = client.post(GRID, WHICH | {"save": "1", "changes": field(client, "changes", shown.text)})
    assert saved.status_code == 302
    assert prices(film, site) == [
        (date(2027, 1, 1), date(2027, 6, 30), Decimal(195)),
        (JULY, None, Decimal(210)),
    ]
    assert Price.objects.get(starts_on=JULY).is_sample


def test_the_list_of_prices_leads_to_the_grid(office: User, film: Film, site: LicenceType) -> None:
    assert f'href="{GRID}"' in signed_in(office).get("/admin/licensing/price/").text


def test_a_price_without_a_right_is_refused_beside_its_cell(
    office: User, film: Film, site: LicenceType
) -> None:
    DistributionRight.objects.update(ends_on=date(2027, 6, 30))
    client, cell = signed_in(office), f"c-{film.pk}-{site.pk}"
    seen = field(client, "seen", client.get(GRID, WHICH).text)
    answer = client.post(GRID, WHICH | {"seen": seen, cell: "210"})
    assert f'aria-describedby="{cell}-why"' in answer.text
    assert (
        f'id="{cell}-why">We hold no right to license “West of the Tracks” on 1 July 2027 or later.'
        in answer.text
    )
    assert field(client, cell, answer.text) == "210"
    words = client.post(GRID, WHICH | {"seen": seen, cell: "many"}).text
    assert "Enter an amount such as 250 or 250.00, or nothing." in words


NO_EDUCATION = "“Site, three years” cannot have a price for “West of the Tracks”: we hold no right on 1 July 2027 or later for education and libraries."


def test_a_price_for_a_use_without_a_right_is_refused_where_it_is_typed(
    office: User, film: Film, site: LicenceType
) -> None:
    """In the grid, in its file, in the form of one price and in an import."""
    DistributionRight.objects.update(uses=["non-theatrical"])
    client, cell = signed_in(office), f"c-{film.pk}-{site.pk}"
    seen = field(client, "seen", client.get(GRID, WHICH).text)
    assert f'id="{cell}-why">{NO_EDUCATION}' in client.post(GRID, WHICH | {"seen": seen, cell: "210"}).text
    with pytest.raises(Refused) as refused:
        save_prices(
            of=K12, changes=[Change(film.pk, site.pk, Decimal(195), Decimal(9))], starts_on=JULY, by=office
        )
    assert [each.code for each in refused.value.error_list] == ["use-not-held"]
    one = {
        "film": film.pk, "licence_type": site.pk, "tier": "festival", "amount_0": "9", "amount_1": "USD",
        "fee_form": "flat", "starts_on": "2027-07-01", "percent": "0",
    }  # fmt: skip
    refused_form = client.post("/admin/licensing/price/add/", one).context["adminform"].form
    assert refused_form.errors == {"__all__": [NO_EDUCATION]}
    rows = tablib.Dataset(headers=["film", "licence_type", "tier", "amount", "amount_currency", "starts_on"])
    rows.append([film.slug, site.code, "festival", "9", "USD", "2027-07-01"])
    result = PriceResource().import_data(rows, dry_run=True)
    assert [str(error.messages[0]) for row in result.invalid_rows for error in [row.error]] == [NO_EDUCATION]
    DistributionRight.objects.update(uses=["education"])
    assert client.post("/admin/licensing/price/add/", one).status_code == 302


def test_the_grid_has_the_types_that_the_tier_can_buy(
    office: User, film: Film, site: LicenceType, screening: LicenceType
) -> None:
    add_price(film, screening, Tier.CINEMA, 250)
    client = signed_in(office)
    cinema = WHICH | {"tier": "cinema"}
    assert client.get(GRID, cinema).context["kinds"] == [screening]
    assert set(client.get(GRID, cinema | {"every_type": "on"}).context["kinds"]) == {site, screening}
    assert set(client.get(GRID, WHICH | {"tier": "festival"}).context["kinds"]) == {site, screening}


def test_the_second_editor_of_a_cell_is_told_what_changed(
    office: User, film: Film, site: LicenceType
) -> None:
    first, second = (Change(film.pk, site.pk, Decimal(195), Decimal(amount)) for amount in (200, 220))
    save_prices(of=K12, changes=[first], starts_on=JULY, by=office)
    with pytest.raises(Refused) as refused:
        save_prices(of=K12, changes=[second], starts_on=JULY, by=office)
    assert refused.value.code == "changed-meanwhile"
    assert [words.replace("\xa0", " ") for words in refused.value.messages] == [
        "Somebody else has changed “West of the Tracks”, Site, three years: it was $195.00 when you saw it, and is $200.00. Nothing was saved."
    ]
    answer = signed_in(office).post(GRID, WHICH | {"save": "1", "changes": to_text([second])})
    assert "Somebody else has changed" in answer.text
    assert prices(film, site)[-1] == (JULY, None, Decimal(200))


def test_new_prices_end_before_later_ones_and_removed_ones_end(
    office: User, film: Film, rails: Film, site: LicenceType, screening: LicenceType
) -> None:
    add_price(rails, screening, Tier.K12, 50, starts_on=date(2028, 1, 1))
    new = Change(rails.pk, screening.pk, None, Decimal(40))
    gone = Change(film.pk, site.pk, Decimal(195), None)
    save_prices(of=K12, changes=[new, gone], starts_on=JULY, by=office)
    assert prices(rails, screening)[0] == (JULY, date(2027, 12, 31), Decimal(40))
    assert prices(film, site) == [(date(2027, 1, 1), date(2027, 6, 30), Decimal(195))]
    again = Change(rails.pk, screening.pk, Decimal(40), Decimal(45))
    save_prices(of=K12, changes=[again], starts_on=JULY, by=office)
    assert prices(rails, screening)[0] == (JULY, date(2027, 12, 31), Decimal(45))
    save_prices(of=K12, changes=[Change(*again.key, Decimal(45), None)], starts_on=JULY, by=office)
    assert prices(rails, screening) == [(date(2028, 1, 1), None, Decimal(50))]


def test_the_way_of_charging_goes_on(office: User, film: Film, screening: LicenceType) -> None:
    Price.objects.filter(licence_type=screening).update(fee_form="percentage", percent=35, deposit=10)
    change = Change(film.pk, screening.pk, Decimal(375), Decimal(400))
    save_prices(of=K12, changes=[change], starts_on=JULY, by=office)
    row = Price.objects.get(licence_type=screening, starts_on=JULY)
    assert (row.fee_form, row.percent, row.deposit) == ("percentage", Decimal(35), Decimal(10))


@pytest.mark.parametrize(
    ("days", "amount", "code"), [(-1, "10", "starts-in-past"), (0, "-1", "amount"), (0, "0.005", "amount")]
)
def test_the_verb_refuses_the_past_and_impossible_amounts(
    office: User, film: Film, site: LicenceType, days: int, amount: str, code: str
) -> None:
    change = Change(film.pk, site.pk, Decimal(195), Decimal(amount))
    with pytest.raises(Refused) as refused:
        save_prices(of=K12, changes=[change], starts_on=TODAY + timedelta(days), by=office)
    assert [each.code for each in refused.value.error_list] == [code]


def test_a_copy_to_next_year_is_rounded_and_shown_first(office: User, film: Film, site: LicenceType) -> None:
    client = signed_in(office)
    copy = {"copy": "1", "percent": "4", "step": "5", "copy_on": "2028-01-01"}
    shown = client.post(GRID, WHICH | copy)
    assert sorted({(each.old, each.new) for _film, _kind, each in shown.context["lines"]}) == [
        (Decimal(90), Decimal(95)),
        (Decimal(195), Decimal(205)),
    ]
    sent = WHICH | {"starts_on": "2028-01-01", "save": "1", "changes": field(client, "changes", shown.text)}
    assert client.post(GRID, sent).status_code == 302
    assert prices(film, site)[-1] == (date(2028, 1, 1), None, Decimal(205))
    assert Price.objects.filter(starts_on=date(2028, 1, 1), tier="higher-education").count() == 0


def test_the_list_goes_out_as_csv_and_comes_back(office: User, film: Film, site: LicenceType) -> None:
    client = signed_in(office)
    film.title = "=1+1"
    film.save()
    text = client.get("/admin/licensing/price/grid.csv", WHICH).text
    assert text.splitlines()[0] == "film,title,site"
    assert "west-of-the-tracks,'=1+1,195.00" in text
    file = SimpleUploadedFile("p.csv", text.replace("195.00", "199").encode(), "text/csv")
    shown = client.post(GRID, WHICH | {"upload": "1", "file": file})
    assert [each for _film, _kind, each in shown.context["lines"]] == [
        Change(film.pk, site.pk, Decimal(195), Decimal(199))
    ]
    for wrong, words in {
        b"film,nothing\n": "There is no licence type “nothing”.",
        b"film,site\nx,1\n": "Line 2: there is no film “x”.",
        b"film,site\nwest-of-the-tracks,x\n": "Line 2, site: Enter an amount",
        b"\xff\xfe": "This is not a CSV file in UTF-8.",
    }.items():
        answer = client.post(GRID, WHICH | {"upload": "1", "file": SimpleUploadedFile("p.csv", wrong)})
        assert words in answer.text


def test_who_may_only_view_sees_the_grid_and_changes_nothing(
    viewer: User, teacher: User, film: Film, site: LicenceType
) -> None:
    client, change = signed_in(viewer), Change(film.pk, site.pk, Decimal(195), Decimal(1))
    page = client.get(GRID, WHICH)
    assert (page.status_code, "195" in page.text, 'type="text"' in page.text) == (200, True, False)
    for sent in ({"save": "1", "changes": to_text([change])}, {"copy": "1"}, {"upload": "1"}, {}):
        assert client.post(GRID, WHICH | sent).status_code == 403
    with pytest.raises(Refused, match="Only people who may change prices"):
        save_prices(of=K12, changes=[change], starts_on=JULY, by=viewer)
    stranger = person("other@distributor.example", is_staff=True)
    assert signed_in(stranger).get(GRID).status_code == 403
    for outsider in (teacher, None):
        assert signed_in(outsider).get(GRID).status_code == 302
    assert prices(film, site) == [(date(2027, 1, 1), None, Decimal(195))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[1]",
        "[[1,2,3]]",
        '[["1",2,null,"3"]]',
        '[[1,2,null,"NaN"]]',
        '[[1,2,null,"1"],[1,2,null,"2"]]',
    ],
)
def test_changes_that_no_page_of_ours_wrote_are_a_bad_request(office: User, text: str) -> None:
    assert signed_in(office).post(GRID, WHICH | {"save": "1", "changes": text}).status_code == 400


def test_changes_come_back_as_they_were() -> None:
    old = {(1, 2): Decimal(195), (1, 3): Decimal("90.00")}
    changes = changed(old, raised(old, percent=Decimal("2.5"), step=Decimal(10)))
    assert changes == [Change(1, 2, Decimal(195), Decimal(200))]
    assert from_text(to_text(changes)) == changes


def test_the_grid_costs_the_same_at_one_row_and_at_three_and_at_fifty_films_by_twenty_types(
    office: User, film: Film, site: LicenceType
) -> None:
    Price.objects.exclude(film=film).delete()
    film.parts.all().delete()
    client = signed_in(office)

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(GRID, WHICH).status_code == 200
        return len(captured)

    count()
    assert count() == 6
    more = [Film.objects.create(slug=f"f{n}", title=f"F{n}", year=2000, runtime=90) for n in range(2)]
    assert count() == 6
    more += [Film.objects.create(slug=f"g{n}", title=f"G{n}", year=2000, runtime=90) for n in range(47)]
    kinds = [
        LicenceType.objects.create(code=f"k{n}", name=f"K{n}", summary="", uses=["classroom"])
        for n in range(19)
    ]
    for each in more:
        add_price(each, kinds[0], Tier.K12, 10)
        DistributionRight.objects.create(film=each, territory="World", countries=[])
    assert count() == 6
    old = cells_of(K12, JULY)
    changes = changed(old, {(each.pk, kind.pk): Decimal(11) for each in more for kind in kinds})
    assert len(changes) == 49 * 19
    with CaptureQueriesContext(connection) as captured:
        save_prices(of=K12, changes=changes, starts_on=JULY, by=office)
    assert len(captured) <= 16
    assert Price.objects.filter(amount=Decimal(11)).count() == 49 * 19
