"""Letters to people about their accounts: codes, links, notices. The outbox sends them, so this app need not know how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.exceptions import ImproperlyConfigured

from accounts.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail about an account. `name` is like `password-reset-key`.

    `secret` is what only its recipient may read: a code, or the path of a link. After `lives_for` it no longer works.
    """

    name: str
    recipient: str
    user: User | None
    language: str
    secret: dict[str, str] = field(default_factory=dict, repr=False)
    lives_for: timedelta | None = None


type Post = Callable[[Letter], None]

_posts: list[Post] = []


def deliver_by(post: Post) -> None:
    """Registers who delivers letters. The app that delivers them calls this in its `ready()`."""
    _posts[:] = [post]


def deliver(letter: Letter) -> None:
    """Hands the letter over for delivery, in the caller's transaction. Raises ImproperlyConfigured when no app delivers letters."""
    if not _posts:
        raise ImproperlyConfigured("No app delivers letters about accounts.")
    _posts[0](letter)
