from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from licensing.buyers.institutions import register_institution
from licensing.buyers.rules import judge
from licensing.models import Institution, ListedDomain, Tier
from tests.licensing.buyers.conftest import confirmed
from tests.licensing.conftest import person

LIST = """
source: Sample register
domains:
  - {domain: example.edu, tier: higher-education, country: US, name: Example University}
  - {domain: school.example, tier: k-12, country: US}
"""


@pytest.fixture
def listed(db: None, tmp_path: Path) -> None:
    path = tmp_path / "domains.yaml"
    path.write_text(LIST)
    call_command("load_domains", str(path), verbosity=0)


def register(name: str, tier: str, by: User, country: str = "US") -> Institution:
    return register_institution(legal_name=name, tier=tier, country=country, by=by)


def test_a_confirmed_address_at_a_listed_domain_verifies(listed: None) -> None:
    made = register("The Example University", Tier.HIGHER_EDUCATION, confirmed(person("a@lib.example.edu")))
    assert (made.is_verified, made.verified_how, made.verified_by, made.email_domain) == (
        True,
        "By rule: a confirmed address at example.edu, listed as Higher education (Sample register).",
        None,
        "lib.example.edu",
    )


@pytest.mark.parametrize(
    ("email", "is_confirmed", "name", "tier", "country", "reason"),
    [
        ("a@example.edu", False, "Example University", "higher-education", "US", "A has no confirmed address."),
        ("a@gmail.com", True, "Example University", "higher-education", "US", "Anyone can have an address at gmail.com."),
        ("a@else.example", True, "Example University", "higher-education", "US", "else.example is on no list of known institutions."),
        ("a@example.edu", True, "Example University", "k-12", "US", "example.edu is listed as Higher education in United States."),
        ("a@example.edu", True, "Example University", "higher-education", "CA", "example.edu is listed as Higher education in United States."),
        ("a@example.edu", True, "Lamp & Sons", "higher-education", "US", "example.edu is listed as “Example University”, which does not resemble the legal name."),
        ("a@notexample.edu", True, "Example University", "higher-education", "US", "notexample.edu is on no list of known institutions."),
    ],
)  # fmt: skip
def test_what_no_rule_verifies_waits_for_the_office_with_the_reason(
    listed: None, email: str, is_confirmed: bool, name: str, tier: str, country: str, reason: str
) -> None:
    by = person(email)
    if is_confirmed:
        confirmed(by)
    made = register(name, tier, by, country)
    assert (made.verification, judge(made, by).reasons) == ("asked", (reason,))
    assert made.email_domain == ("" if "gmail" in email or not is_confirmed else email.rpartition("@")[2])


def test_loading_again_makes_it_what_the_file_says(listed: None, tmp_path: Path) -> None:
    ListedDomain.objects.create(domain="other.example", tier="k-12", country="US", source="Another")
    path = tmp_path / "again.yaml"
    path.write_text("source: Sample register\ndomains:\n  - {domain: b.example, tier: k-12, country: US}\n")
    call_command("load_domains", str(path), verbosity=0)
    assert list(ListedDomain.objects.values_list("domain", flat=True)) == ["b.example", "other.example"]


@pytest.mark.parametrize("domain", ["gmail.com", "Example.EDU", "edu", "a b.example"])
def test_a_list_with_a_domain_that_proves_nothing_is_refused(db: None, tmp_path: Path, domain: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(f"source: S\ndomains:\n  - {{domain: {domain}, tier: k-12, country: US}}\n")
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_domains", str(path), verbosity=0)
    assert not ListedDomain.objects.exists()
