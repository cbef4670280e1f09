"""The controlled vocabulary of subjects: preferred terms, each under a broader one or none, and the words that lead to them.

As in the headings of libraries (MARC 21 Format for Authority Data, 4XX "see from" and 5XX "see also from" tracings).
"""

from __future__ import annotations

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import Exact
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from catalog.models.stamps import dating
from revisions.triggers import touching
from wording.codes import validate_language
from wording.one_line import one_line, one_line_constraint
from wording.translations import TranslationsField

LONGEST_SLUG = 80


def subject_slug(name: str) -> str:
    """What names a term in addresses. One without a Latin letter or digit is named by the numbers of its characters: 铁路 is `94c1-8def`."""
    return slugify(name)[:LONGEST_SLUG] or "-".join(f"{ord(each):x}" for each in name if each.isalnum())[
        :LONGEST_SLUG
    ].strip("-")


class Subject(models.Model):
    """A preferred term that groups films. Films of a narrower term are found under its broader one too."""

    slug = models.SlugField(_("slug"), max_length=LONGEST_SLUG, unique=True)
    name = models.CharField(_("name"), max_length=120, unique=True)
    translations = TranslationsField(_("translations"), words={"name": 120})
    broader = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="narrower",
        verbose_name=_("broader term"),
        help_text=_("What is found under this term is found under the broader one too."),
    )

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=Exact(
                    Func("translations", function="jsonb_typeof", output_field=models.TextField()), "object"
                ),
                name="subject_translations_by_language",
            ),
            models.CheckConstraint(condition=~Q(broader=F("id")), name="subject_not_its_broader_term"),
        ]
        triggers = [
            *touching("shared", on_insert=False),
            dating(
                "SELECT film_id AS film FROM catalog_film_subjects JOIN catalog_subject shared ON shared.id = subject_id"
            ),
            pgtrigger.Trigger(
                name="subject_depth_one",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("broader_id"),
                when=pgtrigger.Before,
                func="""
                    IF NEW.broader_id IS NOT NULL AND (
                        EXISTS (SELECT 1 FROM catalog_subject b WHERE b.id = NEW.broader_id AND b.broader_id IS NOT NULL)
                        OR EXISTS (SELECT 1 FROM catalog_subject n WHERE n.broader_id = NEW.id)
                    ) THEN
                        RAISE EXCEPTION 'A narrower term has no narrower terms of its own (subject %).', NEW.slug
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'subject_depth_one';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raises ValidationError (code `narrower-of-narrower`) with a sentence for what the trigger refuses."""
        has_narrower = not self._state.adding and self.narrower.exists()
        if self.broader and (self.broader.broader_id or has_narrower or self.broader_id == self.pk):
            sentence = _("Terms have two levels: a narrower term has no narrower terms of its own.")
            raise ValidationError({"broader": ValidationError(sentence, "narrower-of-narrower")})


class SeeFrom(models.Model):
    """A word that people type or records use, which leads to the preferred term."""

    subject = models.ForeignKey(
        Subject, models.CASCADE, related_name="see_from", verbose_name=_("preferred term")
    )
    name = models.CharField(_("word"), max_length=120, validators=[one_line])
    language = models.CharField(_("language"), max_length=20, default="en", validators=[validate_language])
    slug = models.SlugField(
        _("slug"),
        max_length=LONGEST_SLUG,
        blank=True,
        help_text=_("Of an address that led to this word when it was a term of its own."),
    )

    class Meta:
        verbose_name = _("word that leads to a term")
        verbose_name_plural = _("words that lead to a term")
        ordering = ("subject", "name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["name", "language"],
                name="see_from_leads_to_one",
                violation_error_message=_("This word leads to another term already."),
            ),
            models.UniqueConstraint(fields=["slug"], condition=~Q(slug=""), name="see_from_slug_unique"),
            one_line_constraint("name", "see_from_one_line"),
        ]
        triggers = touching("shared")

    def __str__(self) -> str:
        return self.name
