"""A film whose first part has a file that browsers play, with captions; and requests to see it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.models import DeliveryFile, EducatorPreview, Institution
from licensing.previews.asking import ask_preview, grant_preview
from tests.licensing.delivery.conftest import captions, film_file, films_folder, master

type Queries = Callable[[int], AbstractContextManager[Any]]

__all__ = ["captions", "film_file", "films_folder", "master"]


def asked_for(film: Film, school: Institution, by: User) -> EducatorPreview:
    return ask_preview(film=film, institution=school, course="Labour History 201", why="For week 3.", by=by)


@pytest.fixture
def asked(film: Film, school: Institution, teacher: User) -> EducatorPreview:
    return asked_for(film, school, teacher)


@pytest.fixture
def granted(
    asked: EducatorPreview, film_file: DeliveryFile, captions: DeliveryFile, office: User
) -> EducatorPreview:
    """Until 15 March 2027."""
    return grant_preview(preview=asked, by=office)


@pytest.fixture
def queries(django_assert_num_queries: Queries) -> Queries:
    return django_assert_num_queries
