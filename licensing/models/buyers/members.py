"""The people of an institution: members with their roles, who is invited, who asks to join."""

from __future__ import annotations

from datetime import timedelta

import pghistory
import pgtrigger
from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from licensing.models.buyers.institutions import Institution
from licensing.models.buyers.roles import Role
from wording.bounds import validate_mailbox

INVITATION_LASTS = timedelta(days=14)
SIGNER = signing.Signer(sep=".", salt="licensing.invitation")


def _keeps_an_administrator(operation: pgtrigger.Operation, name: str) -> pgtrigger.Trigger:
    """Refuses, whoever writes, what would leave an institution with members but without administrator."""
    return pgtrigger.Trigger(
        name=f"keeps_an_administrator_{name}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(old="old_rows"),
        func="""
            IF EXISTS (
                SELECT 1 FROM old_rows o
                WHERE EXISTS (SELECT 1 FROM licensing_membership m WHERE m.institution_id = o.institution_id)
                AND NOT EXISTS (
                    SELECT 1 FROM licensing_membership m
                    WHERE m.institution_id = o.institution_id AND m.role = 'owner'
                )
            ) THEN
                RAISE EXCEPTION 'An institution with members keeps an administrator.'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'institution_keeps_an_administrator';
            END IF;
            RETURN NULL;
        """,
    )


@pghistory.track()
class Membership(models.Model):
    """A person who acts for an institution, in one role."""

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="memberships", verbose_name=_("institution")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.READER)
    joined_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = models.Manager["Membership"]()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ("institution", "pk")
        constraints = [
            models.UniqueConstraint(fields=["institution", "user"], name="member_once"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="member_role_known"),
        ]
        triggers = [
            _keeps_an_administrator(pgtrigger.Update, "update"),
            _keeps_an_administrator(pgtrigger.Delete, "delete"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.institution}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> InvitationQuerySet:
        """Those that can still be accepted."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())

    def of_token(self, token: str) -> Invitation | None:
        """The invitation that a signed token names; None for a token that is not ours."""
        try:
            key = SIGNER.unsign(token)
        except signing.BadSignature:
            return None
        return self.filter(pk=key).first()


@pghistory.track()
class Invitation(models.Model):
    """An address that an institution invites. Only a person whose confirmed address it is can accept, once, and in time."""

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="invitations", verbose_name=_("institution")
    )
    email = models.EmailField(_("e-mail address"), validators=[validate_mailbox])
    role = models.CharField(_("role"), max_length=20, choices=Role)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("invited by")
    )
    created_at = models.DateTimeField(_("invited at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires at"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invitation_role_known"),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_accepted_or_withdrawn"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(accepted_at__lt=F("expires_at")),
                name="invitation_accepted_in_time",
            ),
            models.UniqueConstraint(
                "institution",
                models.functions.Lower("email"),
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="address_invited_once",
                violation_error_message=_("This address is invited already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}, {self.institution}"

    @property
    def token(self) -> str:
        """For the link in the mail. When it ends is written in the row, where it can also be withdrawn."""
        return SIGNER.sign(str(self.pk))

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and self.expires_at > timezone.now()


@pghistory.track()
class JoinRequest(models.Model):
    """A person who found that their institution may be here already, and asks its administrators to let them in."""

    class Status(models.TextChoices):
        ASKED = "asked", _("waiting for an answer")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("not accepted")

    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="join_requests", verbose_name=_("institution")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="join_requests", verbose_name=_("person")
    )
    wrote = models.CharField(_("name that the person wrote"), max_length=250)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ASKED)
    created_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )

    objects = models.Manager["JoinRequest"]()

    class Meta:
        verbose_name = _("request to join")
        verbose_name_plural = _("requests to join")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(status="asked") | Q(answered_at__isnull=False), name="join_request_answered_when"
            ),
            models.UniqueConstraint(
                fields=["institution", "user"], condition=Q(status="asked"), name="joining_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.institution}"
