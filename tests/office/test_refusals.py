"""A refusal stands beside the field that it is about, or above the form."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django import forms
from django.core.exceptions import ValidationError

from office.refusals import RefusalsOn
from wording.refusals import Refused
from wording.say import say


class PostForm(forms.Form):
    reason = forms.CharField()
    starts_on = forms.DateField()


def errors_after(refused: Exception, field_of_code: Mapping[str, str] | None = None) -> dict[str, list[str]]:
    form = PostForm({"reason": "Rust", "starts_on": "2027-03-01"})
    assert form.is_valid()
    with RefusalsOn(form, field_of_code):
        raise refused
    return {field: [str(each) for each in errors] for field, errors in form.errors.items()}


def test_a_refusal_stands_beside_the_field_of_its_code() -> None:
    refused = Refused("Too early.", "starts-too-early")
    assert errors_after(refused, {"starts-too-early": "starts_on"}) == {"starts_on": ["Too early."]}


def test_a_code_that_is_called_as_a_field_needs_no_word() -> None:
    assert errors_after(Refused("Say why.", "reason")) == {"reason": ["Say why."]}


def test_what_is_about_no_field_stands_above() -> None:
    assert errors_after(Refused("Not now.", "closed")) == {"__all__": ["Not now."]}
    assert errors_after(Refused("Not now.", "closed"), {"closed": "gone"}) == {"__all__": ["Not now."]}
    assert errors_after(ValidationError("Without a code.")) == {"__all__": ["Without a code."]}


def test_each_of_several_reasons_finds_its_place() -> None:
    refused = Refused.saying(say("reason", "Say why."), say("closed", "Not now."))
    assert errors_after(refused) == {"reason": ["Say why."], "__all__": ["Not now."]}


def test_what_a_model_says_of_a_field_that_is_not_on_the_form_stands_above() -> None:
    refused = ValidationError({"reason": ["Say why."], "verified_how": ["Say how."], "__all__": ["Both."]})
    assert errors_after(refused) == {"reason": ["Say why."], "__all__": ["Say how.", "Both."]}


def test_a_sentence_is_filled_in_and_keeps_its_code() -> None:
    form = PostForm({"reason": "Rust", "starts_on": "2027-03-01"})
    assert form.is_valid()
    with RefusalsOn(form):
        raise Refused("At most %(most)d.", "too-many", {"most": 3})
    [error] = form.errors.as_data()["__all__"]
    assert (error.messages, error.code) == (["At most 3."], "too-many")


def test_any_other_fault_goes_on_its_way() -> None:
    with pytest.raises(LookupError):
        errors_after(LookupError("a fault of the program"))


def test_what_is_not_refused_is_left_alone() -> None:
    form = PostForm({"reason": "Rust", "starts_on": "2027-03-01"})
    assert form.is_valid()
    with RefusalsOn(form):
        pass
    assert form.is_valid()
