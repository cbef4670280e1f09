"""Forms of licensing. Each `save()` calls one verb, and turns its refusal into errors beside the fields.

Import them from here: `from licensing.forms import CheckoutForm`.
"""

from licensing.forms import details_steps, people_steps
from licensing.forms.buying.checkout import CheckoutForm
from licensing.forms.buying.dummy_card import DummyCardForm
from licensing.forms.institutions import InstitutionForm
from licensing.forms.steps import Step

STEPS: dict[str, type[Step]] = {
    step.name: step
    for step in (
        details_steps.AskVerification,
        details_steps.Details,
        details_steps.AddSite,
        details_steps.RemoveSite,
        details_steps.AddMailbox,
        details_steps.RemoveMailbox,
        details_steps.RecordTaxNumber,
        details_steps.RemoveTaxNumber,
        details_steps.HandInExemption,
        details_steps.RemoveExemption,
        people_steps.ChangeRole,
        people_steps.RemoveMember,
        people_steps.Transfer,
        people_steps.Leave,
        people_steps.Invite,
        people_steps.WithdrawInvitation,
        people_steps.AnswerJoin,
    )
}
"""What a member can do on an institution's page, by the last part of the address."""

__all__ = ["STEPS", "CheckoutForm", "DummyCardForm", "InstitutionForm", "Step"]
