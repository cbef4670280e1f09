"""Numbers by which others know a film: EIDR, ISAN, IMDb, Wikidata. The database holds each in the one form of its register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _
from stdnum import isan
from stdnum.exceptions import ValidationError as Wrong
from stdnum.iso7064 import mod_37_36

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EIDR = re.compile(r"10\.5240/((?:[0-9A-F]{4}-){5})([0-9A-Z])", re.ASCII)
ISAN = r"(?:[0-9A-F]{4}-){4}[0-9A-Z](?:-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-Z])?"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A register of films. `shape` is the form that the database holds; `address` the register's page of a number, if it has one.

    The names are those of MARC 21 (https://www.loc.gov/standards/sourcelist/standard-identifier.html).
    """

    name: str
    label: str
    shape: str
    example: str
    taken: _StrPromise
    address: str = ""


SCHEMES = {
    each.name: each
    for each in (
        Scheme(
            "eidr", "EIDR", r"10\.5240/(?:[0-9A-F]{4}-){5}[0-9A-Z]", "10.5240/7791-8534-2C23-9030-8610-5",
            _("Another film has this EIDR."), "https://ui.eidr.org/view/content?id={}",
        ),
        Scheme("isan", "ISAN", ISAN, "0000-0000-D07A-0090-Q", _("Another film has this ISAN.")),
        Scheme("imdb", "IMDb", "tt[0-9]{7,9}", "tt0389448", _("Another film has this IMDb number."), "https://www.imdb.com/title/{}/"),
        Scheme("wikidata", "Wikidata", "Q[1-9][0-9]{0,11}", "Q1234", _("Another film has this Wikidata item."), "https://www.wikidata.org/entity/{}"),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identifier:
    scheme: Scheme
    value: str

    @property
    def address(self) -> str:
        """Of its page in the register; empty where there is none."""
        return self.scheme.address.format(self.value) if self.scheme.address else ""


class IdentifierField(models.CharField[str, str]):
    """A number of a register, empty if the film has none there. What people paste is brought into the register's own form."""

    def __init__(self, *args: Any, scheme: str = "", **kwargs: Any) -> None:
        self.scheme = scheme
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.CharField", arguments, options

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return written(self.scheme, text) if text and self.scheme else text


@deconstructible
class Identifies:
    """Raises ValidationError (code: the scheme) unless a number has the form of its register, and its check character."""

    def __init__(self, scheme: str) -> None:
        self.scheme = scheme

    def __call__(self, number: str) -> None:
        scheme = SCHEMES[self.scheme]
        if not re.fullmatch(scheme.shape, number, re.ASCII) or not _is_checked(self.scheme, number):
            raise ValidationError(
                _("“%(number)s” is no number of %(register)s, such as %(example)s: a character is wrong, missing or too many."),
                self.scheme,
                {"number": number, "register": scheme.label, "example": scheme.example},
            )  # fmt: skip

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identifies) and other.scheme == self.scheme

    def __hash__(self) -> int:
        return hash(self.scheme)


def identifier_field(scheme: str) -> IdentifierField:
    return IdentifierField(
        SCHEMES[scheme].label, max_length=60, blank=True, db_default="", scheme=scheme, validators=[Identifies(scheme)],
        help_text=SCHEMES[scheme].example,
    )  # fmt: skip


def identified_once() -> Iterator[models.BaseConstraint]:
    """No two films have one number, and each has the form of its register."""
    for scheme in SCHEMES.values():
        yield models.UniqueConstraint(
            fields=[scheme.name],
            condition=~Q(**{scheme.name: ""}),
            name=f"film_{scheme.name}_once",
            violation_error_message=scheme.taken,
        )
        yield models.CheckConstraint(
            condition=Q(**{scheme.name: ""}) | Q(**{f"{scheme.name}__regex": f"^(?:{scheme.shape})$"}),
            name=f"film_{scheme.name}_written",
        )


def written(scheme: str, text: str) -> str:
    """As its register writes it, if it can be read at all: without the address that it was pasted with, in its groups."""
    found = " ".join(text.split())
    if scheme == "eidr":
        found = found.upper().removeprefix("HTTPS://DOI.ORG/").removeprefix("DOI:")
        bare = found.removeprefix("10.5240/").replace("-", "").replace(" ", "")
        groups = [bare[at : at + 4] for at in range(0, len(bare), 4)]
        return f"10.5240/{'-'.join(groups)}"
    if scheme == "isan":
        return _written_isan(found.upper().removeprefix("ISAN").strip(" :"))
    match = re.search(SCHEMES[scheme].shape, found, re.ASCII)
    return match[0] if match else found


def _written_isan(text: str) -> str:
    """With its check characters; as it is if it is none."""
    try:
        isan.validate(text)
    except Wrong:
        return text
    root, episode, _check, version, _other = isan.split(text)
    return str(isan.format(root + (episode or "0000") + version))


def _is_checked(scheme: str, number: str) -> bool:
    if scheme == "isan":
        return bool(isan.is_valid(number))
    if match := EIDR.fullmatch(number):
        return bool(mod_37_36.is_valid(match[1].replace("-", "") + match[2]))
    return scheme != "eidr"
