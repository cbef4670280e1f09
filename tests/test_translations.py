"""The catalogues of locale/ say everything that code, templates and letters say, and nothing else in between."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import gettext, ngettext, override, to_locale
from django.utils.translation.template import templatize

from setup.messages import KEYWORDS, LANGUAGES, PLURAL_KEYWORDS

ROOT = Path(__file__).resolve().parent.parent
APPS = (
    "accounts",
    "catalog",
    "config",
    "demo",
    "licensing",
    "office",
    "operations",
    "records",
    "reminders",
    "revisions",
    "screenings",
    "typesetting",
    "wording",
)
# Babel's keywords have no names for the lazy ones; None means the first argument.
OURS = DEFAULT_KEYWORDS | dict.fromkeys(("gettext_lazy", "gettext_noop", *KEYWORDS))
OURS |= dict.fromkeys(PLURAL_KEYWORDS, (1, 2))
OURS |= {"ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2), "npgettext_lazy": ((1, "c"), 2, 3)}
PLACE = re.compile(r"%\(\w+\)[#0 +-]*\d*(?:\.\d+)?[a-zA-Z]|\{\w*\}|%%|</?\w+")
CALL = re.compile(r"""\b(?:n?p?gettext|_)\((?:[^'")]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*\)""", re.DOTALL)

type Text = str | list[str] | tuple[str, ...] | None
type Key = tuple[str | None, str | tuple[str, ...]]


@pytest.fixture(scope="module", params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read_catalogue(request.param)


def read_catalogue(language: str) -> Catalog:
    with (ROOT / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as po:
        return read_po(po, locale=language, abort_invalid=True)


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(text: Text) -> tuple[str, ...]:
    """A message's text or translation, or each of its plural forms."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def key(context: str | None, text: Text) -> Key:
    return context, forms(text)[0]


def python_files() -> Iterator[Path]:
    for app in APPS:
        yield from (path for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)


@cache
def said_by_code() -> dict[Key, str]:
    found: dict[Key, str] = {}
    for path in python_files():
        with path.open("rb") as source:
            for _line, text, _comments, context in extract("python", source, keywords=OURS):
                found[key(context, text)] = str(path.relative_to(ROOT))
    return found


@cache
def said_by_templates() -> dict[Key, str]:
    """Django turns a template into what looks like Python; only its calls of gettext are read."""
    found: dict[Key, str] = {}
    for path in (path for kind in ("html", "md") for path in (ROOT / "templates").rglob(f"*.{kind}")):
        for written in CALL.findall(templatize(path.read_text())):
            for _line, text, _comments, context in extract(
                "python", BytesIO(written.encode()), keywords=OURS
            ):
                found[key(context, text)] = str(path.relative_to(ROOT))
    return found


def test_every_language_offered_has_a_catalogue() -> None:
    offered = {to_locale(code) for code, _name in settings.LANGUAGES} - {to_locale(settings.LANGUAGE_CODE)}
    assert offered == set(LANGUAGES)


def test_catalogue_translates_every_string(catalogue: Catalog) -> None:
    assert [message.id for message in messages(catalogue) if not all(forms(message.string))] == []


def test_catalogue_guesses_nothing(catalogue: Catalog) -> None:
    assert not catalogue.fuzzy
    assert [message.id for message in messages(catalogue) if message.fuzzy] == []


def test_catalogue_gives_as_many_forms_as_its_language_counts(catalogue: Catalog) -> None:
    wanted = catalogue.num_plurals
    plural = [message for message in messages(catalogue) if message.pluralizable]
    assert plural
    assert [message.id for message in plural if len(forms(message.string)) != wanted] == []


def test_catalogue_keeps_every_place_for_a_value(catalogue: Catalog) -> None:
    different = [
        (message.id, said)
        for message in messages(catalogue)
        for said in forms(message.string)
        if set(PLACE.findall(said)) not in [set(PLACE.findall(each)) for each in forms(message.id)]
    ]
    assert different == []


def test_catalogue_has_every_string_of_the_code(catalogue: Catalog) -> None:
    held = {key(message.context, message.id) for message in messages(catalogue)}
    said = said_by_code()
    assert len(said) > 500
    assert {what: where for what, where in said.items() if what not in held} == {}, "say `make messages`"


def test_catalogue_has_every_string_of_the_templates(catalogue: Catalog) -> None:
    held = {key(message.context, message.id) for message in messages(catalogue)}
    said = said_by_templates()
    assert len(said) > 300
    assert {what: where for what, where in said.items() if what not in held} == {}, "say `make messages`"


def test_catalogue_has_no_string_that_nobody_says_any_more(catalogue: Catalog) -> None:
    said = said_by_code() | said_by_templates()
    held = [key(message.context, message.id) for message in messages(catalogue)]
    assert [each for each in held if each not in said] == []


def test_gettext_is_imported_under_names_that_extraction_knows() -> None:
    strangers = {
        f"{path.relative_to(ROOT)}: {name.asname}"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if "gettext" in name.name and name.asname not in {None, "_", *KEYWORDS}
    }
    assert strangers == set()


def test_pages_find_the_compiled_catalogues() -> None:
    with override("fr"):
        assert gettext("Prices and conditions") == "Prix et conditions"
        assert [ngettext("%(count)d day", "%(count)d days", n) for n in (0, 1, 2)] == [
            "%(count)d jour",
            "%(count)d jour",
            "%(count)d jours",
        ]
    with override("zh-hans"):
        assert gettext("Prices and conditions") != "Prices and conditions"
