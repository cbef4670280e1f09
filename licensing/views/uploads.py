"""Documents that institutions uploaded, for staff who may see what they belong to."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from licensing.lookup import paper_for


@require_safe
def upload(request: HttpRequest, path: str) -> FileResponse:
    """An uploaded document as a download: a PDF under our own file name. 404 for everyone else."""
    paper, name = paper_for(request.user, path)
    try:
        content = paper.open()
    except FileNotFoundError as error:
        raise Http404 from error
    headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
    return FileResponse(
        content, as_attachment=True, filename=name, content_type="application/pdf", headers=headers
    )
