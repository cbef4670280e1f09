"""Joining the mailing list, confirming, choosing and leaving, without an account: the link in the mail says who it is."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests.limits import limited, posted
from accounts.requests.same_origin import token_or_same_origin
from catalog.lookup import subscription_of
from catalog.mailing.subscribing import confirm_subscription, forget_subscription
from catalog.serving.mailing.forms import ChoiceForm, SubscribeForm


@token_or_same_origin
@require_http_methods(["GET", "HEAD", "POST"])
@limited("subscription")
@limited("subscription-mail", by=posted("email"))
def mailing_list(request: HttpRequest) -> HttpResponse:
    """The form, also for that in the footer. Whoever sends it sees the same page, whatever the list knows of the address."""
    sent = request.POST.copy() if request.method == "POST" else None
    form = SubscribeForm(sent, initial={"language": get_language()})
    if sent is not None and form.is_valid():
        form.ask()
        return redirect("catalog:mailing-list-sent")
    return render(request, "catalog/mailing/list.html", {"form": form})


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What to do next: the same text for everyone."""
    return render(request, "catalog/mailing/sent.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def subscription(request: HttpRequest, token: str) -> HttpResponse:
    """Asks to confirm (GET, which mail scanners follow, changes nothing); then what the reader has chosen."""
    found = subscription_of(token)
    if found is None:
        return _gone(request)
    chosen = {"language": found.language, "subjects": [*found.subjects.values_list("pk", flat=True)]}
    form = ChoiceForm(request.POST if request.method == "POST" else None, initial=chosen)
    if request.method == "POST" and form.is_valid() and form.save(found):
        messages.success(request, _("Your choice is saved."))
        return redirect(request.path)
    context = {"subscription": found, "form": form, "token": token}
    return render(request, "catalog/mailing/subscription.html", context)


@require_POST
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    found = subscription_of(token)
    if found is None or confirm_subscription(subscription=found) is None:
        return _gone(request)
    messages.success(request, _("Thank you: you will hear of new films."))
    return redirect("catalog:subscription", token)


@require_POST
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Idempotent: who has left already is told the same."""
    found = subscription_of(token)
    if found is not None:
        forget_subscription(subscription=found)
    return render(request, "catalog/mailing/left.html", {"email": found.email if found else ""})


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "catalog/mailing/gone.html", status=HTTPStatus.NOT_FOUND)
