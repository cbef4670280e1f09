"""What each notice about an educator's preview says."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from licensing.models import EducatorPreview, PreviewStanding
from licensing.terms.days import office_today
from reminders.kinds import About
from reminders.models import Reminder

Status = EducatorPreview.Status


class AboutPreview(About):
    model = EducatorPreview
    joins = ("film__part_of", "institution", "asked_by")


class PreviewAsked(AboutPreview):
    name = "licensing.preview-asked"
    label = _("An educator asks for a preview")
    template = "licensing/mail/preview_asked.md"
    is_for_the_office = True
    button = "grant"

    def still_holds(self, row: EducatorPreview) -> bool:
        return row.status == Status.ASKED


class PreviewGranted(AboutPreview):
    name = "licensing.preview-granted"
    label = _("A preview is granted")
    template = "licensing/mail/preview_granted.md"

    def still_holds(self, row: EducatorPreview) -> bool:
        return row.standing(office_today()) is PreviewStanding.OPEN and row.film.is_public


class PreviewNotGranted(AboutPreview):
    name = "licensing.preview-not-granted"
    label = _("A preview is not granted, or taken back")
    template = "licensing/mail/preview_not_granted.md"

    def still_holds(self, row: EducatorPreview) -> bool:
        return row.status in {Status.REFUSED, Status.REVOKED}


class PreviewEnding(PreviewGranted):
    """Offers the licence, so it may be declined."""

    name = "licensing.preview-ending"
    label = _("A preview is about to end")
    template = "licensing/mail/preview_ending.md"
    goes_together = True
    keeps_quiet = True
    is_optional = True

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        film = values["educatorpreview"].film
        return values | {"prices": f"{settings.SITE_URL}{film.get_absolute_url()}#licences"}


PREVIEW_KINDS = (PreviewAsked, PreviewGranted, PreviewNotGranted, PreviewEnding)
