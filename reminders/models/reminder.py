"""The outbox: everything that must be said to someone at a time."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """The database's clock decides what is due and what has expired, so a worker's clock may be wrong."""

    def due(self) -> ReminderQuerySet:
        return self.waiting().filter(due_at__lte=Now()).order_by("due_at", "pk")

    def waiting(self) -> ReminderQuerySet:
        return self.filter(status=Reminder.Status.PENDING)

    def claimable(self) -> ReminderQuerySet:
        """What is due, and what a worker was sending when its lease ended."""
        left = Q(status=Reminder.Status.SENDING) & (Q(leased_until=None) | Q(leased_until__lt=Now()))
        unsettled = self.filter(status__in=(Reminder.Status.PENDING, Reminder.Status.SENDING))
        return unsettled.filter(Q(status=Reminder.Status.PENDING) | left, due_at__lte=Now())

    def held(self, rows: Sequence[Reminder]) -> ReminderQuerySet:
        """The rows of one claim that are not settled yet, but for those that somebody has claimed since."""
        return self.filter(
            pk__in=[row.pk for row in rows], status=Reminder.Status.SENDING, claimed_at=rows[0].claimed_at
        )

    def failed(self) -> ReminderQuerySet:
        return self.filter(status=Reminder.Status.FAILED)

    def send_again(self) -> int:
        """What failed is due now, as if it had never been tried. Returns how many."""
        return self.failed().update(
            status=Reminder.Status.PENDING, attempts=0, fruitless_claims=0, bundle=None, due_at=Now()
        )

    def put_off(self) -> ReminderQuerySet:
        """What a mail server refused for now, and waits to be tried again."""
        return self.waiting().filter(attempts__gt=0)

    def expired(self) -> ReminderQuerySet:
        return self.waiting().filter(expires_at__lte=Now())

    def about(self, *subjects: str) -> ReminderQuerySet:
        return self.filter(subject__in=subjects)


class Reminder(models.Model):
    """A message due to a recipient at a time about a subject. The key makes sure that owing a message twice gives one row."""

    class Status(models.TextChoices):
        PENDING = "pending", _("waiting")
        SENDING = "sending", _("sending")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    key = models.TextField(
        _("key"), unique=True
    )  # text: a truncated key could equal the key of another message
    kind = models.CharField(_("kind"), max_length=60)
    subject = models.CharField(
        _("subject"),
        max_length=100,
        help_text=_("What it is about: model label and key, such as screenings.showing:12"),
    )
    recipient = models.EmailField(_("to"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reminders",
        verbose_name=_("person"),
    )
    language = models.CharField(_("language"), max_length=12, default="en")
    time_zone = models.CharField(_("time zone"), max_length=60, default="UTC")
    data = models.JSONField(
        _("data"), default=dict, blank=True, help_text=_("What its text needs in addition to the subject.")
    )
    secret = models.JSONField(
        _("secret"),
        default=dict,
        blank=True,
        editable=False,
        help_text=_(
            "Codes and links that only its recipient may read. Emptied when the message is sent, failed or cancelled."
        ),
    )
    due_at = models.DateTimeField(_("due"))
    expires_at = models.DateTimeField(
        _("expires"), null=True, blank=True, help_text=_("After this it is no longer useful and is not sent.")
    )
    is_awaited = models.BooleanField(
        _("awaited"),
        default=False,
        db_default=False,
        editable=False,
        help_text=_("Somebody waits for it now, so it goes before all others that are due."),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.PENDING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    fruitless_claims = models.PositiveSmallIntegerField(
        _("claims in a row without an answer from the mail server"), default=0
    )
    claimed_at = models.DateTimeField(_("claimed"), null=True, blank=True)
    leased_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    last_error = models.TextField(_("last error"), blank=True)
    bundle = models.UUIDField(
        _("sent together as"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The same for all messages that share a mail; it names that mail."),
    )
    copy_of = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        db_index=False,  # only copies have one: see `reminder_copies`
        related_name="copies",
        verbose_name=_("copy of"),
        help_text=_("The mail that another system is told of. Whoever forgets the mail forgets its copies."),
    )
    message_id = models.UUIDField(_("message id"), default=uuid.uuid4, editable=False, unique=True)
    created_at = models.DateTimeField(_("owed since"), auto_now_add=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ("due_at", "pk")
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=Q(status__in=["pending", "sending"]),
                name="reminder_unsettled",
            ),
            models.Index(
                fields=["due_at", "id"],
                condition=Q(is_awaited=True, status__in=["pending", "sending"]),
                name="reminder_awaited",
            ),
            models.Index(
                fields=["expires_at"],
                condition=Q(status="pending", expires_at__isnull=False),
                name="reminder_expiring",
            ),
            models.Index(fields=["subject"], name="reminder_subject"),
            models.Index(
                fields=["due_at"], condition=Q(status="pending", attempts__gt=0), name="reminder_put_off"
            ),
            models.Index(
                fields=["recipient", "due_at"], condition=Q(status="pending"), name="reminder_waiting_for"
            ),
            models.Index(fields=["bundle"], condition=Q(bundle__isnull=False), name="reminder_bundle"),
            models.Index(fields=["copy_of"], condition=Q(copy_of__isnull=False), name="reminder_copies"),
            models.Index(fields=["-due_at"], condition=Q(status="failed"), name="reminder_failed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="sent") | Q(sent_at__isnull=False), name="reminder_sent_has_time"
            ),
            models.CheckConstraint(
                condition=~Q(status="sending") | Q(claimed_at__isnull=False),
                name="reminder_sending_is_claimed",
            ),
            models.CheckConstraint(
                condition=Q(secret={}) | Q(status__in=["pending", "sending"], expires_at__isnull=False),
                name="reminder_secret_is_short_lived",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} → {self.recipient}"

    @property
    def subject_key(self) -> str:
        """The primary key of what it is about: 12 in screenings.showing:12."""
        return self.subject.rpartition(":")[2]
