from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RemindersConfig(AppConfig):
    name = "reminders"
    verbose_name = _("Reminders")

    def ready(self) -> None:
        from accounts.letters import deliver_by
        from operations.backup.restoring import after_restoring
        from operations.personal import holdings
        from operations.signs import register
        from reminders.account_letters import owe_letter, register_all
        from reminders.addresses.personal import MAILS
        from reminders.outage.overdue import OLDEST
        from reminders.outage.restored import hold_back

        register(OLDEST)
        holdings.register(*MAILS)
        after_restoring(hold_back)
        register_all()
        deliver_by(owe_letter)
