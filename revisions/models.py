"""The ledger of changes, which database triggers write (triggers.py) and kept pages read (ledger.py)."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _


def _this_transaction() -> Cast:
    """The 64-bit number of the writing transaction, which the server never uses again."""
    number = models.Func(function="pg_current_xact_id", output_field=models.TextField())
    return Cast(Cast(number, models.TextField()), models.BigIntegerField())


class Change(models.Model):
    """Records that a subject has changed, `count` times. Rows are only inserted, and later added up (`ledger.fold`).

    A single counter for each subject would make its writers wait for one another, and writers of several subjects
    could deadlock.
    """

    subject = models.CharField(_("subject"), max_length=80)
    count = models.BigIntegerField(_("changes"), db_default=1)
    transaction = models.BigIntegerField(_("transaction"), db_default=_this_transaction())

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        default_permissions = ()
        indexes = [
            models.Index(fields=["subject"], include=["count", "transaction"], name="change_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} +{self.count}"
