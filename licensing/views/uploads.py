"""Papers that institutions handed in, for those of the office who may see what they belong to."""

from __future__ import annotations

from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from licensing.uploads import private_storage
from office.permissions import may

PERMISSIONS = {"purchase-orders": "licensing.view_order", "exemptions": "licensing.view_institution"}
"""What opens the papers of each folder."""


@require_safe
def upload(request: HttpRequest, path: str) -> FileResponse:
    """A paper as a download. To everyone else there is no such address."""
    folder, _slash, _name = path.partition("/")
    if folder not in PERMISSIONS or not may(request.user, PERMISSIONS[folder]):
        raise Http404
    try:
        return FileResponse(private_storage().open(path), as_attachment=True)
    except (
        OSError,
        ValueError,
        SuspiciousFileOperation,
    ) as error:  # not there, no file, too long, with a NUL, elsewhere
        raise Http404 from error
