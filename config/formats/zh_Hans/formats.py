"""How dates are written in Simplified Chinese: year, month, day, weekday, clock; the rest is Django's."""

MONTH_DAY_FORMAT = "n月j日"
DAY_FORMAT = "Y年n月j日l"
DAY_WITHOUT_YEAR_FORMAT = "n月j日l"
SHOWING_DAY_FORMAT = "Y年n月j日l"
SHOWING_FORMAT = "Y年n月j日l H:i"
SHOWING_WITHOUT_YEAR_FORMAT = "n月j日l H:i"
