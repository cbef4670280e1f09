"""What all commands that load records say of the path they are given."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

COMMANDS = [("load_catalogue", "folder"), ("load_price_list", "file"), ("load_venues", "file")]


def run(command: str, *paths: Path) -> None:
    more = {"institution": 1} if command == "load_venues" else {}
    call_command(command, *map(str, paths), stdout=StringIO(), stderr=StringIO(), **more)


@pytest.mark.parametrize(("command", "path_is"), COMMANDS)
def test_command_asks_for_its_path(command: str, path_is: str) -> None:
    with pytest.raises(CommandError, match=f"^Error: the following arguments are required: {path_is}$"):
        run(command)


@pytest.mark.parametrize(("command", "path_is"), COMMANDS)
def test_command_names_a_path_that_is_not_there(command: str, path_is: str, tmp_path: Path) -> None:
    missing = tmp_path / "none"
    with pytest.raises(CommandError) as failed:
        run(command, missing)
    assert str(failed.value) == f"There is no {path_is} {missing}."


def test_command_refuses_a_file_where_a_folder_is_asked_for_and_a_folder_where_a_file_is(
    tmp_path: Path,
) -> None:
    file = tmp_path / "films.yaml"
    file.touch()
    with pytest.raises(CommandError, match=r"^There is no folder .*films\.yaml\.$"):
        run("load_catalogue", file)
    with pytest.raises(CommandError, match=r"^There is no file "):
        run("load_price_list", tmp_path)
