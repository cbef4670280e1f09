"""Uploaded documents of institutions: PDFs under our own names, outside public media, shown only to the office."""

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
"""The end marker must be within this many last bytes, where PDF readers look for it."""


def private_storage() -> Storage:
    """The storage of purchase orders and exemption certificates; `licensing.views.uploads` serves them."""
    return storages["private"]


def refuse_unfit_pdf(file: File[Any]) -> None:
    """Raises Refused (codes `too-large`, `not-a-pdf`) unless the file is at most 5 MB and begins and ends like a PDF
    (ISO 32000-1, 7.5).

    It does not read what is between; the office gets the file as a download, with a fixed type and our own name.
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
    """Checks every file before it is stored, whether it comes from a form, a verb or the admin."""

    def save(self, name: str, content: File[Any], save: bool = True) -> None:
        refuse_unfit_pdf(content)
        super().save(name, content, save)


class PdfField(models.FileField):
    """A private PDF. It gets a name of our own; the sender's file name is ignored."""

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
    """Checks new files only: stored ones were checked when they were uploaded."""
    if not getattr(file, "_committed", True):
        refuse_unfit_pdf(file)
