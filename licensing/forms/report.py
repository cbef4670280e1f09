"""Reporting attendance and box office; entering a screening that was not planned here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.models import Licence, ReportAnswer, RightsReport
from licensing.reports.answering import Known, answer_report, attendance_known
from licensing.reports.listing import STANDINGS, Wanted
from licensing.reports.owing import enter_screening
from licensing.terms.rights import Admission
from office.refusals import RefusalsOn
from wording.one_line import one_line

if TYPE_CHECKING:
    from accounts.models import User

FIELD_OF_CODE = {
    "days": "last_day",
    "not-yet": "first_day",
    "fraction": "box_office",
    "too-large": "box_office",
}

HAPPENED = {
    Admission.NONE.value: _("nothing: admission was free"),
    Admission.DONATIONS.value: _("voluntary donations"),
    Admission.COST_RECOVERY.value: _("admission that covered costs"),
    Admission.CHARGED.value: _("admission was charged"),
}


def day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class ReportForm(forms.ModelForm[ReportAnswer]):
    box_office = forms.DecimalField(
        label=_("Box office"), max_digits=12, decimal_places=2, min_value=0, initial=0
    )
    currency = forms.ChoiceField(
        label=_("Currency of the box office"), choices=[(code, code) for code in settings.CURRENCIES]
    )

    class Meta:
        model = ReportAnswer
        fields = ("attendance", "screenings", "admission", "first_day", "last_day", "remarks")
        widgets = {
            "first_day": day_input(),
            "last_day": day_input(),
            "remarks": forms.Textarea(attrs={"rows": 3}),
        }

    field_order = (
        "attendance",
        "screenings",
        "admission",
        "box_office",
        "currency",
        "first_day",
        "last_day",
        "remarks",
    )

    def __init__(self, *args: Any, report: RightsReport, user: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.report, self.user = report, user
        self.fields["currency"].initial = str(report.licence.line.amount.currency)
        known = attendance_known(report)
        if known is not None and known.is_counted:
            self._begin_with(known)
        elif known is not None:
            self.fields["attendance"].help_text = _(
                "How many people came; who came to several sittings counts once for each. %(known)d places were registered here, in all sittings together: that is no count of who came."
            ) % {"known": known.people}
        self.fields["first_day"].initial, self.fields["last_day"].initial = report.first_day, report.last_day
        self.fields["first_day"].help_text = _("A report can be sent once the screening has begun.")
        self.fields["admission"].label = _("What visitors paid")
        self.fields["admission"].choices = list(HAPPENED.items())  # type: ignore[attr-defined]  # a ChoiceField
        self.helper = FormHelper()
        self.helper.add_input(Submit("report", _("Send the report")))

    def _begin_with(self, known: Known) -> None:
        """What was counted at each showing; in another currency than the fee's, only the people."""
        self.fields["attendance"].initial = known.people
        self.fields["attendance"].help_text = _(
            "As it was counted at each showing; who came to several counts once for each."
        )
        fee = self.report.licence.line.amount.currency
        if known.box_office is not None and known.box_office.currency == fee:
            self.fields["box_office"].initial = known.box_office.amount

    def _post_clean(self) -> None:
        """The verb makes the row, and says what is wrong with it."""

    def save(self, commit: bool = True) -> ReportAnswer | None:  # type: ignore[override]  # the verb may refuse
        data = dict(self.cleaned_data)
        data["box_office"] = Money(data["box_office"], data.pop("currency"))
        with RefusalsOn(self, FIELD_OF_CODE):
            return answer_report(report=self.report, by=self.user, **data)
        return None


class ReportFilterForm(forms.Form):
    """Sent by GET. What is not understood is left out, so that a link that was shortened still opens the list."""

    standing = forms.ChoiceField(
        label=_("Standing"), choices=[("", _("any")), *STANDINGS.items()], required=False
    )
    institution = forms.TypedChoiceField(label=_("Institution"), coerce=int, empty_value=None, required=False)
    licence = forms.CharField(label=_("Licence"), max_length=20, required=False)

    def __init__(self, data: Any, *, institutions: Iterable[tuple[int, str]]) -> None:
        super().__init__(data)
        choices: list[tuple[object, object]] = [("", _("any")), *institutions]
        self.fields["institution"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        for field in self.fields.values():
            is_choice = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def wanted(self) -> Wanted:
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            standing=given.get("standing", ""),
            institution=given.get("institution"),
            licence=given.get("licence", ""),
        )


class ScreeningElsewhereForm(forms.Form):
    title = forms.CharField(label=_("Screening"), max_length=250, validators=[one_line])
    site = forms.CharField(label=_("Where"), max_length=250, validators=[one_line])
    first_day = forms.DateField(label=_("First day"), widget=day_input())
    last_day = forms.DateField(label=_("Last day"), widget=day_input())

    def __init__(self, *args: Any, licence: Licence, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.licence, self.user = licence, user
        self.fields["title"].initial = str(licence.film)
        self.helper = FormHelper()
        self.helper.add_input(Submit("enter", _("Enter, and report")))

    def save(self) -> RightsReport | None:
        with RefusalsOn(self, FIELD_OF_CODE):
            return enter_screening(licence=self.licence, by=self.user, **self.cleaned_data)
        return None
