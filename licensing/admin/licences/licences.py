"""Licences: which are held, and which end soon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from licensing.admin.licences.delivery_moves import PromiseAnother
from licensing.admin.licences.licence_moves import LICENCE_MOVES
from licensing.admin.licences.licence_questions import DoesItCover
from licensing.licences.life import life_of
from licensing.models import Licence, LicenceFeed, LicenceType
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from licensing.terms.words import grants_words
from office.site.finding import EachFieldSearched
from office.site.moves import MovesAdmin
from office.site.rows import ReadOnly, ReadOnlyAdmin
from wording.countries import country_label
from wording.enumeration import enumerated

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class ExpiryFilter(admin.SimpleListFilter):
    title = _("expiry")
    parameter_name = "expiry"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Licence]
    ) -> list[tuple[str, str | _StrPromise]]:
        return [
            ("7", _("within 7 days")),
            ("30", _("within 30 days")),
            ("90", _("within 90 days")),
            ("ended", _("ended")),
            ("current", _("in force")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Licence]) -> QuerySet[Licence]:
        today, choice = office_today(), self.value()
        keys = Licence.objects.none()
        match choice:
            case "7" | "30" | "90":
                keys = Licence.objects.expiring(today, int(choice))
            case "ended":
                keys = Licence.objects.standing_as(Standing.ENDED, today)
            case "current":
                keys = Licence.objects.current(today)
            case _:
                return queryset
        return queryset.filter(pk__in=keys.values("pk"))


class TypeFilter(admin.SimpleListFilter):
    """By the name under which a licence was sold. Asks for the types that there are, not for the names on all licences."""

    title = _("licence type")
    parameter_name = "type_name"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Licence]
    ) -> list[tuple[str, str | _StrPromise]]:
        names = LicenceType.objects.order_by("name").values_list("name", flat=True).distinct()
        return [(name, name) for name in names]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Licence]) -> QuerySet[Licence]:
        name = self.value()
        return queryset.filter(type_name=name) if name else queryset


@admin.register(Licence)
class LicenceAdmin(ReadOnly, EachFieldSearched[Licence], MovesAdmin[Licence]):
    """A licence is issued for an order; its words never change. What happens to it later is a move, with a reason."""

    list_display = ("number", "licensee_name", "film", "type_name", "starts_on", "ends_on", "phase", "pdf")
    list_filter = (ExpiryFilter, "status", TypeFilter, "institution__tier")
    search_fields = ("number", "licensee_name", "film__title", "film__part_of__title", "line__order__number")
    list_select_related = ("institution", "film__part_of")
    date_hierarchy = "ends_on"
    moves = (DoesItCover, *LICENCE_MOVES, PromiseAnother)
    readonly_fields = (
        "number", "phase", "status", "status_since", "status_because", "suspended_for", "superseded_by",
        "shortened_because", "signed_until", "institution", "licensee_name", "film", "type_name", "what_it_grants",
        "starts_on", "ends_on", "territory", "valid_in", "used_at", "issued_at",
    )  # fmt: skip
    HISTORY = frozenset(readonly_fields[3:9])

    def get_fields(self, request: HttpRequest, obj: Licence | None = None) -> Any:
        """What has a value, of what can happen to a licence later."""
        return [
            name
            for name in self.readonly_fields
            if obj is None or name not in self.HISTORY or self._says(obj, name)
        ]

    @staticmethod
    def _says(licence: Licence, name: str) -> bool:
        return bool(licence.suspensions if name == "suspended_for" else getattr(licence, name))

    @admin.display(description=_("suspended for"))
    def suspended_for(self, licence: Licence) -> SafeString:
        return format_html_join("", "<p>{}: {}</p>", licence.causes())

    @admin.display(description=_("what it grants"))
    def what_it_grants(self, licence: Licence) -> SafeString:
        sentences = grants_words(licence.terms())
        return format_html_join("", "<p>{}</p>", ((sentence,) for sentence in sentences))

    @admin.display(description=_("countries"))
    def valid_in(self, licence: Licence) -> str:
        return enumerated(country_label(code) for code in licence.countries)

    @admin.display(description=_("sites"))
    def used_at(self, licence: Licence) -> str:
        return enumerated(licence.sites) or str(_("as far as its site scope reaches"))

    @admin.display(description=_("now"))
    def phase(self, licence: Licence) -> str:
        return life_of(licence, office_today()).sentence

    @admin.display(description=_("certificate"))
    def pdf(self, licence: Licence) -> SafeString:
        return format_html('<a href="{}certificate.pdf">PDF</a>', licence.get_absolute_url())


@admin.register(LicenceFeed)
class LicenceFeedAdmin(ReadOnlyAdmin[LicenceFeed]):
    """Whose calendars are open. The address itself is the person's alone."""

    list_display = ("user", "renewed_at")
    list_select_related = ("user",)
    search_fields = ("user__email", "user__name")
    fields = ("user", "renewed_at")
