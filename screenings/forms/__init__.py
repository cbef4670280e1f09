"""Forms of the desk and of registration. Import them from here: `from screenings.forms import PlanForm`."""

from screenings.forms.desk import DetailsForm, MoveForm
from screenings.forms.planning import PlanForm
from screenings.forms.registration import RegistrationForm
from screenings.forms.replanning import ReplanForm

__all__ = ["DetailsForm", "MoveForm", "PlanForm", "RegistrationForm", "ReplanForm"]
