"""Writing what belongs to the distributor beside its own fields: the logo and the vendor form."""

from __future__ import annotations

import hashlib

from django.db import transaction

from office.distributor.files import form_type, logo_type
from office.models import Distributor, DistributorFile


@transaction.atomic
def keep_logo(*, distributor: Distributor, content: bytes | None) -> None:
    """The image that documents bear from now on; None takes it away. Raises Refused (codes `too-large`, `not-a-logo`)."""
    distributor.logo = _kept(content, logo_type(content)) if content else None
    distributor.save(update_fields=["logo"])


@transaction.atomic
def keep_vendor_form(*, distributor: Distributor, content: bytes | None) -> None:
    """The PDF, such as a W-9, that anyone can download; None takes it away. Raises Refused (codes `too-large`, `not-a-pdf`)."""
    distributor.vendor_form = _kept(content, form_type(content)) if content else None
    distributor.save(update_fields=["vendor_form"])


def file_named(digest: str) -> DistributorFile:
    """The file that a document names. Raises DistributorFile.DoesNotExist, which cannot be: files are never deleted."""
    return DistributorFile.objects.get(digest=digest)


def _kept(content: bytes, media_type: str) -> DistributorFile:
    digest = hashlib.sha256(content).hexdigest()
    file, _is_new = DistributorFile.objects.get_or_create(
        digest=digest, defaults={"media_type": media_type, "content": content}
    )
    return file
