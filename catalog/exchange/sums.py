"""What there is to say of the lengths of a film and its parts: to whoever writes a record, and to the editor of a form."""

from __future__ import annotations

from collections.abc import Sequence

from wording.say import Listed, Say, gettext_noop, ngettext_noop, say


def sum_of(whole: int, lengths: Sequence[int | None]) -> Say | None:
    """Of the parts in their order: nothing if they add up. It may be so all the same: sources measure different copies."""
    known = [each for each in lengths if each is not None]
    unknown = [number for number, each in enumerate(lengths, start=1) if each is None]
    if unknown:
        return parts_without_runtime(unknown, len(lengths), known=sum(known), whole=whole)
    return parts_and_whole(sum(known), whole) if known and sum(known) != whole else None


def longer_than_whole(number: int, minutes: int, whole: int) -> Say:
    """Of a part that cannot be: whichever source is right, a part is no longer than its whole."""
    template = gettext_noop(
        "Part {number} is given as {minutes} minutes and the whole film as {whole}: no part is longer than its whole."
    )
    return say("part-too-long", template, number=number, minutes=minutes, whole=whole)


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
        return say("parts-incomplete", gettext_noop("No part has a runtime: their lengths are unknown."))
    some = ngettext_noop(
        "Part {parts} has no runtime. The other parts add up to {known} of {whole} minutes.",
        "Parts {parts} have no runtime. The other parts add up to {known} of {whole} minutes.",
    )
    listed = Listed(tuple(numbers))
    return say("parts-incomplete", some, count=len(numbers), parts=listed, known=known, whole=whole)
