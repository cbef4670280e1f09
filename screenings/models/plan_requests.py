"""Questions put to the planner, and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.models import Institution
from screenings.models.venues import Venue

if TYPE_CHECKING:
    from accounts.models import User


class PlanRequestQuerySet(models.QuerySet["PlanRequest"]):
    def visible_to(self, user: User) -> PlanRequestQuerySet:
        """Those of the institutions that the user is a member of, wherever they want to present."""
        return self.filter(institution__memberships__user=user)

    def for_lists(self) -> PlanRequestQuerySet:
        """Without questions and answers, which are large; `found` is how many plans the answer has, null while there is none."""
        found = Func(F("answer__plans"), function="jsonb_array_length", output_field=models.IntegerField())
        return self.annotate(found=found).defer("question", "answer", "said")

    def unanswered(self) -> PlanRequestQuerySet:
        """Waiting, or taken by a worker (which may have died)."""
        return self.filter(status__in=(PlanRequest.Status.WAITING, PlanRequest.Status.RUNNING))


class PlanRequest(models.Model):
    """`question` and `answer` are the planner's own JSON; a worker fills in `answer`, and `steps_done` as it works. `said` is what
    stood in each field of the form, by its name: what another request begins with. It is null where no form asked.

    One that `replans` a screening asks for other times of its showings, and is taken once.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("planning")
        DONE = "done", _("done")
        CANCELLED = "cancelled", _("cancelled")
        FAILED = "failed", _("failed")

    film = models.ForeignKey(Film, models.CASCADE, related_name="plan_requests", verbose_name=_("film"))
    venue = models.ForeignKey(Venue, models.CASCADE, related_name="plan_requests", verbose_name=_("venue"))
    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="plan_requests", verbose_name=_("presented by")
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="plan_requests", verbose_name=_("asked by")
    )
    replans = models.ForeignKey(
        "screenings.Screening",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="replans",
        verbose_name=_("replans"),
    )
    taken_at = models.DateTimeField(_("replan taken at"), null=True, blank=True)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    question = models.JSONField(_("question"))
    answer = models.JSONField(_("answer"), null=True, blank=True)
    said = models.JSONField(_("as typed"), null=True, blank=True, editable=False)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.WAITING)
    steps_done = models.PositiveSmallIntegerField(_("steps done"), default=0)
    steps_total = models.PositiveSmallIntegerField(_("steps in all"), default=0)
    error = models.TextField(_("error"), blank=True)
    created_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = PlanRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan request")
        verbose_name_plural = _("plan requests")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="plan_days_forward"),
            models.CheckConstraint(
                condition=Q(taken_at=None) | Q(replans__isnull=False), name="only_replans_are_taken_at"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.film}, {self.venue}, {self.first_day} - {self.last_day}"

    def get_absolute_url(self) -> str:
        return reverse("screenings:plan", args=[self.pk])

    def again_url(self) -> str:
        """The form of another request, filled in like this one."""
        if self.replans:
            form = reverse("screenings:replan", args=[self.replans.slug])
        else:
            form = reverse("screenings:plan-new")
        return f"{form}?again={self.pk}"
