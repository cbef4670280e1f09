"""People of the office, each with what they may do."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Permission
from pytest_django import Settings

from accounts.models import User

ROLES = ("none", "view", "change", "chief", "chief-without-factor")
"""Staff without permissions, staff who may see everything, staff who may also change it, superusers with and without a second factor."""


def someone(role: str, settings: Settings) -> User:
    """A person in one of the roles."""
    chief = role.startswith("chief")
    person = User.objects.create_user(f"{role}@office.example", None, is_staff=True, is_superuser=chief)
    verbs = {"view": ("view",), "change": ("view", "change")}.get(role, ())
    for verb in verbs:
        person.user_permissions.add(*Permission.objects.filter(codename__startswith=f"{verb}_"))
    if chief:
        settings.STAFF_NEED_SECOND_FACTOR = True
    if role == "chief":
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": ""})
    return person
