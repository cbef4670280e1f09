"""The page that a form's `next` field leads to."""

from __future__ import annotations

from django.utils.http import url_has_allowed_host_and_scheme


def next_page(path: str, otherwise: str) -> str:
    """`path` if it is a path on this site, such as `/prices/?tier=k-12`; never another site, and never the name of a view."""
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours else otherwise
