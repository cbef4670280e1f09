"""Template tags for a film: its names in their scripts, its makers, its countries and languages, its poster."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django import template

from catalog.exports.picture import paint_of
from catalog.models import Credit, Film, Person, PersonName, ScreeningCopy, Title
from catalog.reels.films import film_cuts
from catalog.search.words.folding import fold
from wording.countries import country_label, language_label, territory_label
from wording.enumeration import enumerated
from wording.translations import Said, said

register = template.Library()
register.filter("country", country_label)
register.filter("language", language_label)

SCRIPTS_SET_UPRIGHT = ("zh", "ja", "ko")
SHORT_UPRIGHT, LONGEST_UPRIGHT = 4, 6
SIZES = (("short", 14, 8), ("medium", 30, 10))
"""Sizes of a poster's lettering: the name, the most columns of the title, the longest word that fits a line."""


@register.filter(needs_autoescape=True)
def marked(text: Said, autoescape: bool = True) -> str:
    """A text of the office with its language, where the page has another one; in plain text the text alone."""
    return text.html() if autoescape else text.text


@register.filter("said", needs_autoescape=True)
def said_of(row: object, word: str, autoescape: bool = True) -> str:
    """A translated text of a row: `{{ subject|said:"name" }}`."""
    return marked(said(row, word), autoescape)


@register.filter
def telling(row: object, word: str) -> Said:
    """A translated text of a row with its language, for texts that are not plain: `{% with text=row|telling:"text" %}`."""
    return said(row, word)


@register.filter(needs_autoescape=True)
def territory(name: str, autoescape: bool = True) -> str:
    return marked(territory_label(name), autoescape)


@register.filter
def countries(film: Film) -> str:
    return enumerated(map(country_label, film.countries))


@register.filter
def languages(film: Film) -> str:
    return enumerated(map(language_label, film.languages))


@register.filter
def language_list(tags: Iterable[str]) -> str:
    return enumerated(map(language_label, tags))


@register.filter
def makers(film: Film) -> Sequence[Person]:
    """The directors, from prefetched rows; for a part without any, those of its whole."""
    given: Iterable[Credit] = film.maker_credits if hasattr(film, "maker_credits") else film.credits.all()
    found = [credit.person for credit in given if credit.role == Credit.Role.DIRECTOR]
    return found or (makers(film.part_of) if film.part_of else [])


@register.filter
def other_names(person: Person) -> list[PersonName]:
    """All names but the two that stand above them. One query."""
    shown = {person.name, person.original_name}
    return [name for name in person.names.all() if name.text not in shown]


@register.filter
def original_title(film: Film) -> Title | None:
    """The first original title that differs from the one shown first."""
    originals = (title for title in film.titles.all() if title.kind == Title.Kind.ORIGINAL)
    return next((title for title in originals if fold(title.text) != fold(film.title)), None)


@register.filter
def other_titles(film: Film) -> list[Title]:
    """All titles except the one shown first, the original before the others."""
    titles = [
        title
        for title in film.titles.all()
        if fold(title.text) != fold(film.title) or title.text != film.title
    ]
    return sorted(titles, key=lambda title: title.kind != Title.Kind.ORIGINAL)


@register.filter
def is_web(address: str) -> bool:
    """Whether an address is a web address; some sources are files."""
    return address.startswith(("https://", "http://"))


@register.filter
def without_stop(sentence: str) -> str:
    """A sentence as it is written in brackets inside another."""
    return sentence.removesuffix(".")


@register.filter
def copy_format(value: str) -> str:
    return str(dict(ScreeningCopy.Format.choices).get(value, value))


@register.inclusion_tag("components/poster.html")
def poster(film: Film) -> dict[str, object]:
    """A poster drawn from the film's own facts; beside its title it is decoration, and hidden from screen readers."""
    original = original_title(film)
    shown = original.text if original else film.title
    is_upright = (
        original is not None
        and original.language.split("-")[0] in SCRIPTS_SET_UPRIGHT
        and len(shown) <= LONGEST_UPRIGHT
    )
    paint = paint_of(film.slug, film.colour)
    return {
        "film": film,
        "original": original,
        "is_upright": is_upright,
        "paint": "mono" if paint is None else paint,
        "size": _size(shown, is_upright=is_upright),
        "cuts": film_cuts(film),
    }


def _size(text: str, *, is_upright: bool) -> str:
    if is_upright:
        return "short" if len(text) <= SHORT_UPRIGHT else "medium"
    length = sum(2 if character >= "\u2e80" else 1 for character in text)
    longest_word = max(map(len, text.split()), default=0)
    for name, most, longest in SIZES:
        if length <= most and longest_word <= longest:
            return name
    return "long"
