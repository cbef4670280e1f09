"""Every module and file that a document names exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
APPS = (
    "accounts", "benchmarks", "catalog", "config", "demo", "licensing", "office", "operations", "records", "reminders", "revisions",
    "screenings", "setup", "tests", "typesetting", "wording",
)  # fmt: skip
OTHERS = ("deploy", "docs", "locale", "static", "templates")
FILE = re.compile(r"[\w./-]+\.(?:css|html|js|md|py|toml|typ)")
FOLDER = re.compile(rf"(?:{'|'.join(APPS + OTHERS)})/[\w./-]*")
MODULE = re.compile(rf"(?:{'|'.join(APPS)})(?:\.\w+)+")


EXAMPLES = {"records/films/two-rivers.yaml", "office.InformationPage", "operations.Pulse"}
"""A record that the reader writes, and models by their labels."""


@pytest.fixture(scope="module")
def endings() -> set[str]:
    """Of every file and folder, the path and all that it ends with: documents name a file from its app, too."""
    inside = [path for top in (*APPS, *OTHERS) for path in (ROOT / top).rglob("*")]
    found = [path.relative_to(ROOT).parts for path in (*ROOT.iterdir(), *inside)]
    return {"/".join(parts[at:]) for parts in found for at in range(len(parts))}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_names_what_exists(document: Path, endings: set[str]) -> None:
    missing = [name for name in _named(document) if not _exists(name, endings)]
    assert missing == []


def _named(document: Path) -> Iterator[str]:
    for name in re.findall(r"`([^`\n]+)`", document.read_text()):
        if any(pattern.fullmatch(name) for pattern in (FILE, FOLDER, MODULE)) and name not in EXAMPLES:
            yield name


def _exists(name: str, endings: set[str]) -> bool:
    path = name.rstrip("/")
    if path in endings or f"{path}.py" in endings:
        return True
    return MODULE.fullmatch(name) is not None and _is_in_a_module(name.split("."))


def _is_in_a_module(parts: list[str]) -> bool:
    """Whether the names lead to a module, or to a word in one."""
    folder = ROOT
    for at, part in enumerate(parts):
        if (folder / part).is_dir():
            folder /= part
            continue
        module = folder / f"{part}.py"
        file, rest = (module, parts[at + 1 :]) if module.exists() else (folder / "__init__.py", parts[at:])
        text = file.read_text()
        return all(re.search(rf"\b{word}\b", text) for word in rest)
    return True
