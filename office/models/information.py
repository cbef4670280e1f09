"""What the office writes about itself: contact, about, terms, privacy, accessibility."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from revisions.triggers import touching
from wording.bounds import LONGEST_PAGE, at_most


class Page(models.TextChoices):
    """The value is the address: `about` is at /about/."""

    ABOUT = "about", _("About")
    CONTACT = "contact", _("Contact")
    TERMS = "terms", _("Terms")
    PRIVACY = "privacy", _("Privacy")
    ACCESSIBILITY = "accessibility", _("Accessibility")


@pghistory.track()
class InformationPage(models.Model):
    """The office's own text of one page in one language, which replaces the shipped one (`office/pages/`)."""

    slug = models.CharField(_("page"), max_length=20, choices=Page)
    language = models.CharField(
        _("language"), max_length=12, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    title = models.CharField(_("title"), max_length=150)
    body = models.TextField(
        _("text"),
        max_length=LONGEST_PAGE,
        help_text=_(
            "Markdown; ## starts a section. The office's name and addresses are added automatically."
        ),
    )
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")
        ordering = ("slug", "language")
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "language"],
                name="information_page_once_a_language",
                violation_error_message=_("This page already has a text in this language. Change that text."),
            ),
            models.CheckConstraint(condition=models.Q(slug__in=Page.values), name="information_page_known"),
            at_most(LONGEST_PAGE, "body", name="information_page_body_bounded"),
        ]
        triggers = touching("information")

    def __str__(self) -> str:
        return f"{self.get_slug_display()} ({self.get_language_display()})"

    def get_absolute_url(self) -> str:
        return reverse(f"office:{self.slug}")
