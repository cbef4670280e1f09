"""Venues: what they are, their screens and servers, bookings from elsewhere, and the ways between them."""

from screenings.models.venues.elsewhere import OutsideBooking, OutsideCalendar
from screenings.models.venues.places import (
    ASKED_CHOICES,
    DEVICE_CHOICES,
    Closure,
    HouseStyle,
    MealPlace,
    OpeningHours,
    Screen,
    Venue,
)
from screenings.models.venues.servers import ScreenServer
from screenings.models.venues.ways import VenueWay

__all__ = [
    "ASKED_CHOICES",
    "DEVICE_CHOICES",
    "Closure",
    "HouseStyle",
    "MealPlace",
    "OpeningHours",
    "OutsideBooking",
    "OutsideCalendar",
    "Screen",
    "ScreenServer",
    "Venue",
    "VenueWay",
]
