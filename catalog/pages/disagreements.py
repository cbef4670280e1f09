"""Facts on which sources disagree: which values they state, and who states them. The film's own value is the distributor's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from catalog.models import Credit, Film, Statement
from wording.countries import country_label, language_label
from wording.enumeration import enumerated


@dataclass(frozen=True, slots=True)
class Claim:
    value: str
    is_ours: bool
    statements: list[Statement] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One fact with two or more values: ours first, then by the number of sources."""

    fact: str
    label: str
    claims: list[Claim]


def disagreements(film: Film, statements: Iterable[Statement]) -> list[Disagreement]:
    """Facts of a film on which its sources, by these statements with their sources, differ from each other or from us."""
    by_fact: dict[tuple[str, str], dict[str, list[Statement]]] = {}
    for statement in statements:
        role, value = _role_and_value(statement)
        by_fact.setdefault((statement.fact, role), {}).setdefault(value, []).append(statement)
    return [
        found
        for (fact, role), values in sorted(by_fact.items(), key=lambda item: _order(item[0]))
        for found in _disagreement(film, fact, role, values)
    ]


def _role_and_value(statement: Statement) -> tuple[str, str]:
    """A credit is stated as “editing: Wang Bing”, and conflicts only with other statements about that role."""
    if statement.fact == Statement.Fact.CREDIT and ":" in statement.value:
        role, _, names = statement.value.partition(":")
        return role.strip(), names.strip()
    return "", statement.value


def _order(key: tuple[str, str]) -> tuple[int, str]:
    return Statement.Fact.values.index(key[0]), key[1]


def _disagreement(
    film: Film, fact: str, role: str, values: dict[str, list[Statement]]
) -> Iterator[Disagreement]:
    ours = _own_value(film, fact)
    known = {ours: [], **values} if ours is not None else values
    if len(known) > 1:
        claims = [
            Claim(_shown(fact, value), value == ours, statements) for value, statements in known.items()
        ]
        claims.sort(key=lambda claim: (not claim.is_ours, -len(claim.statements), claim.value))
        yield Disagreement(fact, _label(fact, role), claims)


def _label(fact: str, role: str) -> str:
    roles = dict(Credit.Role.choices)
    return str(roles.get(role, role)) if role else str(Statement.Fact(fact).label)


def _own_value(film: Film, fact: str) -> str | None:
    values: dict[Statement.Fact, str | None] = {
        Statement.Fact.YEAR: str(film.year),
        Statement.Fact.RUNTIME: str(film.runtime) if film.runtime else None,
        Statement.Fact.COLOUR: film.colour,
        Statement.Fact.COUNTRIES: ", ".join(film.countries),
        Statement.Fact.LANGUAGES: ", ".join(film.languages),
    }
    return values.get(Statement.Fact(fact))


def _shown(fact: str, value: str) -> str:
    match fact:
        case Statement.Fact.COUNTRIES:
            return enumerated(country_label(code.strip()) for code in value.split(","))
        case Statement.Fact.LANGUAGES:
            return enumerated(language_label(tag.strip()) for tag in value.split(","))
        case Statement.Fact.COLOUR if value in Film.Colour.values:
            return str(Film.Colour(value).label)
    return value
