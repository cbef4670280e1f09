"""How sign-up fills our user."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.forms import Form
from django.http import HttpRequest

from accounts.bounds import validate_mailbox
from accounts.client_address import client_address, client_network
from accounts.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    def save_user(self, request: HttpRequest, user: User, form: Form, commit: bool = True) -> User:
        data: dict[str, Any] = form.cleaned_data
        user.name = data.get("name", "")
        user.time_zone = data.get("time_zone") or user.time_zone
        user.language = getattr(request, "LANGUAGE_CODE", user.language)
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """allauth's own mails, in the house's name instead of the host's."""
        house = {"name": settings.DISTRIBUTOR, "domain": urlsplit(settings.SITE_URL).netloc}
        super().send_mail(template_prefix, email, {"current_site": house} | context)

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
