"""Lists of words, separated as the reader's language does it: “a, b”, “a、b”."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale
from babel.lists import format_list
from django.utils.translation import get_language, pgettext, to_locale


def enumerated(words: Iterable[str]) -> str:
    """Members of a list, such as countries."""
    return pgettext("between the members of a list", ", ").join(words)


def all_of(words: Iterable[str]) -> str:
    """Words of a sentence, the last joined by “and”: “a, b and c”, “a, b et c”, “a、b和c”."""
    locale = Locale.parse(to_locale(get_language() or "en"))
    # CLDR's plain English is that of America, which puts a comma before “and”; ours is not.
    return format_list(list(words), locale="en_GB" if locale.language == "en" else locale)
