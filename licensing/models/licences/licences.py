"""What a licensee holds."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.models.buyers.institutions import Institution
from licensing.models.sales.orders import OrderLine
from licensing.models.spans import begun, ended, holding
from licensing.terms.rights import Grants, Held
from licensing.terms.spans import Standing, standing
from wording.codes import validate_country
from wording.one_line import one_line
from wording.say import Say, gettext_noop, say
from wording.translations import Said, said

if TYPE_CHECKING:
    from accounts.models import User


_BARRED = {
    "suspended": gettext_noop("It is suspended. The reason: {because}"),
    "revoked": gettext_noop("It was revoked. The reason: {because}"),
    "superseded": gettext_noop("Another licence has taken its place. The reason: {because}"),
}


class LicenceQuerySet(models.QuerySet["Licence"]):
    def visible_to(self, user: User) -> LicenceQuerySet:
        """Licences of the user's institutions, and of the schools under these (but not of the district above)."""
        return self.filter(institution__in=Institution.objects.overseen_by(user).order_by().values("pk"))

    def of_institutions(self, keys: Collection[int]) -> LicenceQuerySet:
        """Licences of institutions by their keys: PostgreSQL then knows how many rows those have, and chooses its index by it."""
        return self.filter(institution__in=sorted(keys))

    def current(self, on: date) -> LicenceQuerySet:
        """In force on a day."""
        return self.standing_as(Standing.IN_FORCE, on)

    def standing_as(self, standing: Standing, on: date) -> LicenceQuerySet:
        """Those of which `Licence.standing` says this on a day."""
        status = Licence.Status
        active, suspended = Q(status=status.ACTIVE), Q(status=status.SUSPENDED)
        conditions = {
            Standing.NOT_YET: active & ~begun(on),
            Standing.IN_FORCE: active & holding(on),
            Standing.ENDED: (active | suspended) & ended(on),
            Standing.SUSPENDED: suspended & ~ended(on),
            Standing.REVOKED: Q(status=status.REVOKED),
            Standing.SUPERSEDED: Q(status=status.SUPERSEDED),
        }
        return self.filter(conditions[standing])

    def expiring(self, on: date, within_days: int) -> LicenceQuerySet:
        """In force on a day, and ending within that many days after it."""
        last = date.fromordinal(on.toordinal() + within_days)
        return self.current(on).filter(ends_on__range=(on, last))  # both ends, so that an index finds them

    def with_listing(self) -> LicenceQuerySet:
        return self.select_related("institution", "film__part_of", "line__licence_type", "superseded_by")

    def without_papers(self) -> LicenceQuerySet:
        """Without certificate and document, some kilobytes of each row, which lists do not show."""
        return self.defer("certificate", "document")


