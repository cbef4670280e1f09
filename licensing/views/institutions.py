"""Institutions: registering one, and the page on which its members keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests.limits import limited
from accounts.requests.next_page import next_page
from accounts.requests.page import PersonRequest
from licensing.buyers.administering import CHANGE
from licensing.forms import STEPS, InstitutionForm, Step
from licensing.forms.details_steps import AddMailbox
from licensing.forms.people_steps import Invite
from licensing.lookup import acts_for, institution_for
from licensing.models import Act, Exemption, Institution, JoinRequest, Role
from licensing.reports.listing import counted
from licensing.terms.days import office_today
from wording.countries import country_label

if TYPE_CHECKING:
    from accounts.models import User

MOST_NOTES = 20
FORMS = ("details", "add-site", "add-mailbox", "record-tax-number", "hand-in-exemption", "invite")
"""The steps that stand on the page as forms with fields; the others are buttons beside a row."""


def _sends_mail(request: HttpRequest) -> bool:
    """Whether the step sends mail to an address that the institution names."""
    return request.path.endswith((f"/{Invite.name}/", f"/{AddMailbox.name}/"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("institution")
def new(request: PersonRequest) -> HttpResponse:
    form = InstitutionForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        if "join" in request.POST and form.join() is not None:
            messages.success(
                request, _("The administrators have been asked. You will get an e-mail when they accept.")
            )
            return redirect("accounts:home")
        if not form.errors and not form.ask_whether_doubled() and (institution := form.save()):
            messages.success(request, _welcome(institution))
            following = request.GET.get("next", "")
            return HttpResponseRedirect(next_page(following, otherwise=institution.get_absolute_url()))
    return render(request, "licensing/institution_new.html", {"form": form})


@login_required
@require_safe
def institution(request: PersonRequest, pk: int) -> HttpResponse:
    found = institution_for(request.user, pk)
    return render(request, "licensing/institution.html", _page(found, request.user))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("institution-step")
@limited("invitation", when=_sends_mail)
def step(request: PersonRequest, pk: int, name: str) -> HttpResponse:
    """Takes one step. What is refused is shown on the page, beside the fields."""
    found = institution_for(request.user, pk)
    kind = STEPS.get(name)
    if kind is None:
        raise Http404
    if request.method != "POST":  # signed in again, or the address of a refused form opened again
        messages.info(request, _("Nothing was sent. What you want to change stands on this page."))
        return redirect(f"{found.get_absolute_url()}#{kind.section}")
    form = kind(request.POST, request.FILES, institution=found, by=request.user)
    if form.is_valid() and (said := form.save()):
        messages.success(request, said)
        is_seen = acts_for(request.user, found, "licensing.view_institution", Act.SEE)
        return redirect(f"{found.get_absolute_url()}#{form.section}" if is_seen else "accounts:home")
    return render(request, "licensing/institution.html", _page(found, request.user, form))


def _page(found: Institution, user: User, tried: Step | None = None) -> dict[str, Any]:
    """What the page shows. `tried` is a step that was refused: its form stands there with what was entered."""
    may_administer = acts_for(user, found, CHANGE, Act.ADMINISTER)
    members = list(found.memberships.select_related("user").order_by("pk"))
    return {
        "institution": found,
        "country": country_label(found.country),
        "members": members,
        "own": next((each for each in members if each.user_id == user.pk), None),
        "roles": Role.choices,
        "sites": found.sites.all(),
        "mailboxes": found.mailboxes.all(),
        "tax_numbers": found.tax_numbers.all(),
        "exemptions": found.exemptions.exclude(status=Exemption.Status.WITHDRAWN),
        "schools": found.schools.annotate(licence_count=Count("licences")).order_by("legal_name", "pk"),
        "may_administer": may_administer,
        "reports": counted(found, on=office_today()),
        "notes": found.finder_notes.all()[:MOST_NOTES],
        "tried": tried,
        **(_for_administrators(found, user, tried) if may_administer else {}),
    }


def _for_administrators(found: Institution, user: User, tried: Step | None) -> dict[str, Any]:
    forms = {name.replace("-", "_"): STEPS[name](institution=found, by=user) for name in FORMS}
    if tried and tried.name in FORMS:
        forms[tried.name.replace("-", "_")] = tried
    return {
        "forms": forms,
        "invitations": found.invitations.open(),
        "requests": found.join_requests.filter(status=JoinRequest.Status.ASKED).select_related("user"),
    }


def _welcome(institution: Institution) -> str:
    if institution.is_verified:
        return _("%(institution)s is registered.") % {"institution": institution}
    return _(
        "%(institution)s is registered. The office will verify it next; you can order in the meantime."
    ) % {"institution": institution}
