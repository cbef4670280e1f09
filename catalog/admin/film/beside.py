"""What stands around a film's form: its sections to jump to, its errors by name, what its records still miss, its rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.helpers import InlineAdminFormSet
from django.forms import BaseForm
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.exports.formats import FORMATS
from catalog.exports.missing import missing_of
from catalog.models import DistributionRight, Film
from office.site.beside import Beside, register
from wording.values.naming import language_choices

register(
    Beside(
        Film,
        gettext_lazy("Distribution rights"),
        "catalog.view_distributionright",
        lambda film: DistributionRight.objects.filter(film=film.whole).select_related("film__part_of"),
        lambda right: " – ".join(str(day) for day in (right.starts_on, right.ends_on) if day),
    )
)


@dataclass(frozen=True, slots=True)
class NamedError:
    """An error with the name of its field as the form shows it; `id` is the field's in the page, empty for a row or the form."""

    name: str
    sentence: str
    id: str = ""


def beside_the_form(context: dict[str, Any], film: Film | None) -> dict[str, Any]:
    """For the template: reads the forms of the page; three statements for the records of a film that exists."""
    inlines: list[InlineAdminFormSet] = context["inline_admin_formsets"]
    form: BaseForm = context["adminform"].form
    exists = film is not None and film.pk is not None
    base = film.get_absolute_url().removesuffix("/") if exists and film else ""
    return {
        "languages": language_choices(),
        "parts_sum": sum(part.runtime or 0 for part in film.parts.all()) if exists and film else 0,
        "sections": [
            (f"{each.formset.prefix}-group", each.opts.verbose_name_plural, each.formset.initial_form_count())
            for each in inlines
        ],
        "named_errors": [*_errors_of(form), *_errors_of_rows(inlines)],
        "lost_files": any(each.formset.is_multipart() and each.formset.files for each in inlines),
        "missing": missing_of(film.pk) if exists and film else [],
        "records": [(f"{base}.{suffix}", each.label) for suffix, each in FORMATS.items()] if exists else [],
    }


def _errors_of(form: BaseForm, row: str = "") -> Iterator[NamedError]:
    for name, sentences in form.errors.items():
        field = form.fields.get(name)
        label = capfirst(str(field.label or name)) if field else ""
        place = ", ".join(filter(None, (row, label))) or _("The film")
        for sentence in sentences:
            yield NamedError(place, str(sentence), form[name].id_for_label if field else "")


def _errors_of_rows(inlines: list[InlineAdminFormSet]) -> Iterator[NamedError]:
    for each in inlines:
        section = capfirst(str(each.opts.verbose_name_plural))
        for sentence in each.formset.non_form_errors():
            yield NamedError(section, str(sentence), f"{each.formset.prefix}-heading")
        for number, form in enumerate(each.formset.forms, start=1):
            yield from _errors_of(
                form, _("%(section)s, row %(number)d") % {"section": section, "number": number}
            )
