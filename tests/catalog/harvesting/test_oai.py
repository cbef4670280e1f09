"""OAI-PMH 2.0: the protocol's answers to good and bad requests, and what a harvester gets while records change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from lxml import etree
from oaipmh_scythe import Scythe
from pymarc import parse_xml_to_array
from pytest_django.live_server_helper import LiveServer

from catalog.harvesting import answers
from catalog.harvesting.dates import settled_until
from catalog.harvesting.tokens import SALT
from catalog.harvesting.upkeep import forget_old_changes
from catalog.models import Film, FilmChange, Person, PublishedRecord
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db(transaction=True)
NS = {"o": "http://www.openarchives.org/OAI/2.0/", "dc": "http://purl.org/dc/elements/1.1/"}


def ask(client: Client, **arguments: str) -> Any:
    answer = client.get("/oai", arguments)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/xml; charset=utf-8")
    return etree.fromstring(answer.content)


def error(client: Client, **arguments: str) -> list[str]:
    return [each.get("code") for each in ask(client, **arguments).findall("o:error", NS)]


def names(tree: Any) -> list[tuple[str, bool]]:
    headers = tree.iterfind(".//o:header", NS)
    return [(each.findtext("o:identifier", None, NS), each.get("status") == "deleted") for each in headers]


def name(film: Film) -> str:
    return f"oai:127.0.0.1:film-{film.pk}"


def token(tree: Any) -> str:
    return str(tree.findtext(".//o:resumptionToken", "", NS))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({}, "badVerb"),
        ({"verb": "Nothing"}, "badVerb"),
        ({"verb": "Identify", "set": "whole"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "mods"}, "cannotDisseminateFormat"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "yesterday"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-02-30"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "٢٠٢٦-01-01"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-01-02", "until": "2026-01-01"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-01-02", "until": "2026-01-03T00:00:00Z"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "x'; --"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "0001-01-01"}, "noRecordsMatch"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "9999-12-31", "from": "9999-12-31"}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "forged"}, "badResumptionToken"),
        ({"verb": "ListRecords", "resumptionToken": "a" * 5000}, "badResumptionToken"),
        ({"verb": "ListRecords", "resumptionToken": "x", "set": "whole"}, "badArgument"),
        ({"verb": "ListSets", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:127.0.0.1:film-999999999999999999"}, "idDoesNotExist"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "nonsense"}, "idDoesNotExist"),
        ({"verb": "ListMetadataFormats", "identifier": "nonsense"}, "idDoesNotExist"),
    ],
)  # fmt: skip
def test_bad_request_has_the_protocols_own_code(client: Client, arguments: dict[str, str], code: str) -> None:
    make_film()
    assert error(client, **arguments) == [code]


def test_argument_given_twice_is_refused(client: Client) -> None:
    tree = etree.fromstring(client.get("/oai?verb=Identify&verb=Identify").content)
    assert tree.find("o:error", NS).get("code") == "badVerb"


def test_post_is_answered_as_get(client: Client) -> None:
    make_film()
    arguments = {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"}
    assert names(etree.fromstring(client.post("/oai", arguments).content)) == names(ask(client, **arguments))


def test_harvester_takes_everything_in_both_formats(
    client: Client, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    west = make_west_of_the_tracks()
    films = [make_film(f"Film {number}", f"film-{number}") for number in range(4)]
    make_film("Hidden", "hidden", is_published=False)
    films[0].delete()
    monkeypatch.setattr(answers, "FILMS_AT_ONCE", 2)
    scythe: Any
    with Scythe(f"{live_server.url}/oai") as scythe:
        assert scythe.identify().deletedRecord == "persistent"
        assert [each.metadataPrefix for each in scythe.list_metadata_formats()] == ["oai_dc", "marc21"]
        assert "part" in [each.setSpec for each in scythe.list_sets()]
        records = list(scythe.list_records(metadata_prefix="oai_dc"))
        assert [record.deleted for record in records].count(True) == 1
        assert len(records) == 4 + 4
        shown = {record.header.identifier: record.metadata for record in records if not record.deleted}
        assert "铁西区" in shown[name(west)]["title"]
        parts = list(scythe.list_identifiers(metadata_prefix="marc21", set_="part"))
        assert len(parts) == 3
    tree = ask(client, verb="GetRecord", metadataPrefix="marc21", identifier=name(west))
    (record,) = parse_xml_to_array(BytesIO(etree.tostring(tree.find(".//{*}metadata")[0])), strict=True)
    assert record["245"]["a"] == "West of the Tracks"


def test_withdrawn_and_deleted_films_stay_as_deletions(client: Client) -> None:
    west, gone, draft = (
        make_west_of_the_tracks(),
        make_film(),
        make_film("Draft", "draft", is_published=False),
    )
    rust = Film.objects.get(slug="rust")
    Film.objects.filter(pk=west.pk).update(is_published=False)
    key = gone.pk
    gone.delete()
    listed = dict(names(ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc")))
    assert (listed[name(west)], listed[name(rust)], listed[f"oai:127.0.0.1:film-{key}"]) == (True, True, True)
    assert name(draft) not in listed
    assert error(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=name(draft)) == [
        "idDoesNotExist"
    ]
    tree = ask(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=name(rust))
    assert tree.find(".//o:metadata", NS) is None
    Film.objects.filter(pk=west.pk).update(is_published=True)
    listed = dict(names(ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc")))
    assert (listed[name(west)], listed[name(rust)]) == (False, False)


def test_no_record_is_missed_while_records_change_between_pages(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    films = [make_film(f"Film {number}", f"film-{number}") for number in range(7)]
    monkeypatch.setattr(answers, "FILMS_AT_ONCE", 2)
    page = ask(client, verb="ListRecords", metadataPrefix="oai_dc")
    seen = names(page)
    Film.objects.filter(pk=films[0].pk).update(year=2001)  # already sent: comes again
    Film.objects.filter(pk=films[6].pk).update(year=2002)  # not yet sent
    Film.objects.filter(pk=films[4].pk).update(is_published=False)
    new = make_film("New", "new")
    while rest := token(page):
        page = ask(client, verb="ListRecords", resumptionToken=rest)
        seen += names(page)
    last = dict(seen)
    assert last.keys() == {name(each) for each in (*films, new)}
    assert [key for key, is_deleted in last.items() if is_deleted] == [name(films[4])]
    assert token(page) == ""
    assert names(ask(client, verb="ListRecords", resumptionToken=rest_of_first(client))) != []


def rest_of_first(client: Client) -> str:
    """A token may be used again."""
    found = token(ask(client, verb="ListRecords", metadataPrefix="oai_dc"))
    ask(client, verb="ListRecords", resumptionToken=found)
    return found


def test_token_of_another_verb_or_of_yesterday_is_refused(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        make_film(f"Film {number}", f"film-{number}")
    monkeypatch.setattr(answers, "FILMS_AT_ONCE", 1)
    found = token(ask(client, verb="ListRecords", metadataPrefix="oai_dc"))
    assert error(client, verb="ListIdentifiers", resumptionToken=found) == ["badResumptionToken"]
    monkeypatch.setattr("catalog.harvesting.tokens.VALID", timedelta(seconds=-1))
    assert error(client, verb="ListRecords", resumptionToken=found) == ["badResumptionToken"]
    assert signing.loads(found, salt=SALT)[0] == "ListRecords"


def test_change_of_anything_dates_the_whole_family() -> None:
    west, other = make_west_of_the_tracks(), make_film()
    before = dict(FilmChange.objects.values_list("whole", "changed_at").order_by("changed_at"))
    changes: list[Callable[[], object]] = [
        lambda: Film.objects.filter(slug="rust").update(year=2000),
        lambda: west.titles.update(text="Other"),
        lambda: Person.objects.update(name="Wang"),
        lambda: west.subjects.update(name="Trains"),
        west.subjects.clear,
        lambda: west.credits.all().delete(),
        lambda: west.copies.create(label="DCP", format="dcp", runtime=554),
    ]
    for change in changes:
        change()
        after = dict(FilmChange.objects.values_list("whole", "changed_at").order_by("changed_at"))
        assert after[west.pk] > before[west.pk]
        assert after[other.pk] == before[other.pk]
        before = after


def test_harvest_ends_where_an_open_transaction_began() -> None:
    film = make_film()
    writer = connection.copy()
    try:
        writer.set_autocommit(False)
        with writer.cursor() as cursor:
            cursor.execute("UPDATE catalog_film SET year = 1999 WHERE id = %s", [film.pk])
            cursor.execute("SELECT xact_start FROM pg_stat_activity WHERE pid = pg_backend_pid()")
            (began,) = cursor.fetchone()
        assert settled_until() == began
        writer.commit()
        assert settled_until() > began
        assert FilmChange.objects.filter(whole=film.pk).latest("changed_at").changed_at >= began
    finally:
        writer.close()


def test_old_dates_are_forgotten_and_the_last_stays() -> None:
    film = make_film()
    FilmChange.objects.update(changed_at=settled_until() - timedelta(days=9))
    FilmChange.objects.create(whole=film.pk, changed_at=settled_until() - timedelta(days=8), transaction=1)
    PublishedRecord.objects.all().delete()
    assert forget_old_changes() >= 1
    assert FilmChange.objects.get(whole=film.pk).transaction == 1


def test_months_hold_what_changed_and_what_is_to_be_deleted(client: Client) -> None:
    from pymarc import MARCReader

    make_west_of_the_tracks()
    gone = make_film()
    key = gone.pk
    gone.delete()
    month = f"{settled_until():%Y-%m}"
    page = client.get("/libraries/").text
    assert f"/libraries/{month}.mrc" in page
    changed = list(MARCReader(client.get(f"/libraries/{month}.mrc").getvalue(), permissive=False))
    assert len(changed) == 4
    (deleted,) = MARCReader(client.get(f"/libraries/{month}-deleted.mrc").getvalue(), permissive=False)
    assert deleted is not None
    assert (deleted["001"].data, deleted.leader[5]) == (f"film-{key}", "d")
    assert client.get("/libraries/2001-01.mrc").getvalue() == b""
