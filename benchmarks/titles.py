"""Films to search among: generated ones, which look like a catalogue's, or titles from a file."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ONSETS = (
    "b",
    "br",
    "c",
    "ch",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "tr",
    "v",
    "w",
)
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
CODAS = ("", "", "n", "r", "l", "s", "m", "t", "ck", "nd")
COMMON = [
    "the",
    "of",
    "and",
    "a",
    "in",
    "to",
    "life",
    "my",
    "city",
    "film",
    "story",
    "people",
    "last",
    "night",
    "love",
    "house",
    "river",
    "land",
    "years",
    "without",
]
HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
VOCABULARY, MAKERS_PER_FILM, FIRST_YEAR, YEARS = 30_000, 4, 1920, 105
LONGEST_SYNOPSIS = 60


@dataclass(frozen=True, slots=True)
class Made:
    title: str
    language: str
    year: int
    runtime: int
    maker: str
    synopsis: str


def generated(count: int, seed: int = 20_26) -> Iterator[Made]:
    """Words are as frequent as in a language (Zipf), so that many films share some; one film in eight is Chinese."""
    dice = random.Random(seed)  # noqa: S311 - the same films each time
    words = [*COMMON, *(_word(dice) for _ in range(VOCABULARY))]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    drawn = iter(lambda: dice.choices(words, weights, k=100_000), None)
    said = (word for many in drawn for word in many)
    makers = [f"{_word(dice)} {_word(dice)}".title() for _ in range(max(1, count // MAKERS_PER_FILM))]
    for _ in range(count):
        if dice.random() < 1 / 8:
            title, language = "".join(dice.choices(HAN, k=dice.randint(2, 7))), "zh-Hans"
        else:
            title, language = " ".join(islice(said, dice.choice((1, 2, 2, 3, 3, 4, 5, 7)))).title(), "en"
        synopsis = " ".join(islice(said, dice.randint(15, LONGEST_SYNOPSIS)))
        yield Made(
            title,
            language,
            FIRST_YEAR + dice.randrange(YEARS),
            dice.randint(5, 600),
            dice.choice(makers),
            synopsis,
        )


def _word(dice: random.Random) -> str:
    syllables = dice.choice((1, 2, 2, 3, 3))
    return "".join(dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(CODAS) for _ in range(syllables))


def listed(path: Path) -> Iterator[Made]:
    """From a file with a title on each line; after tabs a year, a maker and a synopsis, if they are known."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            title, year, maker, synopsis = (*line.rstrip("\n").split("\t"), "", "", "", "")[:4]
            if title.strip():
                yield Made(
                    title.strip()[:250],
                    "und",
                    int(year) if year.isdigit() else 2000,
                    90,
                    maker[:200],
                    synopsis,
                )


def with_a_slip(text: str, dice: random.Random) -> str:
    """One letter, sign or space left out, added, changed, or swapped with its neighbour, anywhere."""
    at = dice.randrange(len(text))
    letters = HAN if "\u4e00" <= text[at] <= "\u9fff" else "abcdefghijklmnopqrstuvwxyz"
    match dice.randrange(4):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + dice.choice(letters) + text[at:]
        case 2:
            return text[:at] + dice.choice(letters) + text[at + 1 :]
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
