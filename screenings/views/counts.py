"""After the screening: how many came to each showing, what they paid, and the reports that this is for."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.requests.page import PersonRequest
from licensing.lookup import acts_for
from licensing.models import Act
from licensing.reports.listing import reports_about
from screenings.audience.counting import known_of
from screenings.forms.counts import CountsForm
from screenings.lookup import RUN, screening_for


@never_cache
@login_required
def counts(request: PersonRequest, slug: str) -> HttpResponse:
    found = screening_for(request.user, slug)
    form = CountsForm(request.POST or None, screening=found, by=request.user)
    if form.is_bound and form.is_valid() and form.save():
        messages.success(request, _("Saved. A report that is still owed begins with these counts."))
        return redirect("screenings:counts", slug=slug)
    source = f"screening:{found.pk}"
    known = known_of(source)
    context = {
        "screening": found,
        "venue": found.venue,
        "form": form,
        "counted": known if known and known.is_counted else None,
        "can_act": acts_for(request.user, found.institution, RUN, Act.SCREEN),
        "reports": reports_about(source),
    }
    return render(request, "screenings/counts.html", context)
