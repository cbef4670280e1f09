"""How dates and times are written in English here: the day first, the month in letters, the clock by 24 hours."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
TIME_FORMAT = "H:i"
SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "j M Y, H:i"
MONTH_DAY_FORMAT = "j F"
YEAR_MONTH_FORMAT = "F Y"
FIRST_DAY_OF_WEEK = 1

# Our own formats for a day of the programme and for a showing; every language defines all of them.
DAY_FORMAT = "l j F Y"
DAY_WITHOUT_YEAR_FORMAT = "l j F"
SHOWING_DAY_FORMAT = "D j F Y"
SHOWING_FORMAT = "D j F Y, H:i"
SHOWING_WITHOUT_YEAR_FORMAT = "D j F, H:i"
FIRST_OF_DAYS_FORMAT = "j F"
LAST_OF_DAYS_FORMAT = "j F Y"
