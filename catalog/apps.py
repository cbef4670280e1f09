from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogConfig(AppConfig):
    name = "catalog"
    verbose_name = _("Catalogue")

    def ready(self) -> None:
        from catalog.mailing.kinds import MAILING_KINDS
        from catalog.mailing.personal import LIST
        from catalog.mailing.subscribing import forget_stopped
        from operations.personal import holdings
        from reminders.addresses.stopped import tell_of_stopped
        from reminders.kinds import register_all

        holdings.register(LIST)
        register_all(MAILING_KINDS)
        tell_of_stopped(forget_stopped)
