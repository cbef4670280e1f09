"""How sign-up fills our user, and how allauth's mails leave: as letters, which are owed and not sent within the request."""

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
"""How long a link that sets a new password waits for the mail server; who asked has asked again by then."""


OF_USE_TO_WHO_ASKED = {"email-confirmation", "email-confirmation-signup"}
LIMIT_OF_LETTER = {
    "account-already-exists": "account-letter",
    "password-reset-key": "account-letter",
    "unknown-account": "unknown-account-letter",
    **dict.fromkeys(OF_USE_TO_WHO_ASKED, "account-letter"),
}
"""The limit in settings.LIMITS of each letter that goes to an address because somebody typed it."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    def save_user(self, request: HttpRequest, user: User, form: Form, commit: bool = True) -> User:
        data: dict[str, Any] = form.cleaned_data
        user.name = data.get("name", "")
        user.time_zone = data.get("time_zone") or user.time_zone
        user.language = getattr(request, "LANGUAGE_CODE", user.language)
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Owes what allauth would send here and now, in the language of the page."""
        name = template_prefix.rpartition("/")[2].replace("_", "-")
        if self._is_beyond_bounds(name, email):
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

    def _is_beyond_bounds(self, name: str, email: str) -> bool:
        """Whether the address has enough of these letters, which anybody can ask for in its name.

        Letters with the same words, or with a link that works as long as the others, are counted by the address: its
        owner has them already. A code is of use only to the visitor who asked, so codes are counted by both.
        """
        if name not in LIMIT_OF_LETTER:
            return False
        who = f"{name} {email.lower()}"
        if name in OF_USE_TO_WHO_ASKED:
            who = f"{who} {visitor(self.request)}"
        return bool(spend(LIMIT_OF_LETTER[name], who))

    def clean_email(self, email: str) -> str:
        cleaned: str = super().clean_email(email)
        validate_mailbox(cleaned)
        return cleaned

    def get_client_ip(self, request: HttpRequest) -> str:
        """What allauth's own limits count by."""
        return client_address(request) or "local socket"

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords count against whoever sends them: were it the account alone, strangers could lock its owner out."""
        account: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{client_network(request)} {account}"


def _secret(name: str, context: dict[str, Any]) -> tuple[dict[str, str], timedelta | None]:
    """What only the recipient may read, and how long it is of use. A link is kept as its path: the host is ours."""
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
