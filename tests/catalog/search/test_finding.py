"""What a query finds, in which order, and what it costs."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from catalog.models import Credit, Film, Person, PersonName, Title
from catalog.search import finding
from catalog.search.asking import Question
from catalog.search.finding import TooSlow, find, patient, statements_of
from catalog.search.indexing import index_films
from catalog.search.words import slips
from tests.catalog.make import make_film, make_west_of_the_tracks
from tests.standing import standing

pytestmark = pytest.mark.django_db


def titles(query: str) -> list[str]:
    names = dict(Film.objects.values_list("pk", "title"))
    return [names[key] for key in find(Film.objects.public_wholes(), query).keys]


@standing
def west() -> Film:
    film = make_west_of_the_tracks()
    Film.objects.filter(part_of=film, slug="rust").update(
        synopsis="The workers of three *factories* lose their posts."
    )
    Film.objects.filter(pk=film.pk).update(synopsis="Of labour, and of a district that is given up.")
    Title.objects.create(
        film=film.parts.get(slug="rust"), text="工廠", language="zh-Hant", kind=Title.Kind.ORIGINAL
    )
    index_films([film])
    return film


@pytest.mark.parametrize(
    "query",
    [
        "鐵西區", "铁西", "西區", "铁", "工厂", "工廠", "Tie Xi Qu", "tiexi qu", "westofthetracks", "west of", "wes",
        "factory", "factories", "labor", "labour", "labor district", "wang 2003", "2003", "王兵 铁西区", "兵 王",
        "bing rust",
    ],
)  # fmt: skip
def test_a_film_is_found_by_any_of_its_words_in_any_script(west: Film, query: str) -> None:
    make_film()
    assert titles(query) == ["West of the Tracks"]


@pytest.mark.parametrize(
    "query",
    [
        "west of the trakcs", "west of teh tracks", "wst of the tracks", "west of the trackss", "we st of the tracks",
        "westof the tracks", "westxof the tracks", "wes tof the tracks", "west fo the tracks", "wamg bing", "铁四区",
        "rialways", "lobour district", "Rmenants",
    ],
)  # fmt: skip
def test_one_slip_anywhere_is_forgiven(west: Film, query: str) -> None:
    make_film()
    assert titles(query) == ["West of the Tracks"]


@pytest.mark.parametrize(
    "query",
    ["贾樟柯", "賈樟柯", "樟柯", "Jia Zhangke", "zhangke jia", "jiazhangke", "Jiǎ Zhāngkē", "Jia Zhang-ke", "jia zhagnke", "賈樟柯 世界"],
)  # fmt: skip
def test_a_film_is_found_by_its_maker_in_any_script(west: Film, query: str) -> None:
    """Simplified and traditional are one; a spelling that differs is a name of its own."""
    maker = Person.objects.create(
        slug="jia-zhangke", name="Jia Zhangke", original_name="贾樟柯", original_language="zh-Hans"
    )
    PersonName.objects.create(person=maker, text="Jia Zhang-ke", language="en")
    film = make_film("The World", "the-world")
    Title.objects.create(film=film, text="世界", language="zh-Hans", kind=Title.Kind.ORIGINAL)
    Credit.objects.create(film=film, person=maker, role=Credit.Role.DIRECTOR)
    index_films([film])
    assert titles(query) == ["The World"]


def test_the_exact_title_stands_first_however_common_its_words() -> None:
    for number in range(30):
        make_film(f"Out {number} and Out 1 More", f"out-{number}", synopsis="Out 1, Shoah.")
    make_film("Shoah and After", "after")
    make_film("Shoah", "shoah")
    make_film("Out 1", "out-one")
    assert titles("out 1")[0] == "Out 1"
    assert titles("OUT 1")[0] == "Out 1"
    assert titles("shoah")[:2] == ["Shoah", "Shoah and After"]


def test_a_title_is_found_without_its_article() -> None:
    make_film("Hunters of the North", "north")
    make_film("The Hunters", "hunters")
    assert titles("hunters") == ["The Hunters", "Hunters of the North"]


def test_a_slip_says_what_was_probably_meant(west: Film) -> None:
    found = find(Film.objects.public_wholes(), "west of the trakcs")
    assert (found.meant, found.exact) == ("west of the tracks", 0)
    assert find(Film.objects.public_wholes(), "west of the tracks").meant == ""


def test_two_characters_that_name_a_film_have_no_slip_and_others_may(west: Film) -> None:
    wages = make_film("Bitter Money", "wages")
    Title.objects.create(film=wages, text="工资", language="zh-Hans", kind=Title.Kind.ORIGINAL)
    index_films([wages])
    found = find(Film.objects.public_wholes(), "工廠")
    assert (found.keys, found.meant) == ([west.pk], "")
    assert set(titles("工贸")) == {"Bitter Money", "West of the Tracks"}  # nothing is named so


def test_words_that_nothing_has_are_left_out_when_nothing_else_is_found(west: Film) -> None:
    assert titles("rust zzyzzyx") == ["West of the Tracks"]
    assert titles("zzyzzyx") == []


@pytest.mark.parametrize(
    "query", ["?!...", "' | & ! :* <-> \\", "a" * 10_000, "铁 " * 5_000, "(((", "=", "\x00"]
)
def test_odd_queries_find_nothing_and_break_nothing(west: Film, query: str) -> None:
    assert titles(query) in ([], ["West of the Tracks"])


def test_a_film_named_by_signs_is_found_by_them() -> None:
    make_film("...", "dots")
    make_film()
    assert titles("...") == ["..."]


def test_what_visitors_may_not_see_is_not_found(west: Film) -> None:
    Film.objects.filter(pk=west.pk).update(is_published=False)
    assert titles("rust") == []


def test_a_search_makes_few_statements(west: Film, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(5):  # a savepoint and its release, the limit, names, what is told
        titles_of = find(Film.objects.public_wholes(), "West of the Tracks").keys
    assert titles_of == [west.pk]


def test_a_search_that_takes_too_long_is_given_up(west: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "TOLD", "SELECT 1, 1 FROM pg_sleep(20)")
    monkeypatch.setattr(finding, "SECONDS", 1)
    with pytest.raises(TooSlow):
        find(Film.objects.public_wholes(), "factory")
    monkeypatch.undo()
    assert titles("rust") == ["West of the Tracks"]  # the connection is as before


MANY = (
    """INSERT INTO catalog_film (slug, title, title_language, part_unit, kind, year, runtime, colour, countries, languages,
           synopsis, is_published)
       SELECT 'many-' || n, md5(n::text), 'en', '', 'documentary', 1990, 60, 'colour', '{}', '{}', '', true
       FROM generate_series(1, 10000) n""",
    """INSERT INTO catalog_searchentry (film_id, names, told, length)
       SELECT id, to_tsvector('simple', title), to_tsvector('simple', title), 32 FROM catalog_film WHERE slug LIKE 'many-%'""",
    """INSERT INTO catalog_searchword (word, near) SELECT left(title, 9), ARRAY[left(title, 9), left(title, 8)]
       FROM catalog_film WHERE slug LIKE 'many-%' ON CONFLICT DO NOTHING""",
    "ANALYZE catalog_film, catalog_searchentry, catalog_searchword",
)


def plan_of(statement: str, parameters: Any) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {statement}", parameters)
        return "\n".join(line for (line,) in cursor.fetchall())


def plans_of(question: Question) -> list[str]:
    with patient():
        return [plan_of(*each) for each in statements_of(Film.objects.public_wholes(), question) if each]


def test_every_way_to_a_film_and_to_words_that_are_near_is_by_an_index() -> None:
    """All of one filling, which takes longer than what is asked of it. No trigger sees it: the rows are all here."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for each in MANY:
            cursor.execute(each)
        cursor.execute("SET LOCAL session_replication_role = origin")
    for query in ("west of the tracks", "factory", "铁西", "wes"):
        named, told = plans_of(Question.typed(query))
        assert named.count("Bitmap Index Scan on search_names") == 3, query
        assert told.count("Bitmap Index Scan on search_told") == 1, query
        for plan in (named, told):
            assert not re.search("Seq Scan|Index Scan using", plan), plan
    many = tuple(f"{number:x}abc" for number in range(60))
    named, _told = plans_of(Question(("abc",), "=abc", instead={"abc": many}))
    assert named.count("Bitmap Index Scan on search_names") == 3, named
    near = plan_of(slips.NEAR.format(most=slips.MOST_NEAR), [["tracks", "trcks"], ["west", "of"]])
    assert "Seq Scan" not in near
    assert near.count("Bitmap Index Scan on search_near") == 1


