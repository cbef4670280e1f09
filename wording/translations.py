"""Texts of the office in other languages: stored with the row and shown to their readers; for others the original, with its `lang`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

type Translations = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """A text and its language."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text

    def html(self) -> SafeString:
        """With its `lang` if the page is in another language."""
        if self.language == get_language():
            return format_html("{}", self.text)
        return format_html('<span lang="{}">{}</span>', self.language, self.text)


def said(row: Any, word: str) -> Said:
    """A text of a row in the reader's language, or else in the office's.

    `row` is a model's row, or a dictionary of its columns, with `translations`; `word` names one of its texts.
    """
    columns: Mapping[str, Any] = row if isinstance(row, Mapping) else vars(row)
    reader = get_language() or settings.LANGUAGE_CODE
    for language in (reader, reader.split("-")[0]):
        if text := columns["translations"].get(language, {}).get(word):
            return Said(text, language)
    return Said(columns[word], settings.LANGUAGE_CODE)


def other_languages() -> dict[str, str]:
    """The site's languages but the office's own, with their names."""
    return {code: str(name) for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE}


class TranslationsField(models.JSONField):
    """{"fr": {"name": "Chemins de fer"}}: for each language the words that are translated.

    `words` gives the translated fields of the model and the longest that each may be. In a form each has a line.
    """

    def __init__(self, *args: Any, words: Mapping[str, int], **kwargs: Any) -> None:
        self.words = dict(words)
        options: dict[str, Any] = {"default": dict, "blank": True} | kwargs
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"words": self.words}

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not self._is_well_formed(value):
            raise ValidationError(
                _(
                    "Translations are texts by language and field, such as fr: name; none is empty or too long."
                ),
                "translations",
            )

    def _is_well_formed(self, value: Any) -> bool:
        known = other_languages()
        return isinstance(value, dict) and all(
            language in known and isinstance(texts, dict) and all(map(self._fits, texts, texts.values()))
            for language, texts in value.items()
        )

    def _fits(self, word: str, text: Any) -> bool:
        return word in self.words and isinstance(text, str) and 0 < len(text.strip()) <= self.words[word]

    def formfield(self, **kwargs: Any) -> Any:
        fields = {field.name: field for field in self.model._meta.fields}
        labels = {word: str(fields[word].verbose_name) for word in self.words}
        options: dict[str, Any] = {"form_class": TranslationsFormField, "words": self.words, "labels": labels}
        return super(models.JSONField, self).formfield(**options | kwargs)


class TranslationsFormField(forms.MultiValueField):
    """One line for each language and word; what is left empty is not translated."""

    def __init__(self, *, words: Mapping[str, int], labels: Mapping[str, str], **kwargs: Any) -> None:
        self.places = [(language, word) for language in other_languages() for word in words]
        names = other_languages()
        lines = [
            forms.TextInput({"size": 60, "placeholder": label, "aria-label": label})
            for label in (f"{capfirst(names[language])}: {labels[word]}" for language, word in self.places)
        ]
        super().__init__(
            fields=[
                forms.CharField(required=False, max_length=words[word]) for _language, word in self.places
            ],
            widget=TranslationsWidget(lines, places=self.places),
            require_all_fields=False,
            **{name: value for name, value in kwargs.items() if name not in ("widget", "encoder", "decoder")},
        )

    def compress(self, data_list: list[str]) -> dict[str, dict[str, str]]:
        translations: dict[str, dict[str, str]] = {}
        for (language, word), text in zip(self.places, data_list, strict=False):
            if text:
                translations.setdefault(language, {})[word] = text
        return translations


class TranslationsWidget(forms.MultiWidget):
    def __init__(self, lines: list[forms.TextInput], *, places: list[tuple[str, str]]) -> None:
        super().__init__(lines)
        self.places = places

    def decompress(self, value: Translations | None) -> list[str]:
        return [(value or {}).get(language, {}).get(word, "") for language, word in self.places]
