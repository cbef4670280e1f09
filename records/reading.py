"""Reads a file into a record of the expected shape, or finds all its faults."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from records.document import Document, read_document
from records.faults import Fault
from records.outcome import RecordsRefused
from records.sentences import said


class Record(BaseModel):
    """Refuses unknown fields and other types; does not change once made."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def parsed[R: Record](document: Document, shape: type[R], faults: list[Fault]) -> R | None:
    """The record that a document holds; None where it has faults of form, which are added to faults."""
    faults += document.faults
    if any(fault.code == "malformed-yaml" for fault in document.faults):
        return None
    try:
        return shape.model_validate(document.data)
    except ValidationError as error:
        faults += said(document, error, shape)
        return None


def read_record[R: Record](path: Path, shape: type[R]) -> R:
    """The record of a file that stands alone. Raises RecordsRefused with every fault, OSError if there is no file."""
    faults: list[Fault] = []
    record = parsed(read_document(path, below=path.parent), shape, faults)
    if record is None or faults:
        raise RecordsRefused(sorted(faults))
    return record
