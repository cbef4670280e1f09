"""An empty Debian with a systemd and a network of its own, in a folder: no container engine and no image is needed, only root.

debootstrap fills the folder; `unshare` gives it processes, mounts and a network of its own, and `slirp4netns` a way out. What this
machine needs to reach Debian's mirror and the package registries (certificates, variables of pip, uv and npm) is lent to the commands that
are typed, and to nothing that they start as a service.
"""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

RELEASE = "trixie"
NEEDED = {
    "debootstrap": "debootstrap",
    "unshare": "util-linux",
    "nsenter": "util-linux",
    "slirp4netns": "slirp4netns",
}
TRUSTED = Path("/etc/ssl/certs/ca-certificates.crt")
LENT = "/etc/trusted-by-the-host.crt"
LENDS = re.compile(r"(PIP|UV|NPM_CONFIG)_\w+|(https?|no)_proxy", re.IGNORECASE)
LOGIN = {
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "TERM": "dumb",
    "DEBIAN_FRONTEND": "noninteractive",
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
}
BOOT = """
set -e
cd "$1"
mount --make-rprivate / && mount --bind . . && cd "$1"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys && mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run && mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do touch dev/$device; mount --bind /dev/$device dev/$device; done
mkdir dev/pts dev/shm && mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts && mount -t tmpfs tmpfs dev/shm
ln -s pts/ptmx dev/ptmx && ln -s /proc/self/fd dev/fd
for number in 0:stdin 1:stdout 2:stderr; do ln -s /proc/self/fd/${number%:*} dev/${number#*:}; done
pivot_root . mnt && umount -l /mnt && cd /
exec env -i container=trial PATH=/usr/sbin:/usr/bin /lib/systemd/systemd --show-status=0
"""
PATIENCE = 120


class Machine:
    """From `start` to `stop`; `root` is its folder as seen from outside."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._unshared: subprocess.Popen[bytes] | None = None
        self._network: subprocess.Popen[bytes] | None = None

    @staticmethod
    def lacking() -> str:
        """Why there can be no such machine here, in a sentence; empty if there can."""
        if os.geteuid() != 0:
            return "The trial needs root: it makes a Debian of its own and starts its systemd."
        packages = {package for program, package in NEEDED.items() if not shutil.which(program)}
        if packages:
            return f"The trial needs more programs: on Debian, apt-get install {' '.join(sorted(packages))}."
        return (
            "" if Path("/dev/net/tun").exists() else "The trial needs /dev/net/tun, for a network of its own."
        )

    def make(self, empty: Path | None) -> None:
        """Fills the folder: from an untouched one that was made before, or by debootstrap."""
        if empty is not None:
            subprocess.run(["cp", "-a", f"{empty}/.", self.root], check=True)
        else:
            subprocess.run(["debootstrap", RELEASE, self.root], check=True, stdout=subprocess.DEVNULL)
        shutil.copy(TRUSTED, self.root / LENT.lstrip("/"))
        (self.root / "etc" / "hostname").write_text("films\n")
        (self.root / "etc" / "resolv.conf").write_text("nameserver 10.0.2.3\n")  # slirp4netns's own

    def start(self) -> None:
        kinds = ["--pid", "--mount", "--uts", "--ipc", "--cgroup", "--net", "--fork", "--kill-child"]
        with (self.root.parent / "boot.log").open("wb") as log:
            self._unshared = subprocess.Popen(
                ["unshare", *kinds, "sh", "-c", BOOT, "boot", str(self.root)],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
            self._wait_for("systemctl", "is-system-running", says=("running", "degraded"))
            self._network = subprocess.Popen(
                ["slirp4netns", "--configure", "--disable-host-loopback", str(self.first_process), "tap0"],
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._wait_for("ip", "-4", "address", "show", "tap0", says=("inet ",))

    def _wait_for(self, *command: str, says: tuple[str, ...]) -> None:
        until = time.monotonic() + PATIENCE
        while not any(words in self._outcome(*command) for words in says):
            if time.monotonic() > until:
                raise RuntimeError(
                    f"The machine does not start: {(self.root.parent / 'boot.log').read_text()}"
                )
            time.sleep(1)

    def stop(self) -> None:
        for process in (self._network, self._unshared):
            if process is not None:
                with suppress(ProcessLookupError):
                    process.kill()  # with the first process all others of the machine end
                process.wait()

    @property
    def first_process(self) -> int:
        assert self._unshared is not None
        found = Path(f"/proc/{self._unshared.pid}/task/{self._unshared.pid}/children").read_text().split()
        return int(found[0]) if found else 0

    def inside(self, *command: str) -> list[str]:
        """The command line that runs a command in the machine, as a login by root would."""
        lent = dict.fromkeys(("SSL_CERT_FILE", "PIP_CERT", "NODE_EXTRA_CA_CERTS"), LENT)
        own = {name: value for name, value in os.environ.items() if LENDS.fullmatch(name)} | lent | LOGIN
        variables = [f"{name}={value}" for name, value in own.items()]
        return ["nsenter", "-t", str(self.first_process), "-a", "env", "-i", *variables, *command]

    def type(self, block: str, answers: tuple[str, ...] = ()) -> int:
        """Root types a block; it ends at the first command that fails, whose code is returned. Its output is shown."""
        script = self.root / "root" / "typed.sh"
        script.write_text(block)
        command = self.inside("bash", "-euo", "pipefail", "/root/typed.sh")
        if answers:
            return _answering(command, answers)
        return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode

    def ask(self, *command: str, given: str | None = None) -> str:
        """What a command prints. CalledProcessError if it fails."""
        done = subprocess.run(self.inside(*command), input=given, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}: {done.stdout}{done.stderr}")
        return done.stdout

    def _outcome(self, *command: str) -> str:
        if not self.first_process:
            return ""
        done = subprocess.run(
            self.inside(*command), capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        return done.stdout.strip()


def _answering(command: list[str], answers: tuple[str, ...]) -> int:
    """At a terminal: an answer to each line that ends with a colon."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)  # noqa: S606 - our own words
    waiting, said = list(answers), ""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            read = os.read(terminal, 4096).decode(errors="replace")
        except OSError:  # the terminal is closed: it has ended
            break
        sys.stdout.write(read)
        said += read
        if waiting and said.rstrip(" ").endswith(":"):
            os.write(terminal, waiting.pop(0).encode() + b"\n")
            said = ""
    else:
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
