"""What each role of the office may open and do of licensing, outside the admin too."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.licences.ending import revoke
from licensing.models import (
    Exemption,
    Institution,
    Licence,
    LicenceType,
    Membership,
    Order,
    Role,
    UpgradeRule,
)
from licensing.notices import kinds as notice_kinds
from licensing.sales.ordering.orders import cancel_order
from reminders.models import Reminder
from tests.licensing.conftest import licence_of, order_of, person, signed_in
from tests.office.people import ROLES, someone
from tests.office.press import buttons
from wording.refusals import Refused

SEES = {"none": 404, "view": 200, "change": 200, "chief": 200, "chief-without-factor": 404}


@pytest.mark.parametrize("role", ROLES)
def test_pages_of_institutions_open_to_those_who_may_see_them(
    role: str, licence: Licence, school: Institution, settings: Settings
) -> None:
    client, order = signed_in(someone(role, settings)), licence.line.order
    order.purchase_order.save("po.pdf", ContentFile(b"%PDF-1.7 a purchase order %%EOF"))
    exemption = Exemption.objects.create(
        institution=school, country="US", file=SimpleUploadedFile("ex.pdf", b"%PDF-1.7 a certificate %%EOF")
    )
    pages = [
        order.get_absolute_url(),
        reverse("licensing:invoice", args=[order.number]),
        licence.get_absolute_url(),
        school.get_absolute_url(),
        order.purchase_order.url,
        exemption.file.url,
    ]
    answers = [client.get(page) for page in pages]
    for answer in answers:
        answer.close()
    assert {answer.status_code for answer in answers} == {SEES[role]}


@pytest.mark.parametrize("role", ROLES)
def test_only_those_who_may_change_cancel_an_order(role: str, order: Order, settings: Settings) -> None:
    person = someone(role, settings)
    if SEES[role] == 200:
        page = signed_in(person).get(order.get_absolute_url())
        assert page.context["can_cancel"] == (role != "view")
    answer = signed_in(person).post(reverse("licensing:order-cancel", args=[order.number]))
    order.refresh_from_db()
    assert (answer.status_code, order.status) == {
        "none": (404, "placed"),
        "view": (404, "placed"),
        "change": (302, "cancelled"),
        "chief": (302, "cancelled"),
        "chief-without-factor": (404, "placed"),
    }[role]


@pytest.mark.parametrize("role", ["none", "view", "chief-without-factor"])
def test_verbs_refuse_who_may_not(role: str, order: Order, licence: Licence, settings: Settings) -> None:
    person = someone(role, settings)
    with pytest.raises(Refused, match="or the office"):
        cancel_order(order=order, by=person)
    with pytest.raises(Refused, match="Only people of the office"):
        revoke(licence=licence, because="x", by=person)


def test_staff_who_may_not_order_for_others_are_refused(
    school: Institution, film: Film, site: LicenceType, settings: Settings
) -> None:
    with pytest.raises(Refused, match="Only a member"):
        order_of(school, someone("change", settings), [(film, site)])
    assert order_of(school, someone("chief", settings), [(film, site)]).status == "placed"


def test_price_is_not_imported_without_permission(site: LicenceType, settings: Settings) -> None:
    for role, seen in (("none", 403), ("view", 200), ("change", 200)):
        client = signed_in(someone(role, settings))
        assert client.get("/admin/licensing/price/import/").status_code == 403
        assert client.post("/admin/licensing/price/import/").status_code == 403
        assert client.post("/admin/licensing/price/process_import/").status_code == 403
        assert client.get("/admin/licensing/price/export/").status_code == seen


def test_office_mails_lead_to_the_page_with_the_button(
    waiting: Institution, teacher: User, film: Film, site: LicenceType, office: User, settings: Settings
) -> None:
    order = order_of(waiting, teacher, [(film, site)])
    desk = signed_in(office)
    for kind, row, button in (
        (notice_kinds.VerificationAsked(), waiting, "verify"),
        (notice_kinds.OrderToHandle(), order, "issue-invoice"),
        (notice_kinds.CardTrouble(), order, "cancel"),
    ):
        context = kind.context(Reminder(kind=kind.name, subject=f"x:{row.pk}"))
        assert context is not None
        path = context["address"].removeprefix(settings.SITE_URL)
        page = f"/admin/licensing/{row._meta.model_name}/{row.pk}/change/"
        assert path == (f"{page}#do-{kind.button}" if kind.button else page)
        assert kind.button in {"", button}
        assert f'id="do-{button}"' in desk.get(page).text
        assert button in buttons(desk, row)


def test_a_licences_page_leads_only_those_who_may_order_to_its_upgrades(
    school: Institution, teacher: User, film: Film, rails: Film, site: LicenceType
) -> None:
    UpgradeRule.objects.create(
        from_type=site, to_type=site, reach="part-to-whole", within_days=30, percent=100
    )
    licence = licence_of(school, teacher, rails, site)
    path, colleague = reverse("licensing:upgrade", args=[licence.number]), person("colleague@school.example")
    member = Membership.objects.create(institution=school, user=colleague, role=Role.READER)
    for role, leads in ((Role.BUYER, True), (Role.PROGRAMMER, False), (Role.READER, False)):
        Membership.objects.filter(pk=member.pk).update(role=role)
        client = signed_in(colleague)
        assert (path in client.get(licence.get_absolute_url()).text) is leads
        assert client.get(path).status_code == (200 if leads else 404)
