"""Several reminders as one mail: whose words are marked as text, and what travels with it."""

from __future__ import annotations

import pytest

from reminders.kinds import Attachment
from reminders.models import Reminder
from reminders.writing import together as module
from reminders.writing.together import MOST_WHOLE, together
from reminders.writing.written import Written
from tests.reminders.note_kind import NewsKind


def written(subject: str = "News", *, size: int = 0) -> Written:
    files = [Attachment("a.txt", b"x" * size, "text/plain")] if size else []
    address = "https://films.example/?a=1&b=<2>"
    return Written(Reminder(), NewsKind(), subject, "text\n", "<p>html</p>", address, files)


@pytest.mark.parametrize("number", [2, MOST_WHOLE + 1], ids=["whole", "listed"])
def test_subject_with_tags_is_text_in_html_too(number: int) -> None:
    whole = together([written("<b>A & B</b>")] * number)
    assert whole.html.count("&lt;b&gt;A &amp; B&lt;/b&gt;") == number
    assert "<b>" not in whole.html
    assert "<2>" not in whole.html
    assert whole.html.count("<p>html</p>") == (number if number <= MOST_WHOLE else 0)
    assert "<b>A & B</b>" in whole.text


def test_documents_stay_behind_where_they_are_too_large_or_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    monkeypatch.setattr(module, "MOST_ATTACHED", 2)
    assert len(together([written(size=5), written(size=5)]).attachments) == 2
    for sizes in ((5, 6), (1, 1, 1)):
        whole = together([written(size=size) for size in sizes])
        said = "The documents are on the pages that are linked here."
        assert (whole.attachments, said in whole.text, said in whole.html) == ([], True, True)
