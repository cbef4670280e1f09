"""The person's own page: their name, and how times and texts are shown to them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.forms import ProfileForm
from accounts.requests.page import PersonRequest


@login_required
def home(request: PersonRequest) -> HttpResponse:
    """The profile form; the page's template also shows what the other apps know about the person."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your details are saved."))
        return redirect("accounts:home")
    return render(request, "accounts/home.html", {"form": form})
