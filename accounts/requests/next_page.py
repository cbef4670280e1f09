"""Where a form leads when it is done, as its `next` says."""

from __future__ import annotations

from django.utils.http import url_has_allowed_host_and_scheme


def next_page(told: str, otherwise: str) -> str:
    """`told` if it is a path of this site, such as `/prices/?tier=k-12`; never another site, and never a view's name."""
    is_ours = told.startswith("/") and url_has_allowed_host_and_scheme(told, allowed_hosts=None)
    return told if is_ours else otherwise
