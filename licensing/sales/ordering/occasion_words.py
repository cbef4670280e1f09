"""The screening that a licence is bought for, in words."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from licensing.terms.occasions import Occasion


def said_days(occasion: Occasion) -> str:
    first, last = occasion.first_day, occasion.last_day
    if first == last:
        return _("It is for the screening on %(day)s.") % {"day": date_format(first)}
    days = {"first": date_format(first), "last": date_format(last)}
    return _("It is for the screening from %(first)s to %(last)s.") % days
