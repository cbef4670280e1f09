"""The audit trail: written by the database, so that nothing goes around it, and never changed."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from catalog.models import DistributionRight, Film

pytestmark = pytest.mark.django_db
TRACKED = [
    "catalog.Film",
    "catalog.DistributionRight",
    "catalog.Holdback",
    "catalog.Title",
    "catalog.Credit",
    "catalog.FilmSubject",
    "licensing.Institution",
    "licensing.Membership",
    "licensing.Invitation",
    "licensing.JoinRequest",
    "licensing.Site",
    "licensing.Mailbox",
    "licensing.TaxNumber",
    "licensing.Exemption",
    "licensing.LicenceType",
    "licensing.Price",
    "licensing.Order",
    "licensing.OrderLine",
    "licensing.Payment",
    "licensing.Licence",
    "screenings.Venue",
    "screenings.Screening",
    "screenings.Showing",
    "office.InformationPage",
]


@pytest.fixture
def right() -> DistributionRight:
    film = Film.objects.create(slug="rust", title="Rust", year=2003, runtime=244)
    return DistributionRight.objects.create(film=film, territory="North America", countries=["US"])


def trail(right: DistributionRight) -> list[tuple[str, str]]:
    events = apps.get_model("catalog", "DistributionRightEvent")
    return list(
        events.objects.filter(pgh_obj_id=right.pk).order_by("pgh_id").values_list("pgh_label", "territory")
    )


@pytest.mark.parametrize("label", TRACKED)
def test_every_change_of_a_tracked_table_has_its_trigger(label: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal AND tgenabled = 'O'",
            [apps.get_model(label)._meta.db_table],
        )
        names = " ".join(row[0] for row in cursor.fetchall())
    assert [
        change for change in ("insert_insert", "update_update", "delete_delete") if change not in names
    ] == []


def test_bulk_updates_and_raw_sql_leave_their_trail(right: DistributionRight) -> None:
    key = right.pk
    DistributionRight.objects.filter(pk=key).update(territory="United States")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE catalog_distributionright SET territory = 'Ohio' WHERE id = %s", [key])
        cursor.execute("DELETE FROM catalog_distributionright WHERE id = %s", [key])
    assert trail(right) == [
        ("insert", "North America"),
        ("update", "United States"),
        ("update", "Ohio"),
        ("delete", "Ohio"),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE catalog_distributionrightevent SET territory = 'Elsewhere'",
        "DELETE FROM catalog_distributionrightevent",
    ],
)
def test_the_trail_itself_never_changes(right: DistributionRight, statement: str) -> None:
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert trail(right) == [("insert", "North America")]
