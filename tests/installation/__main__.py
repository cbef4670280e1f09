"""`make install-trial`: makes an empty Debian, follows the operations guide in it word by word, and looks at what it has become.

    python -m tests.installation [--empty FOLDER] [--folder FOLDER] [--keep]

`--empty` is a root that debootstrap has made before; it is copied, not changed. `--keep` leaves the machine's folder behind. What is tried is the last
commit. Needs root, debootstrap and slirp4netns, and Debian's mirror, PyPI and npm's registry. Exit code 1 with a sentence at the first step that fails.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.environment import ROOT
from tests.installation.guide import GUIDE, Step, steps
from tests.installation.machine import Machine
from tests.installation.visits import NAME, Visits, within
from tests.survival.certificate import make_certificate
from tests.survival.sink import LOGIN

SOURCE = "https://git.example/longtake.git"
MAIL = "mail.example"
OWN = {f"user:password@{MAIL}": f"{':'.join(LOGIN)}@{MAIL}"}
"""Words of the guide in whose place readers write their own, and ours. All others are typed as they stand."""


def main() -> None:
    arguments = _arguments()
    if lacking := Machine.lacking():
        sys.exit(lacking)
    folder = Path(tempfile.mkdtemp(prefix="longtake-installation-", dir=arguments.folder))
    machine = Machine(folder / "root")
    machine.root.mkdir(mode=0o755)
    try:
        machine.make(arguments.empty)
        _lay_out(machine, folder)
        visits = Visits(machine, folder)
        with _running(machine, folder):
            _follow(machine, visits)
        print("\n== the machine loses its power, and starts again", flush=True)
        with _running(machine, folder):
            visits.after_a_start()
    finally:
        if not arguments.keep:
            shutil.rmtree(folder)
    print("The guide was followed to its end, and everything works.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.installation")
    parser.add_argument("--empty", type=Path, help="a root that debootstrap has made before")
    parser.add_argument(
        "--folder", type=Path, help="where the machine's folder is made; by default that of temporary files"
    )
    parser.add_argument("--keep", action="store_true", help="leave the machine's folder behind")
    return parser.parse_args()


def _lay_out(machine: Machine, folder: Path) -> None:
    """What is not the guide's: where the source is, the names of its examples, and the authority of the mail server's certificate."""
    bare = machine.root / "opt" / "longtake.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", ROOT, bare], check=True)
    subprocess.run(["git", "-C", bare, "update-ref", "refs/heads/trial", "HEAD"], check=True)
    subprocess.run(["git", "-C", bare, "symbolic-ref", "HEAD", "refs/heads/trial"], check=True)
    subprocess.run(["chown", "-R", "root:root", bare], check=True)
    (machine.root / "root" / ".gitconfig").write_text(
        f'[url "/opt/longtake.git"]\n    insteadOf = {SOURCE}\n'
    )
    (machine.root / "etc" / "hosts").write_text(f"127.0.0.1 localhost\n127.0.0.1 {NAME} {MAIL}\n")
    make_certificate(folder, MAIL)
    trusted = machine.root / "usr" / "local" / "share" / "ca-certificates"
    trusted.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / "authority.pem", trusted / "mail.crt")


@contextmanager
def _running(machine: Machine, folder: Path) -> Iterator[None]:
    """The machine, with this process on its network, and a mail server there, at the port for submission; `taken.jsonl` has what it takes."""
    outside = os.open("/proc/self/ns/net", os.O_RDONLY)
    try:
        machine.start()
        os.setns(os.open(f"/proc/{machine.first_process}/ns/net", os.O_RDONLY), os.CLONE_NEWNET)
        with (folder / "sink.log").open("ab") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", "tests.survival.sink", folder, "587", "smtp+tls"],
                cwd=ROOT, stdin=subprocess.PIPE, stdout=log, stderr=log,
            )  # fmt: skip
        try:
            yield
        finally:
            server.kill()
            server.wait()
    finally:
        os.setns(outside, os.CLONE_NEWNET)
        machine.stop()


def _follow(machine: Machine, visits: Visits) -> None:
    for step in steps(GUIDE.read_text()):
        began = time.monotonic()
        print(f"\n== {GUIDE.name}, line {step.line}: {step.visit or step.block.splitlines()[0]}", flush=True)
        if step.visit:
            getattr(visits, step.visit)()
        else:
            _type(machine, step)
        print(f"== {time.monotonic() - began:.0f} s", flush=True)


def _type(machine: Machine, step: Step) -> None:
    """`git pull` finds a next version. What the doctor says is repeated while the pulses of processes that just began are awaited."""
    block = step.block
    for words, ours in OWN.items():
        block = block.replace(words, ours)
    if "git pull" in block:
        _publish_a_next_version(machine)
    before, doctor, _after = block.partition("longtake doctor\n")
    code = machine.type(before, step.answers) if before.strip() else 0
    if code == 0 and doctor:
        within(150, lambda: machine.type("cd /\n" + doctor) == 0, "the doctor still finds something missing")
    if code:
        sys.exit(
            f"{GUIDE.name}, line {step.line} (“{step.heading}”): a command of this block ended with code {code}; see above."
        )


def _publish_a_next_version(machine: Machine) -> None:
    """A commit without changes on top of what was cloned."""
    author = ["-c", "user.name=Trial", "-c", "user.email=trial@films.example"]
    bare = ["git", "-C", str(machine.root / "opt" / "longtake.git"), *author]
    made = subprocess.run(
        [*bare, "commit-tree", "HEAD^{tree}", "-p", "HEAD", "-m", "A next version"],
        capture_output=True,
        text=True,
        check=True,
    )
    subprocess.run([*bare, "update-ref", "refs/heads/trial", made.stdout.strip()], check=True)


if __name__ == "__main__":
    main()
