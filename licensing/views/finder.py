"""The licence finder: three questions, the cheapest sufficient licence, and notes of its answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from catalog.models import Film
from licensing.forms.finder import ADMISSIONS, LASTS, PURPOSES, FinderForm
from licensing.licences.finder.finding import Finding, find, held_for_finding
from licensing.licences.finder.finding_words import Section, sections
from licensing.licences.finder.notes import DELETE, delete_note, keep_note
from licensing.lookup import acts_for, note_for, note_to_delete
from licensing.models import Act, Institution, Tier
from licensing.models.licences.finder_notes import LONGEST_QUESTION
from licensing.prices.offers import Buyer
from licensing.sales.ordering.cart import Cart, chosen_tier
from licensing.terms.class_use import ClassUse, class_use_for
from licensing.terms.days import office_today
from licensing.terms.rights import Admission, Intended, Use
from licensing.terms.words import CARRIER_LABELS, WATCHER_LABELS
from wording.countries import country_label
from wording.enumeration import enumerated
from wording.refusals import Refused
from wording.say import Say
from wording.sentences import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that is complete, and its answer."""

    film: Film
    holder: Institution | None
    buyer: Buyer
    intended: Intended
    exemption: ClassUse | None
    confirmed: list[str]
    finding: Finding
    question: list[str]
    sections: list[Section]


def _asks(request: HttpRequest) -> bool:
    """Whether a request asks anything; opening the empty form is not counted."""
    return bool(request.META.get("QUERY_STRING"))


@require_safe
@limited("finder", when=_asks)
def finder(request: HttpRequest) -> HttpResponse:
    form = _form(request, request.GET)
    asked = _ask(form) if form.is_bound and form.is_valid() else None
    if not form.is_bound:
        form.resolve_film()
    context: dict[str, Any] = {"form": form, "asked": asked, "today": office_today()}
    if asked is not None:
        context |= _of_answer(request, asked)
    return render(request, "licensing/finder.html", context)


@require_POST
@login_required
@limited("finder-note")
def keep(request: PersonRequest) -> HttpResponse:
    """Keeps the answer to the question that `query` asks, as it is now, for the institution that it names."""
    query = request.POST.get("query", "")
    if "\0" in query or len(query) > LONGEST_QUESTION:
        raise Http404
    form = _form(request, QueryDict(query))
    asked = _ask(form) if form.is_bound and form.is_valid() else None
    if asked is None or asked.holder is None:
        raise Http404
    try:
        note = keep_note(
            institution=asked.holder,
            by=request.user,
            question=asked.question,
            answer=list(_lines(asked.sections)),
            query=query,
            on=office_today(),
        )
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect(asked.holder)
    messages.success(request, _("The answer is kept. It is also on the page of your institution."))
    return redirect(note)


@login_required
@require_safe
def note(request: PersonRequest, pk: int) -> HttpResponse:
    found = note_for(request.user, pk)
    may_delete = acts_for(request.user, found.institution, DELETE, Act.NOTE)
    return render(request, "licensing/finder_note.html", {"note": found, "may_delete": may_delete})


@require_POST
@login_required
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    found = note_to_delete(request.user, pk)
    delete_note(note=found, by=request.user)
    messages.success(request, _("The note is deleted."))
    return redirect(f"{found.institution.get_absolute_url()}#notes")


def _form(request: HttpRequest, query: QueryDict) -> FinderForm:
    """Bound once a use is named; before that what the address says is filled in."""
    tier = chosen_tier(request)
    if "use" in query:
        return FinderForm(query, user=request.user, tier=tier)
    said = {name: query[name] for name in ("film", "title", "tier", "country", "people") if query.get(name)}
    return FinderForm(user=request.user, tier=tier, initial=said)


def _ask(form: FinderForm) -> Asked | None:
    if form.chosen is None:
        return None
    holder = form.holder()
    buyer = form.buyer(holder)
    intended = form.intended(form.chosen, buyer.country)
    held = held_for_finding(holder, form.chosen) if holder else []
    finding = find(held=held, intended=intended, film=form.chosen, buyer=buyer, on=office_today())
    exemption, confirmed = class_use_for(intended.use, buyer.country), form.cleaned_data["confirmed"]
    return Asked(
        film=form.chosen,
        holder=holder,
        buyer=buyer,
        intended=intended,
        exemption=exemption,
        confirmed=confirmed,
        finding=finding,
        question=list(_question(form, form.chosen, holder, buyer, intended)),
        sections=sections(finding, intended, exemption, confirmed),
    )


def _of_answer(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    shared = request.GET.copy()
    for name in ("institution", "title"):
        shared.pop(name, None)
    shared["film"], shared["tier"], shared["country"] = asked.film.path, asked.buyer.tier, asked.buyer.country
    in_cart = set(Cart(request).pairs)
    user = request.user
    return {
        "shared": request.build_absolute_uri(f"{request.path}?{shared.urlencode()}"),
        "repeated": [
            (name, value) for name, values in request.GET.lists() if name != "confirmed" for value in values
        ],
        "query": request.GET.urlencode(),
        "all_in_cart": all((each.film.pk, each.licence_type.pk) in in_cart for each in asked.finding.offers),
        "may_keep": user.is_authenticated
        and asked.holder is not None
        and acts_for(user, asked.holder, "licensing.add_findernote", Act.NOTE),
    }


def _question(
    form: FinderForm, film: Film, holder: Institution | None, buyer: Buyer, intended: Intended
) -> list[str]:
    """The question in words, a line each; the film comes first."""
    data = form.cleaned_data
    values = {
        _("Film"): str(film),
        _("We want to"): str(PURPOSES[intended.use]),
        _("For how long"): str(LASTS[data.get("lasts") or "day"]),
        _("From when"): date_format(intended.first_day, "DATE_FORMAT"),
        _("How many people"): str(data["people"]) if data.get("people") else "",
        _("Who watches"): enumerated(
            str(label) for who, label in WATCHER_LABELS.items() if who in intended.watchers
        ),
        _("How many screenings"): str(data["times"]) if data.get("times") else "",
        _("Visitors pay"): str(ADMISSIONS[intended.admission])
        if intended.admission is not Admission.NONE or intended.use is Use.PUBLIC_SCREENING
        else "",
        _("Advertised to the public"): _("yes") if intended.public_advertising else "",
        _("Outdoors"): _("yes") if intended.outdoors else "",
        _("Shown from"): enumerated(
            str(label) for each, label in CARRIER_LABELS.items() if each in intended.formats
        ),
        _("We are"): holder.legal_name if holder else "",
        _("What kind of buyer"): str(Tier(buyer.tier).label),
        _("How many are enrolled"): str(data["enrolled"]) if data.get("enrolled") else "",
        _("Country"): country_label(buyer.country),
    }
    lines = [
        _("%(name)s: %(value)s") % {"name": name, "value": value} for name, value in values.items() if value
    ]
    return [str(film), *lines[1:]]


def _lines(found: list[Section]) -> list[str]:
    """An answer as lines of plain text."""
    lines: list[str] = []
    for section in found:
        lines += [sentence(section.heading), *(_text(line) for line in section.lines)]
        lines += [f"– {_text(point)}" for point in section.points]
        lines.append("")
    return lines[:-1]


def _text(line: Say | str) -> str:
    return line if isinstance(line, str) else sentence(line)
