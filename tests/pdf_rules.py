"""What an independent validator finds in a PDF against PDF/UA-1 (ISO 14289-1), or against the PDF/A that it says it is."""

from __future__ import annotations

import page


def faults_of(pdf: bytes, *, claims: str = "PDF/UA-1") -> list[str]:
    """Each rule that is broken, with what breaks it; nothing for a PDF that keeps them all."""
    profile = page.ValidationProfile.PDF_UA_1 if claims == "PDF/UA-1" else None
    report = page.validate_pdf_bytes(pdf, profile=profile)
    return [f"{fault.rule_id}: {fault.message}" for fault in report.failures]
