"""A policy read by a JSON-LD processor that is none of ours: every word of it is ODRL's, Dublin Core's, or defined by us."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from pyld import jsonld

from accounts.models import User
from catalog.models import Film
from licensing.documents.proof.odrl import odrl_of
from licensing.documents.proof.vocabulary import TERMS
from licensing.models import Institution, Licence, LicenceType
from licensing.terms.rights import Grants
from tests.licensing.conftest import licence_of
from tests.licensing.documents.test_machine_terms import FULL

ODRL = "http://www.w3.org/ns/odrl.jsonld"
CONTEXT = json.loads((Path(__file__).parent / "odrl_context.json").read_text())
"""As ODRL's published context has these words; none of another address is ever loaded."""
KNOWN = ("http://www.w3.org/ns/odrl/2/", "http://purl.org/dc/terms/")


def offline(address: str, _options: object) -> dict[str, Any]:
    assert address == ODRL
    return {
        "contextUrl": None,
        "documentUrl": address,
        "document": CONTEXT,
        "contentType": "application/ld+json",
    }


def expanded(document: dict[str, Any]) -> list[dict[str, Any]]:
    return list(jsonld.expand(document, {"documentLoader": offline}))


def words_of(node: Any) -> Iterator[str]:
    """Every property, and every address that stands for an action, an operand or an operator."""
    if isinstance(node, list):
        for each in node:
            yield from words_of(each)
    elif isinstance(node, dict):
        for name, value in node.items():
            if not name.startswith("@"):
                yield name
            if name.endswith(("/action", "/leftOperand", "/operator")):
                yield from (each["@id"] for each in value)
            else:
                yield from words_of(value)


@pytest.fixture
def full(school: Institution, teacher: User, film: Film, screening: LicenceType) -> Licence:
    """It says something in every dimension."""
    licence = licence_of(school, teacher, film, screening)
    licence.grants, licence.sites = FULL.to_json(), ["East"]
    return licence


@pytest.mark.parametrize("grants", [FULL, Grants(uses=frozenset())])
def test_every_word_of_a_policy_is_defined_where_its_profile_says(full: Licence, grants: Grants) -> None:
    full.grants = grants.to_json()
    (policy,) = expanded(odrl_of(full))
    (profile,) = policy["http://www.w3.org/ns/odrl/2/profile"]
    vocabulary = (
        Client()
        .get(profile["@id"].replace(settings.SITE_URL, ""), headers={"accept": "application/ld+json"})
        .json()
    )
    (scheme,) = expanded(vocabulary)
    defined = {each["@id"] for each in scheme["@reverse"]["http://www.w3.org/2004/02/skos/core#inScheme"]}
    assert scheme["@id"] == profile["@id"]
    ours = {word for word in words_of(policy) if not word.startswith(KNOWN)}
    assert ours
    assert ours <= defined


def test_a_policy_uses_every_word_that_is_defined(full: Licence) -> None:
    said = {word.rpartition("#")[2] for word in words_of(expanded(odrl_of(full)))}
    full.grants = Grants(uses=frozenset()).to_json()
    said |= {word.rpartition("#")[2] for word in words_of(expanded(odrl_of(full)))}
    assert {term.name for term in TERMS} <= said


def test_no_value_of_a_policy_is_lost_in_expansion(full: Licence) -> None:
    quads = jsonld.to_rdf(odrl_of(full), {"documentLoader": offline})["@default"]
    objects = {each["object"]["value"] for each in quads}
    assert {"East", "11", full.line.order.number, f"PT{full.film.runtime}M", "Rust"} <= objects


@pytest.mark.django_db
def test_each_word_has_a_label_a_definition_and_its_place_on_the_page() -> None:
    page = Client().get("/licences/vocabulary/").text
    for term in TERMS:
        assert f'id="{term.name}"' in page
        assert str(term.label)
        assert str(term.definition).endswith(".")
    answer = Client().get("/licences/vocabulary.jsonld")
    assert answer["Content-Type"] == "application/ld+json"
