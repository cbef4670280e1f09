"""How a day of the programme and a showing are written in French; the rest is Django's."""

DAY_FORMAT = "l j F Y"
DAY_WITHOUT_YEAR_FORMAT = "l j F"
SHOWING_DAY_FORMAT = "D j F Y"
SHOWING_FORMAT = "D j F Y, H:i"
SHOWING_WITHOUT_YEAR_FORMAT = "D j F, H:i"
FIRST_OF_DAYS_FORMAT = "j F"
LAST_OF_DAYS_FORMAT = "j F Y"
