"""How the office answers an institution that asks to be verified."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.buyers.institutions import refuse, verify
from licensing.models import Institution
from office.site.moves import Move
from wording.codes import country_name


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
        yield _("address"), row.address
        yield _("members"), ", ".join(f"{member} ({member.email})" for member in row.members.order_by("pk"))
        if paper := row.exemption_certificate:
            yield _("exemption certificate"), format_html('<a href="{}">{}</a>', paper.url, paper.name)
        if row.refused_because:
            yield _("why it was not accepted"), row.refused_because


class Verify(InstitutionMove):
    name = "verify"
    label = _("Verify")
    how = forms.CharField(
        label=_("How it was verified"),
        max_length=250,
        help_text=_("Such as its website, or the charity register."),
    )

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
