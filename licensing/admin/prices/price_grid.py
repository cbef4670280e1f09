"""The price list as a grid: films by licence types, for one tier and currency. What changes is shown before it is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.models import Film
from licensing.admin.prices.price_forms import CopyForm, WhichList, list_as_csv, read_cell, read_csv
from licensing.listing.changes import CellKey, Change, changed, from_text, raised, to_text
from licensing.listing.reading import cells_of, faults_of
from licensing.listing.saving import PERMISSIONS, save_prices
from licensing.models import LicenceType, Price, Tier
from office.permissions import may
from office.site.rows import OfficeAdmin
from wording.refusals import Refused
from wording.say import Say
from wording.sentences import sentence

if TYPE_CHECKING:
    from accounts.models import User

MOST_CELLS = 900
"""On one page: Django accepts a thousand fields."""


@dataclass(slots=True)
class Cell:
    name: str
    label: str
    value: str
    fault: str = ""


@dataclass(slots=True)
class Row:
    film: Film
    cells: list[Cell] = field(default_factory=list)


class PriceGrid(OfficeAdmin[Price]):
    """The grid's pages, for the admin of prices."""

    def get_urls(self) -> list[URLPattern]:
        grid, file = self.admin_site.admin_view(self.grid_view), self.admin_site.admin_view(self.grid_file)
        return [
            path("grid/", grid, name="licensing_price_grid"),
            path("grid.csv", file, name="licensing_price_grid_file"),
            *super().get_urls(),
        ]

    def grid_file(self, request: HttpRequest) -> HttpResponse:
        self._refuse_outsider(request)
        which = WhichList.of(request.GET)
        cells = cells_of(which.key, which.cleaned_data["starts_on"])
        text = list_as_csv(films_of(parts=None), offered_types(), cells)
        name = f"prices-{which.key.tier}-{which.key.currency}.csv"
        return HttpResponse(
            text,
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def grid_view(self, request: HttpRequest) -> HttpResponse:
        """Shows the grid (GET); shows what would change, or saves it (POST)."""
        self._refuse_outsider(request)
        which = WhichList.of(request.POST if request.method == "POST" else request.GET)
        if request.method != "POST":
            return self._grid(request, which)
        if not all(may(request.user, permission) for permission in PERMISSIONS):
            raise PermissionDenied
        if "save" in request.POST:
            return self._save(request, which)
        if "copy" in request.POST:
            return self._copy(request, which)
        if "upload" in request.POST:
            return self._upload(request, which)
        return self._typed(request, which)

    def _refuse_outsider(self, request: HttpRequest) -> None:
        if not may(request.user, "licensing.view_price"):
            raise PermissionDenied

    def _typed(self, request: HttpRequest, which: WhichList) -> HttpResponse:
        typed, faults = _read(request)
        seen = {change.key: change.old for change in from_text(request.POST.get("seen", "[]"))}
        old = {key: amount for key, amount in seen.items() if amount is not None}
        changes = changed(old, typed)
        faults |= _said(faults_of(changes, of=which.key, starts_on=which.cleaned_data["starts_on"]))
        if faults:
            return self._grid(request, which, typed=_texts(request), faults=faults)
        if not changes:
            messages.info(request, _("Nothing has been changed in the grid."))
            return redirect(self._address(which))
        return self._difference(request, which, changes)

    def _copy(self, request: HttpRequest, which: WhichList) -> HttpResponse:
        form = CopyForm(request.POST)
        if not form.is_valid():
            return self._grid(request, which, copy=form)
        data = form.cleaned_data
        which = WhichList.of(request.POST.dict() | {"starts_on": data["copy_on"].isoformat()})
        old = cells_of(which.key, data["copy_on"])
        changes = changed(old, raised(old, percent=data["percent"], step=data["step"]))
        return self._checked(request, which, changes)

    def _upload(self, request: HttpRequest, which: WhichList) -> HttpResponse:
        file = request.FILES.get("file")
        try:
            if file is None:
                raise ValidationError(_("Choose a file."))
            cells = read_csv(file)
        except ValidationError as error:
            for words in error.messages:
                messages.error(request, words)
            return self._grid(request, which)
        return self._checked(
            request, which, changed(cells_of(which.key, which.cleaned_data["starts_on"]), cells)
        )

    def _checked(self, request: HttpRequest, which: WhichList, changes: list[Change]) -> HttpResponse:
        """The difference; cells that cannot be are left out, and named with their reasons."""
        faults = faults_of(changes, of=which.key, starts_on=which.cleaned_data["starts_on"])
        for words in dict.fromkeys(_said(faults).values()):
            messages.error(request, _("Left out: %(why)s") % {"why": words})
        changes = [change for change in changes if change.key not in faults]
        if not changes:
            messages.info(request, _("Nothing would change."))
            return redirect(self._address(which))
        return self._difference(request, which, changes)

    def _save(self, request: HttpRequest, which: WhichList) -> HttpResponse:
        changes = from_text(request.POST.get("changes", ""))
        try:
            count = save_prices(
                of=which.key,
                changes=changes,
                starts_on=which.cleaned_data["starts_on"],
                by=cast("User", request.user),
            )
        except Refused as refused:
            for words in refused.messages:
                messages.error(request, words)
            return self._grid(request, which)
        words = ngettext("%(count)d price is saved.", "%(count)d prices are saved.", count)
        messages.success(request, words % {"count": count})
        return redirect(self._address(which))

    def _address(self, which: WhichList) -> str:
        return f"{reverse('admin:licensing_price_grid')}?{_query(which)}"

    def _difference(self, request: HttpRequest, which: WhichList, changes: list[Change]) -> HttpResponse:
        films = Film.objects.select_related("part_of").in_bulk({change.film for change in changes})
        kinds = LicenceType.objects.in_bulk({change.licence_type for change in changes})
        context = {
            **self.admin_site.each_context(request),
            "title": _("What would change"),
            "opts": self.opts,
            "which": which,
            "tier_name": Tier(which.key.tier).label,
            "lines": [(films[each.film], kinds[each.licence_type], each) for each in changes],
            "changes": to_text(changes),
            "back": self._address(which),
        }
        return TemplateResponse(request, "licensing/price_difference.html", context)

    def _grid(
        self,
        request: HttpRequest,
        which: WhichList,
        *,
        typed: dict[CellKey, str] | None = None,
        faults: dict[CellKey, str] | None = None,
        copy: forms.Form | None = None,
    ) -> HttpResponse:
        kinds = offered_types() if which.cleaned_data["every_type"] else types_sold(which)
        films = Paginator(
            films_of(parts=which.cleaned_data["parts"]), max(1, min(50, MOST_CELLS // max(1, len(kinds))))
        )
        page: Page[Film] = films.get_page(request.POST.get("page") or request.GET.get("page"))
        now = cells_of(which.key, which.cleaned_data["starts_on"], [film.pk for film in page])
        rows = [_row(film, kinds, now, typed or {}, faults or {}) for film in page]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Price list"),
            "opts": self.opts,
            "which": which,
            "kinds": kinds,
            "rows": rows,
            "page": page,
            "query": _query(which),
            "faulty": sum(bool(cell.fault) for row in rows for cell in row.cells),
            "seen": to_text(Change(film, kind, amount, None) for (film, kind), amount in now.items()),
            "may_change": all(may(request.user, permission) for permission in PERMISSIONS),
            "copy": copy or CopyForm(initial={"percent": 3, "copy_on": which.cleaned_data["starts_on"]}),
        }
        return TemplateResponse(request, "licensing/price_grid.html", context)


def films_of(*, parts: bool | None) -> Any:
    """Whole films, or parts, or both (None), as the catalogue lists them."""
    films = Film.objects.select_related("part_of").order_by("title", "pk")
    return films if parts is None else films.filter(part_of__isnull=not parts)


def offered_types() -> list[LicenceType]:
    return list(LicenceType.objects.filter(is_offered=True))


def types_sold(which: WhichList) -> list[LicenceType]:
    """The types that the tier can buy at some time, and all of them where it has no price yet. One or two queries."""
    sold = Price.objects.filter(tier=which.key.tier).order_by()
    found = LicenceType.objects.filter(is_offered=True, pk__in=sold.values("licence_type"))
    return list(found) or offered_types()


def _row(
    film: Film,
    kinds: list[LicenceType],
    now: dict[CellKey, Decimal],
    typed: dict[CellKey, str],
    faults: dict[CellKey, str],
) -> Row:
    row = Row(film)
    for kind in kinds:
        key = (film.pk, kind.pk)
        value = typed.get(key, str(now.get(key, "")).removesuffix(".00"))
        row.cells.append(Cell(f"c-{film.pk}-{kind.pk}", f"{film}, {kind}", value, faults.get(key, "")))
    return row


def _texts(request: HttpRequest) -> dict[CellKey, str]:
    """What the cells say, by film and licence type; names that are no cells are left out."""
    found = {}
    for name, text in request.POST.items():
        prefix, _dash, keys = name.partition("-")
        film, _dash, kind = keys.partition("-")
        is_key = all(key.isascii() and key.isdecimal() and len(key) < 19 for key in (film, kind))
        if prefix == "c" and is_key:
            found[int(film), int(kind)] = str(text)
    return found


def _read(request: HttpRequest) -> tuple[dict[CellKey, Decimal | None], dict[CellKey, str]]:
    amounts: dict[CellKey, Decimal | None] = {}
    faults = {}
    for key, text in _texts(request).items():
        try:
            amounts[key] = read_cell(text)
        except ValidationError as error:
            faults[key] = error.messages[0]
    return amounts, faults


def _said(faults: dict[CellKey, Say | str]) -> dict[CellKey, str]:
    return {key: fault if isinstance(fault, str) else sentence(fault) for key, fault in faults.items()}


def _query(which: WhichList) -> str:
    data = which.cleaned_data
    return urlencode(
        {
            "tier": data["tier"],
            "currency": data["currency"],
            "starts_on": data["starts_on"].isoformat(),
            **({"enrolment_most": data["enrolment_most"]} if data["enrolment_most"] else {}),
            **({name: "on" for name in ("parts", "every_type") if data[name]}),
        }
    )
