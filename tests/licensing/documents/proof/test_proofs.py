from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from joserfc import jws
from joserfc.jwk import KeySet
from pytest_django import Settings

from accounts.models import User
from licensing.documents.proof.proofs import Verdict, check, check_address, check_token
from licensing.documents.proof.signing import ALGORITHM, new_key, public_keys, read_signed, sign, signing_keys
from licensing.licences.ending import revoke
from licensing.models import Licence
from tests.licensing.conftest import KEY


def payload_of(token: str) -> dict[str, object]:
    middle = token.split(".")[1]
    return dict(json.loads(urlsafe_b64decode(middle + "=" * (-len(middle) % 4))))


def test_the_certificate_is_signed_by_the_key_that_we_publish(licence: Licence) -> None:
    keys = KeySet.import_key_set(public_keys())  # type: ignore[arg-type]  # plain JSON, as anyone would read it
    statement = json.loads(jws.deserialize_compact(licence.certificate, keys, algorithms=[ALGORITHM]).payload)
    assert (statement["number"], statement["licensee"], statement["ends_on"]) == (
        "LIC-2027-0001", "Lincoln Unified School District", "2030-02-28",
    )  # fmt: skip
    assert statement["film"] == {
        "title": "West of the Tracks",
        "year": 2003,
        "runtime": 554,
        "parts": [
            {"title": "Rust", "runtime": 244},
            {"title": "Remnants", "runtime": 178},
            {"title": "Rails", "runtime": 132},
        ],
    }
    assert statement["copy_delivered"] == "none: the licensee uses a copy of its own"


def test_public_keys_keep_the_private_half() -> None:
    [key] = public_keys()["keys"]
    assert set(key) == {"kty", "crv", "x", "kid", "use", "alg"}
    assert key["x"] == json.loads(KEY)["x"]


def test_the_check_token_is_short_and_bears_the_number(licence: Licence) -> None:
    token = check_token(licence)
    assert len(token) < 220
    assert payload_of(token)["n"] == "LIC-2027-0001"
    assert check_address(licence) == f"http://127.0.0.1:8000/licences/check/{token}/"


@pytest.mark.parametrize(
    ("on", "verdict", "sentence"),
    [
        (
            date(2027, 3, 1),
            Verdict.VALID,
            "Licence LIC-2027-0001 is genuine and in force until 28 February 2030.",
        ),
        (
            date(2030, 2, 28),
            Verdict.VALID,
            "Licence LIC-2027-0001 is genuine and in force until 28 February 2030.",
        ),
        (date(2030, 3, 1), Verdict.ENDED, "Licence LIC-2027-0001 is genuine, but ended on 28 February 2030."),
        (
            date(2027, 2, 28),
            Verdict.NOT_YET,
            "Licence LIC-2027-0001 is genuine, but does not begin until 1 March 2027.",
        ),
    ],
)
def test_check_says_where_in_its_life_a_licence_is(
    licence: Licence, on: date, verdict: Verdict, sentence: str
) -> None:
    result = check(check_token(licence), on=on)
    assert (result.verdict, result.sentence, result.licence) == (verdict, sentence, licence)


def test_check_tells_of_a_licence_without_end(licence: Licence) -> None:
    Licence.objects.update(ends_on=None)
    licence.refresh_from_db()
    assert check(check_token(licence)).sentence == (
        "Licence LIC-2027-0001 is genuine and in force, without an end date."
    )


def test_check_tells_that_a_licence_was_revoked(licence: Licence, office: User) -> None:
    revoke(licence=licence, because="Paid by a stolen card.", by=office)
    result = check(check_token(licence))
    assert (result.verdict, result.sentence) == (
        Verdict.REVOKED, "Licence LIC-2027-0001 was revoked: Paid by a stolen card.",
    )  # fmt: skip


@pytest.mark.django_db
def test_check_tells_of_a_number_that_we_do_not_know() -> None:
    result = check(sign({"n": "LIC-2027-0404", "d": "x"}))
    assert (result.verdict, result.sentence) == (
        Verdict.UNKNOWN, "We have no licence with the number LIC-2027-0404.",
    )  # fmt: skip


def forged(token: str) -> str:
    head, _payload, signature = token.split(".")
    return f"{head}.{sign({'n': 'LIC-2027-0002', 'd': 'x'}).split('.')[1]}.{signature}"


@pytest.mark.parametrize(
    "spoil", [forged, lambda token: token[:-4], lambda _token: "abc", lambda token: token[::-1]]
)
def test_check_refuses_what_we_did_not_sign(licence: Licence, spoil: object) -> None:
    result = check(spoil(check_token(licence)))  # type: ignore[operator]  # each is a function of the token
    assert (result.verdict, result.licence) == (Verdict.TAMPERED, None)
    assert result.sentence == (
        "This proof does not have our signature: it was altered, cut short or mistyped, or is not ours."
    )


def test_check_refuses_another_key_and_no_key(licence: Licence) -> None:
    other = new_key()
    foreign = jws.serialize_compact(
        {"alg": ALGORITHM, "kid": signing_keys().keys[0].kid},
        b'{"n":"LIC-2027-0001"}',
        other,
        algorithms=[ALGORITHM],
    )
    unsigned = "eyJhbGciOiJub25lIn0.eyJuIjoiTElDLTIwMjctMDAwMSJ9."
    assert [check(token).verdict for token in (foreign, unsigned)] == [Verdict.TAMPERED] * 2


@pytest.mark.parametrize(
    "change",
    [{"licensee_name": "Another School"}, {"ends_on": date(2099, 1, 1)}, {"countries": ["US", "CA"]}],
)
def test_check_refuses_a_licence_whose_terms_were_changed_behind_its_back(
    licence: Licence, change: dict[str, object]
) -> None:
    token = check_token(licence)
    Licence.objects.update(**change)
    result = check(token)
    assert (result.verdict, result.licence) == (Verdict.TAMPERED, None)
    assert "are not those that were signed" in result.sentence


def test_an_older_key_still_proves_after_a_new_one_signs(licence: Licence, settings: Settings) -> None:
    token = check_token(licence)
    fresh = new_key().as_dict(private=True)
    settings.SIGNING_KEY = json.dumps({"keys": [fresh, json.loads(KEY)]})
    assert check(token).verdict is Verdict.VALID
    assert len(public_keys()["keys"]) == 2
    settings.SIGNING_KEY = json.dumps(fresh)
    assert check(token).verdict is Verdict.TAMPERED


@pytest.mark.parametrize("text", ["", "[]", "{}", "not json", '{"kty": "OKP"}'])
def test_a_signing_key_that_is_none_is_named(settings: Settings, text: str) -> None:
    settings.SIGNING_KEY = text or " "
    with pytest.raises(ImproperlyConfigured, match="signing key"):
        signing_keys()


def test_development_makes_one_key_and_keeps_it(settings: Settings, tmp_path: Path) -> None:
    settings.SIGNING_KEY = None
    token = sign({"a": 1})
    assert read_signed(token) == {"a": 1}
    kept = tmp_path / "signing-key.json"
    assert kept.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["signing-key.json"]


def test_new_signing_key_prints_a_key_that_signs(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    call_command("new_signing_key")
    settings.SIGNING_KEY = capsys.readouterr().out.strip()
    assert read_signed(sign({"a": 1})) == {"a": 1}
