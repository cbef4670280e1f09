"""How often a person may put a question to the planner. Past that they are told on the page that asked, and nothing typed is lost."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.requests.limits import spend, visitor, waiting_time
from accounts.requests.page import PersonRequest
from office.refusals import RefusalsOn
from screenings.forms import PlanForm, ReplanForm
from screenings.models import PlanRequest
from wording.refusals import Refused


def refuse_too_often(request: PersonRequest, limit: str) -> None:
    """Counts one more question under a limit of settings.LIMITS. Raises Refused (`too-often`)."""
    if seconds := spend(limit, visitor(request)):
        raise Refused(
            _("You have asked the planner very often. You can ask it again in %(wait)s."),
            "too-often",
            {"wait": waiting_time(seconds)},
        )


def put_question(request: PersonRequest, form: PlanForm | ReplanForm, limit: str) -> PlanRequest | None:
    """The request of a valid form; None with errors on it. What a form refuses is no question, and is not counted."""
    with RefusalsOn(form):
        refuse_too_often(request, limit)
        return form.save()
    return None
