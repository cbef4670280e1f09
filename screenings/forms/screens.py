"""A screen of a venue and its servers, by those who run the venue. Each `save()` calls one verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.models import ScreeningCopy
from office.refusals import RefusalsOn
from screenings.models import Screen, Venue
from screenings.reach import MOST_PEOPLE
from screenings.venues.screens import ScreenFacts, Server, add_screen, change_screen
from wording.one_line import one_line

if TYPE_CHECKING:
    from accounts.models import User

LONGEST_MINUTES = 600
KEYS = _(
    "The key of a DCP is made for each server: what is named here is asked for and ticked off one by one."
)


def _server_name(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=100,
        validators=[one_line],
        help_text=_("Maker, model and serial number."),
    )


def _thumbprint(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=120, validators=[one_line])


class ScreenForm(forms.Form):
    """A screen of the venue: a new one, or what one is."""

    name = forms.CharField(label=_("Name"), max_length=100, validators=[one_line])
    capacity = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_PEOPLE)
    set_up = forms.IntegerField(
        label=_("Set-up"),
        initial=0,
        min_value=0,
        max_value=LONGEST_MINUTES,
        help_text=_("Minutes before a showing."),
    )
    turnaround = forms.IntegerField(
        label=_("Turnaround"),
        initial=15,
        min_value=0,
        max_value=LONGEST_MINUTES,
        help_text=_("Minutes after a showing."),
    )
    formats = forms.MultipleChoiceField(
        label=_("Formats"),
        choices=ScreeningCopy.Format,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: it shows them all."),
    )
    main_name = _server_name(_("Server"))
    main_thumbprint = _thumbprint(_("Thumbprint of its certificate"))
    backup_name = _server_name(_("Backup server"))
    backup_thumbprint = _thumbprint(_("Thumbprint of the backup's certificate"))

    def __init__(
        self, *args: Any, venue: Venue, by: User, screen: Screen | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._venue, self._by, self._screen = venue, by, screen
        if screen is not None:
            self._say_what_stands(screen)

    def _say_what_stands(self, screen: Screen) -> None:
        self.initial = {
            name: getattr(screen, name) for name in ("name", "capacity", "set_up", "turnaround", "formats")
        }
        for server in screen.servers.all():
            role = "backup" if server.is_backup else "main"
            self.initial |= {f"{role}_name": server.name, f"{role}_thumbprint": server.thumbprint}

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.layout = Layout(
            "name",
            "capacity",
            "set_up",
            "turnaround",
            "formats",
            Fieldset(
                _("Servers"),
                HTML(f'<p class="form-text">{KEYS}</p>'),
                "main_name",
                "main_thumbprint",
                "backup_name",
                "backup_thumbprint",
            ),
            Submit("keep", _("Add the screen") if self._screen is None else _("Keep the changes")),
        )
        return helper

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for role in ("main", "backup"):
            if data.get(f"{role}_thumbprint") and not data.get(f"{role}_name"):
                self.add_error(
                    f"{role}_name", ValidationError(_now("Name the server of this certificate."), "required")
                )
        if data.get("backup_name") and not data.get("main_name"):
            self.add_error(
                "main_name", ValidationError(_now("Name the first server before its backup."), "required")
            )
        return data

    def save(self) -> Screen | None:
        """The screen; None when the verb refuses, whose reasons are on the form then."""
        with RefusalsOn(self, {"taken": "name", "servers": "backup_name"}):
            if self._screen is None:
                return add_screen(venue=self._venue, facts=self._facts(), by=self._by)
            return change_screen(screen=self._screen, facts=self._facts(), by=self._by)
        return None

    def _facts(self) -> ScreenFacts:
        said = self.cleaned_data
        servers = [
            Server(name=said[f"{role}_name"], thumbprint=said[f"{role}_thumbprint"])
            for role in ("main", "backup")
            if said[f"{role}_name"]
        ]
        own = {name: said[name] for name in ("name", "capacity", "set_up", "turnaround", "formats")}
        return ScreenFacts(**own, servers=servers)