@pghistory.track()
class Licence(models.Model):
    """Number, licensee, film, a snapshot of the grants, dates, territory. `certificate` is the signed statement (JWS).

    `document` contains all the words of its certificate, as returned by `documents.certificate.compose_certificate`.
    Whether it has ended is no status: the calendar says so (`standing`). `licences.moves` has the legal moves.
    """

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        SUSPENDED = "suspended", _("suspended")
        REVOKED = "revoked", _("revoked")
        SUPERSEDED = "superseded", _("superseded")

    class Cause(models.TextChoices):
        """Why a licence is suspended. Each cause is kept for itself: the licence is in force again when none is left."""

        OFFICE = "office", _("a decision of the office")
        NON_PAYMENT = "non-payment", _("an unpaid invoice")
        DISPUTE = "dispute", _("a disputed payment")

    number = models.CharField(_("number"), max_length=20, unique=True)
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="licences", verbose_name=_("licensee")
    )
    film = models.ForeignKey(Film, models.PROTECT, related_name="licences", verbose_name=_("film"))
    line = models.OneToOneField(
        OrderLine, models.PROTECT, related_name="licence", verbose_name=_("order line")
    )
    licensee_name = models.CharField(_("licensee's legal name"), max_length=250)
    type_name = models.CharField(_("licence type"), max_length=120)
    grants = models.JSONField(_("grants"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day. Empty: no end."))
    territory = models.CharField(_("territory"), max_length=120, blank=True)
    countries = ArrayField(
        models.CharField(max_length=2, validators=[validate_country]),
        verbose_name=_("countries"),
        default=list,
        blank=True,
    )
    sites = ArrayField(
        models.CharField(max_length=250, validators=[one_line]),
        verbose_name=_("sites"),
        default=list,
        blank=True,
        help_text=_("Where it may be used, by name. Empty: as far as its site scope reaches."),
    )
    named_sites = models.JSONField(
        _("sites with their addresses"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("The same sites, as `buyers.schools.NamedSite` writes them."),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ACTIVE)
    status_since = models.DateTimeField(_("status since"), null=True, blank=True, editable=False)
    status_because = models.CharField(_("why it has this status"), max_length=250, blank=True, editable=False)
    suspensions = models.JSONField(
        _("what suspends it"),
        default=dict,
        db_default=Value({}, models.JSONField()),
        blank=True,
        editable=False,
        help_text=_("The reason of each cause. A cause is named by `Licence.cause_of`."),
    )
    superseded_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="supersedes",
        verbose_name=_("superseded by"),
    )
    shortened_at = models.DateTimeField(_("shortened at"), null=True, blank=True, editable=False)
    shortened_because = models.CharField(
        _("why it was shortened"), max_length=250, default="", blank=True, editable=False
    )
    signed_until = models.DateField(
        _("last day as signed"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Of a licence that was shortened. Empty: it had no end."),
    )
    certificate = models.TextField(_("certificate"), blank=True, editable=False)
    document = models.JSONField(
        _("what its certificate says"),
        default=dict,
        blank=True,
        editable=False,
        help_text=_("The words as issued. Empty for licences issued before words were stored."),
    )
    issued_at = models.DateTimeField(_("issued at"), auto_now_add=True)

    objects = LicenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("licence")
        verbose_name_plural = _("licences")
        ordering = ("-issued_at", "-pk")
        indexes = [
            models.Index(fields=["institution", "ends_on", "id"], name="licence_institution_end"),
            models.Index(
                fields=["institution", "film", "id"],
                include=["status", "starts_on", "ends_on", "type_name"],
                name="licence_held",
            ),
            models.Index(fields=["ends_on"], name="licence_end"),
            models.Index(fields=["-issued_at", "-id"], name="licence_newest"),
            models.Index(fields=["ends_on"], condition=Q(status="active"), name="licence_to_end"),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="signed_words_never_change", fields=["certificate", "document"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="licence_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(status="active", status_since=None, status_because="")
                | (~Q(status="active") & Q(status_since__isnull=False) & ~Q(status_because="")),
                name="licence_status_with_reason",
                violation_error_message=_("Say why the licence is no longer active."),
            ),
            models.CheckConstraint(
                condition=(Q(status="suspended") & ~Q(suspensions={}))
                | (~Q(status="suspended") & Q(suspensions={})),
                name="licence_suspended_for_a_cause",
            ),
            models.CheckConstraint(
                condition=(Q(status="superseded", superseded_by__isnull=False) & ~Q(superseded_by=F("id")))
                | (~Q(status="superseded") & Q(superseded_by=None)),
                name="licence_superseded_by_another",
            ),
            models.CheckConstraint(
                condition=Q(shortened_at=None, shortened_because="", signed_until=None)
                | (
                    Q(shortened_at__isnull=False, ends_on__isnull=False)
                    & ~Q(shortened_because="")
                    & (Q(signed_until=None) | Q(signed_until__gt=F("ends_on")))
                ),
                name="licence_shortened_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("licensing:licence", args=[self.number])

    @property
    def is_active(self) -> bool:
        """Neither suspended nor revoked nor superseded. Whether it is in force is `standing`'s to say."""
        return self.status == self.Status.ACTIVE

    def barred(self) -> Say | None:
        """What took it out of force, as a reason against a use; None while it is active."""
        template = _BARRED.get(self.status)
        return say("revoked", template, because=self.status_because) if template else None

    @staticmethod
    def cause_of(kind: Licence.Cause, order: int | None = None) -> str:
        """The name of one cause in `suspensions`: its kind, with the key of the order whose money it is about."""
        return kind.value if order is None else f"{kind.value}:{order}"

    def causes(self) -> list[tuple[str, str]]:
        """What suspends it, as words and reason, in the order of `Cause`: what the office decided is said first."""
        order = list(self.Cause)
        kinds = [(self.Cause(name.partition(":")[0]), name) for name in self.suspensions]
        kinds.sort(key=lambda each: (order.index(each[0]), each[1]))
        return [(str(kind.label), self.suspensions[name]) for kind, name in kinds]

    @property
    def ends_on_as_signed(self) -> date | None:
        """The last day that its certificate names."""
        return self.signed_until if self.shortened_at else self.ends_on

    def standing(self, on: date) -> Standing:
        """Whether it is in force on a day; everyone who needs to know asks this, or `LicenceQuerySet.standing_as`."""
        return standing(self, on, barred=None if self.is_active else Standing(self.status))

    def said_type(self) -> Said:
        """The type's name in the reader's language; the name as sold if the type has been renamed since."""
        kind = self.line.licence_type
        return (
            said(kind, "name")
            if kind.name == self.type_name
            else Said(self.type_name, settings.LANGUAGE_CODE)
        )

    def sites_for(self, user: int) -> tuple[str, ...]:
        """The names of the sites where an institution may use it; none where it names the institution as a whole, or no site.

        The licensee may use all of them, a school under it only its own.
        """
        if not self.named_sites:
            return tuple(self.sites)
        if any(site["is_whole"] and site["key"] == user for site in self.named_sites):
            return ()
        return tuple(site["name"] for site in self.named_sites if user in (self.institution_id, site["key"]))

    def terms(self) -> Grants:
        return Grants.from_json(self.grants)

    def held(
        self,
        *,
        works: frozenset[int],
        screenings_used: int = 0,
        sites_used: tuple[str, ...] = (),
        user: int | None = None,
    ) -> Held:
        """The licence for the pure rules. `works`: keys of the films that it covers (a whole film covers its parts).

        `user` is the key of the institution that uses it, by default the licensee.
        """
        return Held(
            number=self.number,
            grants=self.terms(),
            works=works,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            countries=frozenset(self.countries),
            screenings_used=screenings_used,
            is_active=self.is_active,
            barred=self.barred(),
            is_suspended=self.status == self.Status.SUSPENDED,
            sites=self.sites_for(user or self.institution_id),
            sites_used=sites_used,
        )
