"""What holds mails back from an address: that it takes none any more, and the kinds that its reader declined."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wording.bounds import at_most

LONGEST_REASON = 2000


class DeadAddress(models.Model):
    """An address that is not written to: a mail server returned what we sent there for good, or its reader complained."""

    class How(models.TextChoices):
        BOUNCE = "bounce", _("returned for good")
        COMPLAINT = "complaint", _("reported as unwanted")

    email = models.EmailField(_("e-mail address"))
    how = models.CharField(_("what happened"), max_length=20, choices=How)
    because = models.TextField(_("the mail server's words"), max_length=LONGEST_REASON, blank=True)
    since = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("address that takes no mail")
        verbose_name_plural = _("addresses that take no mail")
        ordering = ("-since", "-pk")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="dead_address_once"),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="dead_address_lower"),
            at_most(LONGEST_REASON, "because", name="dead_address_because_bounded"),
        ]

    def __str__(self) -> str:
        return self.email


class DeclinedKind(models.Model):
    """A kind of mail that the reader of an address does not want."""

    email = models.EmailField(_("e-mail address"))
    kind = models.CharField(_("kind"), max_length=60)
    since = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("declined kind of mail")
        verbose_name_plural = _("declined kinds of mail")
        ordering = ("email", "kind")
        constraints = [
            models.UniqueConstraint("email", "kind", name="kind_declined_once"),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="kind_declined_lower"),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.kind}"
