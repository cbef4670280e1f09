"""The terms on which films are licensed, by version and language."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from office.models.distributor import LINE, Distributor
from office.models.one_row import THE_ONE
from revisions.subjects import INFORMATION
from revisions.triggers import touching
from wording.bounds import LONGEST_PAGE, at_most
from wording.one_line import one_line_constraint


@pghistory.track()
class LicenceTerms(models.Model):
    """One version in one language. Once a document names it (`used_at`) it never changes: another version follows."""

    distributor = models.ForeignKey(
        Distributor, models.CASCADE, related_name="terms", default=THE_ONE, verbose_name=_("distributor")
    )
    version = models.SlugField(
        _("version"),
        max_length=20,
        help_text=_("Such as 2026-1. Documents name it, and it is in the address."),
    )
    language = models.CharField(
        _("language"), max_length=12, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    holds_from = models.DateField(_("holds from"), help_text=_("The first day on which documents name it."))
    governing_law = models.CharField(
        _("governing law"),
        max_length=160,
        validators=LINE,
        help_text=_("Such as: the laws of the State of New York"),
    )
    text = models.TextField(_("text"), max_length=LONGEST_PAGE, help_text=_("Markdown; ## starts a section."))
    used_at = models.DateTimeField(_("first used at"), null=True, blank=True, editable=False)

    objects = models.Manager["LicenceTerms"]()

    class Meta:
        verbose_name = _("licence terms")
        verbose_name_plural = _("licence terms")
        ordering = ("-holds_from", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "language"],
                name="licence_terms_once_a_language",
                violation_error_message=_("This version already has a text in this language."),
            ),
            one_line_constraint("governing_law", "licence_terms_governing_law_one_line"),
            at_most(LONGEST_PAGE, "text", name="licence_terms_text_bounded"),
        ]
        triggers = [
            *touching(INFORMATION),
            pgtrigger.Protect(
                name="used_terms_never_change",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__used_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} ({self.get_language_display()})"

    def get_absolute_url(self) -> str:
        return reverse("office:licence-terms", args=[self.version])
