"""Papers that institutions handed in, for the office."""

from __future__ import annotations

from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from licensing.uploads import private_storage


@require_safe
def upload(request: HttpRequest, path: str) -> FileResponse:
    """A paper as a download. To everyone but staff there is no such address."""
    if not request.user.is_staff:
        raise Http404
    try:
        return FileResponse(private_storage().open(path), as_attachment=True)
    except (FileNotFoundError, IsADirectoryError, SuspiciousFileOperation) as error:
        raise Http404 from error
