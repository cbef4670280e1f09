"""Revisions: a ledger of changes, so that pages can be kept for exactly as long as they are up to date."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from revisions import registered

registered.use()  # apps are imported before all models


class RevisionsConfig(AppConfig):
    name = "revisions"
    verbose_name = _("Revisions")
