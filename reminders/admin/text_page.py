"""What the page of one text shows: the words, what they say in a real mail, the placeholders with their values, the versions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reminders.kinds import Kind
from reminders.models import MailText
from reminders.texts.samples import Sample, sample_of
from reminders.texts.saving import faults_in, save_text, tidied, vocabulary
from reminders.writing.our_words import our_words
from wording.bounds import LONGEST_PROSE

if TYPE_CHECKING:
    from accounts.models import User

MOST_VERSIONS = 20


class TextForm(forms.Form):
    source = forms.CharField(
        label=_("Text"),
        max_length=LONGEST_PROSE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "class": "office-source", "spellcheck": "true"}),
        help_text=_(
            "The first line is the subject. Change the words as you like; what stands in braces is filled in for each mail."
        ),
    )
    after = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, page: TextPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        self.fields["source"].widget.attrs["lang"] = page.language

    def save(self, *, by: User) -> MailText | None:
        return save_text(kind=self.page.kind.name, language=self.page.language, by=by, **self.cleaned_data)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a text says in one language; or why it says nothing."""

    language: str
    name: str
    subject: str = ""
    text: str = ""
    faults: tuple[str, ...] = ()


@dataclass
class TextPage:
    kind: Kind
    language: str

    @cached_property
    def versions(self) -> list[MailText]:
        rows = MailText.objects.of(self.kind.name, self.language).select_related("written_by")
        return list(rows[:MOST_VERSIONS])

    @cached_property
    def current(self) -> MailText | None:
        """The newest version; None while there is only ours."""
        return self.versions[0] if self.versions else None

    @cached_property
    def sample(self) -> Sample | None:
        return sample_of(self.kind, self.language)

    @property
    def ours(self) -> str:
        return our_words(self.kind.template, self.language)

    def initial(self, version: str) -> dict[str, Any]:
        """The text that counts, or an earlier version, or ours (`version` 0), to be saved again."""
        asked = next((row for row in self.versions if str(row.number) == version), self.current)
        source = asked.source if asked and version != "0" else ""
        return {"source": source or self.ours, "after": self.current.number if self.current else 0}

    def context(self, form: TextForm) -> dict[str, Any]:
        source = tidied(str(form["source"].value() or ""))
        return {
            "form": form,
            "kind": self.kind,
            "language": self.language,
            "current": self.current,
            "versions": self.versions,
            "sample": self.sample,
            "placeholders": self.placeholders(),
            "shown": self.shown(source),
            "others": self.others(),
            "list": reverse("admin:reminders_mailtext_changelist"),
            "languages": [
                (code, name, reverse("admin:reminders_mailtext_text", args=[self.kind.name, code]))
                for code, name in settings.LANGUAGES
            ],
        }

    def placeholders(self) -> list[tuple[str, str, str]]:
        """Each with the loop that it stands in, if any, and its value in the sample."""
        known = vocabulary(self.kind, self.language)
        sample = self.sample
        found = sorted(known.placeholders | {("", "DISTRIBUTOR")})
        return [(path, loop, sample.shown(path) if sample and not loop else "") for loop, path in found]

    def shown(self, source: str) -> Shown:
        """What this would say; without a sample only what is wrong with it."""
        name = str(dict(settings.LANGUAGES)[self.language])
        faults = faults_in(source, self.kind, self.language, self.sample)
        if faults or self.sample is None:
            return Shown(self.language, name, faults=tuple(faults))
        subject, text, _html = self.sample.said(source)
        return Shown(self.language, name, subject, text)

    def others(self) -> list[Shown]:
        """What the other languages say now of a like mail."""
        in_use = {row.language: row.source for row in MailText.objects.in_use().filter(kind=self.kind.name)}
        found = []
        for code, name in settings.LANGUAGES:
            sample = sample_of(self.kind, code) if code != self.language and self.sample else None
            if sample is None:
                continue
            try:
                subject, text, _html = sample.said(in_use.get(code, ""))
            except Exception as error:  # noqa: BLE001 - the office reads why it cannot be said
                found.append(Shown(code, str(name), faults=(str(error),)))
            else:
                found.append(Shown(code, str(name), subject, text))
        return found
