"""Previews as the educator sees them: asked for, listed, and what became of each."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests.limits import limited
from accounts.requests.page import PersonRequest
from catalog.lookup import film_for_page
from catalog.models import Film
from licensing.forms.preview import PreviewForm
from licensing.lookup import preview_for
from licensing.models import EducatorPreview, Institution, PreviewPolicy
from licensing.previews.playing import playables_of
from licensing.previews.rules import why_not_watchable
from licensing.terms.days import office_today

LONGEST_PATH = 201


@login_required
@require_safe
def previews(request: PersonRequest) -> HttpResponse:
    """The person's own requests, the newest first."""
    today = office_today()
    found = EducatorPreview.objects.filter(asked_by=request.user).with_listing()
    rows = [(each, each.standing(today)) for each in found]
    return render(request, "licensing/previews/list.html", {"rows": rows})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("preview")
def new(request: PersonRequest) -> HttpResponse:
    """Asks for the film that the address names, as in `?film=west-of-the-tracks/rust`."""
    film = _film_named(request)
    standing = EducatorPreview.objects.standing_now(request.user, office_today()).filter(film=film).first()
    if standing and request.method != "POST":
        return redirect(standing)
    institutions = list(Institution.objects.of(request.user).order_by("legal_name", "pk"))
    if not institutions:
        messages.info(
            request, _("Register the institution where you teach; then you can ask for the preview.")
        )
        back = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('licensing:institution-new')}?{back}")
    form = PreviewForm(
        request.POST if request.method == "POST" else None,
        film=film,
        institutions=institutions,
        user=request.user,
        initial={"institution": institutions[0].pk},
    )
    if request.method == "POST" and form.is_valid() and (preview := form.save()):
        return redirect(preview)
    context = {"film": film, "form": form, "days": PreviewPolicy.the_row().days}
    return render(request, "licensing/previews/new.html", context)


@login_required
@require_safe
def preview(request: PersonRequest, pk: int) -> HttpResponse:
    """What became of a request; what can be watched, while it can."""
    found = preview_for(request.user, pk)
    why_not = why_not_watchable(found)
    context = {
        "preview": found,
        "stands": found.standing(office_today()),
        "why_not": why_not,
        "playables": [] if why_not else playables_of(found.film, found.institution.country),
    }
    return render(request, "licensing/previews/preview.html", context)


def _film_named(request: PersonRequest) -> Film:
    """A film that visitors see. Raises Http404; a withdrawn one says so by itself."""
    path = request.GET.get("film", "")
    if not path or len(path) > LONGEST_PATH:
        raise Http404
    whole, _slash, part = path.partition("/")
    return film_for_page(whole, part)
