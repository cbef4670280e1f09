"""What set-up cuts out of Bootstrap, icons and fonts holds everything that pages use; every file that pages link is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import crispy_bootstrap5
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from config.environment import ROOT
from setup.assets import fonts, icons

TEMPLATES = [path.read_text() for path in sorted((ROOT / "templates").rglob("*.html"))]
CRISPY = Path(crispy_bootstrap5.__file__).parent / "templates"
OURS = ("accounts", "catalog", "demo", "licensing", "office", "reminders", "screenings")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
NOT_USED = re.compile(r"modal|accordion|collapse|nav|tab-|fade$|show$|placeholder")
"""Parts of crispy's that no form of ours has: its dialogs, accordions and tabs."""


def read(name: str) -> str:
    found = finders.find(name)
    assert isinstance(found, str), f"{name} is missing: make develop-ready makes it"
    return Path(found).read_text()


def classes_in(css: str) -> set[str]:
    return set(CLASS.findall(re.sub(r"/\*.*?\*/|url\([^)]*\)", "", css, flags=re.DOTALL)))


def named_in_markup(texts: list[str]) -> set[str]:
    """Every word of every class attribute, also of those that a tag of the template puts together."""
    return {
        word
        for text in texts
        for value in re.findall(r'class="([^"]*)"', text)
        for word in re.findall(r"[\w-]+", value)
    }


def named_in_code() -> set[str]:
    """Class names that Python and our scripts put into markup."""
    files = [path for app in OURS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]
    found = re.findall(
        r"""(?:css_class|"class"|form_class|className)\s*[:=]\s*f?"([^"]*)\"""",
        "\n".join(path.read_text() for path in [*files, *(ROOT / "static" / "js").glob("*.js")]),
    )
    return {word for value in found for word in re.findall(r"[\w-]+", value)}


@pytest.fixture(scope="module")
def whole() -> set[str]:
    return classes_in((settings.NODE / "bootstrap" / "dist" / "css" / "bootstrap.css").read_text())


def test_every_class_of_bootstrap_that_our_pages_use_is_served(whole: set[str]) -> None:
    used = (named_in_markup(TEMPLATES) | named_in_code()) & whole - {"bi"}  # an icon: icons.css
    assert used - classes_in(read("made/bootstrap.css")) == set()
    assert {"btn", "form-control", "alert-danger", "table", "row"} <= used


def test_every_class_that_crispy_puts_on_our_forms_is_served(whole: set[str]) -> None:
    used = named_in_markup([path.read_text() for path in CRISPY.rglob("*.html")]) & whole
    assert {one for one in used - classes_in(read("made/bootstrap.css")) if not NOT_USED.match(one)} == set()


def test_every_icon_that_templates_name_is_served() -> None:
    text = "\n".join(TEMPLATES)
    whole_names = set(re.findall(r"\bbi-([a-z][a-z0-9-]*)", text))
    choices = re.findall(r"bi-((?:\{%[^%]*%\}[a-z0-9-]*)+)", text)
    chosen = {name for choice in choices for name in re.findall(r"%\}([a-z0-9-]+)", choice)}
    assert whole_names | chosen == set(icons.ICONS)
    assert {f"bi-{name}" for name in icons.ICONS} <= classes_in(read("made/icons.css"))


def linked_in_sheets() -> Iterator[tuple[str, str]]:
    for sheet in (
        "made/fonts.css",
        "made/bootstrap.css",
        *(f"css/{path.name}" for path in (ROOT / "static" / "css").iterdir()),
    ):
        for address in re.findall(r"""(?:url|@import)\(?["']?(?!data:)([^"')]+\.\w+)["')]""", read(sheet)):
            yield sheet, address


def test_every_file_that_style_sheets_link_is_there() -> None:
    links = list(linked_in_sheets())
    missing = [
        link
        for link in links
        if not finders.find(
            str(Path(link[0]).parent / link[1]).replace("made/../", "").replace("css/../", "")
        )
    ]
    assert missing == []
    assert len(links) > 15


def test_every_file_that_templates_link_is_there() -> None:
    names = {name for text in TEMPLATES for name in re.findall(r"""\{% static ["']([^"']+)["'] %\}""", text)}
    assert [name for name in sorted(names) if not finders.find(name)] == []
    assert "made/bootstrap.css" in names


CUTS = (
    "serif-latin", "sans-latin", "serif-latin-ext", "sans-latin-ext",
    "han-titles-400", "han-titles-600", "han-catalogue", "han-interface",
)  # fmt: skip


@pytest.fixture(scope="module")
def cuts() -> dict[str, fonts.Cut]:
    return {cut.name: cut for cut in fonts.cuts([])}


def test_every_cut_is_tested(cuts: dict[str, fonts.Cut]) -> None:
    assert tuple(cuts) == CUTS


@pytest.mark.parametrize("name", CUTS)
def test_a_cut_font_has_each_character_that_its_face_claims(name: str, cuts: dict[str, fonts.Cut]) -> None:
    cut = cuts[name]
    found = finders.find(f"made/{cut.name}.woff2")
    assert isinstance(found, str)
    with TTFont(found) as font:
        assert cut.characters - font.getBestCmap().keys() == set()
    assert cut.css() in read("made/fonts.css")


def test_titles_and_names_of_the_sample_catalogue_need_no_slices(cuts: dict[str, fonts.Cut]) -> None:
    covered = frozenset().union(*(cut.characters for cut in cuts.values()))
    assert set(map(ord, "铁西区工廠Sátántangó Tiě Xī Qū")) <= covered


def test_titles_of_another_catalogue_join_the_cut(tmp_path: Path) -> None:
    titles = tmp_path / "titles.json"
    titles.write_text('[{"text": "龘龖"}]')
    assert fonts.of_titles([titles]) - fonts.of_titles([]) == {ord("龘"), ord("龖")}


def test_ranges_are_written_as_css_has_them() -> None:
    assert fonts.ranges([0x41, 0x42, 0x43, 0xE9]) == "U+41-43,U+E9"
