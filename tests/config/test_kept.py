"""The tests' migrated database: kept for the next run while the schema is the same."""

from __future__ import annotations

import ast
import importlib.util
import os
from pathlib import Path

import psycopg
import pytest

from config.embedded import PostgreSQL
from config.environment import ROOT
from tests import kept
from tests.servers import FOLDER, are_few, by_folder, new_folder


@pytest.fixture
def place() -> Path:
    """It lies in this run's own folder, and goes with it."""
    return new_folder(Path(os.environ[FOLDER]))


def local_modules(migration: Path) -> set[Path]:
    """The files of our own that a migration imports, at its top or inside."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(migration.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    specs = [importlib.util.find_spec(name) for name in names]
    origins = {Path(spec.origin) for spec in specs if spec and spec.origin and Path(spec.origin).is_file()}
    return {origin for origin in origins if ROOT in origin.parents and ".venv" not in origin.parts}


def test_whatever_a_migration_imports_shapes_the_kept_database() -> None:
    shaping = set(kept.shaping_files())
    migrations = [path for path in shaping if path.parent.name == "migrations" and path.suffix == ".py"]
    assert len(migrations) > 10
    assert {path for migration in migrations for path in local_modules(migration)} - shaping == set()


def test_fingerprint_changes_with_a_migration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kept, "ROOT", tmp_path)
    migration = tmp_path / "catalog" / "migrations" / "0001_films.py"
    migration.parent.mkdir(parents=True)
    migration.write_text("operations = []")
    before = kept.fingerprint()
    assert kept.fingerprint() == before
    migration.write_text("operations = [1]")
    assert kept.fingerprint() != before


def test_database_is_made_once_and_lent_to_every_run(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        cluster = PostgreSQL(folder, is_forgetful=True)
        with psycopg.connect(cluster.join(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {kept.DATABASE}")
        cluster.leave()

    monkeypatch.setattr(kept, "make", make)
    (place / "kept" / "new").mkdir(parents=True)  # of a run that was killed while it copied
    runs = [place / name for name in ("first", "second", "anew")]
    for run in runs:
        run.mkdir(mode=0o711)
        kept.lend(run, is_anew=run.name == "anew", kept=place / "kept")
    assert made == [runs[0], runs[2]]
    assert [path.name for path in (place / "kept").iterdir() if path.is_dir()] == [kept.fingerprint()]
    cluster = PostgreSQL(runs[1], is_forgetful=True)
    with psycopg.connect(cluster.join(), dbname=kept.DATABASE) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == (kept.DATABASE,)
    cluster.leave()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["tests/licensing/terms/charging/test_pricing.py"], True),
        (["tests/catalog/test_pages.py::test_film", "tests/catalog/test_pages.py::test_part"], True),
        (["a.py", "b.py", "c.py", "d.py"], False),
        (["tests/licensing"], False),
        (["tests"], False),
    ],
)
def test_parallel_processes_are_for_more_than_a_few_files(arguments: list[str], *, expected: bool) -> None:
    assert are_few(arguments) is expected


def test_all_of_a_folder_stands_together() -> None:
    named = [
        "tests/a/b/test_x.py::test_one",
        "tests/test_y.py",
        "tests/a/test_z.py",
        "tests/a-b",
        "tests/a/c",
    ]
    assert sorted(named, key=by_folder) == [
        "tests/a/b/test_x.py::test_one", "tests/a/c", "tests/a/test_z.py", "tests/a-b", "tests/test_y.py",
    ]  # fmt: skip
