"""Finds what a person may see; for an outsider it does not exist (404). The office sees all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from licensing.models import Institution, Licence, Order

if TYPE_CHECKING:
    from accounts.models import User


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
