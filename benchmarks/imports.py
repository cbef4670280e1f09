"""`python -m benchmarks.imports FILMS`: imports so many invented films into a database of its own, and says what it cost.

How long 100,000 films would take at this speed, and whether memory grows with the number of films.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measure
from benchmarks.search import served
from benchmarks.table import AS_LINES, show

MANY = 100_000
MOST_MINUTES = 10
"""As promised; an import in one go must also end within the worker's time limit (settings.CELERY_TASK_ANNOTATIONS)."""
MOST_GROWTH = 1.5


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


def measures(films: int) -> Iterator[Measure]:
    import django

    django.setup()
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
    minutes = MANY * seconds / done / 60
    yield Measure(f"imports, {done:,} films: time for {MANY:,} at this speed", minutes, MOST_MINUTES, "min")
    growth = _megabytes() / early
    yield Measure(
        f"imports, {done:,} films: memory at the end, of that after a tenth", growth, MOST_GROWTH, "x"
    )


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    given = [each for each in sys.argv[1:] if each != AS_LINES]
    with served():
        return show(measures(int(given[0]) if given else 10_000))


if __name__ == "__main__":
    sys.exit(main())
