"""A large file is sent a piece at a time."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

from django.test import RequestFactory

from licensing.views.holding.sending import PIECE, send

LARGE = 64 * 1024 * 1024


def test_a_large_file_never_lies_in_memory(tmp_path: Path) -> None:
    place = tmp_path / "film.mp4"
    with place.open("wb") as file:
        file.truncate(LARGE)
    tracemalloc.start()
    answer = send(RequestFactory().get("/"), place, below="film.mp4", name="film.mp4")
    received = sum(len(piece) for piece in answer)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    answer.close()
    assert received == LARGE
    assert peak < 8 * PIECE


def test_names_are_written_so_that_no_header_breaks(tmp_path: Path, settings: object) -> None:
    (tmp_path / "a").write_bytes(b"x")
    settings.FILMS_GO_THROUGH_PROXY = True  # type: ignore[attr-defined]
    answer = send(RequestFactory().get("/"), tmp_path / "a", below="a b/ü?.mp4", name='a"b ü.mp4')
    assert answer["X-Accel-Redirect"] == "/internal/films/a%20b/%C3%BC%3F.mp4"
    assert "\n" not in answer["Content-Disposition"]
