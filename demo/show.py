"""The whole demonstration: a fresh database, the processes, the story, and then the site until Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.core.management import call_command
from rich.console import Console

from config.embedded import EmbeddedServer
from demo.mailbox import serve_mailbox
from demo.place import HOST, DemoPlace
from demo.processes import Processes

django.setup()

from demo import database  # noqa: E402 - models need Django to be set up
from demo.sample import people  # noqa: E402 - models need Django to be set up
from demo.sample.filling import fill  # noqa: E402 - models need Django to be set up
from demo.story import telling  # noqa: E402 - models need Django to be set up

console = Console(highlight=False, soft_wrap=True)


def show(place: DemoPlace, servers: list[EmbeddedServer], *, once: bool) -> None:
    """Plays the story; returns after it when `once`, else serves until Ctrl-C. Raises DemoError."""
    started = time.monotonic()
    with _step("A fresh database with the sample catalogue"):
        database.make_fresh(fill)
    with _step("Style sheets, scripts and fonts"):
        call_command("collectstatic", interactive=False, verbosity=0)
    mail = serve_mailbox(place.mailbox, host=HOST, port=place.mail_port)
    try:
        with Processes(place, servers) as processes:
            with _step("Web server, worker, planning worker and beat"):
                processes.wait_until_ready()
            for line in telling.tell(place.mailbox):
                processes.keep_up()
                console.print(f"[bold]{line.what}[/]\n    {place.site_url}{line.path}")
            _say_how_to_enter(place, seconds=time.monotonic() - started)
            if not once:
                _serve(processes)
    finally:
        mail.stop()


def _serve(processes: Processes) -> None:
    console.print("Press Ctrl-C to stop.")
    while True:
        for name in processes.keep_up():
            console.print(f"Started again, since it had ended: {name}")
        time.sleep(1)


def _say_how_to_enter(place: DemoPlace, *, seconds: float) -> None:
    console.print(f"\nReady: {place.site_url}/")
    console.print(f"  Mailbox: {place.site_url}/demo/mailbox/")
    console.print(f"  Office:  {place.site_url}/admin/")
    for person in people.PEOPLE:
        console.print(f"  {person.what:<22} {person.email}")
    console.print(f"  Password of all of them: {people.PASSWORD}")
    console.print(
        f"  Everything was ready after {seconds:.0f} s. The next `make demo` starts with a fresh database."
    )


@contextmanager
def _step(what: str) -> Iterator[None]:
    with console.status(what):
        began = time.monotonic()
        yield
    console.print(f"[green]done[/] {what} [dim]({time.monotonic() - began:.1f} s)[/]")
