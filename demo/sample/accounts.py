"""Accounts of the sample people, and the institution of the sample cinema."""

from __future__ import annotations

from allauth.account.models import EmailAddress

from accounts.models import User
from demo.sample.people import PASSWORD, Someone
from licensing.buyers.mailboxes import confirm_mailbox
from licensing.models import Institution

CINEMA = "Lamplight Cinema Association (sample)"


def join(someone: Someone) -> User:
    """Signs a person up, with the address confirmed."""
    user = User.objects.create_user(someone.email, PASSWORD, name=someone.name, time_zone=someone.time_zone)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def person(someone: Someone) -> User:
    return User.objects.get(email=someone.email)


def confirm_mailboxes(institution: Institution) -> None:
    """As whoever reads them would, by the links that were sent."""
    for mailbox in institution.mailboxes.all():
        confirm_mailbox(mailbox=mailbox, by=None)


def cinema() -> Institution:
    return Institution.objects.get(legal_name=CINEMA)
