"""The verbs by which the office writes the texts of mails. Every version is kept; the newest counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import Error, IntegrityError, transaction
from django.template import TemplateSyntaxError
from django.utils.translation import gettext as _

from office.permissions import refuse_unless_may
from reminders.kinds import Kind, kind_named
from reminders.models import MailText
from reminders.texts.samples import Sample, sample_of
from reminders.writing.our_words import loaded, our_words
from reminders.writing.own_words import compiled
from reminders.writing.subset import Vocabulary, faults_of, vocabulary_of
from wording.bounds import LONGEST_PROSE
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

PERMISSION = "reminders.change_mailtext"


def save_text(*, kind: str, language: str, source: str, after: int, by: User | None) -> MailText | None:
    """Says this from now on; None where ours counted before and still does. `after`: the number of the version that its writer has seen, 0 where there was none.

    The same words as before make no version; the same as ours make ours count again. Refused (codes `office-only`, `source`
    with a sentence for each fault, `meanwhile`).
    """
    refuse_unless_may(by, PERMISSION)
    known = _kind(kind, language)
    source = tidied(source)
    if source == tidied(our_words(known.template, language)):
        return back_to_ours(kind=kind, language=language, after=after, by=by)
    if faults := faults_in(source, known, language):
        raise Refused([Refused(sentence, "source") for sentence in faults])
    return _next_version(kind, language, source, after, by)


def back_to_ours(*, kind: str, language: str, after: int, by: User | None) -> MailText | None:
    """Our own words count again; what was written stays among the versions. Refused (codes `office-only`, `meanwhile`)."""
    refuse_unless_may(by, PERMISSION)
    _kind(kind, language)
    return _next_version(kind, language, "", after, by)


def faults_in(source: str, kind: Kind, language: str, sample: Sample | None = None) -> list[str]:
    """Why this cannot be sent, in sentences: the words of it first, then how it reads in a real mail."""
    if len(source) > LONGEST_PROSE:
        return [_("This text is too long.")]
    found = faults_of(source, vocabulary(kind, language), keeps_all=kind.is_asked_for)
    return found or _unwritable(source, kind, sample or sample_of(kind, language))


def vocabulary(kind: Kind, language: str) -> Vocabulary:
    return vocabulary_of(our_words(kind.template, language))


def tidied(source: str) -> str:
    """As browsers send it, with the line ends of a file, and one at its end."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip() + "\n"


def _unwritable(source: str, kind: Kind, sample: Sample | None) -> list[str]:
    try:
        compiled(source, loaded(kind.template))
        if sample is not None:
            sample.said(source)
    except TemplateSyntaxError as error:
        return [_("It cannot be read: %(because)s") % {"because": error}]
    except Error:
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it is what its writer wants to know
        return [_("It cannot be written: %(because)s") % {"because": str(error) or type(error).__name__}]
    return []


def _kind(name: str, language: str) -> Kind:
    known = kind_named(name)
    if known is None or language not in dict(settings.LANGUAGES):
        raise LookupError(f"There is no mail “{name}” in “{language}”.")
    return known


@transaction.atomic
def _next_version(kind: str, language: str, source: str, after: int, by: User | None) -> MailText | None:
    last = MailText.objects.of(kind, language).first()
    number, said = (last.number, last.source) if last else (0, "")
    if number != after:
        raise _meanwhile()
    if said == source and not (last and last.fault):
        return last
    try:
        with transaction.atomic():
            return MailText.objects.create(
                kind=kind, language=language, number=number + 1, source=source, written_by=by
            )
    except IntegrityError as error:
        raise _meanwhile() from error


def _meanwhile() -> Refused:
    return Refused(
        _(
            "Somebody else has changed this text meanwhile. Yours is below; open the page again to see theirs."
        ),
        "meanwhile",
    )
