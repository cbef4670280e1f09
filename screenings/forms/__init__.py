"""Forms of the desk and of registration. Import them from here: `from screenings.forms import PlanForm`."""

from screenings.forms.desk import AccessForm, DetailsForm, MoveForm
from screenings.forms.festivals import FestivalFilmForm, FestivalForm, LostDayForm, PairForm
from screenings.forms.planning.request import PlanForm
from screenings.forms.registration import ChangeForm, RegistrationForm
from screenings.forms.replanning import ReplanForm

__all__ = [
    "AccessForm",
    "ChangeForm",
    "DetailsForm",
    "FestivalFilmForm",
    "FestivalForm",
    "LostDayForm",
    "MoveForm",
    "PairForm",
    "PlanForm",
    "RegistrationForm",
    "ReplanForm",
]
