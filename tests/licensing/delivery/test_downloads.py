"""Links, counts and refusals of downloads, by the verbs and by their addresses."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from accounts.models import User
from licensing.delivery import downloads
from licensing.delivery.downloads import allow_downloads, begin_download, files_of
from licensing.licences.ending import revoke
from licensing.models import Delivery, DeliveryFile, Download, Licence, Membership
from tests.at_once import Crew
from tests.licensing.conftest import NOW, TODAY, person, signed_in
from tests.licensing.delivery.conftest import CONTENT
from wording.refusals import Refused


def link(delivery: Delivery, file: DeliveryFile, by: User) -> str:
    return f"/downloads/{begin_download(delivery=delivery, file=file, by=by)}/"


def received(client: Client, address: str, **headers: str) -> tuple[int, bytes]:
    answer = client.get(address, headers=headers)
    return answer.status_code, b"".join(answer.streaming_content) if answer.streaming else b""  # type: ignore[attr-defined]


def test_a_member_receives_every_byte_by_the_button(
    files: Delivery, film_file: DeliveryFile, teacher: User
) -> None:
    client = signed_in(teacher)
    page = client.get(f"/licences/{files.licence.number}/delivery/")
    assert "film.mp4" in page.text
    assert "film.en.vtt" in page.text
    led = client.post(f"/licences/{files.licence.number}/delivery/{film_file.pk}/begin/")
    answer = client.get(led["Location"])
    assert b"".join(answer.streaming_content) == CONTENT  # type: ignore[attr-defined]
    assert answer["Content-Disposition"] == 'attachment; filename="film.mp4"'
    assert (answer["Content-Length"], answer["Accept-Ranges"]) == ("2048", "bytes")
    counted = Download.objects.get()
    assert (counted.person, counted.transfers, counted.bytes_asked) == (teacher, 1, 2048)


def test_a_resumed_download_counts_once(files: Delivery, film_file: DeliveryFile, teacher: User) -> None:
    address, program = link(files, film_file, teacher), signed_in(None)
    assert received(program, address, range="bytes=0-99") == (206, CONTENT[:100])
    assert received(program, address, range="bytes=100-") == (206, CONTENT[100:])
    again = link(files, film_file, teacher)
    assert received(program, again, range="bytes=2000-") == (206, CONTENT[2000:])
    counted = Download.objects.get()
    assert (counted.transfers, counted.bytes_asked) == (3, 2096)
    assert [offered.left for offered in files_of(files)] == [4, 5]


@pytest.mark.parametrize(
    ("asked", "status", "content", "said"),
    [
        ("bytes=0-0", 206, CONTENT[:1], "bytes 0-0/2048"),
        ("bytes=-48", 206, CONTENT[-48:], "bytes 2000-2047/2048"),
        ("bytes=2047-9999", 206, CONTENT[-1:], "bytes 2047-2047/2048"),
        ("bytes=0-", 200, CONTENT, None),
        ("bytes=2048-", 416, b"", "bytes */2048"),
        ("bytes=-0", 416, b"", "bytes */2048"),
        ("bytes=0-1,5-6", 200, CONTENT, None),
        ("bytes=9-3", 200, CONTENT, None),
        ("lines=1-2", 200, CONTENT, None),
        ("bytes=²-", 200, CONTENT, None),
        ("bytes=", 200, CONTENT, None),
    ],
)
def test_ranges(
    asked: str,
    status: int,
    content: bytes,
    said: str | None,
    files: Delivery,
    film_file: DeliveryFile,
    teacher: User,
) -> None:
    answer = signed_in(None).get(link(files, film_file, teacher), headers={"range": asked})
    body = b"".join(answer.streaming_content) if answer.streaming else b""  # type: ignore[attr-defined]
    assert (answer.status_code, body, answer.get("Content-Range")) == (status, content, said)


def test_head_says_the_size_and_counts_no_transfer(
    files: Delivery, film_file: DeliveryFile, teacher: User
) -> None:
    answer = signed_in(None).head(link(files, film_file, teacher))
    assert (answer.status_code, answer["Content-Length"]) == (200, "2048")
    assert Download.objects.get().transfers == 0


def test_a_file_replaced_in_between_is_sent_from_its_beginning(
    files: Delivery, film_file: DeliveryFile, teacher: User, films_folder: Path
) -> None:
    address, program = link(files, film_file, teacher), signed_in(None)
    etag = program.head(address)["ETag"]
    kept = received(program, address, range="bytes=100-", **{"if-range": etag})
    assert kept == (206, CONTENT[100:])
    place = films_folder / film_file.path
    place.write_bytes(CONTENT[::-1])
    os.utime(place, (1_900_000_000, 1_900_000_000))
    assert received(program, address, range="bytes=100-", **{"if-range": etag}) == (200, CONTENT[::-1])
    assert program.head(address)["ETag"] != etag


@pytest.mark.parametrize("change", ["ended", "revoked", "not-yet", "not-offered", "left", "gone"])
def test_a_link_ends_with_what_it_rests_on(
    change: str, files: Delivery, film_file: DeliveryFile, teacher: User, office: User
) -> None:
    address = link(files, film_file, teacher)
    licences = Licence.objects.filter(pk=files.licence_id)
    day = timedelta(days=1)
    match change:
        case "ended":
            licences.update(starts_on=TODAY - day, ends_on=TODAY - day)
        case "not-yet":
            licences.update(starts_on=TODAY + day)
        case "revoked":
            revoke(licence=files.licence, because="a test", by=office)
        case "not-offered":
            DeliveryFile.objects.update(is_offered=False)
        case "left":
            Membership.objects.all().delete()
        case "gone":
            User.objects.filter(pk=teacher.pk).update(is_active=False)
    answer = signed_in(None).get(address)
    assert answer.status_code == 403
    assert "This cannot be downloaded" in answer.text
    assert Download.objects.get().transfers == 0
    with pytest.raises(Refused):
        begin_download(
            delivery=Delivery.objects.get(pk=files.pk),
            file=DeliveryFile.objects.get(pk=film_file.pk),
            by=User.objects.get(pk=teacher.pk),
        )


def test_on_the_last_day_it_is_still_sent(files: Delivery, film_file: DeliveryFile, teacher: User) -> None:
    Licence.objects.update(ends_on=TODAY)
    assert received(signed_in(None), link(files, film_file, teacher))[0] == 200


def test_a_link_expires_after_hours(
    files: Delivery, film_file: DeliveryFile, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = link(files, film_file, teacher)
    monkeypatch.setattr(timezone, "now", lambda: NOW + downloads.LINK_LASTS + timedelta(seconds=1))
    answer = signed_in(None).get(address)
    assert answer.status_code == 410
    assert "This link has expired" in answer.text


def test_a_tampered_token_is_no_address(files: Delivery, film_file: DeliveryFile, teacher: User) -> None:
    address = link(files, film_file, teacher)
    forged = signing.dumps([1, film_file.pk, files.licence_id, 2**40], salt="another")
    for token in (address[11:-2] + "x", "x" + address[12:-1], forged, "a:b:c", "x" * 300):
        assert signed_in(None).get(f"/downloads/{token}/").status_code == 404
    assert signed_in(None).get(f"/downloads/{'x' * 301}/").status_code == 404


def test_a_token_for_another_file_or_licence_leads_nowhere(
    files: Delivery, film_file: DeliveryFile, captions: DeliveryFile, teacher: User
) -> None:
    begin_download(delivery=files, file=film_file, by=teacher)
    pk = Download.objects.get().pk
    for named in ([pk, captions.pk, files.licence_id, 2**40], [pk, film_file.pk, 0, 2**40]):
        token = signing.dumps(named, salt=downloads.SALT)
        assert signed_in(None).get(f"/downloads/{token}/").status_code == 404


def test_who_may_begin_and_who_may_follow_a_link(
    files: Delivery, film_file: DeliveryFile, teacher: User, colleague: User, office: User, outsider: User
) -> None:
    begin = f"/licences/{files.licence.number}/delivery/{film_file.pk}/begin/"
    page = f"/licences/{files.licence.number}/delivery/"
    address = link(files, film_file, teacher)
    people = {
        "owner": teacher,
        "colleague": colleague,
        "office": office,
        "outsider": outsider,
        "nobody": None,
    }
    seen = {name: signed_in(user).get(page).status_code for name, user in people.items()}
    assert seen == {"owner": 200, "colleague": 200, "office": 200, "outsider": 404, "nobody": 302}
    led = {name: signed_in(user).post(begin).get("Location", "404")[:11] for name, user in people.items()}
    assert led == {
        "owner": "/downloads/", "colleague": "/downloads/", "office": "/licences/L", "outsider": "404", "nobody": "/account/lo",
    }  # fmt: skip
    sent = {name: signed_in(user).head(address).status_code for name, user in people.items()}
    assert sent == {"owner": 200, "colleague": 200, "office": 404, "outsider": 404, "nobody": 200}


def test_the_limit_counts_each_file_and_the_office_raises_it(
    files: Delivery,
    film_file: DeliveryFile,
    captions: DeliveryFile,
    teacher: User,
    colleague: User,
    office: User,
) -> None:
    allow_downloads(delivery=files, allowed=1, by=office)
    files.refresh_from_db()
    begin_download(delivery=files, file=film_file, by=teacher)
    with pytest.raises(Refused, match="All downloads of this file"):
        begin_download(delivery=files, file=film_file, by=colleague)
    begin_download(delivery=files, file=captions, by=colleague)
    with pytest.raises(Refused, match="Only people of the office"):
        allow_downloads(delivery=files, allowed=9, by=teacher)
    allow_downloads(delivery=files, allowed=2, by=office)
    begin_download(delivery=files, file=film_file, by=colleague)
    assert Download.objects.filter(file=film_file).count() == 2


def test_one_link_copied_around_is_bounded(files: Delivery, film_file: DeliveryFile, teacher: User) -> None:
    address = link(files, film_file, teacher)
    statuses = [received(signed_in(None), address)[0] for _ in range(downloads.MOST_COPIES + 1)]
    assert statuses == [200] * downloads.MOST_COPIES + [403]
    link(files, film_file, teacher)
    assert Download.objects.count() == 2  # a fresh one counts


@pytest.mark.django_db(transaction=True)
def test_two_downloads_at_the_limit_make_one(
    files: Delivery, film_file: DeliveryFile, teacher: User, office: User
) -> None:
    members = [person(f"m{number}@school.example") for number in range(4)]
    for each in members:
        Membership.objects.create(institution=files.licence.institution, user=each, role="buyer")
    allow_downloads(delivery=files, allowed=1, by=office)
    with Crew(4) as crew:
        results = crew.do(
            *(lambda each=each: begin_download(delivery=files, file=film_file, by=each) for each in members)
        )
    assert sorted(type(each).__name__ for each in results) == ["Refused", "Refused", "Refused", "str"]
    assert Download.objects.count() == 1


@pytest.mark.parametrize("fault", ["gone", "shorter", "linked-out"])
def test_a_missing_file_is_said_and_shown_to_the_office(
    fault: str, files: Delivery, film_file: DeliveryFile, teacher: User, office: User, films_folder: Path
) -> None:
    address, place = link(files, film_file, teacher), films_folder / film_file.path
    place.unlink()
    if fault == "shorter":
        place.write_bytes(CONTENT[:-1])
    if fault == "linked-out":
        (films_folder.parent / "secret").write_bytes(CONTENT)
        place.symlink_to(films_folder.parent / "secret")
    answer = signed_in(None).get(address)
    assert answer.status_code == 404
    assert "The office has been told" in answer.text
    panel = signed_in(office).get("/admin/").text
    assert "Files that are missing" in panel
    assert "rust/film.mp4" in panel
    place.unlink(missing_ok=True)
    place.write_bytes(CONTENT)
    assert received(signed_in(None), address) == (200, CONTENT)
    film_file.refresh_from_db()
    assert film_file.missing_since is None


def test_in_production_the_proxy_sends_the_file(
    files: Delivery, film_file: DeliveryFile, teacher: User, settings: object
) -> None:
    settings.FILMS_GO_THROUGH_PROXY = True  # type: ignore[attr-defined]
    answer = signed_in(None).get(link(files, film_file, teacher), headers={"range": "bytes=2000-"})
    assert (answer.content, answer.streaming) == (b"", False)
    assert answer["X-Accel-Redirect"] == "/internal/films/rust/film.mp4"
    assert answer["Content-Disposition"] == 'attachment; filename="film.mp4"'
    assert Download.objects.get().bytes_asked == 48
