"""What the record of a film says about who may use it: an extension point, because the catalogue knows no licences."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.utils import translation

_said: list[Callable[[str], str]] = []


def say_terms_by(say: Callable[[str], str]) -> None:
    """Called by the app that knows the terms, in its `ready`. Given the distributor's name, it returns one sentence."""
    _said.append(say)


def terms_of_use(distributor: str) -> str:
    """In the office's language, as everything else in a record is, whoever asks for it."""
    with translation.override(settings.LANGUAGE_CODE):
        return " ".join(say(distributor) for say in _said)
