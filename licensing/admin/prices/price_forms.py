"""The forms of the price grid: which list is shown, what its cells say, and how a list is copied or read from a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

import tablib  # type: ignore[import-untyped]  # tablib ships no types
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.listing.changes import CellKey, PriceListKey
from licensing.models import LicenceType, Tier
from licensing.terms.days import office_today

MOST_BYTES = 2_000_000
RISKY = ("=", "+", "-", "@", "\t", "\r", "'")
"""A spreadsheet takes a text that begins so for a formula; an apostrophe in front tells it not to."""


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class WhichList(forms.Form):
    """Tier, currency and band; prices as they will be on a day, from which changes hold."""

    tier = forms.ChoiceField(label=_("Tier"), choices=Tier.choices)
    currency = forms.ChoiceField(label=_("Currency"), choices=[(code, code) for code in settings.CURRENCIES])
    enrolment_most = forms.IntegerField(
        label=_("For up to this many enrolled"), required=False, min_value=1, max_value=2_000_000_000
    )
    starts_on = day_field(_("From the day"))
    parts = forms.BooleanField(label=_("Parts of films"), required=False)
    every_type = forms.BooleanField(label=_("Types not sold to this tier too"), required=False)

    @classmethod
    def of(cls, sent: Any) -> WhichList:
        """What is not sent, or cannot be, is that of the ordinary list today."""
        first = {
            "tier": Tier.HIGHER_EDUCATION.value,
            "currency": settings.DEFAULT_CURRENCY,
            "starts_on": office_today().isoformat(),
        }
        names = ("tier", "currency", "enrolment_most", "starts_on", "parts", "every_type")
        form = cls(first | {name: sent[name] for name in names if sent.get(name)})
        if not form.is_valid():
            form = cls(first)
            form.is_valid()
        return form

    @property
    def key(self) -> PriceListKey:
        data = self.cleaned_data
        return PriceListKey(
            tier=data["tier"], currency=data["currency"], enrolment_most=data["enrolment_most"]
        )


class CopyForm(forms.Form):
    """The whole list again from a day on, by a percentage."""

    percent = forms.DecimalField(
        label=_("By per cent"), min_value=Decimal(-100), max_value=Decimal(1000), decimal_places=2
    )
    step = forms.TypedChoiceField(
        label=_("Rounded to"),
        coerce=Decimal,
        choices=[("1", "1"), ("5", "5"), ("10", "10"), ("0.01", "0.01")],
    )
    copy_on = day_field(_("To hold from"))


def read_cell(text: str) -> Decimal | None:
    """The amount that somebody typed; None for an empty cell. Raises ValidationError (code `amount`)."""
    typed = text.strip().replace("\xa0", "").replace(" ", "")
    if not typed:
        return None
    try:
        amount = Decimal(typed)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or len(typed) > 15:
        raise ValidationError(_now("Enter an amount such as 250 or 250.00, or nothing."), "amount")
    return amount


def path_of(film: Film) -> str:
    return f"{film.part_of.slug}/{film.slug}" if film.part_of else film.slug


def list_as_csv(films: Iterable[Film], kinds: Sequence[LicenceType], cells: dict[CellKey, Decimal]) -> str:
    """A line for each film, a column for each licence type by its code. Texts cannot be taken for formulas."""
    table = tablib.Dataset(headers=["film", "title", *(kind.code for kind in kinds)])
    for film in films:
        title = str(film)
        safe = f"'{title}" if title.startswith(RISKY) else title
        amounts = [cells.get((film.pk, kind.pk)) for kind in kinds]
        table.append([path_of(film), safe, *("" if amount is None else str(amount) for amount in amounts)])
    return str(table.export("csv"))


def read_csv(file: Any) -> dict[CellKey, Decimal | None]:
    """The cells of a file that `list_as_csv` wrote, in whichever order of lines and columns; columns that are not there stay.

    Raises ValidationError (code `file`) with the line and column of the first fault.
    """
    if file.size > MOST_BYTES:
        raise ValidationError(_now("The file is larger than 2 MB."), "file")
    try:
        table = tablib.Dataset().load(file.read().decode("utf-8-sig"), format="csv")
    except (UnicodeDecodeError, tablib.InvalidDimensions, tablib.UnsupportedFormat) as error:
        raise ValidationError(_now("This is not a CSV file in UTF-8."), "file") from error
    headers = table.headers or []
    if "film" not in headers:
        raise ValidationError(_now("The file has no column “film”."), "file")
    kinds = {kind.code: kind.pk for kind in LicenceType.objects.all()}
    films = {path_of(film): film.pk for film in Film.objects.select_related("part_of")}
    unknown = [name for name in headers if name not in {"film", "title", *kinds}]
    if unknown:
        raise ValidationError(_now("There is no licence type “%(code)s”.") % {"code": unknown[0]}, "file")
    cells: dict[CellKey, Decimal | None] = {}
    for number, row in enumerate(table.dict, start=2):
        if row["film"] not in films:
            words = _now("Line %(line)d: there is no film “%(film)s”.")
            raise ValidationError(words % {"line": number, "film": row["film"]}, "file")
        for code in kinds.keys() & set(headers):
            try:
                cells[films[row["film"]], kinds[code]] = read_cell(row[code] or "")
            except ValidationError as error:
                words = _now("Line %(line)d, %(code)s: %(why)s")
                raise ValidationError(
                    words % {"line": number, "code": code, "why": error.messages[0]}, "file"
                ) from error
    return cells
