"""Compiles the innermost loops of the search to machine code that needs no global lock, so that two searches run at once."""

from __future__ import annotations

from collections.abc import Callable

import numba


def compiled[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """The function, compiled when it is first called; what was compiled is kept on disk where that can be written."""
    return _compiled(function)


def inner[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """As `compiled`, for what only compiled functions call: without a way in from Python, which takes long to compile."""
    return _compiled(function, no_cpython_wrapper=True, no_cfunc_wrapper=True)


def small[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """As `inner`, and copied to each place that calls it: handing over all tables would cost more than what it does."""
    return _compiled(function, no_cpython_wrapper=True, no_cfunc_wrapper=True, forceinline=True)


def _compiled[**P, R](function: Callable[P, R], **more: bool) -> Callable[P, R]:
    # Prices are finite, so sums may be taken in any order and a least value be found for eight slots at once.
    options = {"nogil": True, "error_model": "numpy", "_nrt": False, **more}
    try:
        made: Callable[P, R] = numba.njit(cache=True, **options)(function)
    except RuntimeError:  # Neither the folder of this file nor one for the user's caches can be written.
        made = numba.njit(**options)(function)
    return made
