"""The story's chapters of trade, without its processes: each step happens, and leads to a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from demo.sample.filling import fill
from demo.story.reporting import report_and_settle
from demo.story.trading import quote_and_renew
from licensing.documents.proof.signing import new_key
from licensing.models import ReportFee, RoyaltyStatement


@pytest.mark.django_db
def test_quote_renewal_report_and_statement_are_told(settings: Settings, tmp_path: Path) -> None:
    import json

    settings.SIGNING_KEY = json.dumps(new_key().as_dict(private=True))
    settings.DATA_DIR = settings.DELIVERY_DIR = tmp_path
    fill()
    told = [what for chapter in (quote_and_renew, report_and_settle) for what, _path in chapter()]
    assert len(told) == 9
    assert ReportFee.objects.values_list("status", "amount").order_by("pk").count() == 2
    statement = RoyaltyStatement.objects.get()
    assert (statement.receipts, statement.payable) == (380, 90)
