"""PostgreSQL refuses to run as root. For root it runs as another system user, who must be able to reach its files."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from config.embedded.server import EmbeddedServerError

SYSTEM_USER = "longtake"
MAY_READ_AND_ENTER = stat.S_IROTH | stat.S_IXOTH


@dataclass(frozen=True)
class Account:
    """The system user that runs PostgreSQL. Both None: the user of this process."""

    uid: int | None = None
    gid: int | None = None

    @classmethod
    def for_cluster(cls, cluster: Path) -> Account:
        """The user who must run the server of this data folder, which need not exist yet.

        For root this is the folder's owner, or else the system user `longtake`, who is created if missing.
        """
        if os.geteuid() != 0:
            return cls()
        if cluster.exists() and cluster.stat().st_uid != 0:
            return cls(cluster.stat().st_uid, cluster.stat().st_gid)
        entry = _system_user()
        return cls(entry.pw_uid, entry.pw_gid)

    def own(self, path: Path) -> None:
        """Give a file or folder to the account."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def let_reach(self, path: Path) -> None:
        """Let the account enter every folder above `path`. Only entering is allowed, so that nobody can list them."""
        if self.uid is None:
            return
        for folder in path.parents:
            if not self._may_enter(folder.stat()):
                sys.stderr.write(
                    f"Longtake now lets every user enter {folder}, because PostgreSQL may not run as root.\n"
                )
                folder.chmod(stat.S_IMODE(folder.stat().st_mode) | stat.S_IXOTH)

    def let_read(self, folder: Path) -> None:
        """Let the account read and run everything under `folder`, in case root installed it with a strict umask."""
        if self.uid is None or folder.stat().st_mode & MAY_READ_AND_ENTER == MAY_READ_AND_ENTER:
            return
        for path in (folder, *folder.rglob("*")):
            mode = stat.S_IMODE(path.stat().st_mode)
            path.chmod(mode | (MAY_READ_AND_ENTER if mode & stat.S_IXUSR else stat.S_IROTH))

    def _may_enter(self, folder: os.stat_result) -> bool:
        if folder.st_uid == self.uid:
            return bool(folder.st_mode & stat.S_IXUSR)
        if folder.st_gid == self.gid:
            return bool(folder.st_mode & stat.S_IXGRP)
        return bool(folder.st_mode & stat.S_IXOTH)


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        useradd = shutil.which("useradd")
    if useradd is None:
        raise EmbeddedServerError(
            "PostgreSQL may not run as root, and this machine has no useradd to create another user for it. "
            "Run Longtake as an ordinary user."
        )
    # Two first runs may get here at once; the later one finds that the user exists.
    made = subprocess.run(
        [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER],
        check=False,
        capture_output=True,
        text=True,
    )
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        raise EmbeddedServerError(
            f"PostgreSQL may not run as root, and no other user could be created for it: {made.stderr.strip()}. "
            "Run Longtake as an ordinary user."
        ) from None
