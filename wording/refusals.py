"""How a verb refuses: with a full sentence and a code, which forms show as they are."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError

from wording.say import Say
from wording.sentences import sentence


class Refused(ValidationError):  # noqa: N818 - an answer with its reason, not an error
    """A verb refuses to do something. `code` is for programs, `messages` for people."""

    @classmethod
    def saying(cls, *sentences: Say) -> Self:
        """Refused for every one of these reasons, each under its own code, in the language that is active now."""
        refusals = [cls(sentence(say), say.code) for say in sentences]
        return refusals[0] if len(refusals) == 1 else cls(refusals)
