from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class LicensingConfig(AppConfig):
    name = "licensing"
    verbose_name = _("Licensing")

    def ready(self) -> None:
        from licensing.documents.fonts import check_fonts
        from licensing.notice_kinds import register_all

        register_all()
        checks.register(check_fonts)
