"""Resumption tokens: a signed note of what is listed and what came last, so that nothing is kept for a harvester."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.core import signing

from catalog.harvesting.dates import Cursor

SALT = "catalog.harvesting"
VALID = timedelta(days=1)
LONGEST = 1_000


@dataclass(frozen=True)
class Listing:
    """What ListIdentifiers or ListRecords gives: of `of_set`, changed at `begin` or later and before `end`, after `after`."""

    verb: str
    prefix: str
    of_set: str
    begin: datetime
    end: datetime
    after: Cursor

    def from_here(self, last: Cursor) -> Listing:
        return replace(self, after=last)


def token_of(listing: Listing) -> str:
    times = [each.isoformat() for each in (listing.begin, listing.end, listing.after.changed_at)]
    return signing.dumps(
        [listing.verb, listing.prefix, listing.of_set, *times, listing.after.whole], salt=SALT
    )


def opened(token: str, verb: str) -> Listing | None:
    """None for a token that is not ours, too old, or of another verb."""
    try:
        if len(token) > LONGEST:
            return None
        made_for, prefix, of_set, begin, end, last, whole = signing.loads(token, salt=SALT, max_age=VALID)
    except signing.BadSignature:
        return None
    times = [datetime.fromisoformat(each) for each in (begin, end, last)]
    listing = Listing(made_for, prefix, of_set, times[0], times[1], Cursor(times[2], whole))
    return listing if made_for == verb else None
