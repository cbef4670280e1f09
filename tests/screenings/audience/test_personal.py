"""Whoever asks to be deleted leaves their places to others."""

from __future__ import annotations

from accounts.models import User
from operations.personal.answering import erase, export
from screenings.models import Registration, Screening, Showing, Wait
from tests.screenings.conftest import NOW, registered


def test_a_visitor_without_an_account_is_forgotten_and_their_places_are_free(published: Screening) -> None:
    row = registered(published, "Mara")
    turn = Wait.objects.create(registration=row, joined_at=NOW)
    turn.showings.add(Showing.objects.get(film__title="Rails"))
    taken = list(Showing.objects.order_by("pk").values_list("booked", flat=True))
    assert min(taken) == 1
    (given,) = export(email="MARA@reader.example", by=None)["stored"]["registrations"]
    assert (given["screening__title"], given["email"]) == (published.title, "mara@reader.example")
    stored = export(email="mara@reader.example", by=None)["stored"]
    assert [each["showing__film__title"] for each in stored["places"]] == ["Rust", "Remnants", "Rails"]
    assert [each["showing__film__title"] for each in stored["waiting"]] == ["Rails"]
    assert erase(email="mara@reader.example", by=None)["registrations"] == 1
    assert set(Showing.objects.values_list("booked", flat=True)) == {0}
    assert Registration.objects.get(pk=row.pk).email.endswith("@forgotten.invalid")


def test_a_programmer_s_screenings_stay_without_the_name(
    published: Screening, owner: User, colleague: User
) -> None:
    published.institution.memberships.filter(user=colleague).update(role="owner")
    erase(email=owner.email, by=None)
    published.refresh_from_db()
    assert str(published.programmer) == f"nobody-{owner.pk}@forgotten.invalid"
    assert published.status == "published"
