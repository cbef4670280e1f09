from __future__ import annotations

from allauth.account.models import EmailAddress

from accounts.models import User


def confirmed(user: User, email: str = "") -> User:
    """The person, with their own address confirmed, or another one."""
    email = email or user.email
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=email == user.email)
    return user
