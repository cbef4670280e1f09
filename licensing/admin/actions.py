"""Admin actions that carry a note, and that tell what was done and what was refused, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ActionForm
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from licensing.refusals import Refused


class NoteActionForm(ActionForm):
    """The list of actions, with a line for how or why."""

    note = forms.CharField(
        label=gettext_lazy("How or why:"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"size": 40}),
    )


def note_of(request: HttpRequest) -> str:
    return request.POST.get("note", "").strip()


def apply[Row: models.Model](
    request: HttpRequest, rows: Iterable[Row], verb: Callable[[Row], object]
) -> None:
    """Does a verb to each row; says how many it was done to, and every refusal with its row."""
    done = 0
    for row in rows:
        try:
            verb(row)
        except Refused as refused:
            messages.error(request, f"{row}: {' '.join(refused.messages)}")
        else:
            done += 1
    if done:
        messages.success(request, ngettext("Done for %(done)d.", "Done for %(done)d.", done) % {"done": done})
    elif not messages.get_messages(request):
        messages.info(request, _("Nothing was chosen."))
