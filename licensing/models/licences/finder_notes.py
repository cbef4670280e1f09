"""Answers of the licence finder that members of an institution keep."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from licensing.models.buyers.institutions import Institution
from wording.bounds import LONGEST_PROSE, at_most

LONGEST_QUESTION = 2000
"""Characters of a question in words, and of the query string that asks it again."""


class FinderNote(models.Model):
    """A question and its answer in words, as they were on a day, in the language of who kept them. It never changes."""

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="finder_notes", verbose_name=_("institution")
    )
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("kept by"),
    )
    asked_on = models.DateField(_("asked on"))
    question = models.TextField(_("question"), max_length=LONGEST_QUESTION)
    answer = models.TextField(_("answer"), max_length=LONGEST_PROSE)
    query = models.CharField(_("asked again by"), max_length=LONGEST_QUESTION, blank=True)
    language = models.CharField(_("language"), max_length=10)
    kept_at = models.DateTimeField(_("kept at"), auto_now_add=True)

    objects = models.Manager["FinderNote"]()

    class Meta:
        verbose_name = _("note of the licence finder")
        verbose_name_plural = _("notes of the licence finder")
        ordering = ("-kept_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(question="") & ~Q(answer=""), name="finder_note_says_something"
            ),
            at_most(LONGEST_QUESTION, "question", name="finder_note_question_bounded"),
            at_most(LONGEST_PROSE, "answer", name="finder_note_answer_bounded"),
        ]

    def __str__(self) -> str:
        return self.question.partition("\n")[0]

    def get_absolute_url(self) -> str:
        return reverse("licensing:finder-note", args=[self.pk])

    @property
    def title(self) -> str:
        """The first line of the question: the film."""
        return self.question.partition("\n")[0]
