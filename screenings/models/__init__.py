"""Rows of screenings. Import them from here: `from screenings.models import Showing`."""

from screenings.models.counts import ShowingCount
from screenings.models.feeds import ShowingFeed
from screenings.models.festivals import (
    Festival,
    FestivalFilm,
    FestivalLostDay,
    FestivalPair,
    FestivalPin,
    FestivalPlan,
    FestivalScreening,
    FestivalWay,
)
from screenings.models.materials import MaterialTick
from screenings.models.options import ScreenHold, SecondOption
from screenings.models.plan_requests import PlanRequest
from screenings.models.publications import FestivalPublication
from screenings.models.registrations import Arrival, Place, Registration, Wait
from screenings.models.screenings import Screening, Showing
from screenings.models.timetable_changes import TimetableChange
from screenings.models.venues import (
    Closure,
    HouseStyle,
    MealPlace,
    OpeningHours,
    OutsideBooking,
    OutsideCalendar,
    Screen,
    ScreenServer,
    Venue,
    VenueWay,
)

__all__ = [
    "Arrival",
    "Closure",
    "Festival",
    "FestivalFilm",
    "FestivalLostDay",
    "FestivalPair",
    "FestivalPin",
    "FestivalPlan",
    "FestivalPublication",
    "FestivalScreening",
    "FestivalWay",
    "HouseStyle",
    "MaterialTick",
    "MealPlace",
    "OpeningHours",
    "OutsideBooking",
    "OutsideCalendar",
    "Place",
    "PlanRequest",
    "Registration",
    "Screen",
    "ScreenHold",
    "ScreenServer",
    "Screening",
    "SecondOption",
    "Showing",
    "ShowingCount",
    "ShowingFeed",
    "TimetableChange",
    "Venue",
    "VenueWay",
    "Wait",
]
