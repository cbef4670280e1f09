"""What the office does with a delivery: give access, send, take back, replace."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.models import ScreeningCopy
from licensing.delivery.downloads import allow_downloads
from licensing.delivery.giving import close_access, give_access, links_for
from licensing.delivery.keys import names_of, note_key_sent
from licensing.delivery.parcels import (
    ON_THE_WAY,
    REPLACED_WITHIN,
    note_arrival,
    note_return,
    replace_disc,
    send_parcel,
)
from licensing.delivery.promising import copies_for, promise_another
from licensing.delivery.words import how_of_licence, how_words
from licensing.models import Delivery, HostedLink, KeyRequest, Licence, Way
from licensing.models.licences.deliveries import LONGEST_SENT_TO
from licensing.models.licences.ways import PROMISED
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from office.site.moves import Move
from wording.one_line import one_line


class DeliveryMove(Move[Delivery]):
    permission = "licensing.change_delivery"

    def facts(self) -> Iterable[tuple[object, object]]:
        licence = self.row.licence
        yield _("licence"), licence.number
        yield _("licensee"), licence.licensee_name
        yield _("film"), licence.film
        yield _("what the licensee reads"), how_words(self.row)


class GiveAccess(DeliveryMove):
    name = "give-access"
    label = _("Give access to the files")

    @classmethod
    def fits(cls, row: Delivery) -> bool:
        return row.way == Way.FILE and row.state == Delivery.State.TO_DO

    def act(self) -> str:
        give_access(delivery=self.row, by=self.by)
        return _now("The members of %(name)s can download the files, and are notified.") % {
            "name": self.row.licence.licensee_name
        }


class GiveStream(DeliveryMove):
    name = "give-stream"
    label = _("Give the stream's address")
    link = forms.ModelChoiceField(label=_("Where it is streamed"), queryset=HostedLink.objects.none())
    stream_key = forms.CharField(
        label=_("The institution's key"),
        max_length=100,
        required=False,
        validators=[one_line],
        help_text=_("As the host made it. Empty: a key is made here, for you to enter at the host."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        links = links_for(self.row.licence)
        self.fields["link"].queryset = links  # type: ignore[attr-defined]  # of a ModelChoiceField
        if not links.exists():
            self.fields["link"].help_text = format_html(
                '{} <a href="{}">{}</a>',
                _now("No copy of this film is streamed yet. Add the host's address to a copy first:"),
                reverse("admin:licensing_hostedlink_add"),
                _now("Add a hosted link"),
            )

    @classmethod
    def fits(cls, row: Delivery) -> bool:
        return row.way == Way.STREAM and row.state == Delivery.State.TO_DO

    def act(self) -> str:
        values = self.cleaned_data
        given = give_access(
            delivery=self.row, link=values["link"], stream_key=values["stream_key"], by=self.by
        )
        return _now("%(name)s has the address %(address)s, and is notified.") % {
            "name": self.row.licence.licensee_name,
            "address": given.address,
        }


class SendParcel(DeliveryMove):
    name = "send-parcel"
    label = _("Send the parcel")
    field_of_code = {"sent-to": "sent_to", "return-by": "return_by"}
    copy = forms.ModelChoiceField(
        label=_("Copy"),
        queryset=ScreeningCopy.objects.none(),
        required=False,
    )
    sent_to = forms.CharField(
        label=_("To"), max_length=LONGEST_SENT_TO, widget=forms.Textarea(attrs={"rows": 4})
    )
    carrier = forms.CharField(label=_("Carrier"), max_length=60, validators=[one_line])
    tracking_number = forms.CharField(
        label=_("Tracking number"), max_length=60, required=False, validators=[one_line]
    )
    return_by = forms.DateField(
        label=_("Due back by"),
        required=False,
        widget=AdminDateWidget,
        help_text=_("Empty: the licensee keeps it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        licence = self.row.licence
        if self.row.is_parcel:
            self.fields["copy"].queryset = copies_for(licence, Way(self.row.way))  # type: ignore[attr-defined]  # of a ModelChoiceField
        address = f"{licence.licensee_name}\n{licence.institution.shipped_to}".strip()
        self.fields["sent_to"].initial = address
        self.fields["copy"].initial = self.row.copy
        if self.row.way == Way.DCP and licence.ends_on:
            self.fields["return_by"].initial = licence.ends_on + timedelta(days=7)

    @classmethod
    def fits(cls, row: Delivery) -> bool:
        return row.is_parcel and row.state == Delivery.State.TO_DO

    def act(self) -> str:
        sent = send_parcel(delivery=self.row, by=self.by, **self.cleaned_data)
        return _now("The parcel is recorded as sent with %(carrier)s; %(name)s is notified.") % {
            "carrier": sent.carrier,
            "name": self.row.licence.licensee_name,
        }


class KeySent(DeliveryMove):
    name = "key-sent"
    label = _("The key has been sent")

    @classmethod
    def fits(cls, row: Delivery) -> bool:
        return row.way == Way.KEY and row.state == Delivery.State.TO_DO

    def facts(self) -> Iterable[tuple[object, object]]:
        yield from super().facts()
        asked: KeyRequest | None = getattr(self.row, "key_request", None)
        if asked is None:  # an address that no button leads to
            return
        yield _("venue"), asked.venue
        yield _("first day of the event"), asked.first_day
        yield _("valid until"), asked.valid_until
        yield _("servers"), asked.servers
        for name in names_of(asked.certificates):
            yield _("certificate"), name
        yield _("send the key to"), asked.send_to

    def act(self) -> str:
        note_key_sent(delivery=self.row, by=self.by)
        return _now("The key is recorded as sent; the licensee is notified.")


class Arrived(DeliveryMove):
    name = "arrived"
    label = _("It has arrived")

    @classmethod
    def fits(cls, row: Delivery) -> bool:
        return row.is_parcel and row.state == Delivery.State.SENT

    def act(self) -> str:
        note_arrival(delivery=self.row, by=self.by)
        return _now("The parcel has arrived.")


class Returned(DeliveryMove):
    name = "returned"
    label = _("It is back")

    @classmethod
    def fits(cls, row: Delivery) -> bool:
        return row.is_parcel and row.state in ON_THE_WAY

    def act(self) -> str:
        note_return(delivery=self.row, by=self.by)
        return _now("The copy is back.")


class ReplaceDisc(DeliveryMove):
    name = "replace"
    label = _("Replace a defective disc")

    @classmethod
    def fits(cls, row: Delivery) -> bool:
        return (
            row.way == Way.DISC
            and row.sent_on is not None
            and office_today() <= row.sent_on + REPLACED_WITHIN
            and not hasattr(row, "replaced_by")
        )

    def act(self) -> str:
        replace_disc(delivery=self.row, by=self.by)
        return _now("Another disc is in the queue.")


class AllowDownloads(DeliveryMove):
    name = "allow-downloads"
    label = _("Change the number of downloads")
    allowed = forms.IntegerField(
        label=_("Downloads of each file"),
        min_value=1,
        max_value=1000,
        help_text=_("In all, with those used."),
    )

    @classmethod
    def fits(cls, row: Delivery) -> bool:
        return row.way == Way.FILE and row.state == Delivery.State.GIVEN

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["allowed"].initial = self.row.downloads_allowed

    def act(self) -> str:
        moved = allow_downloads(delivery=self.row, allowed=self.cleaned_data["allowed"], by=self.by)
        return _now("Each file may be downloaded %(n)d times.") % {"n": moved.downloads_allowed}


class CloseAccess(DeliveryMove):
    name = "close-access"
    label = _("Access is closed at the host")

    @classmethod
    def fits(cls, row: Delivery) -> bool:
        return row.way == Way.STREAM and row.state == Delivery.State.GIVEN

    def act(self) -> str:
        close_access(delivery=self.row, by=self.by)
        return _now("Access is closed.")


class PromiseAnother(Move[Licence]):
    """On a licence's page: what its type does not deliver, such as a disc beside the stream."""

    name = "promise-delivery"
    label = _("Promise a delivery")
    permission = "licensing.change_delivery"
    way = forms.ChoiceField(label=_("Delivery method"), choices=PROMISED)

    @classmethod
    def fits(cls, row: Licence) -> bool:
        return row.standing(office_today()) in {Standing.IN_FORCE, Standing.NOT_YET}

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("licence"), self.row.number
        yield _("licensee"), self.row.licensee_name
        for sentence in how_of_licence(self.row):
            yield _("what the licensee reads"), sentence

    def act(self) -> str:
        promised = promise_another(licence=self.row, way=Way(self.cleaned_data["way"]), by=self.by)
        return _now("Promised: %(what)s") % {"what": how_words(promised)}
