"""What the mailing list writes: the question, the answer to who is on it already, and the digest."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.mailing.subscribing import forget_address
from catalog.models import Film, Subscription
from reminders.kinds import About, Moot
from reminders.models import Reminder

MOST_NAMED = 20
"""Films that one mail names; the rest stand in the catalogue."""


class MailingToConfirm(About):
    name = "catalog.mailing-to-confirm"
    label = _("An address is to be confirmed for the mailing list")
    template = "catalog/mail/mailing_to_confirm.md"
    model = Subscription

    def still_holds(self, row: Subscription) -> bool:
        return row.confirmed_at is None


class MailingKnown(About):
    name = "catalog.mailing-known"
    label = _("An address is on the mailing list already")
    template = "catalog/mail/mailing_known.md"
    model = Subscription

    def still_holds(self, row: Subscription) -> bool:
        return row.confirmed_at is not None


class NewFilms(MailingKnown):
    """`data` has the keys of the films; what was withdrawn since is left out."""

    name = "catalog.new-films"
    label = _("New films, for readers of the mailing list")
    template = "catalog/mail/new_films.md"
    keeps_quiet = True
    is_optional = True
    is_by_subscription = True

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        keys: list[int] = reminder.data["films"]
        found = Film.objects.public_wholes().filter(pk__in=keys).with_listing()
        films = sorted(found, key=lambda film: keys.index(film.pk))
        if not films:
            raise Moot
        return values | {
            "films": [
                (film, _makers(film), settings.SITE_URL + film.get_absolute_url())
                for film in films[:MOST_NAMED]
            ],
            "first": films[0],
            "count": len(films),
            "more": len(films) - MOST_NAMED,
            "all": f"{settings.SITE_URL}{reverse('catalog:films')}?order=added",
        }

    def end_for(self, email: str) -> None:
        forget_address(email=email)


MAILING_KINDS = (MailingToConfirm, MailingKnown, NewFilms)


def _makers(film: Film) -> str:
    credits_: list[Any] = getattr(film, "maker_credits", [])
    return ", ".join(dict.fromkeys(credit.person.name for credit in credits_))
