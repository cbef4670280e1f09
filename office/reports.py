"""Which pages of the office are reports: they only read, much of it, and may be some seconds old.

Where there is a replica of the database they are read from it, by whoever has set the site up (`config.hosts.reports`), which then
says on the request of when they are: `request.as_of`.
"""

from __future__ import annotations

from collections.abc import Callable

MARK = "is_report"


def report[**P, Answer](view: Callable[P, Answer]) -> Callable[P, Answer]:
    """Marks a view of the office that shows figures and writes nothing when it is asked with GET."""
    setattr(view, MARK, True)
    return view


def is_report(view: Callable[..., object]) -> bool:
    """Also when the admin has wrapped it."""
    return getattr(view, MARK, False)
