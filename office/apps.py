from django.apps import AppConfig, apps
from django.core import checks
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NAMES_OF_PACKAGES: dict[str, str | Promise] = {
    "account": _("Addresses of people"),
    "auth": _("Groups of staff"),
    "mfa": _("Second factors"),
    "pghistory": _("History"),
}
"""What the office calls the apps of packages, whose own names are for programmers."""


class OfficeConfig(AppConfig):
    name = "office"
    verbose_name = _("Office")

    def ready(self) -> None:
        from office.distributor.missing import check_distributor

        checks.register(check_distributor, deploy=True)
        for label, name in NAMES_OF_PACKAGES.items():
            apps.get_app_config(label).verbose_name = name  # type: ignore[assignment]  # Django takes lazy strings too
