"""The ledger says that a subject has changed, however it was changed; and never what somebody else has not committed."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from catalog.models import Film, Person, Title
from revisions.ledger import FOLDED_FROM, fold, revisions_of
from revisions.models import Change
from revisions.subjects import EVERYTHING
from tests.catalog.make import make_film


@pytest.mark.django_db
def test_a_statement_touches_each_subject_once_however_many_rows() -> None:
    film = make_film()
    Change.objects.all().delete()
    Title.objects.bulk_create(
        Title(film=film, text=f"Title {number}", language="en", kind=Title.Kind.ALTERNATIVE)
        for number in range(50)
    )
    assert sorted(Change.objects.values_list("subject", "count")) == [
        ("catalogue", 1),
        (f"film:{film.pk}", 1),
    ]


@pytest.mark.django_db
def test_an_update_that_changes_nothing_touches_nothing() -> None:
    make_film()
    Change.objects.all().delete()
    Film.objects.update(title="Dead Birds")
    assert not Change.objects.exists()


@pytest.mark.django_db
def test_a_row_that_nothing_points_at_yet_touches_nothing() -> None:
    Change.objects.all().delete()
    Person.objects.create(slug="nobody", name="Nobody Yet")
    assert not Change.objects.exists()
    Person.objects.update(name="Somebody")
    assert list(Change.objects.values_list("subject", flat=True)) == ["shared"]


@pytest.mark.django_db
def test_a_row_that_moves_touches_where_it_was_and_where_it_is() -> None:
    one, other = make_film("One", "one"), make_film("Other", "other")
    Title.objects.create(film=one, text="A title", language="en", kind=Title.Kind.ALTERNATIVE)
    before = revisions_of([f"film:{one.pk}", f"film:{other.pk}"])
    Title.objects.update(film=other)
    after = revisions_of([f"film:{one.pk}", f"film:{other.pk}"])
    assert before.keys() == after.keys()
    assert [subject for subject in before if before[subject] == after[subject]] == [EVERYTHING]


@pytest.mark.django_db(transaction=True)
def test_an_emptied_table_touches_everything() -> None:
    before = revisions_of([])
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE catalog_title")
    assert revisions_of([]) != before


@pytest.mark.django_db(transaction=True)
def test_a_late_commit_of_an_early_transaction_is_a_revision_of_its_own() -> None:
    """Numbers are taken in one order and committed in another: the newest number alone would miss the second commit."""
    film = make_film()
    subject = f"film:{film.pk}"
    has_written, may_commit = threading.Event(), threading.Event()

    def early() -> None:
        with transaction.atomic():
            Film.objects.filter(pk=film.pk).update(year=1965)
            has_written.set()
            may_commit.wait(20)
        connection.close()

    writer = threading.Thread(target=early)
    writer.start()
    has_written.wait(20)
    Title.objects.create(film=film, text="Late", language="en", kind=Title.Kind.ALTERNATIVE)
    between = revisions_of([subject])
    may_commit.set()
    writer.join()
    assert revisions_of([subject]) != between


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_was_never_a_revision() -> None:
    film = make_film()
    before = revisions_of([f"film:{film.pk}"])
    with transaction.atomic():
        Film.objects.update(year=1999)
        transaction.set_rollback(True)
    assert revisions_of([f"film:{film.pk}"]) == before


@pytest.mark.django_db
def test_folding_adds_up_and_leaves_few_rows() -> None:
    Change.objects.all().delete()
    Change.objects.bulk_create(Change(subject="many") for _ in range(FOLDED_FROM))
    Change.objects.create(subject="few")
    assert fold() == 1
    assert sorted(Change.objects.values_list("subject", "count")) == [("few", 1), ("many", FOLDED_FROM)]
    assert fold() == 0
