"""How the office answers an institution that asks to be verified."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.buyers.institutions import refuse, verify
from licensing.buyers.joining import likely_same
from licensing.buyers.members import appoint_administrator
from licensing.buyers.rules import judge
from licensing.models import Institution, Order
from licensing.sales.ordering.acceptance import size_of
from office.site.moves import Move
from wording.bounds import validate_mailbox
from wording.codes import country_name

MOST_OTHERS = 5


class InstitutionMove(Move[Institution]):
    permission = "licensing.change_institution"

    @classmethod
    def fits(cls, row: Institution) -> bool:
        return not row.is_verified

    def facts(self) -> Iterable[tuple[object, object]]:
        row = self.row
        yield _("exact legal name"), row.legal_name
        yield _("tier"), row.get_tier_display()
        yield _("country"), country_name(row.country)
        yield _("billing address"), ", ".join(row.bill_to.splitlines())
        members = list(row.members.order_by("memberships__pk"))
        yield _("members"), ", ".join(f"{member} ({member.email})" for member in members)
        if members and not row.is_verified:
            yield _("why no rule verifies it"), " ".join(judge(row, members[0]).reasons)
        for exemption in row.exemptions.exclude(file=""):
            words = f"{exemption.place}, {exemption.get_status_display()}"
            link = format_html('<a href="{}">{}</a>', exemption.file.url, words)
            yield _("exemption certificate"), link
        yield from self._others()
        if row.refused_because:
            yield _("why it was not accepted"), row.refused_because

    def _others(self) -> Iterable[tuple[object, object]]:
        row = self.row
        found = likely_same(
            legal_name=row.legal_name, country=row.country, email_domain=row.email_domain, besides=row.pk
        )
        for other in found[:MOST_OTHERS]:
            address = reverse("admin:licensing_institution_change", args=[other.pk])
            words = f"{other.legal_name} ({other.get_verification_display()})"
            yield _("may be the same"), format_html('<a href="{}">{}</a>', address, words)


class Verify(InstitutionMove):
    name = "verify"
    label = _("Verify")
    how = forms.CharField(
        label=_("How it was verified"),
        max_length=250,
        help_text=_("Such as its website, or the charity register. The institution's members read it."),
    )

    def facts(self) -> Iterable[tuple[object, object]]:
        """With what waits for it, and for whom that was priced: a tier that fits before may not fit now."""
        yield from super().facts()
        waiting = self.row.orders.filter(status=Order.Status.PLACED).order_by("pk")
        for order in waiting[:MOST_OTHERS]:
            size = size_of(order.tier, order.enrolment)
            yield _("order that waits"), f"{order.number}: {order.total}, {size}"

    def act(self) -> str:
        verify(institution=self.row, how=self.cleaned_data["how"], by=self.by)
        return _now("%(institution)s is verified. Its members will be notified.") % {"institution": self.row}


class Refuse(InstitutionMove):
    name = "refuse"
    label = _("Do not accept")
    because = forms.CharField(
        label=_("Why it is not accepted"), max_length=250, help_text=_("The institution reads this.")
    )

    @classmethod
    def fits(cls, row: Institution) -> bool:
        return row.verification == Institution.Verification.ASKED

    def act(self) -> str:
        refuse(institution=self.row, because=self.cleaned_data["because"], by=self.by)
        return _now("%(institution)s is not accepted. Its members will be told why.") % {
            "institution": self.row
        }


class AddAdministrator(InstitutionMove):
    name = "add-administrator"
    label = _("Add an administrator")
    email = forms.EmailField(
        label=_("E-mail address"),
        validators=[validate_mailbox],
        help_text=_(
            "A person who has confirmed this address becomes administrator; otherwise an invitation is sent to it."
        ),
    )

    @classmethod
    def fits(cls, row: Institution) -> bool:
        return row.pk is not None

    def act(self) -> str:
        made = appoint_administrator(institution=self.row, email=self.cleaned_data["email"], by=self.by)
        if made is None:
            return _now("%(email)s is invited.") % {"email": self.cleaned_data["email"]}
        return _now("%(person)s administers %(institution)s now.") % {
            "person": made.user,
            "institution": self.row,
        }
