"""`python -m benchmarks.imports FILMS`: imports so many invented films into a database of its own, and says what it cost.

Prints films per second, megabytes of memory at the end against those after the first tenth, and minutes for 100,000.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.search import served


def write(path: Path, films: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(films):
            file.write(json.dumps(_film(number)) + "\n")


def _film(number: int) -> dict[str, object]:
    return {
        "slug": f"film-{number}", "title": {"text": f"Film {number} of the river", "language": "en"},
        "titles": [{"text": f"Fleuve {number}", "language": "fr", "kind": "original"}], "year": 1950 + number % 70,
        "runtime_minutes": 60 + number % 300, "colour": "colour", "kind": "documentary", "countries": ["FR"], "languages": ["fr"],
        "subjects": [f"Subject {number % 100}"], "synopsis": f"What happened at the river in the year {number}. " * 5,
        "credits": [{"role": "director", "name": f"Maker {number % 5000}"}],
    }  # fmt: skip


def measure(films: int) -> None:
    from catalog.imports.formats.registry import FORMATS
    from catalog.imports.running import import_films

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "films.jsonl"
        write(path, films)
        began, early, done = time.perf_counter(), 0, 0
        for step in import_films(opening=lambda: path.open("rb"), name=path.name, form=FORMATS["json-lines"]):
            done += step.taken.rows
            if not early and done >= films / 10:
                early = _megabytes()
        seconds = time.perf_counter() - began
        sys.stdout.write(
            f"{done} films in {seconds:.1f} s: {done / seconds:.0f} a second, {_megabytes()} MB of memory ({early} MB after a tenth); "
            f"100,000 in {100_000 * seconds / done / 60:.1f} minutes.\n"
        )


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    with served():
        import django

        django.setup()
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
