"""Messages to whoever wants the screens that somebody else holds."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from reminders.kinds import About
from reminders.models import Reminder
from screenings.models import PlanRequest, SecondOption


class FirstConfirmed(About):
    """Moot once the second option is given up, over, or has become the first."""

    name = "screenings.first-confirmed"
    label = _("A first option is confirmed while a second one waits")
    template = "screenings/mail/first_confirmed.md"
    model = SecondOption
    joins = ("plan_request__film", "plan_request__venue")

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        option: SecondOption = values["secondoption"]
        plan = option.plan_request
        return values | {"film": plan.film, "venue": plan.venue, "first": option.until}

    def page(self, row: SecondOption) -> str:
        return row.plan_request.get_absolute_url()


class OptionOver(About):
    """About the request, because the option is gone. `because` is why its plan fits no more; empty where its time is over."""

    name = "screenings.option-over"
    label = _("A second option is over")
    template = "screenings/mail/option_over.md"
    model = PlanRequest
    joins = ("film", "venue")

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        asked: PlanRequest = values["planrequest"]
        return {"because": []} | values | {"film": asked.film, "venue": asked.venue}

    def page(self, row: PlanRequest) -> str:
        return row.again_url()
