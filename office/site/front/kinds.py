"""The list of all kinds of rows, by what people do with them: folded below the day on the office's first page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.admin import AdminSite

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Group:
    """`models` as Django's list of apps has them: name, `admin_url`, `add_url`, `view_only`."""

    title: str
    models: list[dict[str, Any]]


_titles: dict[str, _StrPromise] = {}


def register(titles: Mapping[str, _StrPromise]) -> None:
    """Called by an app's admin whose models are too many for one group: a title for each of its rooms (package)."""
    _titles.update(titles)


def grouped(site: AdminSite, apps: Iterable[Mapping[str, Any]]) -> list[Group]:
    """What Django lists by app, by the room of each model's admin where that has a title; the largest first."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for app in apps:
        for model in app["models"]:
            room = type(site.get_model_admin(model["model"])).__module__.rpartition(".")[0]
            groups.setdefault(str(_titles.get(room, app["name"])), []).append(model)
    found = [Group(title, models) for title, models in groups.items()]
    return sorted(found, key=lambda group: -len(group.models))
