"""How you get the film: one whole sentence for each delivery, the same on pages and in mails."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from licensing.models import Delivery, Licence, LicenceType, Order, Way

TONES = {Delivery.State.TO_DO: "calm", Delivery.State.SENT: "warn"}
"""Of the states that ask for something; all others are good, or done with."""
OVER = {Licence.Status.REVOKED, Licence.Status.SUPERSEDED}
DONE = {Delivery.State.RETURNED, Delivery.State.CLOSED}


def badge_of(delivery: Delivery) -> tuple[str, str]:
    """The state in the licensee's words, and the tone of its badge."""
    state = Delivery.State(delivery.state)
    tone = "plain" if state in DONE else TONES.get(state, "good")
    return (_("to come") if state == Delivery.State.TO_DO else delivery.get_state_display()), tone


def how_of_licence(licence: Licence) -> list[str]:
    """One sentence for each delivery of an issued licence, at least one in all. One query."""
    deliveries = Delivery.objects.filter(licence=licence).with_listing().select_related("key_request")
    return [how_words(each) for each in deliveries.order_by("pk")] or [nothing_words()]


def how_of_order(order: Order) -> list[str]:
    """One sentence for each way that the lines of an order promise. One query."""
    lines = order.lines.select_related("licence_type").order_by("pk")
    return list(dict.fromkeys(promise_words(line.licence_type) for line in lines))


def nothing_words() -> str:
    return _("You use a copy that you already have: nothing is delivered under this licence.")


def promise_words(kind: LicenceType) -> str:
    """What a licence type promises, before there is a licence."""
    sentences = {
        Way.FILE: _("As files to download, once the licence is issued."),
        Way.STREAM: _("As a stream: you receive its address once the licence is issued."),
        Way.DISC: _("On disc, by parcel, once the licence is issued."),
        Way.DCP: _("As a DCP, by parcel, once the licence is issued; a key (KDM) is made for each event."),
    }
    return sentences[Way(kind.delivers)] if kind.delivers else nothing_words()


def how_words(delivery: Delivery) -> str:
    """What has been done and what comes next, with its day; under a licence that is over, nothing comes any more."""
    if delivery.state == Delivery.State.TO_DO and delivery.licence.status in OVER:
        return _("Nothing more is delivered: the licence is no longer in force.")
    if delivery.way == Way.KEY:
        return _key_words(delivery)
    return _access_words(delivery) if not delivery.is_parcel else _parcel_words(delivery)


def _access_words(delivery: Delivery) -> str:
    day = date_format(delivery.due_on)
    if delivery.state == Delivery.State.CLOSED:
        return _("The film is no longer shown to you: access has been closed.")
    if delivery.way == Way.FILE:
        if delivery.state == Delivery.State.GIVEN:
            return _("As files: download them from the licence's page while it is in force.")
        return _("As files to download. The office is preparing them, by %(day)s.") % {"day": day}
    if delivery.state == Delivery.State.GIVEN:
        return _("As a stream: its address is on the licence's page while it is in force.")
    return _("As a stream. The office will give you its address by %(day)s.") % {"day": day}


def _parcel_words(delivery: Delivery) -> str:
    match delivery.state:
        case Delivery.State.TO_DO:
            return _waiting_words(delivery)
        case Delivery.State.RETURNED:
            said = _("By parcel (%(what)s): it was returned to us on %(day)s. Thank you.")
            return said % _parcel_values(delivery, delivery.returned_on)
        case Delivery.State.RECEIVED:
            said = _("By parcel (%(what)s): it arrived on %(day)s.") % _parcel_values(
                delivery, delivery.received_on
            )
        case _:
            said = (
                _("By parcel (%(what)s), sent on %(day)s with %(carrier)s, tracking number %(number)s.")
                if delivery.tracking_number
                else _("By parcel (%(what)s), sent on %(day)s with %(carrier)s.")
            ) % _parcel_values(delivery, delivery.sent_on)
    if delivery.return_by is None:
        return said
    back = _("Send it back so that it arrives by %(day)s.") % {"day": date_format(delivery.return_by)}
    return f"{said} {back}"


def _waiting_words(delivery: Delivery) -> str:
    said = (
        _("In place of the defective disc, by parcel (%(what)s), which will be sent by %(day)s.")
        if delivery.replaces_id
        else _("By parcel (%(what)s), which will be sent by %(day)s.")
    )
    return said % _parcel_values(delivery, delivery.due_on)


def _parcel_values(delivery: Delivery, day: date | None) -> dict[str, str]:
    return {
        "what": delivery.get_way_display(),
        "carrier": delivery.carrier,
        "number": delivery.tracking_number,
        "day": date_format(day) if day else "",
    }


def _key_words(delivery: Delivery) -> str:
    asked = delivery.key_request
    values = {"venue": asked.venue, "until": date_format(asked.valid_until), "send_to": asked.send_to}
    if delivery.state == Delivery.State.SENT:
        said = _("Key (KDM) for %(venue)s, sent on %(day)s to %(send_to)s, valid until %(until)s.")
        return said % (values | {"day": date_format(delivery.sent_on or delivery.due_on)})
    said = _("Key (KDM) for %(venue)s, valid until %(until)s, will be sent to %(send_to)s by %(day)s.")
    return said % (values | {"day": date_format(delivery.due_on)})
