"""What of screenings stands beside a row in the office, and what belongs to a screening."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from licensing.models import Institution, Licence
from office.site.beside import Beside, register
from reminders.admin.panels import mails_about
from screenings.models import Registration, Screening, Showing


def under(licence: Licence) -> QuerySet[Screening]:
    """Published under it, alone or with others; and those that are suspended from sale since it no longer covers them."""
    resting = Q(pk__in=Screening.objects.resting_on(licence).values("pk"))
    return _listed(resting | Q(licence=licence, status=Screening.Status.SUSPENDED))


def of_institution(institution: Institution) -> QuerySet[Screening]:
    return _listed(Q(institution=institution))


def licences_of(screening: Screening) -> QuerySet[Licence]:
    rows = Licence.objects.filter(Q(screenings=screening) | Q(screenings_besides=screening)).distinct()
    return rows.select_related("film__part_of").defer(
        "certificate", "document", "grants", "sites", "countries"
    )


def _listed(found: Q) -> QuerySet[Screening]:
    return Screening.objects.filter(found).select_related("venue").order_by("-created_at", "-pk")


def about(screening: Screening) -> str:
    return f"{screening.venue}, {screening.get_status_display()}"


register(
    mails_about(Screening),
    mails_about(Showing),
    mails_about(Registration),
    Beside(Licence, _("Screenings that rest on it"), "screenings.view_screening", under, about),
    Beside(
        Institution, _("Screenings"), "screenings.view_screening", of_institution, about,
        query=lambda institution: f"institution__id__exact={institution.pk}",
    ),
    Beside(
        Screening, _("Licences"), "licensing.view_licence", licences_of,
        lambda licence: f"{licence.film}, {licence.licensee_name}",
        lambda licence: reverse("licensing:certificate", args=[licence.number]),
    ),
)  # fmt: skip
