"""Words that are one slip apart: a letter missing, added, changed, or swapped with its neighbour."""

from __future__ import annotations

SHORTEST, LONGEST = 3, 24
"""Letters of a word in which a slip is looked for; in a shorter one every word would be near."""


def shorter_by_one(word: str) -> set[str]:
    """The word, and what is left without each of its letters.

    Two words that are one slip apart have one of these in common, so near words are found by equality, which an index
    serves (the symmetric delete of Wolf Garbe's SymSpell).
    """
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_one_slip(one: str, other: str) -> bool:
    """Whether a single slip makes one of the other; also true of equal words."""
    if abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    start = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    rest, other_rest = shorter[start:], longer[start:]
    if len(shorter) < len(longer):
        return rest == other_rest[1:]
    return rest[1:] == other_rest[1:] or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
