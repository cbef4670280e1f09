from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, ProgrammingError, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image

from accounts.models import User
from office.distributor.files import LARGEST_LOGO
from office.distributor.keeping import keep_logo, keep_vendor_form
from office.distributor.missing import check_distributor, missing
from office.distributor.paper import paper_for
from office.distributor.snapshot import Selling
from office.models import BankAccount, Distributor, DistributorFile, LicenceTerms
from wording.refusals import Refused

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%%EOF"
DAY = date(2027, 3, 1)


def png(width: int = 30, height: int = 10, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height)).save(out, kind)
    return out.getvalue()


@pytest.fixture
def kept() -> Distributor:
    return Distributor.objects.create(
        legal_name="Long Films Inc.",
        contact_email="desk@long.example",
        address="1 Street\nTown",
        ein="12-3456789",
    )


def bank(**values: str) -> BankAccount:
    given = {"currency": "EUR", "holder": "Long Films", "bank": "A bank", "iban": "DE89370400440532013000"}
    return BankAccount.objects.create(**(given | values))


def terms(**values: object) -> LicenceTerms:
    given = {
        "version": "2027-1",
        "holds_from": DAY,
        "governing_law": "the laws of a state",
        "text": "Be kind.",
    }
    return LicenceTerms.objects.create(**(given | values))


