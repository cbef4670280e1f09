"""What a mail provider reports of a mail that it could not deliver, or that its reader complained about."""

from __future__ import annotations

from typing import Annotated, Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from pydantic import AfterValidator, BaseModel, Field


def _email(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError as error:
        raise ValueError("This is not an e-mail address.") from error
    return text


def _storable(text: str) -> str:
    """PostgreSQL keeps no NUL in a text."""
    return text.replace("\x00", "")


class Returned(BaseModel):
    """`{"email": "reader@library.example", "how": "bounce", "because": "550 5.1.1 No such user"}`."""

    email: Annotated[str, Field(max_length=254), AfterValidator(_email)]
    how: Literal["bounce", "complaint"]
    because: Annotated[str, Field(max_length=10_000), AfterValidator(_storable)] = ""
