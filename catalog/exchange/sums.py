"""Warnings about parts whose runtimes do not add up to the whole's."""

from __future__ import annotations

from collections.abc import Sequence

from wording.say import Listed, Say, gettext_noop, ngettext_noop, say


def parts_and_whole(parts: int, whole: int) -> Say:
    """Of parts that have other minutes together than the whole: so many are missing, or too many."""
    missing = ngettext_noop(
        "The parts add up to {parts} minutes; the film is given as {whole}: {count} minute is unaccounted for.",
        "The parts add up to {parts} minutes; the film is given as {whole}: {count} minutes are unaccounted for.",
    )
    beyond = ngettext_noop(
        "The parts add up to {parts} minutes; the film is given as {whole}: {count} minute is too many.",
        "The parts add up to {parts} minutes; the film is given as {whole}: {count} minutes are too many.",
    )
    template = missing if parts < whole else beyond
    return say("parts-sum", template, count=abs(whole - parts), parts=parts, whole=whole)


def parts_without_runtime(numbers: Sequence[int], of: int, *, known: int, whole: int) -> Say:
    """Of parts, by their numbers, that have no runtime; `known` is the sum of the others, in minutes."""
    if len(numbers) == of:
        template = gettext_noop("No part has a runtime, so the film is loaded in one piece.")
        return say("parts-incomplete", template)
    some = ngettext_noop(
        "Part {parts} has no runtime, so the film is loaded in one piece. "
        "The other parts add up to {known} of {whole} minutes.",
        "Parts {parts} have no runtime, so the film is loaded in one piece. "
        "The other parts add up to {known} of {whole} minutes.",
    )
    listed = Listed(tuple(numbers))
    return say("parts-incomplete", some, count=len(numbers), parts=listed, known=known, whole=whole)
