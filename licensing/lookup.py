"""Finds what a person may see; for an outsider it does not exist (404). The office sees all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404

from licensing.models import Institution, Licence, Order
from office.permissions import may

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.fields.files import FieldFile

    from accounts.models import User

LONGEST_PATH = 100
"""What the columns of papers hold."""


def order_for(user: User, number: str) -> Order:
    """The order, with its institution, lines and invoice. Raises Http404."""
    orders = Order.objects.with_listing()
    return get_object_or_404(orders if user.is_staff else orders.visible_to(user), number=number)


def licence_for(user: User, number: str) -> Licence:
    """The licence, with its institution, film and line. Raises Http404."""
    licences = Licence.objects.with_listing()
    return get_object_or_404(licences if user.is_staff else licences.visible_to(user), number=number)


def institution_for(user: User, pk: int) -> Institution:
    """The institution. Raises Http404."""
    institutions = Institution.objects.all()
    return get_object_or_404(institutions if user.is_staff else institutions.of(user), pk=pk)


def paper_for(person: User | AnonymousUser, path: str) -> tuple[FieldFile, str]:
    """A paper that an institution handed in, by where it lies, and the name that the office gets it under. Raises Http404."""
    if "\0" in path or len(path) > LONGEST_PATH:
        raise Http404
    if may(person, "licensing.view_order") and (order := Order.objects.filter(purchase_order=path).first()):
        return order.purchase_order, f"purchase-order-{order.number}.pdf"
    if may(person, "licensing.view_institution") and (
        institution := Institution.objects.filter(exemption_certificate=path).first()
    ):
        return institution.exemption_certificate, f"exemption-certificate-{institution.pk}.pdf"
    raise Http404
