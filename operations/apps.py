from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    name = "operations"
    verbose_name = _("Operations")

    def ready(self) -> None:
        from operations.pulses import SIGNS
        from operations.signs import register

        for sign in SIGNS:
            register(sign)
        from operations.personal import holdings
        from operations.personal.accounts import ACCOUNT

        holdings.register(*ACCOUNT)
