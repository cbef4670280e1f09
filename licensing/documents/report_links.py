"""The signed link to one report, which is sent to a mailbox: whoever has it may answer, and see the answer."""

from __future__ import annotations

from datetime import timedelta

from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext as _

from licensing.models import RightsReport
from wording.refusals import Refused

SALT = "licensing.report"
LINK_LASTS = timedelta(days=60)
"""From the mail that has it; each reminder has a fresh one."""


def link_to(report: RightsReport) -> str:
    return reverse("licensing:report-link", args=[signing.dumps(report.pk, salt=SALT)])


def report_of(token: str) -> RightsReport | None:
    """The report that a link names; None if the link is not ours. Raises Refused (code `expired`)."""
    try:
        key = signing.loads(token, salt=SALT, max_age=LINK_LASTS)
    except signing.SignatureExpired as error:
        raise Refused(_("This link has expired. Ask the office for a fresh one."), "expired") from error
    except signing.BadSignature:
        return None
    return RightsReport.objects.with_listing().filter(pk=key).first()
