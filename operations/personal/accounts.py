"""The account itself: who signs in, with what, and since when."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.utils.translation import gettext as _

from operations.personal.holdings import Holding, Person, Row, values
from wording.refusals import Refused

NOBODY = "@forgotten.invalid"
"""The end of the addresses of those who are forgotten; no mail can be sent there (RFC 6761, 6.4)."""


def _account(person: Person) -> Iterable[Row]:
    if person.user is None:
        return []
    fields = ("email", "name", "time_zone", "language", "date_joined", "last_login", "is_active")
    return [{field: getattr(person.user, field) for field in fields}]


def _addresses(person: Person) -> Iterable[Row]:
    return (
        values(EmailAddress.objects.filter(user=person.user), "email", "verified", "primary")
        if person.user
        else []
    )


def _second_factors(person: Person) -> Iterable[Row]:
    """That they are there, never what they contain."""
    if person.user is None:
        return []
    return values(Authenticator.objects.filter(user=person.user), "type", "created_at", "last_used_at")


def _close(person: Person) -> int:
    """The account stays as a number, which orders refer to; nobody can sign in with it, and it names nobody."""
    user = person.user
    if user is None:
        return 0
    if user.is_staff:
        raise Refused(_("%s is of the office: take these rights away first.") % user, "of-the-office")
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    LogEntry.objects.filter(user=user).delete()
    for session in Session.objects.iterator():
        if str(session.get_decoded().get("_auth_user_id")) == str(user.pk):
            session.delete()
    user.email, user.name, user.is_active = f"nobody-{user.pk}{NOBODY}", "", False
    user.set_unusable_password()
    user.save()
    return 1


ACCOUNT = (
    Holding(
        "account",
        _account,
        _close,
        kept="A number without a name stays where papers of the trade refer to it.",
    ),
    Holding("addresses of the account", _addresses),
    Holding("second factors", _second_factors),
)
