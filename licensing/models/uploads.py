"""Papers that institutions hand in: PDFs under names of ours, away from public media, and shown only to the office."""

from __future__ import annotations

from os import PathLike
from pathlib import PurePosixPath
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _

from wording.refusals import Refused

LARGEST = 5 * 1024 * 1024
BEGINS, ENDS = b"%PDF-", b"%%EOF"
TAIL = 1024
"""How many of the last bytes must hold the end's mark, as readers of PDF look for it."""


def private_storage() -> Storage:
    """Where purchase orders and exemption certificates lie; their addresses lead to `licensing.views.uploads`."""
    return storages["private"]


def refuse_unfit_pdf(file: File[Any]) -> None:
    """Raises Refused (codes `too-large`, `not-a-pdf`): up to 5 MB that begin and end as a PDF does (ISO 32000-1, 7.5).

    It does not read what stands between; the office gets it as a download, of one type and under our name.
    """
    if file.size > LARGEST:
        raise Refused(_("The file is larger than 5 MB."), "too-large")
    file.seek(0)
    begins = file.read(len(BEGINS))
    file.seek(max(0, file.size - TAIL))
    ends = file.read(TAIL)
    file.seek(0)
    if begins != BEGINS or ENDS not in ends:
        raise Refused(_("The file is not a PDF."), "not-a-pdf")


class PdfFile(FieldFile):
    """However a file comes in (a form, a verb, the admin), it passes here before it is stored."""

    def save(self, name: str, content: File[Any], save: bool = True) -> None:
        refuse_unfit_pdf(content)
        super().save(name, content, save)


class PdfField(models.FileField):
    """A private PDF. Its name is ours: what the sender called it decides nothing."""

    attr_class = PdfFile

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **(options | {"storage": private_storage}))
        self.validators = [*self.validators, _refuse_unfit_new]

    def generate_filename(self, instance: models.Model | None, filename: str | PathLike[str]) -> str:
        return str(PurePosixPath(str(self.upload_to)) / f"{uuid4().hex}.pdf")

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**({"form_class": PdfFormField, "max_length": None} | options))


class PdfFormField(forms.FileField):
    default_validators = [refuse_unfit_pdf]
    widget = forms.ClearableFileInput(attrs={"accept": "application/pdf"})


def _refuse_unfit_new(file: FieldFile) -> None:
    """What is stored was looked at when it came."""
    if not getattr(file, "_committed", True):
        refuse_unfit_pdf(file)
