"""How sign-up fills our user, and how allauth's mails are sent: as letters in the outbox, never within the request."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from django.forms import Form
from django.http import HttpRequest
from django.utils import translation

from accounts.letters import Letter, deliver
from accounts.models import User
from accounts.requests.client_address import client_address, client_network
from accounts.requests.limits import spend, visitor
from wording.bounds import validate_mailbox

LINK_LIVES_FOR = timedelta(hours=1)
"""How long a link that sets a new password waits for the mail server. Whoever asked for it has asked again by then."""


USEFUL_ONLY_TO_REQUESTER = {"email-confirmation", "email-confirmation-signup"}
LIMIT_OF_LETTER = {
    "account-already-exists": "account-letter",
    "password-reset-key": "account-letter",
    "unknown-account": "unknown-account-letter",
    **dict.fromkeys(USEFUL_ONLY_TO_REQUESTER, "account-letter"),
}
"""For each letter that is sent to an address because somebody typed it, the name of its limit in settings.LIMITS."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    def save_user(self, request: HttpRequest, user: User, form: Form, commit: bool = True) -> User:
        data: dict[str, Any] = form.cleaned_data
        user.name = data.get("name", "")
        user.time_zone = data.get("time_zone") or user.time_zone
        user.language = getattr(request, "LANGUAGE_CODE", user.language)
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Puts the mail that allauth would send at once into the outbox, in the language of the page."""
        name = template_prefix.rpartition("/")[2].replace("_", "-")
        if self._is_over_limit(name, email):
            return
        secret, lives_for = _secret(name, context)
        user = context.get("user") or User.objects.filter(email__iexact=email).first()
        deliver(
            Letter(
                name=name,
                recipient=email,
                user=user if user and user.pk else None,
                language=translation.get_language() or "en",
                secret=secret,
                lives_for=lives_for,
            )
        )

    def _is_over_limit(self, name: str, email: str) -> bool:
        """Whether the address has received enough of these letters, which anybody can request for any address.

        Letters with the same words, or with a link that works as long as the others do, are counted by the address: its
        owner has them already. A code is useful only to the visitor who asked for it, so codes are counted by address
        and visitor.
        """
        if name not in LIMIT_OF_LETTER:
            return False
        who = f"{name} {email.lower()}"
        if name in USEFUL_ONLY_TO_REQUESTER:
            who = f"{who} {visitor(self.request)}"
        return bool(spend(LIMIT_OF_LETTER[name], who))

    def clean_email(self, email: str) -> str:
        cleaned: str = super().clean_email(email)
        validate_mailbox(cleaned)
        return cleaned

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address by which allauth's own limits count."""
        return client_address(request) or "local socket"

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Counts wrong passwords by sender and account. Counted by account alone, strangers could lock its owner out."""
        account: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{client_network(request)} {account}"


def _secret(name: str, context: dict[str, Any]) -> tuple[dict[str, str], timedelta | None]:
    """What only the recipient may read, and how long it is valid. Only the path of a link is kept: the host is our own."""
    if code := context.get("code"):
        return {"code": str(code)}, timedelta(seconds=_seconds_of_code(name))
    if name == "password-reset-key":
        return {"path": urlsplit(context["password_reset_url"]).path}, LINK_LIVES_FOR
    return {}, None


def _seconds_of_code(name: str) -> int:
    seconds: dict[str, int] = {
        "login-code": app_settings.LOGIN_BY_CODE_TIMEOUT,
        "password-reset-code": app_settings.PASSWORD_RESET_BY_CODE_TIMEOUT,
    }
    return seconds.get(name) or int(app_settings.EMAIL_VERIFICATION_BY_CODE_TIMEOUT)
