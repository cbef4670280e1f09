"""manage.py import_films <file>."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.imports.findings import Sort, Taken, report_lines
from catalog.imports.formats.registry import FORMATS, format_of
from catalog.imports.running import NothingTaken, import_films


class Command(BaseCommand):
    help = (
        "Imports films from a file; docs/catalogue-import.md says what each format holds. "
        "Exit code 0 when every row was taken, 1 when some were refused; the others are in the catalogue then, unless --atomic."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", metavar="file", type=Path)
        parser.add_argument("--format", choices=FORMATS, help="If the file's name does not tell.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would change, and change nothing."
        )
        parser.add_argument(
            "--atomic", action="store_true", help="Import everything, or nothing if a row is refused."
        )
        parser.add_argument("--report", type=Path, help="Write what is found into this file, as CSV.")

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        form = FORMATS[options["format"]] if options["format"] else format_of(path.name)
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        if form is None:
            raise CommandError(f"The name of {path} does not tell its format: give --format.")
        total = Taken()
        try:
            for step in import_films(
                opening=lambda: path.open("rb"), name=path.name, form=form,
                dry_run=options["dry_run"], atomic=options["atomic"],
            ):  # fmt: skip
                total.add(step.taken)
                self._say(step.taken, options, step.rows_read)
                total.findings += [
                    each for each in step.taken.findings if each.sort == Sort.ERROR or options["report"]
                ]
        except NothingTaken as refused:
            self._say(refused.taken, options, refused.taken.rows)
            _report(options["report"], refused.taken)
            raise CommandError(
                f"Nothing was imported: {refused.taken.refused} rows were refused."
            ) from refused
        _report(options["report"], total)
        would = "would be " if options["dry_run"] else ""
        self.stdout.write(
            f"Films: {would}{total.created} created, {total.changed} changed, {total.unchanged} unchanged, {total.refused} refused."
        )
        if any(each.sort == Sort.ERROR for each in total.findings):
            raise CommandError("Some rows were refused; they are named above.")

    def _say(self, taken: Taken, options: dict[str, Any], rows: int) -> None:
        for each in taken.findings:
            if each.sort in (Sort.ERROR, Sort.WARNING):
                self.stderr.write(str(each))
            elif options["dry_run"] or options["verbosity"] > 1:
                self.stdout.write(str(each))
        if options["verbosity"] > 1:
            self.stdout.write(f"Rows read: {rows}.")


def _report(path: Path | None, taken: Taken) -> None:
    if path:
        path.write_text("".join(report_lines(taken.findings)), encoding="utf-8")
