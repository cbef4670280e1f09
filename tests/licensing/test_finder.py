"""The licence finder: its question, its answers, and the notes that are kept of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from accounts.requests.limits import forget_all
from catalog.models import Film
from catalog.search.indexing import index_films
from licensing.licences.finder.notes import delete_note
from licensing.models import FinderNote, Institution, Licence, LicenceType, Membership, Price, Role
from licensing.terms.class_use import FACE_TO_FACE
from tests.licensing.conftest import TODAY, person, signed_in
from wording.refusals import Refused

type Queries = Callable[[int], AbstractContextManager[Any]]
FINDER = "/licence-finder/"
CLASS = {"film": "west-of-the-tracks", "use": "classroom", "tier": "k-12", "country": "US", "lasts": "year"}
EVENING = CLASS | {"use": "public-screening", "people": "80", "lasts": "day", "country": "US"}


@pytest.fixture
def guest(db: None) -> Client:
    return Client()


@pytest.fixture
def listed(film: Film, site: LicenceType, screening: LicenceType, copy: LicenceType) -> None:
    """A price list of three types, and the film in the index of titles."""
    index_films(Film.objects.all())


def test_the_cheapest_licence_is_named_with_its_reason(guest: Client, listed: None) -> None:
    page = guest.get(FINDER, CLASS)
    assert page.status_code == 200
    assert "“Site, three years” for “West of the Tracks” costs $195.00." in page.text
    assert "It would begin on 1 March 2027 and last until 28 February 2030." in page.text
    assert "It is the cheapest of 2 licences on sale that are enough." in page.text
    assert "“Copy” for “West of the Tracks” costs $395.00." in page.text


def test_the_cheapest_goes_to_the_cart_by_one_button(
    guest: Client, listed: None, film: Film, site: LicenceType
) -> None:
    page = guest.get(FINDER, CLASS).text
    assert page.count(">Add to cart<") == 1
    guest.post("/cart/add/", {"film": film.pk, "licence_type": site.pk, "tier": "k-12"})
    assert "$195.00" in guest.get("/cart/").text
    assert ">Add to cart<" not in guest.get(FINDER, CLASS).text


def test_a_refusal_names_the_smallest_change(guest: Client, listed: None) -> None:
    page = guest.get(FINDER, EVENING | {"people": "150"}).text
    assert "No licence on the price list covers this" in page
    assert "It allows an audience of 100; 150 are expected." in page
    assert "With a small change there is one" in page
    assert "Let in at most 100 people." in page


def test_a_cheaper_one_is_named_where_a_small_change_makes_it_enough(
    guest: Client, listed: None, film: Film
) -> None:
    page = guest.get(FINDER, CLASS | {"lasts": "five-years"}).text
    assert "“Copy” for “West of the Tracks” costs $395.00." in page
    assert "With a small change a cheaper one is enough" in page
    assert "Show it on 28 February 2030 at the latest." in page


def test_class_use_that_the_law_allows_is_said_honestly(guest: Client, listed: None) -> None:
    page = guest.get(FINDER, CLASS).text
    assert "You may need no licence: 17 U.S.C. 110(1)" in page
    assert "This is information, not legal advice." in page
    assert "As you describe it, the law asks for no licence" not in page
    page = guest.get(FINDER, CLASS | {"confirmed": sorted(FACE_TO_FACE.codes)}).text
    assert "As you describe it, the law asks for no licence: 17 U.S.C. 110(1)." in page
    assert "17 U.S.C." not in guest.get(FINDER, CLASS | {"country": "CA"}).text


def test_a_whole_film_streamed_needs_a_licence_under_the_teach_act(guest: Client, listed: None) -> None:
    page = guest.get(FINDER, CLASS | {"use": "campus-streaming", "people": "30"}).text
    assert "It never allows a whole film to be streamed: for that a licence is needed." in page
    assert "Only reasonable and limited portions of the film are shown." in page


def test_where_we_may_not_license_the_film_is_said(guest: Client, listed: None) -> None:
    assert (
        "We may not license “West of the Tracks” in France."
        in guest.get(FINDER, CLASS | {"country": "FR"}).text
    )


def test_a_film_is_found_by_its_title_and_chosen_among_several(guest: Client, listed: None) -> None:
    asked = {name: value for name, value in CLASS.items() if name != "film"}
    assert "$195.00" in guest.get(FINDER, asked | {"title": "West of the Tracks"}).text
    several = guest.get(FINDER, asked | {"title": "west of"}).text
    assert "Several films and parts are found. Choose one of them." in several
    assert 'value="west-of-the-tracks/rust"' in several
    assert "$90.00" in guest.get(FINDER, asked | {"title": "west of", "film": "west-of-the-tracks/rust"}).text
    nothing = guest.get(FINDER, asked | {"title": "Xyzzyx Quux"}).text
    assert "No film or part is found under “Xyzzyx Quux”." in nothing


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"film": "no-such-film"}, "Say which film or part you mean."),
        ({"use": "magic"}, "Select a valid choice."),
        ({"use": "public-screening"}, "Say how many people will watch, at most."),
        ({"people": "-1"}, "Ensure this value is greater than or equal to 1."),
        ({"people": "9" * 30}, "Enter ten million at most."),
        ({"starts": "2027-02-28"}, "Choose today or a later day."),
        ({"starts": "9999-12-31"}, "A licence can begin at most eighteen months after it is ordered."),
        ({"starts": "soon"}, "Enter a valid date."),
        ({"tier": ""}, "Choose one."),
        ({"country": "QQ"}, "Select a valid choice."),
        ({"confirmed": "everything"}, ""),
    ],
)
def test_what_is_wrong_is_said_in_sentences(
    guest: Client, listed: None, wrong: dict[str, str], sentence: str
) -> None:
    page = guest.get(FINDER, CLASS | wrong)
    assert page.status_code == 200
    assert page.context["asked"] is None
    assert sentence in page.text


def test_what_is_held_already_is_said_to_members_alone(
    licence: Licence, listed: None, school: Institution, teacher: User, outsider: User, guest: Client
) -> None:
    asked = CLASS | {"institution": str(school.pk)}
    assert (
        f"You do not need to buy anything. Licence {licence.number} covers it."
        in signed_in(teacher).get(FINDER, asked).text
    )
    for client in (signed_in(outsider), guest):
        page = client.get(FINDER, asked)
        assert page.context["asked"] is None
        assert licence.number not in page.text


def test_members_keep_an_answer_and_only_they_see_it(
    listed: None,
    school: Institution,
    teacher: User,
    colleague: User,
    outsider: User,
    office: User,
    guest: Client,
) -> None:
    reader = person("reader@school.example")
    Membership.objects.create(institution=school, user=reader, role=Role.READER)
    query = "&".join(f"{name}={value}" for name, value in (CLASS | {"institution": str(school.pk)}).items())
    keep = f"{FINDER}keep/"
    signed_in(reader).post(keep, {"query": query})
    assert signed_in(outsider).post(keep, {"query": query}).status_code == 404
    assert guest.post(keep, {"query": query})["Location"].startswith("/account/login/")
    assert FinderNote.objects.count() == 0
    for _twice in range(2):
        kept = signed_in(teacher).post(keep, {"query": query})
    note = FinderNote.objects.get()
    assert kept["Location"] == note.get_absolute_url()
    assert note.question.startswith("West of the Tracks\n")
    assert "“Site, three years” for “West of the Tracks” costs $195.00." in note.answer
    for user in (teacher, colleague, reader, office):
        assert "Asked on 1 March 2027" in signed_in(user).get(note.get_absolute_url()).text
    assert signed_in(outsider).get(note.get_absolute_url()).status_code == 404
    assert note.get_absolute_url() in signed_in(colleague).get(school.get_absolute_url()).text


def test_a_note_is_deleted_by_who_may_keep_one(
    school: Institution, teacher: User, colleague: User, outsider: User, office: User, guest: Client
) -> None:
    reader = person("reader@school.example")
    Membership.objects.create(institution=school, user=reader, role=Role.READER)

    def made() -> FinderNote:
        return FinderNote.objects.create(
            institution=school, asked_on=TODAY, question="Rust\nMore", answer="Yes.", language="en"
        )

    note = made()
    page, delete = note.get_absolute_url(), f"{note.get_absolute_url()}delete/"
    assert [signed_in(user).post(delete).status_code for user in (reader, outsider)] == [404, 404]
    assert guest.post(delete)["Location"].startswith("/account/login/")
    assert "Delete this note" not in signed_in(reader).get(page).text
    with pytest.raises(Refused, match="You may not delete"):
        delete_note(note=note, by=reader)
    assert FinderNote.objects.count() == 1
    for user in (teacher, colleague, office):
        note = made() if user is not teacher else note
        assert "Delete this note" in signed_in(user).get(note.get_absolute_url()).text
        done = signed_in(user).post(f"{note.get_absolute_url()}delete/", follow=True)
        assert "The note is deleted." in done.text
        assert not FinderNote.objects.filter(pk=note.pk).exists()


def test_the_finder_is_in_the_menu(guest: Client, db: None) -> None:
    page = guest.get(FINDER).text
    assert page.count('<li><a href="/licence-finder/" aria-current="page">Licence finder</a></li>') == 2


@pytest.mark.parametrize("query", ["", "use=classroom", "use=classroom&film=%00", "x" * 3000])
def test_nothing_is_kept_of_a_question_that_is_not_complete(
    teacher: User, school: Institution, query: str
) -> None:
    assert signed_in(teacher).post(f"{FINDER}keep/", {"query": query}).status_code == 404


@pytest.mark.parametrize("types", [1, 3])
def test_an_answer_costs_the_same_with_one_type_and_with_three(
    guest: Client, film: Film, site: LicenceType, types: int, django_assert_num_queries: Queries, request: Any
) -> None:
    if types > 1:
        request.getfixturevalue("screening")
        request.getfixturevalue("copy")
    with django_assert_num_queries(9):
        assert guest.get(FINDER, CLASS).status_code == 200


def test_guests_are_limited(guest: Client, listed: None, settings: Settings) -> None:
    settings.LIMITS = settings.LIMITS | {"finder": "2/minute"}
    forget_all()
    assert [guest.get(FINDER, CLASS).status_code for _ in range(3)] == [200, 200, 429]
    assert guest.get(FINDER).status_code == 200
    forget_all()


def test_a_guarantee_is_not_ranked_as_if_it_were_the_price(
    guest: Client, listed: None, site: LicenceType
) -> None:
    Price.objects.filter(licence_type=site).update(fee_form="percentage", percent=35)
    page = guest.get(FINDER, CLASS).text
    assert "costs $195.00 at first. The whole fee: 35 per cent of the box office, at least $195.00." in page
    assert "It is the cheapest" not in page
    assert "2 licences on sale are enough, and another one may cost less in the end." in page


def test_the_offer_stands_above_the_conditions_of_the_law(guest: Client, listed: None) -> None:
    codes = [each.code for each in guest.get(FINDER, CLASS).context["asked"].sections]
    assert codes[:2] == ["offers", "law"]
    every: dict[str, Any] = CLASS | {"confirmed": sorted(FACE_TO_FACE.codes)}
    codes = [each.code for each in guest.get(FINDER, every).context["asked"].sections]
    assert codes[:2] == ["law", "offers"]
