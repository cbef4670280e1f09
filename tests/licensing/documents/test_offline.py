"""Certificates checked by a library that is none of ours, as anybody could, before and after a change of the key."""

from __future__ import annotations

import json

import jwt
import pytest
from django.core.management import call_command
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.documents.proof.proofs import check, check_token
from licensing.documents.proof.signing import ALGORITHM
from licensing.models import Licence, LicenceType
from tests.licensing.conftest import KEY, licence_of
from tests.licensing.conftest import signed_in as client_of


def read_offline(certificate: str, published: dict[str, object]) -> dict[str, object]:
    """As docs/certificates.md says."""
    keys = jwt.PyJWKSet.from_dict({"keys": [key | {"alg": "EdDSA"} for key in published["keys"]]})  # type: ignore[attr-defined]
    key = keys[jwt.get_unverified_header(certificate)["kid"]]
    signatures = jwt.PyJWS(algorithms=[])
    signatures.register_algorithm(ALGORITHM, jwt.algorithms.OKPAlgorithm())
    return dict(json.loads(signatures.decode(certificate, key.key, algorithms=[ALGORITHM])))


def test_another_library_reads_the_certificate_with_the_published_key(licence: Licence) -> None:
    statement = read_offline(licence.certificate, client_of(None).get("/.well-known/jwks.json").json())
    assert statement["number"] == "LIC-2027-0001"
    assert statement["order"] == "ORD-2027-0001"
    assert statement["not_granted"][0].startswith("It does not allow: ")  # type: ignore[index]


def test_an_altered_certificate_is_refused_by_it(licence: Licence) -> None:
    head, body, signature = licence.certificate.split(".")
    with pytest.raises(jwt.InvalidTokenError):
        read_offline(
            f"{head}.{body[:-4]}AAAA.{signature}", client_of(None).get("/.well-known/jwks.json").json()
        )


def rotate(settings: Settings, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """Sets what the command prints, and returns its keys."""
    call_command("new_signing_key", "--rotate")
    settings.SIGNING_KEY = capsys.readouterr().out.strip()
    keys: list[dict[str, str]] = json.loads(settings.SIGNING_KEY)["keys"]
    return keys


def test_after_changes_of_the_key_old_certificates_and_their_pages_still_prove(
    licence: Licence,
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
    rails: Film,
    site: LicenceType,
    teacher: User,
) -> None:
    token = check_token(licence)
    (second, _first), (third, *before) = rotate(settings, capsys), rotate(settings, capsys)
    assert [key["kid"] for key in before] == [second["kid"], json.loads(KEY)["kid"]]
    assert ["d" in key for key in (third, *before)] == [True, False, False]
    published = client_of(None).get("/.well-known/jwks.json").json()
    assert [key["kid"] for key in published["keys"]] == [third["kid"], *(key["kid"] for key in before)]
    assert not any("d" in key for key in published["keys"])
    assert read_offline(licence.certificate, published)["number"] == "LIC-2027-0001"
    new = licence_of(licence.institution, teacher, rails, site)
    assert jwt.get_unverified_header(new.certificate)["kid"] == third["kid"]
    assert read_offline(new.certificate, published)["number"] == new.number
    assert check(token).is_valid
    assert client_of(None).get(f"/licences/check/{token}/").status_code == 200
    assert check_token(licence) != token
