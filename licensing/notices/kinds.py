"""What each of licensing's notices says: its template, its context, its attachments."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from licensing.delivery.words import how_of_licence, how_of_order
from licensing.models import (
    Exemption,
    Institution,
    Invitation,
    JoinRequest,
    Licence,
    Mailbox,
    Order,
)
from licensing.notices.bill_kinds import BILL_KINDS
from licensing.notices.ending import EXPIRY_DAYS, ending_on
from licensing.terms.words import grants_words
from reminders.kinds import About, Attachment, Moot
from reminders.models import Reminder


class VerificationAsked(About):
    name = "licensing.verification-asked"
    label = _("An institution asks to be verified")
    template = "licensing/mail/verification_asked.md"
    model = Institution
    is_for_the_office = True
    button = "verify"

    def still_holds(self, row: Institution) -> bool:
        return row.verification == Institution.Verification.ASKED


class VerificationAnswered(About):
    name = "licensing.verification-answered"
    label = _("An institution is verified, or not accepted")
    template = "licensing/mail/verification_answered.md"
    model = Institution

    def still_holds(self, row: Institution) -> bool:
        return row.verification != Institution.Verification.ASKED


class InvitationSent(About):
    name = "licensing.invitation"
    label = _("An invitation to act for an institution")
    is_awaited = True
    template = "licensing/mail/invitation.md"
    model = Invitation
    joins = ("institution", "invited_by")

    def still_holds(self, row: Invitation) -> bool:
        return row.is_open

    def page(self, row: Invitation) -> str:
        return reverse("licensing:invitation", args=[row.token])


class MailboxQuestion(About):
    name = "licensing.mailbox-question"
    label = _("Whether a mailbox wants an institution's mail")
    is_awaited = True
    template = "licensing/mail/mailbox_question.md"
    model = Mailbox
    joins = ("institution",)

    def still_holds(self, row: Mailbox) -> bool:
        return row.is_open

    def page(self, row: Mailbox) -> str:
        return reverse("licensing:mailbox", args=[row.token])


class JoinAsked(About):
    name = "licensing.join-asked"
    label = _("Somebody asks to join an institution")
    template = "licensing/mail/join_asked.md"
    model = JoinRequest
    joins = ("institution", "user")

    def still_holds(self, row: JoinRequest) -> bool:
        return row.status == JoinRequest.Status.ASKED

    def page(self, row: JoinRequest) -> str:
        return row.institution.get_absolute_url()


class JoinAskedOfOffice(JoinAsked):
    name = "licensing.join-asked-of-office"
    label = _("Somebody asks to join an institution without administrator")
    is_for_the_office = True
    button = "add-administrator"

    def page(self, row: JoinRequest) -> str:
        return self.office_page(row.institution)


class JoinAccepted(JoinAsked):
    name = "licensing.join-accepted"
    label = _("A request to join is accepted")
    template = "licensing/mail/join_accepted.md"

    def still_holds(self, row: JoinRequest) -> bool:
        return row.status == JoinRequest.Status.ACCEPTED


class ExemptionAsked(About):
    name = "licensing.exemption-asked"
    label = _("A certificate of exemption is to be checked")
    template = "licensing/mail/exemption_asked.md"
    model = Exemption
    joins = ("institution",)
    is_for_the_office = True
    button = "accept"

    def still_holds(self, row: Exemption) -> bool:
        return row.status == Exemption.Status.ASKED

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        return values | {"place": values["exemption"].place}


class ExemptionAnswered(ExemptionAsked):
    name = "licensing.exemption-answered"
    label = _("A certificate of exemption is accepted, or not")
    template = "licensing/mail/exemption_answered.md"
    is_for_the_office = False

    def still_holds(self, row: Exemption) -> bool:
        return row.status != Exemption.Status.ASKED

    def page(self, row: Exemption) -> str:
        return row.institution.get_absolute_url()


class ExemptionEnding(ExemptionAnswered):
    name = "licensing.exemption-ending"
    label = _("A certificate of exemption is about to end")
    template = "licensing/mail/exemption_ending.md"
    keeps_quiet = True

    def still_holds(self, row: Exemption) -> bool:
        return row.status == Exemption.Status.ACCEPTED


class ExemptionEndingForOffice(ExemptionAsked):
    name = "licensing.exemption-ending-for-office"
    label = _("A buyer's certificate of exemption is about to end")
    template = "licensing/mail/exemption_ending.md"
    button = "refuse"

    def still_holds(self, row: Exemption) -> bool:
        return row.status == Exemption.Status.ACCEPTED


class OrderPlaced(About):
    name = "licensing.order-placed"
    label = _("An order has been placed")
    is_awaited = True
    template = "licensing/mail/order_placed.md"
    model = Order
    joins = ("institution", "placed_by")

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        return values | {"how": how_of_order(values["order"])}


class OrderToHandle(OrderPlaced):
    name = "licensing.order-to-handle"
    label = _("The office has an order to handle")
    template = "licensing/mail/order_to_handle.md"
    is_for_the_office = True
    button = "issue-invoice"

    def still_holds(self, row: Order) -> bool:
        return row.status == Order.Status.PLACED


class LicenceIssued(About):
    name = "licensing.licence-issued"
    label = _("A licence is issued")
    template = "licensing/mail/licence_issued.md"
    goes_together = True
    model = Licence
    joins = ("institution", "film__part_of")

    def still_holds(self, row: Licence) -> bool:
        return row.is_active

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        licence = values["licence"]
        return values | {"words": grants_words(licence.terms()), "how": how_of_licence(licence)}

    def attachments(self, reminder: Reminder) -> list[Attachment]:
        from licensing.documents.proof.certificate import certificate_pdf, certificate_words
        from licensing.documents.travelling import pdf_or_text

        licence = self.row(reminder)
        return [pdf_or_text(licence.number, partial(certificate_pdf, licence), certificate_words(licence))]


class LicencesEnding(About):
    """All that ends for an institution 90, 60, 30 or 7 days after a day, or on it, and has not been renewed."""

    name = "licensing.licences-ending"
    label = _("Licences are about to end")
    template = "licensing/mail/licences_ending.md"
    goes_together = True
    keeps_quiet = True
    is_optional = True
    model = Institution

    def values(self, reminder: Reminder) -> dict[str, Any]:
        values = super().values(reminder)
        day = date.fromisoformat(reminder.data["day"])
        ending = ending_on(values["institution"], [day + timedelta(days=days) for days in EXPIRY_DAYS])
        if not ending:
            raise Moot
        return values | {
            "ending": [
                {
                    "licence": each,
                    "days": (each.ends_on - day).days,
                    "address": settings.SITE_URL + each.get_absolute_url(),
                }
                for each in ending
                if each.ends_on
            ],
            "soonest": ending[0],
            "days": (ending[0].ends_on - day).days if ending[0].ends_on else 0,
            "address": f"{settings.SITE_URL}{reverse('licensing:renew')}?institution={values['institution'].pk}&day={day}",
        }


class LicenceChanged(About):
    """The office, or the system, has changed what a licence is good for. `data` has the reason."""

    model = Licence
    joins = ("institution", "film__part_of", "superseded_by")


class LicenceSuspended(LicenceChanged):
    name = "licensing.licence-suspended"
    label = _("A licence is suspended")
    template = "licensing/mail/licence_suspended.md"

    def still_holds(self, row: Licence) -> bool:
        return row.status == Licence.Status.SUSPENDED


class LicenceReinstated(LicenceChanged):
    name = "licensing.licence-reinstated"
    label = _("A licence is in force again")
    template = "licensing/mail/licence_reinstated.md"

    def still_holds(self, row: Licence) -> bool:
        return row.is_active


class LicenceRestored(LicenceReinstated):
    name = "licensing.licence-restored"
    label = _("A licence that was replaced is in force again")
    template = "licensing/mail/licence_restored.md"


class LicenceRevoked(LicenceChanged):
    name = "licensing.licence-revoked"
    label = _("A licence is revoked")
    template = "licensing/mail/licence_revoked.md"


class LicenceShortened(LicenceChanged):
    name = "licensing.licence-shortened"
    label = _("A licence ends earlier")
    template = "licensing/mail/licence_shortened.md"


class LicenceSuperseded(LicenceChanged):
    name = "licensing.licence-superseded"
    label = _("A licence is replaced by another")
    template = "licensing/mail/licence_superseded.md"


class CardTrouble(About):
    name = "licensing.card-trouble"
    label = _("A card payment needs attention")
    template = "licensing/mail/card_trouble.md"
    model = Order
    joins = ("institution", "placed_by")
    is_for_the_office = True


KINDS = (
    *BILL_KINDS,
    VerificationAsked,
    VerificationAnswered,
    InvitationSent,
    MailboxQuestion,
    JoinAsked,
    JoinAskedOfOffice,
    JoinAccepted,
    ExemptionAsked,
    ExemptionAnswered,
    ExemptionEnding,
    ExemptionEndingForOffice,
    OrderPlaced,
    OrderToHandle,
    LicenceIssued,
    LicencesEnding,
    LicenceSuspended,
    LicenceReinstated,
    LicenceRestored,
    LicenceRevoked,
    LicenceShortened,
    LicenceSuperseded,
    CardTrouble,
)
