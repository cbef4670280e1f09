"""What readers and mail servers tell us: which kinds a person wants, what was declined with one click, what was returned."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from pydantic import ValidationError

from accounts.requests.page import PersonRequest
from reminders.addresses.returned import Returned
from reminders.addresses.stopped import decline, stop_address
from reminders.forms import KindsForm
from reminders.kinds import kind_named
from reminders.writing.declining import declining

MOST_BYTES = 20_000


@login_required
def mails(request: PersonRequest) -> HttpResponse:
    """The kinds of mails that a person may decline, and which they want."""
    form = KindsForm(request.POST if request.method == "POST" else None, email=request.user.email)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your choice is saved."))
        return redirect("reminders:mails")
    return render(request, "reminders/mails.html", {"form": form})


@csrf_exempt  # mail readers send the POST (RFC 8058); the signed token says for whom it speaks
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decline_kinds(request: HttpRequest, token: str) -> HttpResponse:
    """Asks (GET, which mail scanners follow) and declines (POST). Needs no account."""
    try:
        email, names = declining(token)
    except BadSignature as error:
        raise Http404 from error
    is_done = request.method == "POST"
    if is_done:
        decline(email=email, kinds=names)
    kinds = [kind for kind in map(kind_named, names) if kind]
    context = {
        "email": email,
        "labels": [kind.label for kind in kinds],
        "is_list": any(kind.is_by_subscription for kind in kinds),
        "is_done": is_done,
    }
    return render(request, "reminders/decline.html", context)


@csrf_exempt  # the secret replaces the token
@require_POST
def returned(request: HttpRequest) -> HttpResponse:
    """A mail provider reports a mail that came back for good, or a complaint. 404 without its secret."""
    given = request.headers.get("Authorization", "")
    if not settings.RETURNS_SECRET or not constant_time_compare(given, f"Bearer {settings.RETURNS_SECRET}"):
        raise Http404
    if len(request.body) > MOST_BYTES:
        return HttpResponse(status=413)
    try:
        report = Returned.model_validate_json(request.body)
    except ValidationError as error:
        return HttpResponse(error.json(include_input=False, include_url=False), "application/json", 400)
    stop_address(email=report.email, how=report.how, because=report.because)
    return HttpResponse(status=204)
