"""What needs Django: a process of its own that ends with the story, so that the one that watches over the others stays small.

    python -m demo.teller fill            the database and the style sheets
    python -m demo.teller tell MAILBOX    waits for a line on standard input, then plays the story

Exit code 0, 1 with a sentence if it failed, and 130 if it was stopped.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from rich.console import Console

from demo.errors import DemoError

STOPPED = 130
console = Console(highlight=False, soft_wrap=True)


def fill() -> None:
    """A fresh database with the sample catalogue, and what the web server hands out."""
    from demo import database
    from demo.sample.filling import fill

    with _step("A fresh database with the sample catalogue"):
        database.make_fresh(fill)
    with _step("Style sheets, scripts and fonts"):
        call_command("collectstatic", interactive=False, verbosity=0)


def tell(mailbox: Path) -> None:
    """The story, line by line, once the processes that play in it are there."""
    from demo.story import telling

    if not sys.stdin.readline():
        return  # who started this is gone
    for line in telling.tell(mailbox):
        console.print(f"[bold]{line.what}[/]\n    {settings.SITE_URL}{line.path}")


@contextmanager
def _step(what: str) -> Iterator[None]:
    with console.status(what):
        began = time.monotonic()
        yield
    console.print(f"[green]done[/] {what} [dim]({time.monotonic() - began:.1f} s)[/]")


def main() -> int:
    try:
        django.setup()
        match sys.argv[1:]:
            case ["fill"]:
                fill()
            case ["tell", mailbox]:
                tell(Path(mailbox))
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except DemoError as fault:
        print(f"\n{fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return STOPPED
    return 0


if __name__ == "__main__":
    sys.exit(main())
