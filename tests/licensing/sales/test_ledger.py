"""The whole life of orders, played at random beside a ledger of its own: after every step the books agree with it.

The ledger knows nothing of the code: it keeps whole cents in double entry (`ledger.journal`), and says which steps must be refused.
"""

from __future__ import annotations

import os

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from accounts.models import User
from catalog.models import Film
from licensing.models import (
    AcceptancePolicy,
    Institution,
    LicenceType,
    Licensor,
    LicensorFilm,
    RoyaltyAgreement,
    UpgradeRule,
)
from tests.licensing.conftest import TODAY
from tests.licensing.sales.ledger.agreement import Life
from tests.licensing.sales.ledger.shop import LIMIT, Stage

EXAMPLES = int(os.environ.get("LONGTAKE_TEST_LEDGER_EXAMPLES", "5"))
"""How many lives are played; more of them before a release, with --timeout=0."""
STEPS = 20


@pytest.fixture
def stage(
    school: Institution, teacher: User, office: User, film: Film, rails: Film, site: LicenceType
) -> Stage:
    """Terms of a year, so that they can be renewed; a part counts towards the whole; half of all receipts is a licensor's."""
    AcceptancePolicy.objects.create(most_unpaid=LIMIT // 100)
    school.state = "NY"
    school.save()
    site.term_months = 12
    site.save()
    UpgradeRule.objects.create(from_type=site, to_type=site, reach="part-to-whole", within_days=400)
    licensor = Licensor.objects.create(name="Ninth Reel Films", address="8 River Road", country="CN")
    LicensorFilm.objects.create(licensor=licensor, film=film)
    RoyaltyAgreement.objects.create(licensor=licensor, percent=50, starts_on=TODAY, currency="USD")
    return Stage(school, teacher, office, film, rails, site, licensor)


def test_the_whole_life_of_orders_agrees_with_a_ledger(stage: Stage) -> None:
    life = type("LifeOnStage", (Life,), {"stage": stage})
    with transaction.atomic():
        run_state_machine_as_test(
            life,
            settings=settings(
                max_examples=EXAMPLES,
                stateful_step_count=STEPS,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    assert connection.in_atomic_block
