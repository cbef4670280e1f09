"""Letters about accounts, which `accounts` hands over. They go into the outbox like every other message and are sent at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.letters import Letter
from reminders.kinds import Kind, register
from reminders.models import Reminder
from reminders.notices import zone_named
from reminders.outbox import Owed, cancel, owe_many
from reminders.wake import wake_on_commit

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

PREFIX = "accounts."


class AboutAccount(Kind):
    """A letter about an account. A letter with a secret is no longer written once the secret is gone."""

    is_asked_for = True
    is_awaited = True

    def __init__(
        self, name: str, label: str | _StrPromise, template: str, *, has_secret: bool = False
    ) -> None:
        self.name = PREFIX + name
        self.label = label
        self.template = f"accounts/mail/{template}.md"
        self.has_secret = has_secret

    def samples(self) -> Iterator[Reminder]:
        """With a code and a link that open nothing."""
        secret = {"code": "ABC123", "path": "/account/"} if self.has_secret else {}
        yield Reminder(kind=self.name, secret=secret)

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        if self.has_secret and not reminder.secret:
            return None
        return {
            "label": self.label,
            "reset": reverse("account_reset_password"),
            "signup": reverse("account_signup"),
            **reminder.secret,
        }


LETTERS = (
    AboutAccount("email-confirmation-signup", _("A code for a new account"), "code_signup", has_secret=True),
    AboutAccount("email-confirmation", _("A code for a new address"), "code_address", has_secret=True),
    AboutAccount("login-code", _("A code to sign in"), "code_login", has_secret=True),
    AboutAccount("password-reset-code", _("A code for a new password"), "code_password", has_secret=True),
    AboutAccount("password-reset-key", _("A link for a new password"), "link_password", has_secret=True),
    AboutAccount("account-already-exists", _("You have an account already"), "account_exists"),
    AboutAccount("unknown-account", _("There is no account with this address"), "account_unknown"),
    AboutAccount("password-changed", _("Your password was changed"), "change"),
    AboutAccount("password-set", _("A password was set for your account"), "change"),
    AboutAccount("password-reset", _("Your password was reset"), "change"),
    AboutAccount("email-changed", _("The e-mail address of your account was changed"), "change"),
    AboutAccount("email-confirm", _("An e-mail address of your account was confirmed"), "change"),
    AboutAccount("email-deleted", _("An e-mail address was removed from your account"), "change"),
    AboutAccount("totp-activated", _("An authenticator app was added to your account"), "change"),
    AboutAccount("totp-deactivated", _("The authenticator app was removed from your account"), "change"),
    AboutAccount("recovery-codes-generated", _("New recovery codes were made for your account"), "change"),
    AboutAccount("webauthn-added", _("A security key was added to your account"), "change"),
    AboutAccount("webauthn-removed", _("A security key was removed from your account"), "change"),
)


def register_all() -> None:
    for kind in LETTERS:
        register(kind)


@transaction.atomic
def owe_letter(letter: Letter) -> None:
    """Puts a letter into the outbox, due now. It replaces a waiting letter of the same kind; a worker is woken on commit."""
    kind = PREFIX + letter.name
    subject = f"accounts.user:{letter.user.pk if letter.user else ''}"
    now = timezone.now()
    cancel(subject=subject, kind=kind, recipient=letter.recipient)
    due = Owed(
        key=f"{kind}:{uuid4()}",
        kind=kind,
        subject=subject,
        recipient=letter.recipient,
        user=letter.user,
        language=letter.language,
        time_zone=zone_named(letter.user.time_zone).key if letter.user else "UTC",
        secret=letter.secret,
        expires_at=now + letter.lives_for if letter.lives_for else None,
    )
    owe_many([due])
    wake_on_commit()