@pytest.mark.parametrize(
    ("country", "choice", "size"),
    [
        ("US", "by-country", "us-letter"), ("CA", "by-country", "us-letter"), ("MX", "by-country", "us-letter"),
        ("FR", "by-country", "a4"), ("US", "a4", "a4"), ("FR", "us-letter", "us-letter"),
    ],
)  # fmt: skip
def test_paper_is_what_the_buyers_country_prints_on(country: str, choice: str, size: str) -> None:
    assert paper_for(country, choice) == size


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not-a-logo"),
        (png(kind="GIF"), "not-a-logo"),
        (png()[:40], "not-a-logo"),
        (png(2401, 1), "too-large"),
        (b"\x89PNG" + bytes(LARGEST_LOGO), "too-large"),
    ],
)
def test_logo_is_a_small_image(kept: Distributor, content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        keep_logo(distributor=kept, content=content)
    assert refused.value.code == code


def test_same_file_is_kept_once_and_never_changes(kept: Distributor) -> None:
    keep_logo(distributor=kept, content=png())
    keep_logo(distributor=kept, content=png(20))
    keep_logo(distributor=kept, content=png())
    assert DistributorFile.objects.count() == 2
    changes: list[Callable[[Any], Any]] = [
        lambda rows: rows.update(media_type="x"),
        lambda rows: rows.delete(),
    ]
    for change in changes:
        with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
            change(DistributorFile.objects.exclude(digest=kept.logo_id))


def test_vendor_form_is_for_everyone_while_there_is_one(client: Client, kept: Distributor) -> None:
    assert client.get("/vendor-form.pdf").status_code == 404
    keep_vendor_form(distributor=kept, content=PDF)
    answer = client.get("/vendor-form.pdf")
    assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
    assert "/vendor-form.pdf" in client.get("/contact/").text
    with pytest.raises(Refused):
        keep_vendor_form(distributor=kept, content=b"no PDF")
    keep_vendor_form(distributor=kept, content=None)
    assert client.get("/vendor-form.pdf").status_code == 404
    assert "/vendor-form.pdf" not in client.get("/contact/").text


def test_there_is_one_account_for_a_currency_and_it_has_a_number(kept: Distributor) -> None:
    bank()
    with pytest.raises(IntegrityError, match="bank_account_once_a_currency"), transaction.atomic():
        bank()
    with pytest.raises(IntegrityError, match="bank_account_has_number"), transaction.atomic():
        bank(currency="GBP", iban="")


def test_terms_that_a_document_names_never_change(kept: Distributor) -> None:
    row = terms()
    LicenceTerms.objects.update(text="Be kinder.")
    Selling.on(DAY).use_terms()
    changes: list[Callable[[Any], Any]] = [
        lambda rows: rows.update(text="Be rude."),
        lambda rows: rows.delete(),
    ]
    for change in changes:
        with pytest.raises(ProgrammingError), transaction.atomic():
            change(LicenceTerms.objects.filter(pk=row.pk))
    assert LicenceTerms.objects.get().text == "Be kinder."


def test_snapshot_takes_bank_of_the_currency_and_terms_that_hold(kept: Distributor) -> None:
    bank()
    terms(version="old", holds_from=date(2020, 1, 1))
    terms(language="fr", text="Soyez gentils.")
    terms()
    terms(version="later", holds_from=date(2027, 3, 2))
    seller = Selling.on(DAY).snapshot(currency="EUR")
    assert seller["bank"] is not None
    assert seller["bank"]["iban"] == "DE89 3704 0044 0532 0130 00"
    assert seller["terms"] == {
        "version": "2027-1", "language": "en", "governing_law": "the laws of a state", "holds_from": "2027-03-01",
        "address": "http://127.0.0.1:8000/licence-terms/2027-1/",
    }  # fmt: skip
    assert (seller["address"], seller["remit_to"]) == (["1 Street", "Town"], ["1 Street", "Town"])
    assert Selling.on(DAY).snapshot(currency="USD")["bank"] is None


def test_terms_are_read_by_version_in_the_readers_language(client: Client, kept: Distributor) -> None:
    terms(holds_from=date(2999, 1, 1))
    terms(holds_from=date(2999, 1, 1), language="fr", text="Soyez gentils.")
    assert "Be kind." in client.get("/licence-terms/2027-1/").text
    assert "Soyez gentils." in client.get("/licence-terms/2027-1/", headers={"accept-language": "fr"}).text
    terms(version="2020-1", holds_from=date(2020, 1, 1))
    assert client.get("/licence-terms/")["Location"] == "/licence-terms/2020-1/"
    assert client.get("/licence-terms/no-such/").status_code == 404


def test_what_is_missing_is_said_until_it_is_there(client: Client) -> None:
    client.force_login(User.objects.create_superuser("office@x.example"))
    assert "The distributor&#x27;s record is not saved yet" in client.get("/admin/").text
    Distributor.objects.create(
        legal_name="Long Films Inc.", contact_email="desk@long.example", address="1 Street", signatory="A. B."
    )
    terms(holds_from=date(2020, 1, 1))
    assert missing() == ["There is no tax number."]
    assert [each.msg for each in check_distributor()] == missing()
    Distributor.objects.update(ein="12-3456789")
    assert missing() == []
    assert "Before documents can be issued" not in client.get("/admin/").text


def form(client: Client, **changes: object) -> object:
    values = {
        "legal_name": "Long Films Inc.", "address": "1 Street", "country": "US", "contact_email": "desk@long.example",
        "paper": "by-country", "quote_days": "30", "banks-TOTAL_FORMS": "0", "banks-INITIAL_FORMS": "0", **changes,
    }  # fmt: skip
    return client.post(reverse("admin:office_distributor_add"), values)


def test_office_keeps_the_record_beginning_with_the_first_values(client: Client) -> None:
    client.force_login(User.objects.create_superuser("office@x.example"))
    page = client.get(reverse("admin:office_distributor_add")).text
    assert 'value="Longtake Films (sample)"' in page
    logo, pdf = SimpleUploadedFile("logo.png", png()), SimpleUploadedFile("w9.pdf", PDF)
    form(client, new_logo=logo, new_form=pdf)
    kept = Distributor.objects.get()
    assert (kept.logo is not None, kept.vendor_form is not None) == (True, True)
    change = reverse("admin:office_distributor_change", args=[1])
    assert client.get(reverse("admin:office_distributor_add"))["Location"] == change
    assert client.get(change).status_code == 200
    assert client.post(reverse("admin:office_distributor_delete", args=[1])).status_code == 403


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ein": "07-0000000"}, "is not an Employer Identification Number"),
        ({"vat_number": "FR41303265045"}, "is not a VAT number"),
        ({"new_logo": SimpleUploadedFile("logo.svg", b"<svg/>")}, "The logo is not a PNG or JPEG image."),
        ({"new_form": SimpleUploadedFile("w9.pdf", b"MZ")}, "The file is not a PDF."),
    ],
)
def test_wrong_values_are_refused_beside_their_field(
    client: Client, changes: dict[str, object], sentence: str
) -> None:
    client.force_login(User.objects.create_superuser("office@x.example"))
    answer = form(client, **changes)
    assert sentence in answer.text  # type: ignore[attr-defined]  # the client's response
    assert not Distributor.objects.exists()
