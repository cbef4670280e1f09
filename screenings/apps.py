from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScreeningsConfig(AppConfig):
    name = "screenings"
    verbose_name = _("Screenings")

    def ready(self) -> None:
        from screenings.notices.kinds import register_all

        register_all()
