"""The words of an issued document on its page in the office, as its PDF prints them."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


def document_words(words: dict[str, Any]) -> SafeString:
    """`words` are those of `licensing.documents.bills.bill`, in the language in which it was issued."""
    return render_to_string("licensing/office/document_words.html", {"words": words})
