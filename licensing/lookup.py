"""Finds what a person may see or act on; for an outsider it does not exist (404)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.addresses import has_verified
from licensing.models import (
    Act,
    CreditNote,
    EducatorPreview,
    Exemption,
    FinderNote,
    Institution,
    Invitation,
    Licence,
    Mailbox,
    Membership,
    Order,
    PreviewViewing,
    PurchaseOrder,
    Quote,
    Receipt,
)
from licensing.models.buyers.roles import ROLES_FOR
from licensing.previews.tokens import viewing_of
from office.permissions import may
from revisions.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.fields.files import FieldFile

    from accounts.models import User

LONGEST_PATH = 100
"""What the columns of papers hold."""


def order_for(user: User, number: str, *, to: str = "view") -> Order:
    """The order, with its institution, lines and invoice: a member's, or the office's. Raises Http404.

    `to` is what the office's people need the permission for, as in `change`; every member sees the order, and the verbs
    ask what their role may do.
    """
    orders = Order.objects.with_listing()
    found = orders if may(user, f"licensing.{to}_order") else orders.visible_to(user)
    return get_object_or_404(found, number=number)


def quote_for(user: User, number: str, *, to: str = "view") -> Quote:
    """The quote, with its institution, lines and order: a member's, or the office's. Raises Http404."""
    quotes = Quote.objects.with_listing()
    found = quotes if may(user, f"licensing.{to}_quote") else quotes.visible_to(user)
    return get_object_or_404(found, number=number)


def shared_quote_for(user: User, token: str) -> tuple[Quote, Invitation | None]:
    """The quote that a link names, for a member, the office, or somebody whose confirmed address is invited; their invitation.

    Raises Http404 for everybody else.
    """
    quote = get_object_or_404(Quote.objects.with_listing().of_token(token))
    if may(user, "licensing.view_quote") or quote.institution.memberships.filter(user=user).exists():
        return quote, None
    for invitation in quote.institution.invitations.open():
        if has_verified(user, invitation.email):
            return quote, invitation
    raise Http404


def licence_for(user: User, number: str) -> Licence:
    """The licence, with its institution, film and line. Raises Http404."""
    licences = Licence.objects.with_listing()
    found = licences if may(user, "licensing.view_licence") else licences.visible_to(user)
    return get_object_or_404(found, number=number)


def licences_for(user: User, numbers: Sequence[str]) -> list[Licence]:
    """Those of the numbered licences that the person may see and that belong to one institution, the next to end first."""
    rows = Licence.objects.filter(number__in=numbers)
    seen = rows if may(user, "licensing.view_licence") else rows.visible_to(user)
    joined = seen.select_related("institution", "film__part_of", "line__licence_type", "line__order")
    found = list(joined.order_by(F("ends_on").asc(nulls_last=True), "pk"))
    return [each for each in found if each.institution_id == found[0].institution_id]


def acts_for(user: User, institution: Institution, permission: str, to: Act = Act.ORDER) -> bool:
    """Whether the user is a member of the institution whose role may do this, or of the office with the permission."""
    return may(user, permission) or role_of(user, institution) in ROLES_FOR[to]


def role_of(user: User, institution: Institution) -> str | None:
    """What a person is for an institution; None for no member. One statement, and none where the institution was locked with
    the person (`sales.ordering.buyer`): no role changes while it is.
    """
    known = vars(institution).get(KNOWN_ROLE)
    if known and known[0] == user.pk:
        return known[1]  # type: ignore[no-any-return]  # see KNOWN_ROLE
    return next((role for (role,) in _ROLE.columns(institution=institution.pk, user=user.pk)), None)


KNOWN_ROLE = "known_role"
"""The name, on a locked row of an institution, of a person's key and their role, or None for no member."""
_ROLE = Prepared(
    lambda: Membership.objects.filter(institution=-1, user=-2).order_by().values_list("role"),
    institution=-1,
    user=-2,
)


def institution_for(user: User, pk: int) -> Institution:
    """The institution. Raises Http404."""
    institutions = Institution.objects.all()
    found = institutions if may(user, "licensing.view_institution") else institutions.of(user)
    return get_object_or_404(found, pk=pk)


def note_for(user: User, pk: int) -> FinderNote:
    """The note of the licence finder, of one of the person's institutions or for the office. Raises Http404."""
    note = get_object_or_404(FinderNote.objects.select_related("institution", "kept_by"), pk=pk)
    institution_for(user, note.institution_id)
    return note


def note_to_delete(user: User, pk: int) -> FinderNote:
    """The same for whoever may delete it: a member whose role keeps notes, or the office. Raises Http404."""
    note = note_for(user, pk)
    if not acts_for(user, note.institution, "licensing.delete_findernote", Act.NOTE):
        raise Http404
    return note


def preview_for(user: User, pk: int) -> EducatorPreview:
    """The person's own request for a preview, with film and institution. Raises Http404; the office has a page of its own."""
    return get_object_or_404(EducatorPreview.objects.with_listing(), pk=pk, asked_by=user)


def viewing_for(user: User, token: str) -> tuple[PreviewViewing, bool]:
    """The viewing that a token names, if the preview is the person's own; and whether its time is over. Raises Http404."""
    viewing, is_over = viewing_of(token)
    if viewing is None or viewing.preview.asked_by_id != user.pk:
        raise Http404
    return viewing, is_over


def invitation_for(token: str) -> Invitation:
    """The invitation that a link names, open or not, with its institution. Raises Http404."""
    found = Invitation.objects.select_related("institution", "invited_by").of_token(token)
    if found is None:
        raise Http404
    return found


def mailbox_for(token: str) -> Mailbox:
    """The mailbox that a link names, confirmed or not, with its institution. Raises Http404."""
    found = Mailbox.objects.select_related("institution").of_token(token)
    if found is None:
        raise Http404
    return found


def paper_for(person: User | AnonymousUser, path: str) -> tuple[FieldFile, str]:
    """A paper that an institution handed in, by where it lies, and the name that the office gets it under. Raises Http404."""
    if "\0" in path or len(path) > LONGEST_PATH:
        raise Http404
    if may(person, "licensing.view_order") and (order := Order.objects.filter(purchase_order=path).first()):
        return order.purchase_order, f"purchase-order-{order.number}.pdf"
    if may(person, "licensing.view_order") and (
        share := PurchaseOrder.objects.filter(document=path).select_related("order").first()
    ):
        return share.document, f"purchase-order-{share.order.number}.pdf"
    if may(person, "licensing.view_institution") and (
        exemption := Exemption.objects.filter(file=path).first()
    ):
        return exemption.file, f"exemption-certificate-{exemption.institution_id}-{exemption.pk}.pdf"
    raise Http404


def credit_note_for(user: User, number: str) -> CreditNote:
    """The credit note of an order that the person may see. Raises Http404."""
    note = get_object_or_404(CreditNote.objects.select_related("invoice__order"), number=number)
    order_for(user, note.invoice.order.number)
    return note


def receipt_for(user: User, number: str) -> Receipt:
    """The receipt of an order that the person may see. Raises Http404."""
    receipt = get_object_or_404(Receipt.objects.select_related("invoice__order"), number=number)
    order_for(user, receipt.invoice.order.number)
    return receipt
