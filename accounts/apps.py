from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from wording.values.ordinals import say_ordinals


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        say_ordinals()
