"""The arguments of an OAI-PMH request, checked (https://www.openarchives.org/OAI/openarchivesprotocol.html#ErrorConditions)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.http import QueryDict

from catalog.harvesting.dates import SETS, Cursor
from catalog.harvesting.tokens import Listing, opened

SECOND = "%Y-%m-%dT%H:%M:%SZ"
DAY = "%Y-%m-%d"
SHAPES = {SECOND: re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII), DAY: re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)}  # fmt: skip
FIRST, LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
PREFIXES = ("oai_dc", "marc21")
LISTING = frozenset({"metadataPrefix", "from", "until", "set"})
TAKEN = {
    "Identify": (frozenset[str](), frozenset[str]()),
    "ListMetadataFormats": (frozenset[str](), frozenset({"identifier"})),
    "ListSets": (frozenset[str](), frozenset({"resumptionToken"})),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset({"identifier", "metadataPrefix"})),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), LISTING | {"resumptionToken"}),
    "ListRecords": (frozenset({"metadataPrefix"}), LISTING | {"resumptionToken"}),
}
"""For each verb: the arguments that it needs (not beside a resumptionToken), and those that it may have."""


class HarvestError(Exception):
    """What the protocol has a code for; the sentence is for the person who reads the harvester's log."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code, self.sentence = code, sentence


@dataclass(frozen=True)
class Asked:
    verb: str
    given: dict[str, str] = field(default_factory=dict)

    @property
    def echoed(self) -> dict[str, str]:
        return {"verb": self.verb, **self.given}


def asked(query: QueryDict) -> Asked:
    """Raises HarvestError: badVerb, badArgument, cannotDisseminateFormat, badResumptionToken."""
    verbs = query.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in TAKEN:
        raise HarvestError("badVerb", f"One verb is needed: {', '.join(TAKEN)}.")
    needed, possible = TAKEN[verbs[0]]
    given = {name: query.getlist(name) for name in query if name != "verb"}
    for name, values in given.items():
        if name not in possible:
            raise HarvestError("badArgument", f"{verbs[0]} takes no such argument.")
        if len(values) != 1 or not values[0] or "\0" in values[0]:
            raise HarvestError("badArgument", f"{name} is given once, with a value.")
    known = {name: values[0] for name, values in given.items()}
    if "resumptionToken" in known and len(known) > 1:
        raise HarvestError("badArgument", "A resumptionToken is given alone.")
    if "resumptionToken" not in known and (missing := sorted(needed - known.keys())):
        raise HarvestError("badArgument", f"{verbs[0]} needs {', '.join(missing)}.")
    if known.get("metadataPrefix", PREFIXES[0]) not in PREFIXES:
        raise HarvestError("cannotDisseminateFormat", f"The formats are {' and '.join(PREFIXES)}.")
    return Asked(verbs[0], known)


def listing(request: Asked) -> Listing:
    """What is to be listed: from the arguments, or from where a token left off. Raises HarvestError."""
    if token := request.given.get("resumptionToken"):
        known = opened(token, request.verb)
        if known is None:
            raise HarvestError(
                "badResumptionToken", "The token is not ours, or older than a day: begin again."
            )
        return known
    given = request.given
    since, before = given.get("from", ""), given.get("until", "")
    if since and before and len(since) != len(before):
        raise HarvestError("badArgument", "from and until have the same granularity.")
    begin = moment(since) if since else FIRST
    end = after(before) if before else LAST
    if begin >= end:
        raise HarvestError("badArgument", "from is not later than until.")
    if given.get("set", "") not in SETS:
        raise HarvestError("badArgument", "There is no such set; ListSets names them.")
    return Listing(request.verb, given["metadataPrefix"], given.get("set", ""), begin, end, Cursor(FIRST, 0))


def moment(text: str) -> datetime:
    """The first instant of a day or second. Raises HarvestError."""
    for pattern, shape in SHAPES.items():
        if shape.fullmatch(text):
            try:
                return datetime.strptime(text, pattern).replace(tzinfo=UTC)
            except ValueError:
                break
    raise HarvestError("badArgument", "A date is written 2026-11-22 or 2026-11-22T08:30:00Z.")


def after(text: str) -> datetime:
    """The first instant after a day or second, since `until` includes it."""
    begin = moment(text)
    length = timedelta(seconds=1) if "T" in text else timedelta(days=1)
    return begin + length if begin < LAST else LAST
