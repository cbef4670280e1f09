from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RemindersConfig(AppConfig):
    name = "reminders"
    verbose_name = _("Reminders")

    def ready(self) -> None:
        from accounts.letters import deliver_by
        from reminders.account_letters import owe_letter, register_all

        register_all()
        deliver_by(owe_letter)
