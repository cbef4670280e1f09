"""No text that a person can enter is without an end, and none makes a page slow."""

from __future__ import annotations

import time
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.forms import BaseForm, CharField

from catalog.models import Film
from catalog.templatetags.prose import markdown
from screenings.forms import DetailsForm
from tests.catalog.make import make_film
from wording.bounds import LONGEST_PROSE

OURS = ("accounts", "catalog", "licensing", "office", "reminders", "screenings")
# Texts that no person enters: the program's own, and the card gateway's.
OWN = {
    *(f"licensing.CardPayment.{name}" for name in ("description", "extra_data", "fraud_message", "message")),
    "licensing.Licence.certificate",
    "reminders.Reminder.key",
    "reminders.Reminder.last_error",
    "screenings.FestivalPlan.error",
    "screenings.FestivalPublication.error",
    "screenings.PlanRequest.error",
}


def long_texts() -> list[models.TextField[str, str]]:
    return [
        field
        for app in OURS
        for model in apps.get_app_config(app).get_models()
        if not hasattr(model, "pgh_tracked_model")  # the audit's copy of a row that was checked
        for field in model._meta.local_fields
        if type(field) is models.TextField and f"{model._meta.label}.{field.name}" not in OWN
    ]


@pytest.mark.parametrize("field", long_texts(), ids=str)
def test_long_text_is_bounded_at_the_form_and_in_the_database(field: models.TextField[str, str]) -> None:
    assert field.max_length is not None
    constraints = [constraint.name for constraint in field.model._meta.constraints]
    assert [name for name in constraints if name.endswith(f"_{field.name}_bounded")] != []


def forms_of_ours() -> list[type[BaseForm]]:
    import_module(settings.ROOT_URLCONF)  # brings every view with its forms
    found, waiting = [], [BaseForm]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found += [form for form in below if form.__module__.split(".", maxsplit=1)[0] in OURS]
    return found


NOT_SHOWN = {"username"}
"""allauth's, which a form for e-mail addresses drops when it is made."""


def test_every_form_field_of_text_is_bounded() -> None:
    boundless = {
        f"{form.__name__}.{name}"
        for form in forms_of_ours()
        for name, field in getattr(form, "base_fields", {}).items()
        if type(field) is CharField and field.max_length is None and name not in NOT_SHOWN
    }
    assert boundless == set()
    assert DetailsForm in forms_of_ours()
    assert DetailsForm.base_fields["description"].max_length == LONGEST_PROSE  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_database_refuses_a_text_that_is_too_long() -> None:
    film = make_film("long")
    Film.objects.filter(pk=film.pk).update(synopsis="x" * LONGEST_PROSE)
    with pytest.raises(IntegrityError, match="film_synopsis_bounded"), transaction.atomic():
        Film.objects.filter(pk=film.pk).update(synopsis="x" * (LONGEST_PROSE + 1))


@pytest.mark.parametrize("bracket", ["[", "![", "[a](", "> ", "**a ", "`a``", '"', "<a "])
def test_hostile_text_is_rendered_once_and_in_a_moment(bracket: str) -> None:
    text = (bracket * LONGEST_PROSE)[:LONGEST_PROSE]
    began = time.process_time()
    markdown(text)
    assert time.process_time() - began < 1.0
    began = time.process_time()
    for _ in range(100):
        markdown(text)
    assert time.process_time() - began < 0.1


def test_text_beyond_the_bound_is_shown_as_it_is() -> None:
    began = time.process_time()
    assert markdown("[" * 1_000_000) == f"<p>{'[' * 1_000_000}</p>"
    assert markdown("<b>" * LONGEST_PROSE).startswith("<p>&lt;b&gt;")
    assert time.process_time() - began < 1.0
