"""Whether the background processes are at work, as the office sees it."""

from __future__ import annotations

from django.contrib import admin

from office.site.rows import ReadOnlyAdmin
from operations.models import Pulse


@admin.register(Pulse)
class PulseAdmin(ReadOnlyAdmin[Pulse]):
    list_display = ("name", "felt_at")
