"""Who wants to hear of new films by mail, in which language and of which subjects; and how often the office writes."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models.subjects import Subject
from office.models.one_row import THE_ONE, OneRow
from wording.bounds import validate_mailbox

SALT = "catalog.mailing"


class MailingPolicy(OneRow):
    """The distributor's own rules for the mailing list: one row. Without it, its default values hold."""

    class Every(models.TextChoices):
        WEEK = "week", _("week, on Monday")
        MONTH = "month", _("month, on its first day")
        QUARTER = "quarter", _("quarter, on its first day")

    every = models.CharField(
        _("new films are told every"),
        max_length=10,
        choices=Every,
        default=Every.MONTH,
        help_text=_("Nothing is sent when nothing is new."),
    )
    unconfirmed_days = models.PositiveSmallIntegerField(
        _("days after which addresses that were not confirmed are deleted"), default=7
    )

    objects = models.Manager["MailingPolicy"]()

    class Meta:
        verbose_name = _("rules for the mailing list")
        verbose_name_plural = _("rules for the mailing list")
        constraints = [
            models.CheckConstraint(condition=Q(id=THE_ONE), name="mailing_policy_is_one"),
            models.CheckConstraint(
                condition=Q(every__in=["week", "month", "quarter"]), name="mailing_policy_every_known"
            ),
            models.CheckConstraint(
                condition=Q(unconfirmed_days__gte=1, unconfirmed_days__lte=90),
                name="mailing_policy_deletes_within_a_quarter",
                violation_error_message=_("Delete them after 1 to 90 days."),
            ),
        ]


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def confirmed(self) -> SubscriptionQuerySet:
        return self.filter(confirmed_at__isnull=False)

    def due(self, until: datetime) -> SubscriptionQuerySet:
        """Those that were not told yet of what was published until then, the first to subscribe first."""
        return self.confirmed().filter(told_until__lt=until).order_by("pk")


class Subscription(models.Model):
    """An address on the mailing list. Until its owner confirms it, it gets one question and nothing else."""

    email = models.EmailField(_("e-mail address"), unique=True, validators=[validate_mailbox])
    language = models.CharField(_("language"), max_length=12, default="en", choices=settings.LANGUAGES)
    subjects = models.ManyToManyField(
        Subject,
        blank=True,
        related_name="subscriptions",
        verbose_name=_("subjects"),
        help_text=_("None: all new films."),
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    mailed_at = models.DateTimeField(_("last asked to confirm"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    told_until = models.DateTimeField(
        _("told of films until"),
        null=True,
        blank=True,
        help_text=_("What was published later is still to tell."),
    )

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("address on the mailing list")
        verbose_name_plural = _("addresses on the mailing list")
        ordering = ("-asked_at", "-pk")
        permissions = [("export_subscription", _("Can export the mailing list"))]
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="subscription_email_lower"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, told_until=None)
                | Q(confirmed_at__isnull=False, told_until__isnull=False),
                name="subscription_told_if_confirmed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["told_until"], condition=Q(confirmed_at__isnull=False), name="subscription_due"
            ),
            models.Index(
                fields=["mailed_at"], condition=Q(confirmed_at=None), name="subscription_unconfirmed"
            ),
        ]

    def __str__(self) -> str:
        return self.email

    def get_absolute_url(self) -> str:
        return reverse("catalog:subscription", args=[self.token])

    @property
    def token(self) -> str:
        """Its signed name in addresses. Another subscription of the same address later has another one."""
        return signing.dumps(self.pk, salt=SALT)
