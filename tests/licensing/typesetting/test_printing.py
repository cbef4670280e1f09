"""What our documents can print, and that nothing is kept or issued that they cannot."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pypdf import PdfReader
from pytest_django import Settings

from accounts.models import User
from catalog.exchange.catalogue import read_catalogue
from catalog.exchange.records import FilmRecord, PartRecord
from catalog.models import Film
from licensing.buyers.institutions import register_institution
from licensing.licences.issuing import issue_licences
from licensing.models import Institution, Invoice, Licence, LicenceType, NumberSeries, Order, Tier
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import place_order
from tests.licensing.conftest import NOW, TODAY, order_of, signed_in
from typesetting.fonts import check_fonts, document_fonts
from typesetting.pdf import typeset
from typesetting.printing import (
    PROBE,
    _named,
    refuse_unprintable,
    texts_of,
    unprintable,
    validate_printable,
)
from wording.refusals import Refused

RECORDS = Path(__file__).parents[3] / "catalog" / "data"


def printed(*texts: str) -> str:
    pdf = typeset(PROBE, {"lang": "en", "texts": texts}, made_at=NOW)
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize(
    "text",
    [
        "Zürich Łódź Tiě Xī Qū", "Đại học Hà Nội", "Музей Київ", "Μουσείο", "铁西区 鐵西區 堃", "日本語 かな カナ",
        "서울대학교 도서관", "ภาษาไทย", "দেশ", "Հայաստան", "საქართველო", "ẹ̀kọ́",
    ],
)  # fmt: skip
def test_documents_print_the_scripts_that_people_have(text: str) -> None:
    assert unprintable(text) == []
    assert text in printed(text)


@pytest.mark.parametrize(
    "text", ["جامعة القاهرة (كلية الآداب) 12", "האוניברסיטה העברית", "दिल्ली विश्वविद्यालय", "தமிழ்"]
)
def test_documents_print_scripts_whose_letters_move(text: str) -> None:
    assert unprintable(text) == []


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("School 😀", ["😀"]),
        ("a\x01b\u202ec", ["\x01", "\u202e"]),
        ("\ue000 ꦲ 😀 ꦲ", ["\ue000", "ꦲ", "😀"]),
        ("\u0378", ["\u0378"]),
        ("line\nfeed", []),
    ],
)
def test_unprintable_names_each_character_once(text: str, characters: list[str]) -> None:
    assert sorted(unprintable(text)) == sorted(characters)


def test_unprintable_names_at_most_ten() -> None:
    assert len(unprintable("".join(map(chr, range(0x1F600, 0x1F640))))) == 10


def test_refuse_unprintable_says_which_characters() -> None:
    with pytest.raises(Refused) as refused:
        refuse_unprintable("PO 😀", "\u202eevil")
    assert refused.value.code == "unprintable"
    assert refused.value.messages == [
        "Our documents cannot print these characters: U+202E “😀”. Please leave them out."
    ]


def test_every_title_of_the_catalogue_can_be_printed() -> None:
    films = read_catalogue(RECORDS).films
    works: list[FilmRecord | PartRecord] = [*films, *(part for film in films for part in film.parts)]
    titles = [title.text for work in works for title in (work.title, *work.titles)]
    assert unprintable(*titles) == []


def test_the_check_names_fonts_that_are_not_there(settings: Settings, tmp_path: Path) -> None:
    assert check_fonts() == []
    (tmp_path / "amiri" / "400Regular").mkdir(parents=True)
    (tmp_path / "amiri" / "400Regular" / "Amiri.ttf").touch()
    settings.DOCUMENT_FONTS = tmp_path
    [error] = check_fonts()
    assert error.id == "typesetting.E001"
    assert "noto-serif-sc, nanum-myeongjo, noto-serif-hebrew" in error.msg
    assert "amiri" not in error.msg


def test_the_fonts_of_the_system_are_not_used() -> None:
    assert set(document_fonts().families()) == {
        "Amiri", "DejaVu Sans Mono", "Libertinus Serif", "NanumMyeongjo", "New Computer Modern",
        "New Computer Modern Math", "Noto Sans Armenian", "Noto Sans Georgian", "Noto Sans Tamil", "Noto Sans Thai",
        "Noto Serif Bengali", "Noto Serif Devanagari", "Noto Serif Hebrew", "Noto Serif SC",
    }  # fmt: skip


@pytest.mark.parametrize("field", ["legal_name", "bill_to"])
def test_an_institution_is_not_registered_under_what_cannot_be_printed(teacher: User, field: str) -> None:
    words: dict[str, Any] = {"legal_name": "A School", "bill_to": "1 Main Street", field: "School 😀"}
    with pytest.raises(ValidationError) as refused:
        register_institution(tier=Tier.K12, country="US", by=teacher, **words)
    assert {name: errors[0].code for name, errors in refused.value.error_dict.items()} == {
        field: "unprintable"
    }
    assert not Institution.objects.exists()


def test_the_registration_form_says_it_beside_the_field(teacher: User) -> None:
    data = {"legal_name": "School 😀", "tier": "k-12", "country": "US"}
    answer = signed_in(teacher).post("/institutions/new/", data)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["legal_name"]


def test_the_office_cannot_write_what_cannot_be_printed(school: Institution, office: User) -> None:
    data = {
        "legal_name": "School 😀", "tier": "k-12", "country": "US", "bill_to": "", "ship_to": "",
        "sites-TOTAL_FORMS": "0", "sites-INITIAL_FORMS": "0", "mailboxes-TOTAL_FORMS": "0", "mailboxes-INITIAL_FORMS": "0",
    }  # fmt: skip
    answer = signed_in(office).post(f"/admin/licensing/institution/{school.pk}/change/", data)
    assert list(answer.context["adminform"].form.errors) == ["legal_name"]


def test_an_order_is_refused_with_a_number_that_cannot_be_printed(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    with pytest.raises(Refused) as refused:
        place_order(
            institution=school, lines=[(film, site)], method="purchase-order", purchase_order_number="PO-😀",
            by=teacher, starts_on=TODAY,
        )  # fmt: skip
    assert refused.value.code == "unprintable"
    assert not Order.objects.exists()


def test_an_order_is_refused_for_a_film_whose_title_cannot_be_printed(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    film.title = "The 😀 Film"
    with pytest.raises(Refused, match="😀"):
        order_of(school, teacher, [(film, site)])


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Order, {"purchase_order_number": "PO 😀"}),
        (Institution, {"legal_name": "School 😀"}),
        (Institution, {"bill_to": "1 Main Street 😀"}),
        (Film, {"title": "Film 😀"}),
        (LicenceType, {"name": "Type 😀"}),
    ],
)
def test_nothing_is_issued_that_cannot_be_printed(
    order: Order, office: User, model: type[Order], change: dict[str, str]
) -> None:
    model.objects.update(**change)
    with pytest.raises(Refused) as refused:
        issue_invoice(order=order, by=office)
    order.refresh_from_db()
    assert (refused.value.code, order.status, Invoice.objects.count()) == ("unprintable", "placed", 0)
    assert not NumberSeries.objects.filter(name__startswith="INV").exists()


def test_a_part_whose_title_cannot_be_printed_holds_up_the_invoice_not_the_licence(
    order: Order, office: User, rails: Film
) -> None:
    """The certificate draws the parts of a whole, which the invoice does not name."""
    Film.objects.filter(pk=rails.pk).update(title="Rails 😀")
    with pytest.raises(Refused) as refused:
        issue_invoice(order=order, by=office)
    assert refused.value.code == "unprintable"


def test_no_licence_is_issued_that_cannot_be_printed(order: Order) -> None:
    Order.objects.update(status=Order.Status.PAID)
    Institution.objects.update(legal_name="School 😀")
    with pytest.raises(Refused) as refused:
        issue_licences(order=order)
    assert (refused.value.code, Licence.objects.count()) == ("unprintable", 0)


def test_texts_of_a_document_leave_out_its_language() -> None:
    assert list(texts_of({"lang": "en", "a": ["b", {"c": "d", "n": 1, "none": None}]})) == ["b", "d"]


def test_validate_printable_lets_names_pass() -> None:
    validate_printable("서울대학교\n1 관악로")


@pytest.mark.parametrize(
    ("character", "said"), [("\u0301", "U+0301"), ("\u202e", "U+202E"), ("😀", "“😀”"), ("\ue000", "U+E000")]
)
def test_what_nobody_could_see_is_named_by_its_number(character: str, said: str) -> None:
    assert _named(character) == said
