"""The sample front page: collections with their films."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from catalog.models import Collection, CollectionFilm, Film
from records.document import read_document


def lay_sample_front_page(path: Path) -> None:
    data: Any = read_document(path, below=path.parent).data
    keys = dict(Film.objects.wholes().values_list("slug", "pk"))
    for position, each in enumerate(data["collections"], start=1):
        columns = {name: each[name] for name in ("slug", "name", "text", "translations")}
        collection = Collection.objects.create(front_position=position, **columns)
        CollectionFilm.objects.bulk_create(
            CollectionFilm(collection=collection, film_id=keys[slug], order=order)
            for order, slug in enumerate(each["films"])
        )
