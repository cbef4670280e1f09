from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RemindersConfig(AppConfig):
    name = "reminders"
    verbose_name = _("Reminders")

    def ready(self) -> None:
        from accounts.letters import deliver_by
        from operations.signs import register
        from reminders.account_letters import owe_letter, register_all
        from reminders.overdue import OLDEST

        register(OLDEST)
        register_all()
        deliver_by(owe_letter)
