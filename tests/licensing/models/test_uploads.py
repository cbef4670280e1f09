"""Papers that institutions hand in are PDFs under names of ours, and the office's alone."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from accounts.models import User
from catalog.models import Film
from licensing.buyers.exemptions import hand_in_exemption
from licensing.models import Exemption, Institution, LicenceType, Order
from licensing.models.uploads import LARGEST, private_storage, refuse_unfit_pdf
from licensing.sales.ordering.orders import place_order
from tests.licensing.conftest import TODAY, person, signed_in
from wording.refusals import Refused

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"
OURS = re.compile(r"(purchase-orders|exemptions)/[0-9a-f]{32}\.pdf")
UNFIT = [
    pytest.param("po.pdf", b"", "not-a-pdf", id="empty"),
    pytest.param("po.pdf", b"MZ" + PDF, "not-a-pdf", id="program"),
    pytest.param("po.pdf", b"%PDF-<script>alert(1)</script>", "not-a-pdf", id="page"),
    pytest.param("po.pdf", PDF + b" " * 1100, "not-a-pdf", id="end-far-away"),
    pytest.param("po.pdf", PDF.ljust(LARGEST + 1, b"%"), "too-large", id="large"),
]


@pytest.fixture
def paper(order: Order) -> Order:
    order.purchase_order.save("po.pdf", ContentFile(PDF))  # as orders were before they could be split
    return order


def order_with(
    institution: Institution, by: User, film: Film, kind: LicenceType, name: str, content: bytes
) -> Order:
    return place_order(
        institution=institution, lines=[(film, kind)], method="purchase-order", purchase_order_number="PO-7",
        purchase_order=SimpleUploadedFile(name, content), by=by, starts_on=TODAY,
    )  # fmt: skip


def status_of(client: Client, address: str) -> int:
    answer = client.get(address)
    answer.getvalue()  # which closes the file
    return answer.status_code


@pytest.mark.parametrize("content", [PDF, PDF.ljust(LARGEST - 10, b"%") + b"\n%%EOF\r\n"])
def test_a_pdf_is_fit(content: bytes) -> None:
    file = SimpleUploadedFile("x.html", content)
    refuse_unfit_pdf(file)
    assert file.tell() == 0


@pytest.mark.parametrize(("name", "content", "code"), UNFIT)
def test_the_verbs_and_the_model_refuse_what_is_no_pdf(
    order: Order, school: Institution, teacher: User, film: Film, site: LicenceType, name: str, content: bytes,
    code: str,
) -> None:  # fmt: skip
    with pytest.raises(Refused) as by_order:
        order_with(school, teacher, film, site, name, content)
    with pytest.raises(Refused) as by_model:
        order.purchase_order.save(name, ContentFile(content))
    with pytest.raises(Refused) as by_creation, transaction.atomic():
        Exemption.objects.create(institution=school, country="US", file=SimpleUploadedFile(name, content))
    assert [by_order.value.code, by_model.value.code, by_creation.value.code] == [code] * 3
    assert (Order.objects.count(), Exemption.objects.count()) == (1, 0)


@pytest.mark.parametrize(("name", "content", "code"), UNFIT)
def test_a_certificate_is_refused_that_is_no_pdf(
    school: Institution, teacher: User, name: str, content: bytes, code: str
) -> None:
    sent = {"place": "US-NY", "file": SimpleUploadedFile(name, content)}
    page = signed_in(teacher).post(f"/institutions/{school.pk}/hand-in-exemption/", sent)
    sentences = {"too-large": "The file is larger than 5 MB.", "not-a-pdf": "The file is not a PDF."}
    assert page.status_code == 200
    assert (sentences[code] if content else "The submitted file is empty.") in page.text
    assert not Exemption.objects.exists()


@pytest.mark.parametrize(
    "name", ["page.html", "tool.exe", "x" * 250 + ".pdf", "../../x.pdf", "ta\u200bmil தமிழ்.svg"]
)
def test_name_and_type_are_ours_whatever_the_sender_said(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, name: str
) -> None:
    order = order_with(school, teacher, film, site, name, PDF)
    exemption = hand_in_exemption(
        institution=school, by=teacher, country="US", state="NY", file=SimpleUploadedFile(name, PDF)
    )
    assert OURS.fullmatch(str(order.purchase_orders.get().document.name))
    assert OURS.fullmatch(str(exemption.file.name))
    client = signed_in(office)
    answers = [client.get(paper.url) for paper in (order.purchase_orders.get().document, exemption.file)]
    assert [answer["Content-Disposition"] for answer in answers] == [
        'attachment; filename="purchase-order-ORD-2027-0001.pdf"',
        f'attachment; filename="exemption-certificate-{school.pk}-{exemption.pk}.pdf"',
    ]
    for answer in answers:
        assert answer.getvalue() == PDF
        assert (answer["Content-Type"], answer["X-Content-Type-Options"], answer["Cache-Control"]) == (
            "application/pdf", "nosniff", "private, no-store",
        )  # fmt: skip


def test_the_office_hands_in_a_pdf_too(school: Institution, office: User) -> None:
    client, address = signed_in(office), reverse("admin:licensing_exemption_add")
    sent = {"institution": school.pk, "country": "US", "state": "NY"}
    bad = client.post(address, sent | {"file": SimpleUploadedFile("a.pdf", b"%PDF-page")})
    assert "The file is not a PDF." in bad.text
    client.post(address, sent | {"file": SimpleUploadedFile("a.html", PDF)})
    assert OURS.fullmatch(str(Exemption.objects.get().file.name))


def test_upload_is_not_there_for_anyone_but_the_office(
    paper: Order, teacher: User, colleague: User, outsider: User
) -> None:
    people = {"owner": teacher, "colleague": colleague, "outsider": outsider, "anonymous": None}
    people["staff without the permission"] = person("new@distributor.example", is_staff=True)
    found = {name: signed_in(user).get(paper.purchase_order.url).status_code for name, user in people.items()}
    assert found == dict.fromkeys(people, 404)


def test_upload_follows_the_permission_for_its_row(paper: Order, school: Institution) -> None:
    exemption = Exemption.objects.create(institution=school, country="US", file=SimpleUploadedFile("x", PDF))
    for codename, answers in {"view_order": [200, 404], "view_institution": [404, 200]}.items():
        one = person(f"{codename}@distributor.example", is_staff=True)
        one.user_permissions.add(Permission.objects.get(codename=codename))
        client = signed_in(one)
        addresses = [paper.purchase_order.url, exemption.file.url]
        assert [status_of(client, address) for address in addresses] == answers


@pytest.mark.parametrize(
    "path",
    [
        "nothing.pdf", "purchase-orders/", "../public/x", "..%2F..%2Fmanage.py",
        "x" * 101, "x" * 5000, "a/" * 3000, "%ff%fe", "%ed%b3%bf",
    ],
)  # fmt: skip
def test_upload_of_nothing_or_of_elsewhere_is_not_found(path: str, paper: Order, office: User) -> None:
    assert signed_in(office).get(f"/uploads/{path}").status_code == 404


def test_what_no_row_knows_is_not_served(order: Order, office: User) -> None:
    stray = private_storage().save("purchase-orders/stray.html", ContentFile(b"<script>"))
    assert signed_in(office).get(f"/uploads/{stray}").status_code == 404


def test_upload_that_was_lost_from_the_disk_is_not_found(paper: Order, office: User) -> None:
    private_storage().delete(str(paper.purchase_order.name))
    assert signed_in(office).get(paper.purchase_order.url).status_code == 404


def test_upload_is_not_below_public_media(paper: Order, client: Client) -> None:
    assert client.get(f"/media/{paper.purchase_order.name}").status_code == 404
