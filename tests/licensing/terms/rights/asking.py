"""A licence that grants a lot, and a use that asks for all of it."""

from __future__ import annotations

from datetime import date

from licensing.terms.rights import Admission, Carrier, Grants, Held, Intended, SiteScope, Use, Watcher

GRANTS = Grants(
    uses=frozenset({Use.PUBLIC_SCREENING}), audience_cap=100, admission=Admission.COST_RECOVERY, screenings=2,
    term_months=12, site_scope=SiteScope.CAMPUS, public_advertising=True,
)  # fmt: skip
HELD = Held(
    number="LIC-1", grants=GRANTS, works=frozenset({1, 2, 3}), starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31),
    countries=frozenset({"US"}),
)  # fmt: skip
INTENDED = Intended(
    use=Use.PUBLIC_SCREENING, works=frozenset({2, 3}), first_day=date(2027, 1, 1), last_day=date(2027, 12, 31),
    country="US", audience=100, admission=Admission.COST_RECOVERY, public_advertising=True, screenings=2,
    watchers=frozenset({Watcher.PUBLIC}), formats=frozenset({Carrier.DCP}), site="Hall One",
)  # fmt: skip
