"""What the distributor says in a mail instead of our words: each version of it, the newest of which counts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wording.bounds import LONGEST_PROSE, at_most

LONGEST_FAULT = 500


class MailTextQuerySet(models.QuerySet["MailText"]):
    def of(self, kind: str, language: str) -> MailTextQuerySet:
        """The versions of one text, the newest first."""
        return self.filter(kind=kind, language=language).order_by("-number")

    def newest(self) -> MailTextQuerySet:
        """One of each text, which may say that ours counts again."""
        later = MailText.objects.filter(
            kind=OuterRef("kind"), language=OuterRef("language"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(later))

    def in_use(self) -> MailTextQuerySet:
        return self.newest().exclude(source="")

    def broken(self) -> MailTextQuerySet:
        """Those in whose place our own words were sent."""
        return self.in_use().exclude(fault="")


class MailText(models.Model):
    """One version of a kind's text in one language. An empty one says that ours counts again. None is ever changed."""

    kind = models.CharField(_("kind"), max_length=60)
    language = models.CharField(_("language"), max_length=12)
    number = models.PositiveIntegerField(_("version"))
    source = models.TextField(_("text"), max_length=LONGEST_PROSE, blank=True)
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    fault = models.TextField(_("why it could not be used"), max_length=LONGEST_FAULT, blank=True)

    objects = MailTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a mail")
        verbose_name_plural = _("texts of mails")
        ordering = ("kind", "language", "-number")
        constraints = [
            models.UniqueConstraint("kind", "language", "number", name="mail_text_version_once"),
            models.CheckConstraint(condition=Q(number__gt=0), name="mail_text_counted_from_one"),
            at_most(LONGEST_PROSE, "source", name="mail_text_source_bounded"),
            at_most(LONGEST_FAULT, "fault", name="mail_text_fault_bounded"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.language}), {self.number}"
