"""Who sells, as the database says at this moment. Pages, mails and documents ask here, and never the settings.

The settings give first values, which hold until the office keeps a record of its own.
"""

from __future__ import annotations

from email.headerregistry import Address
from email.utils import parseaddr

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest

from office.models import Distributor
from office.models.one_row import THE_ONE
from revisions.prepared import Prepared
from revisions.reading import Reading, reading_of
from revisions.subjects import EVERYTHING

_THE_ROW = Prepared(lambda: Distributor.objects.filter(pk=THE_ONE))


class _Kept:
    """What this process read last, and the revision that it was read under."""

    revision: str | None = None
    row: Distributor | None = None


def distributor() -> Distributor:
    """The record, or the first values without one. One statement."""
    _Kept.row, _Kept.revision = _THE_ROW.row() or first_values(), None
    return _Kept.row


def first_values() -> Distributor:
    """An unsaved row of what the environment says."""
    return Distributor(
        legal_name=settings.DISTRIBUTOR,
        address=settings.POSTAL_ADDRESS,
        contact_email=settings.CONTACT_EMAIL,
        phone=settings.PHONE,
    )


def distributor_on(request: HttpRequest) -> Distributor:
    """As a page shows it: none of its statements where the page has read the ledger and nothing has changed, otherwise one.

    The record's triggers touch `everything`, which every kept page asks for. Where nothing was ever touched there
    is no record. If the database is away, an error page still has what was read last.
    """
    known = getattr(request, "distributor", None)
    if not isinstance(known, Distributor):
        try:
            known = _read(reading_of(request))
        except (DatabaseError, InterfaceError):
            known = last_known()
        request.distributor = known  # type: ignore[attr-defined]  # a request takes what it is given
    return known


def last_known() -> Distributor:
    """What this process read last. No statement: for pages that say that the database is away."""
    return _Kept.row or first_values()


def sender(seller: Distributor) -> str:
    """From whom our mails are: the distributor's name with the mail server's own address for us."""
    if not seller.is_kept:
        return settings.DEFAULT_FROM_EMAIL
    return str(Address(seller.legal_name, addr_spec=parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))


def _read(reading: Reading) -> Distributor:
    revision = reading.known.get(EVERYTHING)
    if revision == "":
        return first_values()
    if revision and revision == _Kept.revision and _Kept.row and not connection.in_atomic_block:
        return _Kept.row
    row = distributor()
    # A transaction may read what is never committed.
    _Kept.revision = None if connection.in_atomic_block else revision
    return row
