"""Compiles the innermost loops of the search to machine code that needs no global lock, so that two searches run at once.

They take no memory of their own, so they count no references to their tables (`_nrt`), which would cost more than all else: nothing
may be allocated in them, and slices are not assigned to slices. Prices are whole numbers of 32 bits, of which the processor adds and
compares many at once. What was compiled is kept beside the source, or in NUMBA_CACHE_DIR, and made anew when its source changes;
after a change of this file alone, remove `__pycache__`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy", "_nrt": False, **more}
    try:
        made: Callable[P, R] = numba.njit(cache=True, **options)(function)
    except RuntimeError:  # Neither the folder of this file nor one for the user's caches can be written.
        made = numba.njit(**options)(function)
    return made
