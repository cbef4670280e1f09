"""What must be written to people about their accounts: codes, links, notices. The outbox sends it, so this app need not know how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.exceptions import ImproperlyConfigured

from accounts.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail about an account. `name` as in `password-reset-key`.

    `secret` is what only its recipient may read, a code or the path of a link; after `lives_for` it is of no use.
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
    """Says who delivers letters. The app that does so fills this point in its `ready()`."""
    _posts[:] = [post]


def deliver(letter: Letter) -> None:
    """Owes the letter, in the caller's transaction. Raises ImproperlyConfigured when nobody delivers."""
    if not _posts:
        raise ImproperlyConfigured("No app delivers letters about accounts.")
    _posts[0](letter)
