from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class OfficeConfig(AppConfig):
    name = "office"
    verbose_name = _("Office")

    def ready(self) -> None:
        from office.distributor.missing import check_distributor

        checks.register(check_distributor, deploy=True)
