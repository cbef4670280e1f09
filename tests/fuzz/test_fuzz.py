"""No request, however odd, is answered with a fault of ours. `make fuzz` sends more of them."""

from __future__ import annotations

import os
import sys

import pytest
from django.test import Client

from tests.fuzz.crawl import Findings, crawl

REQUESTS = int(os.environ.get("LONGTAKE_TEST_FUZZ_REQUESTS", "100"))
"""For each role."""
SEED = int(os.environ.get("LONGTAKE_TEST_FUZZ_SEED", "1"))


# Python warns of a date in an address of the office that has no time zone; only tests make an error of that.
@pytest.mark.filterwarnings("ignore:DateTimeField .* received a naive datetime:RuntimeWarning")
@pytest.mark.parametrize("role", ["guest", "member", "programmer", "office"])
def test_no_request_is_answered_with_a_fault(
    role: str, people: dict[str, tuple[Client, list[str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    def say(line: str) -> None:
        with capsys.disabled():  # stderr, since that of a parallel process is the terminal's
            print(f"\n{line}", file=sys.stderr, flush=True)  # noqa: T201 - whoever waits wants to know

    client, starts = people[role]
    findings = Findings(say)
    crawl(role, client, starts, requests=REQUESTS, seed=SEED, into=findings)
    print(f"\n{findings}")  # noqa: T201 - the answers counted, seen with -rP
    assert not findings.faults, f"\n{findings}"
