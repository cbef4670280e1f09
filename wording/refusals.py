"""What a verb says when it will not do a thing: a full sentence with a code, which forms show as it is."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError

from wording.say import Say
from wording.sentences import sentence


class Refused(ValidationError):  # noqa: N818 - an answer with its reason, not a fault
    """A verb will not do it. `code` for programs, `messages` for people."""

    @classmethod
    def saying(cls, *sentences: Say) -> Self:
        """Refused for every one of these reasons, each under its own code. They are said in the language now spoken."""
        refusals = [cls(sentence(say), say.code) for say in sentences]
        return refusals[0] if len(refusals) == 1 else cls(refusals)
