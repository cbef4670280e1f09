"""The whole demonstration: a fresh database, the processes, the story, and then the site until Ctrl-C.

This process watches over all others for as long as the site is served, so it does without Django: `teller` has it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from rich.console import Console

from config.embedded import EmbeddedServer
from demo.errors import DemoError
from demo.mailbox import serve_mailbox
from demo.place import HOST, DemoPlace
from demo.processes import Processes
from demo.sample import people

PROCESSES = "Web server, worker, planning worker and beat"
console = Console(highlight=False, soft_wrap=True)


def show(place: DemoPlace, servers: list[EmbeddedServer], *, once: bool) -> None:
    """Plays the story; returns after it when `once`, else serves until Ctrl-C. Raises DemoError."""
    started = time.monotonic()
    with _teller("fill") as filling:
        wait_for_teller(filling)
    mail = serve_mailbox(place.mailbox, host=HOST, port=place.mail_port)
    try:
        # The teller starts beside the processes, and waits for them.
        with Processes(place, servers) as processes, _teller("tell", str(place.mailbox)) as telling:
            began = time.monotonic()
            with console.status(PROCESSES):
                processes.wait_until_ready()
            console.print(f"[green]done[/] {PROCESSES} [dim]({time.monotonic() - began:.1f} s)[/]")
            _go(telling)
            wait_for_teller(telling, processes)
            _say_how_to_enter(place, seconds=time.monotonic() - started)
            if not once:
                _serve(processes)
    finally:
        mail.stop()


@contextmanager
def _teller(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """It prints what it does. At the end nobody waits for it any more."""
    command = [sys.executable, "-m", "demo.teller", *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def _go(telling: subprocess.Popen[str]) -> None:
    assert telling.stdin is not None  # noqa: S101 - a pipe was asked for
    with suppress(BrokenPipeError):  # it has ended, and its code says how
        telling.stdin.write("The processes are ready.\n")
        telling.stdin.close()


def wait_for_teller(teller: subprocess.Popen[str], processes: Processes | None = None) -> None:
    """Until it has ended, while what ends of the others is started again. DemoError when it failed, after its own words."""
    while teller.poll() is None:
        if processes:
            processes.keep_up()
        with suppress(subprocess.TimeoutExpired):
            teller.wait(1)
    if teller.returncode:
        raise DemoError("The demonstration ends here.")


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
