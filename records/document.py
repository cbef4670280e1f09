"""Reads a YAML file into plain data and remembers the line of every field.

Composing the node graph keeps the positions that a plain load throws away, and costs a
fraction of a round-trip load.
"""

from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from records.faults import Fault, Severity
from wording.say import Say, gettext_noop, say

type Plain = bool | int | float | str | list["Plain"] | dict[str, "Plain"] | None
type Steps = tuple[str | int, ...]

_WORDS: dict[str, bool] = {"true": True, "false": False}


@dataclass(frozen=True)
class Document:
    """One file: its plain data, the line of each field in it, and its YAML errors."""

    file: str
    data: Plain
    lines: dict[Steps, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def line(self, steps: Steps) -> int:
        """The line of a field, counted from 1; of what contains it if it is missing."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return self.lines.get(steps, 1)

    def fault(self, steps: Steps, said: Say, severity: Severity = Severity.ERROR) -> Fault:
        """What is wrong at a field of this file."""
        return Fault(self.file, self.line(steps), field_name(steps), said, severity)


def field_name(steps: Steps) -> str:
    """``("parts", 1, "title")`` as ``parts[2].title``: people count from 1."""
    name = ""
    for step in steps:
        if isinstance(step, int):
            name += f"[{step + 1}]"
        else:
            name += f".{step}" if name else step
    return name


def read_document(path: Path, *, below: Path) -> Document:
    """Read one YAML file; `below` is the folder that file names are relative to.

    Never raises for the content of the file: malformed YAML, bytes that are not UTF-8 and keys
    given twice are returned as faults.
    """
    return document_of(path.read_bytes(), path.relative_to(below).as_posix())


def document_of(content: bytes, file: str) -> Document:
    """As `read_document`, of bytes that are already here."""
    try:
        node = YAML(typ="safe", pure=True).compose(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        template = gettext_noop("The file is not UTF-8 text: byte {byte} cannot be read.")
        unreadable = say("malformed-yaml", template, byte=error.start + 1)
        return Document(file, None, faults=(Fault(file, 1, "", unreadable),))
    except YAMLError as error:
        return Document(file, None, faults=(_malformed(file, error),))
    reader = _Reader(file)
    data = reader.plain(node, ()) if node is not None else None
    return Document(file, data, reader.lines, tuple(reader.faults))


def _malformed(file: str, error: YAMLError) -> Fault:
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    problem = error.problem if isinstance(error, MarkedYAMLError) else None
    line = mark.line + 1 if mark is not None else 1
    if problem:
        template = gettext_noop("The file is not well-formed YAML: {problem}.")
        return Fault(file, line, "", say("malformed-yaml", template, problem=problem))
    return Fault(file, line, "", say("malformed-yaml", gettext_noop("The file is not well-formed YAML.")))


class _Reader:
    """Turns nodes into plain data, noting lines and repeated keys on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Steps, int] = {}
        self.faults: list[Fault] = []

    def plain(self, node: Node, steps: Steps) -> Plain:
        self.lines.setdefault(steps, node.start_mark.line + 1)
        if isinstance(node, MappingNode):
            return self._mapping(node, steps)
        if isinstance(node, SequenceNode):
            return [self.plain(child, (*steps, place)) for place, child in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: MappingNode, steps: Steps) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*steps, key)
            line = key_node.start_mark.line + 1
            if key in found:
                template = gettext_noop("The field “{field}” appears twice; it first appears on line {line}.")
                twice = say("repeated-field", template, field=key, line=self.lines[here])
                self.faults.append(Fault(self.file, line, field_name(here), twice))
                continue
            self.lines[here] = line
            found[key] = self.plain(value_node, here)
        return found


def _scalar(node: Node) -> Plain:
    kind, text = str(node.tag).rpartition(":")[2], str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return _WORDS.get(text.lower(), text)
    try:
        if kind == "int":
            return int(text.replace("_", ""), 0)
        if kind == "float":
            return float(text.replace("_", ""))
    except ValueError:
        # A number that YAML accepts and Python does not (.inf, 007) is left as written; the
        # record's own types then say what was expected.
        return text
    return text
