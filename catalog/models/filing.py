"""How titles are filed: without their first article, accents and capitals, as a librarian files them."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage
from django.db.models import Case, F, Func, GeneratedField, TextField, Value, When
from django.db.models.functions import Left, Lower
from django.db.models.lookups import Exact

ARTICLES = {
    "da": ("en", "et", "den", "det", "de"),
    "de": ("der", "die", "das", "ein", "eine"),
    "en": ("the", "a", "an"),
    "es": ("el", "la", "los", "las", "lo", "un", "una", "unos", "unas"),
    "fr": ("le", "la", "les", "l'", "un", "une", "des"),
    "hu": ("a", "az", "egy"),
    "it": ("il", "lo", "la", "i", "gli", "le", "l'", "un", "uno", "una", "un'"),
    "nb": ("en", "et", "ei", "den", "det", "de"),
    "nl": ("de", "het", "een", "'t"),
    "pt": ("o", "a", "os", "as", "um", "uma"),
    "sv": ("en", "ett", "den", "det", "de"),
}
"""Articles that a title is not filed under, by the language of the title (ISO 639-1): for sorting, for searching, and for MARC.

One that ends with an apostrophe stands directly before its word; any other has a space after it.
"""
SIGNS = r"[\s\"'“”‘’«»¿¡(\[…]*"
ACCENTS = "[\u0300-\u036f]"
MOST_FILED = 120
"""Characters: an index entry has a maximum length."""


class FiledTitle(GeneratedField):
    """Stored by every PostgreSQL that we take, so a check need not ask one whether it can: checks run where none answers."""

    def check(self, **options: Any) -> list[CheckMessage]:
        return super().check(**options | {"databases": []})

    def deconstruct(self) -> Any:
        """Migrations know it as the field that it is."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.GeneratedField", arguments, options


def filed() -> Left:
    """The expression that the database keeps up to date in `Film.sort_title`."""
    plain = _replaced(Func(Lower("title"), template="normalize(%(expressions)s, NFKD)"), Value(ACCENTS), "g")
    language = Func(
        F("title_language"), Value("-"), Value(1), function="split_part", output_field=TextField()
    )
    article = Case(
        *(
            When(Exact(language, Value(code)), then=Value(_pattern(words)))
            for code, words in ARTICLES.items()
        ),
        default=Value(f"^{SIGNS}"),
        output_field=TextField(),
    )
    return Left(_replaced(plain, article), MOST_FILED)


def _replaced(text: Func, pattern: Value | Case, flags: str = "") -> Func:
    given = [text, pattern, Value(""), *([Value(flags)] if flags else [])]
    return Func(*given, function="regexp_replace", output_field=TextField())


def articles_of(language: str) -> tuple[str, ...]:
    """Those of the language of a BCP 47 tag."""
    return ARTICLES.get(language.partition("-")[0].casefold(), ())


def _pattern(articles: tuple[str, ...]) -> str:
    """At the beginning, and only before something else: the film `A` is filed under its name."""
    before = "|".join(
        f"{article[:-1]}['’]"
        if article.endswith("'")
        else rf"{article.replace(chr(39), '[' + chr(39) + '’]')}\s+"
        for article in articles
    )
    return rf"^{SIGNS}((?:{before})(?=\S))?{SIGNS}"
