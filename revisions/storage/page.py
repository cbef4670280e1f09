"""A rendered page, and where its personal parts are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonalPart:
    """Where a page has a part that differs from visitor to visitor, in characters, and the template that renders it."""

    start: int
    end: int
    template: str


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page with its personal parts: as a visitor without a session sees them, or empty."""

    text: str
    personal: tuple[PersonalPart, ...]

    def with_personal(self, render: Callable[[str], str]) -> Page:
        """The page with other personal parts: `render` is called with the name of each template."""
        return assemble(
            self._shared_texts(), [(part.template, render(part.template)) for part in self.personal]
        )

    def without_personal(self) -> Page:
        return self.with_personal(lambda _template: "")

    def _shared_texts(self) -> list[str]:
        starts = [0, *(part.end for part in self.personal)]
        ends = [*(part.start for part in self.personal), len(self.text)]
        return [self.text[start:end] for start, end in zip(starts, ends, strict=True)]


def assemble(shared: Sequence[str], personal: Sequence[tuple[str, str]]) -> Page:
    """A page from the texts between its personal parts, and the template and HTML of each of those."""
    pieces, parts, length = [shared[0]], [], len(shared[0])
    for (template, html), text in zip(personal, shared[1:], strict=True):
        parts.append(PersonalPart(length, length + len(html), template))
        pieces += [html, text]
        length += len(html) + len(text)
    return Page("".join(pieces), tuple(parts))
