"""Fields of the office's forms for countries, languages and lists of our own words: written and shown by name, kept as codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wording.codes import validate_country, validate_language
from wording.countries import country_label, language_label
from wording.values.naming import country_choices, country_of, language_choices, language_of, split_names

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LANGUAGES = "languages"
"""The id of the list of names that a page with such fields has: templates/catalog/office/film_form.html."""


class NamesField(forms.CharField):
    """“China, France”: several names with commas; names and codes alike are taken."""

    def __init__(
        self, *, label_of: Callable[[str], str], code_of: Callable[[str], str], **options: Any
    ) -> None:
        super().__init__(**options)
        self.label_of, self.code_of = label_of, code_of

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        return ", ".join(_shown(code, self.label_of, self.code_of) for code in value or ())

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]  # several texts instead of one
        return _codes(split_names(super().to_python(value) or ""), self.code_of)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return list(initial or ()) != self.to_python(data)
        except ValidationError:
            return True


class NameField(forms.CharField):
    """One language by its name, suggested while it is typed; a tag is taken too."""

    def prepare_value(self, value: Any) -> Any:
        return _shown(value, language_label, language_of) if value and _is_tag(value) else value

    def to_python(self, value: Any) -> str:
        text = (super().to_python(value) or "").strip()
        return language_of(text) if text else ""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (initial or "") != self.to_python(data)
        except ValidationError:
            return True


class ChosenNames(forms.SelectMultiple):
    """Names chosen from a list that can be searched (static/js/film-form.js); a plain list of choices without a script."""

    def __init__(self, *args: Any, label_of: Callable[[str], str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.label_of = label_of

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        listed = {code for code, _label in self.choices}
        rare = [(code, self._label(code)) for code in value if code and code not in listed]
        original = self.choices
        self.choices = [*original, *rare]
        try:
            return super().optgroups(name, value, attrs)
        finally:
            self.choices = original

    def _label(self, code: str) -> str:
        """Its name; or what was sent, where that is no code at all."""
        try:
            return self.label_of(code)
        except ValueError:
            return code


class ChoicesField(forms.Field):
    """Codes that are chosen by name, or typed where the list has none."""

    def __init__(
        self,
        *,
        choices: Callable[[], list[tuple[str, str]]],
        label_of: Callable[[str], str],
        code_of: Callable[[str], str],
        **options: Any,
    ) -> None:
        widget = ChosenNames(label_of=label_of, attrs={"class": "office-names"})
        widget.choices = _Lazily(choices)  # before the field, which keeps a copy of it
        super().__init__(widget=widget, **options)
        self.code_of = code_of

    def prepare_value(self, value: Any) -> Any:
        return list(value or ())

    def to_python(self, value: Any) -> list[str]:
        return _codes(value or (), self.code_of)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or ()) != list(data or ())


class _Lazily:
    """Choices in the language of whoever asks, sorted when the form is drawn."""

    def __init__(self, choices: Callable[[], list[tuple[str, str]]]) -> None:
        self.choices = choices

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.choices())


def named_formfield(column: Any, *, chosen: bool) -> forms.Field | None:
    """The field for a column of codes, or of several of our own words, or None for any other column. `chosen`: from a list, for which a form has room once."""
    base = column.base_field if isinstance(column, ArrayField) else column
    if not isinstance(base, models.CharField):
        return None
    if base.choices:
        return _words_field(column, base.choices) if isinstance(column, ArrayField) else None
    is_country, is_language = (check in base.validators for check in (validate_country, validate_language))
    if not is_country and not is_language:
        return None
    options: dict[str, Any] = {
        "required": not column.blank,
        "label": _capital(column.verbose_name),
        "help_text": column.help_text,
    }
    if not isinstance(column, ArrayField):
        if is_country:
            return None
        widget = forms.TextInput({"list": LANGUAGES, "autocomplete": "off", "size": 18})
        return NameField(initial=column.get_default(), max_length=80, widget=widget, **options)
    names: dict[str, Any] = (
        {"label_of": country_label, "code_of": country_of}
        if is_country
        else {"label_of": language_label, "code_of": language_of}
    )
    if chosen:
        return ChoicesField(choices=country_choices if is_country else language_choices, **names, **options)
    options["help_text"] = _("Names with commas between them.")
    return NamesField(widget=forms.TextInput({"size": 24}), **names, **options)


def _words_field(column: ArrayField[Any, Any], words: Any) -> forms.Field:
    """Some of our own words, each with a box to tick."""
    return forms.MultipleChoiceField(
        choices=words,
        widget=forms.CheckboxSelectMultiple,
        required=not column.blank,
        label=_capital(column.verbose_name),
        help_text=column.help_text,
    )


def _capital(label: str | _StrPromise) -> str:
    return str(capfirst(str(label)))


def _codes(names: Iterable[str], code_of: Callable[[str], str]) -> list[str]:
    codes: list[str] = []
    refused: list[ValidationError] = []
    for name in names:
        try:
            codes.append(code_of(name))
        except ValidationError as unknown:
            refused.append(unknown)
    if refused:
        raise ValidationError(refused)
    return list(dict.fromkeys(codes))


def _shown(code: str, label_of: Callable[[str], str], code_of: Callable[[str], str]) -> str:
    """The name of a code, if it is read back as this code; otherwise the code, as for languages in rare scripts."""
    label = label_of(code)
    try:
        return label if code_of(label) == code and len(split_names(label)) == 1 else code
    except ValidationError:
        return code


def _is_tag(value: str) -> bool:
    try:
        validate_language(value)
    except ValidationError:
        return False
    return True
