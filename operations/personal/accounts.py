"""The account itself: who signs in, with what, and since when."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.utils.translation import gettext as _

from accounts.addresses import FORGOTTEN
from accounts.models import User
from operations.personal.holdings import Holding, Person, of_account
from wording.refusals import Refused


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
    user.email, user.name, user.is_active = f"nobody-{user.pk}{FORGOTTEN}", "", False
    user.set_unusable_password()
    user.save()
    return 1


# Second factors: that they are there, never what they contain.
ACCOUNT = (
    Holding(
        "account",
        of_account(User.objects.all(), "pk"),
        ("email", "name", "time_zone", "language", "date_joined", "last_login", "is_active"),
        _close,
        kept="A number without a name stays where papers of the trade refer to it.",
    ),
    Holding(
        "addresses of the account", of_account(EmailAddress.objects.all()), ("email", "verified", "primary")
    ),
    Holding(
        "second factors", of_account(Authenticator.objects.all()), ("type", "created_at", "last_used_at")
    ),
)
