"""Forms of licensing. Each `save()` calls one verb, and turns its refusal into errors beside the fields.

Import them from here: `from licensing.forms import CheckoutForm`.
"""

from licensing.forms.checkout import CheckoutForm
from licensing.forms.dummy_card import DummyCardForm
from licensing.forms.institutions import InstitutionForm

__all__ = ["CheckoutForm", "DummyCardForm", "InstitutionForm"]
