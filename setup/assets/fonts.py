"""Fonts cut to what is read: the Latin of our languages and of names, and the Chinese of titles and of the site's own words.

Each cut is a face with the `unicode-range` of just its characters, so that a page loads what it shows. Behind them stand the whole
fonts' slices: for other scripts in fonts.css, for other Chinese in Noto Serif SC's own sheet, which js/fonts.js asks for.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po
from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.varLib import instancer

from setup.prepare import NODE_MODULES, RECORDS, ROOT

VARIABLE = NODE_MODULES / "@fontsource-variable"
CHINESE = NODE_MODULES / "@expo-google-fonts" / "noto-serif-sc"
LATIN = frozenset(
    [
        *range(0x20, 0x7F),
        *range(0xA0, 0x100),
        0x131,
        0x152,
        0x153,
        0x2C6,
        0x2DA,
        0x2DC,
        *range(0x2010, 0x2016),
    ]
)
LATIN |= {
    *range(0x2018, 0x201F),
    0x2020,
    0x2022,
    0x2026,
    0x202F,
    0x2032,
    0x2033,
    0x2039,
    0x203A,
    0x2044,
    0x20AC,
    0x2122,
}
LATIN |= {0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2215, 0xFEFF, 0xFFFD}
EXTENDED = (
    frozenset([*range(0x100, 0x180), *range(0x1CD, 0x1DD), *range(0x218, 0x21C), *range(0x1E80, 0x1E86)])
    - LATIN
)
"""Central Europe, Turkish, Baltic, pinyin and romanised Japanese: the names in our credits."""
HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
LANGUAGE = "简体中文"  # in the footer of every page
PAGES = (
    "templates/base", "templates/catalog", "templates/components", "catalog/views", "catalog/search", "catalog/pages",
    "catalog/templatetags", "catalog/cards", "catalog/models/film", "wording/durations", "licensing/prices/catalogue/tier_filter",
    "licensing/templatetags", "screenings/templatetags",
)  # fmt: skip
"""Where the words are that a visitor reads first."""
CODES = re.compile(r"(?:countries|languages?): \[?([\w, -]+)")
CODE = re.compile(r"\b(?:[A-Z]{2}|[a-z]{2,3})\b")
FEATURES = ["ccmp", "locl", "kern", "liga", "mark", "mkmk", "lnum", "tnum", "vert"]


@dataclass(frozen=True)
class Cut:
    """One file of `characters` out of `source`, for `family` at each of `weights` (CSS).

    A browser looks for a character among the faces of one weight alone: cuts of a family must have the weights of its other faces.
    """

    name: str
    family: str
    weights: tuple[str, ...]
    source: Path
    characters: frozenset[int]
    axis: tuple[int, int] | None = None

    def css(self) -> str:
        return "".join(
            f'@font-face{{font-family:"{self.family}";font-style:normal;font-display:swap;font-weight:{weight};'
            f'src:url("{self.name}.woff2") format("woff2");unicode-range:{ranges(self.characters)}}}\n'
            for weight in self.weights
        )


def write(folder: Path, texts: Iterable[Path]) -> None:
    """The cuts as WOFF2, and fonts.css with their faces behind those of the whole fonts."""
    css = [_whole("noto-serif", "noto-serif"), _whole("source-sans-3", "source-sans")]
    for cut in cuts(texts):
        (folder / f"{cut.name}.woff2").write_bytes(_font(cut))
        css.append(cut.css())
    (folder / "fonts.css").write_text("".join(css))


def cuts(texts: Iterable[Path]) -> Iterator[Cut]:
    axis = (400, 700)  # the lightest and the boldest that our sheets ask for
    for part, characters in (("latin", LATIN), ("latin-ext", EXTENDED)):
        source = VARIABLE / "noto-serif" / "files" / f"noto-serif-{part}-wght-normal.woff2"
        yield Cut(f"serif-{part}", "Noto Serif Variable", ("100 900",), source, _in(source, characters), axis)
        source = VARIABLE / "source-sans-3" / "files" / f"source-sans-3-{part}-wght-normal.woff2"
        yield Cut(
            f"sans-{part}", "Source Sans 3 Variable", ("200 900",), source, _in(source, characters), axis
        )
    family, titles = "Noto Serif SC Titles", of_titles(texts)
    regular = CHINESE / "400Regular" / "NotoSerifSC_400Regular.ttf"
    bold = CHINESE / "600SemiBold" / "NotoSerifSC_600SemiBold.ttf"
    yield Cut("han-titles-400", family, ("400",), regular, _in(regular, titles))
    yield Cut("han-titles-600", family, ("600 700",), bold, _in(bold, titles))
    catalogue = of_catalogue() - titles
    yield Cut("han-catalogue", family, ("400", "600 700"), bold, _in(bold, catalogue))
    yield Cut(
        "han-interface", family, ("400", "600 700"), bold, _in(bold, of_interface() - catalogue - titles)
    )


def of_titles(texts: Iterable[Path]) -> frozenset[int]:
    """Of the sample catalogue, the files handed in, and the names of languages in the footer."""
    files = [*ROOT.glob(RECORDS), *texts]
    return _han(LANGUAGE + "".join(path.read_text() for path in files))


def of_catalogue() -> frozenset[int]:
    """Of what the pages of films say in Chinese, and of the countries and languages of the sample's films."""
    reader = Locale("zh", script="Hans")
    records = "".join(path.read_text() for path in ROOT.glob(RECORDS))
    codes = CODE.findall(" ".join(CODES.findall(records)))
    names = [reader.territories.get(code, "") + reader.languages.get(code, "") for code in codes]
    return _han("".join([*_said_at(PAGES), *names]))


def of_interface() -> frozenset[int]:
    """Of all that the site itself says in Chinese."""
    return _han("".join(_said_at(("",))))


def _said_at(places: tuple[str, ...]) -> Iterator[str]:
    """The Chinese sentences of the files whose paths begin so."""
    with (ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po").open("rb") as catalogue:
        for message in read_po(catalogue):
            if any(path.startswith(places) for path, _line in message.locations):
                text = message.string or ""
                yield text if isinstance(text, str) else "".join(text)


def ranges(characters: Iterable[int]) -> str:
    """As CSS has it: `U+20-7E,U+A0`."""
    runs: list[list[int]] = []
    for one in sorted(characters):
        if runs and one == runs[-1][1] + 1:
            runs[-1][1] = one
        else:
            runs.append([one, one])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def _han(text: str) -> frozenset[int]:
    return frozenset(map(ord, HAN.findall(text)))


def _in(source: Path, characters: frozenset[int]) -> frozenset[int]:
    """The characters that a font has: a face must not claim others."""
    with load_font(str(source), Options(), dontLoadGlyphNames=True) as font:
        known: dict[int, str] = font.getBestCmap()
    return characters & known.keys()


def _font(cut: Cut) -> bytes:
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True)
    options.flavor = "woff2"
    font = load_font(str(cut.source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=cut.characters)
    subsetter.subset(font)
    if cut.axis:
        font = instancer.instantiateVariableFont(font, {"wght": cut.axis}, inplace=True)
    stream = io.BytesIO()
    save_font(font, stream, options)
    return stream.getvalue()


def _whole(package: str, place: str) -> str:
    """The package's own faces, from where static files lay them (STATICFILES_DIRS)."""
    sheet = (VARIABLE / package / "wght.css").read_text()
    return sheet.replace("url(./files/", f"url(../vendor/{place}/files/")
