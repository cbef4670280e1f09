"""Sign-up that takes the same time whether or not the address already has an account."""

from __future__ import annotations

import uuid

from allauth.account.forms import SignupForm as PlainSignupForm
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from accounts.models import User


class SignupForm(PlainSignupForm):  # type: ignore[misc]  # allauth ships no types
    """Otherwise the response time would show who has an account: hashing a password takes a tenth of a second."""

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        if self.account_already_exists:
            self._do_the_same_work(request)
        result: tuple[User | None, HttpResponse | None] = super().try_save(request)
        return result

    def _do_the_same_work(self, request: HttpRequest) -> None:
        """Creates an account for an address that nobody can have (RFC 2606), and rolls it back."""
        known = self.cleaned_data["email"]
        try:
            with transaction.atomic():
                self.cleaned_data["email"] = f"{uuid.uuid4().hex}@nobody.invalid"
                self.account_already_exists = False
                self.save(request)
                transaction.set_rollback(True)
        finally:
            self.cleaned_data["email"], self.account_already_exists = known, True
