"""How long the office's form of our largest film takes to open: `python -m benchmarks.pages.form`.

Its clock runs while anything else does: measure it on a machine that is idle.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.measure import Measure
from benchmarks.search import served
from benchmarks.table import show

if TYPE_CHECKING:
    from django.test import Client

TIMES = 9
MOST_SECONDS = 1.0
FILM = "west-of-the-tracks"


def measures() -> Iterator[Measure]:
    with served():
        import django

        django.setup()
        from django.test import Client

        from accounts.models import User
        from catalog.exchange.load import load_catalogue
        from catalog.models import Film
        from demo.sample.filling import DATA

        load_catalogue(folder=DATA)
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(User.objects.create_superuser("office@longtake.example"))
        path = f"/admin/catalog/film/{Film.objects.get(slug=FILM, part_of=None).pk}/change/"
        client.get(path)  # templates are read once by each process
        seconds = [_opened(client, path) for _ in range(TIMES)]
        yield Measure("office: the form of our largest film", statistics.median(seconds), MOST_SECONDS, "s")


def _opened(client: Client, path: str) -> float:
    began = time.perf_counter()
    answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"The form answered {answer.status_code}.")
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(show(measures()))
