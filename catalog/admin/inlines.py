"""What hangs on a film, in the film's own form."""

from __future__ import annotations

from typing import Any

from catalog.models import (
    Credit,
    DistributionRight,
    Film,
    PressNotice,
    Preview,
    ReadingAbout,
    Recognition,
    Relation,
    ScreeningCopy,
    Statement,
    Still,
    StudyGuide,
    Title,
)
from office.site.rows import StackInline, TableInline


class TitleInline(TableInline[Any, Film]):
    model = Title
    fields = ("order", "kind", "language", "text", "source")
    autocomplete_fields = ("source",)


class CreditInline(TableInline[Any, Film]):
    model = Credit
    fields = ("order", "role", "person", "detail", "source")
    autocomplete_fields = ("person", "source")


class StatementInline(TableInline[Any, Film]):
    model = Statement
    fields = ("fact", "value", "source", "note")
    autocomplete_fields = ("source",)


class CopyInline(TableInline[Any, Film]):
    model = ScreeningCopy
    fields = ("label", "format", "runtime", "language", "subtitles", "chapter_points")


class RightInline(TableInline[Any, Film]):
    model = DistributionRight
    fields = ("territory", "countries", "starts_on", "ends_on", "note")


class RecognitionInline(TableInline[Any, Film]):
    model = Recognition
    fields = ("order", "kind", "event", "year", "outcome", "source")
    autocomplete_fields = ("source",)


class PressInline(StackInline[Any, Film]):
    model = PressNotice
    fields = (("author", "outlet", "order"), "text", ("is_paraphrase", "source"), "note")
    autocomplete_fields = ("source",)


class ReadingInline(TableInline[Any, Film]):
    model = ReadingAbout
    fields = ("order", "reading", "pages")
    autocomplete_fields = ("reading",)


class RelationInline(TableInline[Any, Film]):
    model = Relation
    fk_name = "film"
    fields = ("kind", "other", "note")
    autocomplete_fields = ("other",)


class PreviewInline(TableInline[Any, Film]):
    model = Preview


class StillInline(TableInline[Any, Film]):
    model = Still


class StudyGuideInline(TableInline[Any, Film]):
    model = StudyGuide
