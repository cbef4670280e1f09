"""What can be licensed, and on which terms."""

from __future__ import annotations

from dataclasses import replace

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func, Q
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from licensing.models.licences.ways import PROMISED
from licensing.terms.rights import Admission, Carrier, Grants, SiteScope, Use, Watcher
from licensing.terms.words import ADMISSION_LABELS, CARRIER_LABELS, SCOPE_LABELS, USE_LABELS, WATCHER_LABELS
from revisions.triggers import touching
from typesetting.printing import validate_printable
from wording.translations import TranslationsField, said


@pghistory.track()
class LicenceType(models.Model):
    """A named bundle of grants. `grants()` returns them for the pure rules."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120, validators=[validate_printable])
    summary = models.CharField(_("in one sentence"), max_length=300)
    uses = ArrayField(
        models.CharField(max_length=30, choices=[(use.value, label) for use, label in USE_LABELS.items()]),
        verbose_name=_("uses"),
    )
    watchers = ArrayField(
        models.CharField(
            max_length=20, choices=[(who.value, label) for who, label in WATCHER_LABELS.items()]
        ),
        verbose_name=_("who may watch"),
        default=list,
        blank=True,
        help_text=_("Empty: whoever the uses admit."),
    )
    audience_cap = models.PositiveIntegerField(
        _("audience cap"), null=True, blank=True, help_text=_("At each screening. Empty: no cap.")
    )
    viewer_cap = models.PositiveIntegerField(
        _("viewer cap"), null=True, blank=True, help_text=_("Of streaming, in all. Empty: no cap.")
    )
    enrolment_most = models.PositiveIntegerField(
        _("maximum enrolment"),
        null=True,
        blank=True,
        help_text=_("For institutions with at most this many enrolled. Empty: of any size."),
    )
    admission = models.CharField(
        _("admission"),
        max_length=20,
        choices=[(a.value, label) for a, label in ADMISSION_LABELS.items()],
        default=Admission.NONE.value,
    )
    screenings = models.PositiveSmallIntegerField(
        _("screenings"), null=True, blank=True, help_text=_("Empty: any number.")
    )
    term_months = models.PositiveSmallIntegerField(
        _("term in months"), null=True, blank=True, help_text=_("Empty: for the life of the copy.")
    )
    term_days = models.PositiveSmallIntegerField(
        _("rental in days"), null=True, blank=True, help_text=_("Instead of months.")
    )
    perpetual = models.BooleanField(
        _("without end"), default=False, help_text=_("Not only for as long as the copy lasts.")
    )
    site_scope = models.CharField(
        _("site scope"),
        max_length=20,
        choices=[(s.value, label) for s, label in SCOPE_LABELS.items()],
        default=SiteScope.SINGLE_SITE.value,
    )
    public_advertising = models.BooleanField(_("public advertising"), default=False)
    members_only = models.BooleanField(_("members only"), default=False)
    indoor_only = models.BooleanField(_("indoor only"), default=True)
    report_due_days = models.PositiveSmallIntegerField(
        _("report due after days"),
        null=True,
        blank=True,
        help_text=_("Of attendance or box office. Empty: no report."),
    )
    format_lock = models.CharField(
        _("format lock"), max_length=60, blank=True, validators=[validate_printable]
    )
    formats = ArrayField(
        models.CharField(
            max_length=10, choices=[(carrier.value, label) for carrier, label in CARRIER_LABELS.items()]
        ),
        verbose_name=_("shown from"),
        default=list,
        blank=True,
        help_text=_("What the format lock means. Empty: from anything."),
    )
    delivers = models.CharField(
        _("delivers"),
        max_length=20,
        choices=PROMISED,
        blank=True,
        help_text=_("How the film reaches the licensee. Empty: they use a copy that they have."),
    )
    translations = TranslationsField(
        _("translations"), words={"name": 120, "summary": 300, "format_lock": 60}
    )
    order = models.PositiveSmallIntegerField(pgettext_lazy("place in a list", "order"), default=0)
    is_offered = models.BooleanField(_("offered"), default=True)

    class Meta:
        verbose_name = _("licence type")
        verbose_name_plural = _("licence types")
        ordering = ("order", "name")
        constraints = [
            models.CheckConstraint(condition=Q(uses__len__gt=0), name="licence_type_grants_a_use"),
            models.CheckConstraint(
                condition=Q(term_months=None) | Q(term_months__gt=0), name="licence_term_positive"
            ),
            models.CheckConstraint(
                condition=Q(screenings=None) | Q(screenings__gt=0), name="licence_screenings_positive"
            ),
            models.CheckConstraint(
                condition=Q(audience_cap=None) | Q(audience_cap__gt=0), name="licence_cap_positive"
            ),
            models.CheckConstraint(
                condition=Q(viewer_cap=None) | Q(viewer_cap__gt=0), name="licence_viewer_cap_positive"
            ),
            models.CheckConstraint(
                condition=Q(enrolment_most=None) | Q(enrolment_most__gt=0), name="licence_enrolment_positive"
            ),
            models.CheckConstraint(
                condition=Q(term_days=None) | Q(term_days__gt=0), name="licence_rental_positive"
            ),
            models.CheckConstraint(
                condition=(Q(term_months=None) & Q(term_days=None))
                | (Q(perpetual=False) & (Q(term_months=None) | Q(term_days=None))),
                name="licence_type_has_one_term",
                violation_error_message=_("A term is in months, in days or without end: choose one."),
            ),
            models.CheckConstraint(
                condition=Q(format_lock="") | Q(formats__len__gt=0),
                name="licence_format_lock_means_formats",
                violation_error_message=_("Say what the format lock means: from what the film may be shown."),
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{field}__contained_by": [word.value for word in words]}),
                    name=f"licence_type_{field}_known",
                )
                for field, words in (("uses", Use), ("watchers", Watcher), ("formats", Carrier))
            ),
            models.CheckConstraint(
                condition=Q(delivers__in=("", *(way for way, _label in PROMISED))),
                name="licence_delivers_known",
            ),
            models.CheckConstraint(
                condition=Exact(
                    Func("translations", function="jsonb_typeof", output_field=models.TextField()), "object"
                ),
                name="licence_translations_by_language",
            ),
        ]
        triggers = touching("terms")

    def __str__(self) -> str:
        return self.name

    def grants(self) -> Grants:
        return Grants(
            uses=frozenset(Use(use) for use in self.uses),
            watchers=frozenset(Watcher(who) for who in self.watchers),
            audience_cap=self.audience_cap,
            viewer_cap=self.viewer_cap,
            enrolment_most=self.enrolment_most,
            admission=Admission(self.admission),
            screenings=self.screenings,
            term_months=self.term_months,
            term_days=self.term_days,
            perpetual=self.perpetual,
            site_scope=SiteScope(self.site_scope),
            public_advertising=self.public_advertising,
            members_only=self.members_only,
            indoor_only=self.indoor_only,
            report_due_days=self.report_due_days,
            format_lock=self.format_lock,
            formats=frozenset(Carrier(carrier) for carrier in self.formats),
        )

    def said_grants(self) -> Grants:
        """The grants as shown before buying, with the format lock in the reader's language."""
        return replace(self.grants(), format_lock=str(said(self, "format_lock")))