def test_ten_films_that_only_tell_of_a_word_do_not_hide_what_was_meant() -> None:
    """The slip is in a word too short to be looked for in what is told."""
    for number in range(10):
        make_film(f"Film {number}", f"film-{number}", synopsis="On Cealfainhout, an island.")
    film = make_film("The Cealfainhout", "the-cealfainhout")
    found = find(Film.objects.public_wholes(), "Th Cealfainhuot")
    assert found.keys[0] == film.pk
    found = find(Film.objects.public_wholes(), "Ths Cealfainhout")
    assert (found.keys[0], found.meant) == (film.pk, "the cealfainhout")
    found = find(Film.objects.public_wholes(), "Teh Cealfainhout")
    assert (found.keys[0], found.meant) == (film.pk, "the cealfainhout")


def test_chinese_films_that_tell_of_half_the_characters_do_not_hide_what_was_meant() -> None:
    for number in range(10):
        make_film(f"Film {number}", f"film-{number}", synopsis="关于工厂的电影。")
    film = make_film("铁西区工厂的故事", "the-story", title_language="zh-Hans")
    assert find(Film.objects.public_wholes(), "铁西工厂的故事").keys[0] == film.pk


def test_a_letter_too_many_in_a_short_word_leaves_the_others_to_find_by() -> None:
    film = make_film("Babes in Arms", "babes-in-arms")
    make_film("The Ion", "the-ion")  # one slip from the word that is typed
    assert find(Film.objects.public_wholes(), "Babes ipn Arms").keys == [film.pk]


def test_ten_films_that_tell_of_all_words_are_what_was_asked() -> None:
    for number in range(10):
        make_film(f"Film {number}", f"film-{number}", synopsis="An island and its ferry.")
    found = find(Film.objects.public_wholes(), "ferry island")
    assert (len(found.keys), found.exact, found.meant) == (10, 10, "")
