"""Presses a button of the office and sends its page."""

from __future__ import annotations

from django.db import models
from django.test import Client
from django.urls import reverse


def address(row: models.Model, page: str = "change", *more: str) -> str:
    """The address of a page of a row in the office."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=[row.pk, *more])


def press(client: Client, row: models.Model, move: str, **data: object) -> str:
    """Sends a move's page with these values. Returns what the next page says."""
    answer = client.post(address(row, "move", move), data, follow=True)
    assert answer.status_code == 200
    refused = (
        [str(each) for each in answer.context["form"].non_field_errors()] if "form" in answer.context else []
    )
    errors = answer.context["form"].errors if "form" in answer.context else {}
    sentences = [str(message) for message in answer.context["messages"]]
    return "\n".join(sentences or refused or [f"{name}: {' '.join(each)}" for name, each in errors.items()])


def buttons(client: Client, row: models.Model) -> list[str]:
    """The names of the moves on a row's page."""
    page = client.get(address(row))
    return [place.rstrip("/").rpartition("/")[2] for _label, place, _id in page.context.get("moves") or []]
