from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScreeningsConfig(AppConfig):
    name = "screenings"
    verbose_name = _("Screenings")

    def ready(self) -> None:
        from accounts.signed_in import fetch_with_person
        from operations.personal import holdings
        from reminders.kinds import register_all
        from screenings.audience.personal import AUDIENCE
        from screenings.notices.kinds import KINDS
        from screenings.templatetags.standing import PLANS, RUNS, plans_screenings, runs_venue

        holdings.register(*AUDIENCE)
        register_all(KINDS)
        fetch_with_person(RUNS, runs_venue)
        fetch_with_person(PLANS, plans_screenings)
        from licensing.licences.resting import rest_on_licences
        from screenings.programme.cover import DEPENDENTS

        rest_on_licences(DEPENDENTS)
        from licensing.reports.answering import count_attendance_by
        from screenings.audience.counting import known_of

        count_attendance_by(known_of)
        from licensing.delivery.key_events import find_key_events_by
        from screenings.programme.materials.keys import key_events_of

        find_key_events_by(key_events_of)
