"""The office's buttons, and what members see and say of parcels, streams and keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.delivery.giving import close_access, give_access
from licensing.delivery.keys import ask_for_key, names_of
from licensing.delivery.parcels import note_arrival, send_parcel
from licensing.models import Delivery, HostedLink, KeyRequest, Licence
from licensing.terms.days import office_today
from reminders.models import Reminder
from tests.licensing.conftest import NOW, TODAY, signed_in
from tests.office.press import buttons, press
from wording.refusals import Refused

PARCEL = {"sent_to": "The school", "carrier": "Post", "tracking_number": "RR 1", "return_by": "2027-04-01"}
KEY = {
    "venue": "Hall", "first_day": "2027-03-10", "last_day": "2027-03-11", "servers": "Dolby IMS3000, H1\n\n Barco, 77 ",
    "certificates": "", "send_to": "booth@hall.example",
}  # fmt: skip


@pytest.fixture
def desk(office: User) -> Client:
    return signed_in(office)


def kinds() -> list[str]:
    return sorted(set(Reminder.objects.exclude(status="cancelled").values_list("kind", flat=True)))


def page(delivery: Delivery, user: User) -> str:
    return signed_in(user).get(delivery.get_absolute_url()).text


def test_a_parcel_goes_out_and_comes_back(desk: Client, parcel: Delivery, teacher: User) -> None:
    assert buttons(desk, parcel) == ["send-parcel"]
    said = press(desk, parcel, "send-parcel", **PARCEL)
    assert said == "The parcel is recorded as sent with Post; Lincoln Unified School District is notified."
    assert {"licensing.parcel-sent", "licensing.return-due"} <= set(kinds())
    assert "licensing.delivery-overdue" not in kinds()
    assert "tracking number RR 1" in page(parcel, teacher)
    answer = signed_in(teacher).post(f"/licences/{parcel.licence.number}/delivery/{parcel.pk}/arrived/")
    parcel.refresh_from_db()
    assert (answer.status_code, parcel.state, parcel.received_on) == (302, "received", TODAY)
    assert buttons(desk, parcel) == ["returned", "replace"]
    assert press(desk, parcel, "returned") == "The copy is back."
    assert "licensing.return-due" not in kinds()
    assert "it was returned to us" in page(parcel, teacher)


def test_a_parcel_needs_its_carrier_and_a_day_that_can_be(desk: Client, parcel: Delivery) -> None:
    assert (
        press(desk, parcel, "send-parcel", **PARCEL | {"carrier": " "}) == "carrier: This field is required."
    )
    assert "due back before" in press(desk, parcel, "send-parcel", **PARCEL | {"return_by": "2027-03-01"})
    assert "Check the year" in press(desk, parcel, "send-parcel", **PARCEL | {"return_by": "9999-12-31"})
    parcel.refresh_from_db()
    assert parcel.state == "to-do"


@pytest.mark.parametrize("move", ["give-access", "key-sent", "close-access"])
def test_a_move_of_another_way_is_refused_in_a_sentence(desk: Client, dcp: Delivery, move: str) -> None:
    address = f"/admin/licensing/delivery/{dcp.pk}/do/{move}/"
    assert [desk.get(address).status_code, desk.post(address).status_code] == [200, 200]
    dcp.refresh_from_db()
    assert dcp.state == "to-do"


def test_access_to_files_is_not_closed_at_a_host(files: Delivery, office: User) -> None:
    with pytest.raises(Refused, match="No access is given"):
        close_access(delivery=files, by=office)


def test_who_may_say_that_it_arrived(
    desk: Client, parcel: Delivery, colleague: User, outsider: User, office: User
) -> None:
    send_parcel(delivery=parcel, by=office, carrier="Post", sent_to="School")
    path = f"/licences/{parcel.licence.number}/delivery/{parcel.pk}/arrived/"
    people = {"office": office, "outsider": outsider, "nobody": None, "colleague": colleague}
    assert {name: signed_in(user).post(path).status_code for name, user in people.items()} == {
        "office": 404, "outsider": 404, "nobody": 302, "colleague": 302,
    }  # fmt: skip
    with pytest.raises(Refused):
        note_arrival(delivery=Delivery.objects.get(pk=parcel.pk), by=outsider)


def test_a_defective_disc_is_replaced_within_30_days(
    desk: Client, parcel: Delivery, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_parcel(delivery=parcel, by=office, carrier="Post", sent_to="School")
    assert press(desk, parcel, "replace") == "Another disc is in the queue."
    another = Delivery.objects.get(replaces=parcel)
    assert (another.way, another.state) == ("disc", "to-do")
    assert "replace" not in buttons(desk, parcel)
    send_parcel(delivery=another, by=office, carrier="Post", sent_to="School")
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=30))
    assert "replace" in buttons(signed_in(office), another)
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=31))
    assert "replace" not in buttons(signed_in(office), another)


def test_a_stream_is_given_with_a_key_and_ends_with_the_licence(
    desk: Client, stream: Delivery, host: HostedLink, teacher: User, office: User
) -> None:
    assert press(desk, stream, "give-stream").startswith("link: ")
    assert "has the address https://h.example/w/1?key=" in press(
        desk, stream, "give-stream", link=str(host.pk)
    )
    stream.refresh_from_db()
    assert len(stream.stream_key) == 16
    assert "licensing.delivery-ready" in kinds()
    assert stream.address in page(stream, teacher)
    assert stream.address not in page(stream, office)
    Licence.objects.update(starts_on=TODAY - timedelta(days=9), ends_on=TODAY - timedelta(days=1))
    assert stream.address not in page(stream, teacher)
    assert list(Delivery.objects.to_close(office_today())) == [stream]
    assert press(desk, stream, "close-access") == "Access is closed."
    assert not Delivery.objects.to_close(office_today()).exists()


def test_a_link_of_another_film_is_refused(
    stream: Delivery, office: User, host: HostedLink, rails: Film
) -> None:
    Licence.objects.filter(pk=stream.licence_id).update(film=rails)
    with pytest.raises(Refused, match="Choose where"):
        give_access(delivery=Delivery.objects.get(pk=stream.pk), by=office, link=host)


def test_a_key_is_asked_for_and_sent(desk: Client, dcp: Delivery, teacher: User, office: User) -> None:
    address = f"/licences/{dcp.licence.number}/delivery/key/"
    assert "Ask for a key" in page(dcp, teacher)
    assert signed_in(teacher).post(address, KEY).status_code == 302
    asked = KeyRequest.objects.get()
    assert (asked.servers, asked.valid_until) == ("Dolby IMS3000, H1\nBarco, 77", date(2027, 3, 12))
    assert "licensing.key-asked" in kinds()
    assert buttons(desk, asked.delivery) == ["key-sent"]
    assert press(desk, asked.delivery, "key-sent") == "The key is recorded as sent; the licensee is notified."
    assert Reminder.objects.filter(kind="licensing.key-sent", recipient="booth@hall.example").count() == 1
    assert "valid until" in page(dcp, teacher)


def test_a_key_that_goes_to_one_of_the_licence_is_told_once(
    desk: Client, dcp: Delivery, teacher: User
) -> None:
    send_to = teacher.email.replace("t", "T", 1)
    signed_in(teacher).post(f"/licences/{dcp.licence.number}/delivery/key/", KEY | {"send_to": send_to})
    press(desk, KeyRequest.objects.get().delivery, "key-sent")
    told = Reminder.objects.filter(kind="licensing.key-sent", recipient__iexact=teacher.email)
    assert told.count() == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"first_day": "2027-02-01"}, "The event begins before the licence"),
        ({"last_day": "2027-03-09"}, "The event ends before it begins"),
        ({"last_day": "2029-01-01"}, "The event ends after the licence"),
        ({"servers": " \n "}, "This field is required"),
        ({"certificates": "no certificate"}, "These are not certificates"),
        ({"venue": "a\u2028b"}, "one line"),
    ],
)
def test_a_key_that_cannot_be_is_refused_beside_its_field(
    sent: dict[str, str], said: str, dcp: Delivery, teacher: User
) -> None:
    answer = signed_in(teacher).post(f"/licences/{dcp.licence.number}/delivery/key/", KEY | sent)
    assert answer.status_code == 200
    assert said in answer.text
    assert not KeyRequest.objects.exists()


def test_a_key_for_a_day_without_a_next_one_is_refused(dcp: Delivery, teacher: User) -> None:
    Licence.objects.filter(pk=dcp.licence_id).update(ends_on=None)
    answer = signed_in(teacher).post(
        f"/licences/{dcp.licence.number}/delivery/key/", KEY | {"last_day": "9999-12-31"}
    )
    assert (answer.status_code, "at most eighteen months before" in answer.text) == (200, True)
    assert signed_in(teacher).get(f"/licences/{dcp.licence.number}/delivery/").status_code == 200


def test_who_may_ask_for_a_key(
    dcp: Delivery, teacher: User, colleague: User, office: User, outsider: User, parcel: Delivery
) -> None:
    people = {
        "owner": teacher,
        "colleague": colleague,
        "office": office,
        "outsider": outsider,
        "nobody": None,
    }
    address = f"/licences/{dcp.licence.number}/delivery/key/"
    assert {name: signed_in(user).get(address).status_code for name, user in people.items()} == {
        "owner": 200, "colleague": 200, "office": 404, "outsider": 404, "nobody": 302,
    }  # fmt: skip
    assert signed_in(teacher).get(f"/licences/{parcel.licence.number}/delivery/key/").status_code == 404
    with pytest.raises(Refused, match="Only members"):
        ask_for_key(
            licence=dcp.licence, venue="x", first_day=TODAY, last_day=TODAY, servers="x", send_to="a@b.example", by=outsider
        )  # fmt: skip


def test_certificates_give_their_names() -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ed25519
    from cryptography.x509.oid import NameOID

    key = ed25519.Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "SM.IMS3000-H1")])
    built = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    built = built.serial_number(1).not_valid_before(NOW).not_valid_after(NOW + timedelta(days=1))
    assert isinstance(hashes.SHA256(), hashes.HashAlgorithm)
    pem = built.sign(key, None).public_bytes(serialization.Encoding.PEM).decode()
    assert names_of(pem + pem) == ["SM.IMS3000-H1", "SM.IMS3000-H1"]


def test_the_first_page_counts_the_queue(desk: Client, parcel: Delivery) -> None:
    text = desk.get("/admin/").text
    assert "Deliveries to do" in text
    assert desk.get("/admin/licensing/delivery/?queue=to-do").context["cl"].result_count == 1
    for queue in ("to-return", "to-close"):
        assert desk.get(f"/admin/licensing/delivery/?queue={queue}").context["cl"].result_count == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_cost_the_same_with_more_rows(
    rows: int, parcel: Delivery, teacher: User, office: User, django_assert_num_queries: object
) -> None:
    for _ in range(rows - 1):
        Delivery.objects.create(licence=parcel.licence, way="disc", due_on=TODAY)
    member, clerk = signed_in(teacher), signed_in(office)
    with django_assert_num_queries(6):  # type: ignore[operator]  # a fixture
        assert member.get(parcel.get_absolute_url()).status_code == 200
    with django_assert_num_queries(7):  # type: ignore[operator]  # a fixture
        assert clerk.get("/admin/licensing/delivery/").status_code == 200


def test_the_office_promises_a_disc_on_the_licences_page(desk: Client, files: Delivery) -> None:
    assert buttons(desk, files.licence) == [
        "covers",
        "suspend",
        "shorten",
        "supersede",
        "revoke",
        "promise-delivery",
    ]
    assert press(desk, files.licence, "promise-delivery", way="disc").startswith("Promised: By parcel (disc)")
    assert "already has this" in press(desk, files.licence, "promise-delivery", way="file")
