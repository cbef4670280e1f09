"""Messages to people who registered, about the showings at which they hold places."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reminders.kinds import Moot
from reminders.models import Reminder
from screenings.models import Showing
from screenings.notices.kinds.days import reels
from screenings.notices.kinds.registrations import AboutRegistration
from screenings.planning.by_hand.stretches import stretches_of
from screenings.schedules.announced import access_of_all


class ShowingTomorrow(AboutRegistration):
    name = "screenings.showing-tomorrow"
    label = _("Your showing is tomorrow")
    template = "screenings/mail/showing_tomorrow.md"
    goes_together = True
    is_optional = True

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        day = date.fromisoformat(reminder.data["day"])
        days = [each for each in values["mine"] if each.day == day]
        if not days or day <= timezone.localdate(timezone=values["venue"].zone):
            raise Moot
        shown = [entry.shown for entry in days[0].entries]
        access, at_some = access_of_all(each.showing for each in shown if each.showing)
        said = {"access": access, "at_some": at_some}
        return values | said | {"day": days[0], "first": shown[0], "reel": reels(days)}


class AboutShowing(AboutRegistration):
    """A notice to a registered person about one showing, its subject."""

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        showing = Showing.objects.with_listing().filter(pk=reminder.subject_key).first()
        if showing is None or not self.holds_for(showing):
            raise Moot
        return values | {"showing": showing}

    def holds_for(self, showing: Showing) -> bool:
        return not showing.is_cancelled


class NextPartSoon(AboutShowing):
    name = "screenings.next-part-soon"
    label = _("The next part begins soon")
    template = "screenings/mail/next_part_soon.md"
    is_optional = True

    def holds_for(self, showing: Showing) -> bool:
        return not showing.is_cancelled and showing.starts_at > timezone.now()


class ShowingMoved(AboutShowing):
    name = "screenings.showing-moved"
    label = _("A showing has moved")
    template = "screenings/mail/showing_moved.md"

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        holds = values["registration"].places.filter(showing=values["showing"]).exists()
        return values | {"before": datetime.fromisoformat(reminder.data["before"]), "holds": holds}


class ShowingsMoved(AboutRegistration):
    """One message about all the showings of a person that a replan moved."""

    name = "screenings.showings-moved"
    label = _("Several showings have moved")
    template = "screenings/mail/showings_moved.md"

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values, before = super().values(reminder), reminder.data["moved"]
        rows = (
            Showing.objects.standing()
            .with_listing()
            .filter(
                Q(places__registration=values["registration"])
                | Q(waits__registration=values["registration"]),
                pk__in=before,
            )
        )
        moved = list(rows.distinct().order_by("starts_at"))
        if not moved:
            raise Moot
        number = reminder.data.get("change")
        change = values["screening"].timetable_changes.filter(number=number).first() if number else None
        stretches = stretches_of(change) if change else {}
        lines: list[dict[str, Any]] = []
        for showing in moved:
            was = datetime.fromisoformat(before[f"{showing.pk}"])
            was_in, now_in = stretches.get(showing.pk, ([was], [showing.starts_at]))
            if len(now_in) > 1 and any(each["now_in"] == now_in for each in lines):
                continue  # said with another of its stretches
            lines.append({"showing": showing, "before": was_in[0], "was_in": was_in, "now_in": now_in})
        return values | {"moved": lines}


class ShowingCancelled(AboutShowing):
    name = "screenings.showing-cancelled"
    label = _("A showing is called off")
    template = "screenings/mail/showing_cancelled.md"

    def values(self, reminder: Reminder) -> dict[str, Any]:
        return super().values(reminder) | {"waited": reminder.data.get("waited", False)}

    def holds_for(self, showing: Showing) -> bool:
        return showing.is_cancelled
