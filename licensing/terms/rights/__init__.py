"""What a licence grants, exactly, and whether it covers a use. Pure: no Django, no database, no clock.

uses      the words of the terms
grants    what a licence grants, with every dimension of the terms
intended  a licence and a use as the rules see them
checks    what each dimension asks of a use, and its reason
together  the cheapest set that covers everything
coverage  by which licences a use is allowed, or why not
changes   the smallest change that would allow it, and the cheapest licences to buy
"""

from __future__ import annotations

from licensing.terms.rights.changes import Change, cheapest, smallest_change
from licensing.terms.rights.checks import CHECKS, covers
from licensing.terms.rights.coverage import Coverage, find_coverage, window
from licensing.terms.rights.grants import Grants
from licensing.terms.rights.intended import Held, Intended, Piece
from licensing.terms.rights.uses import Admission, Carrier, SiteScope, TermKind, Use, Watcher

__all__ = [
    "CHECKS",
    "Admission",
    "Carrier",
    "Change",
    "Coverage",
    "Grants",
    "Held",
    "Intended",
    "Piece",
    "SiteScope",
    "TermKind",
    "Use",
    "Watcher",
    "cheapest",
    "covers",
    "find_coverage",
    "smallest_change",
    "window",
]
