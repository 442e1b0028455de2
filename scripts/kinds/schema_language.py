"""Reads the schema language that the kinds are declared in.

The grammar stands in docs/Swiftlet.docc/schema-language.md; Sources/APIMachinery/Schema/SchemaLanguage.swift reads the same text
when a process starts. This reader serves the generator of the typed views and the check against the official schema.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

SCALARS = {
    "string", "int32", "int64", "number", "bool", "time", "microtime", "duration", "quantity",
    "int-or-string", "bytes", "any", "object",
}
FLAGS = {"required", "set", "atomic", "patch", "retain-keys", "immutable", "cluster", "open"}
VALUED = {
    "default", "enum", "list", "patch", "min", "max", "min-items", "max-items", "max-length", "format", "when",
    "swift", "plural", "singular", "short", "categories", "subresources", "select", "aliases", "verbs", "scale",
    "path", "priority",
}


class SchemaError(Exception):
    """A mistake in a declaration, with its place."""


@dataclass
class Field:
    name: str
    type: str
    modifiers: dict
    summary: str
    line: int

    def has(self, name):
        return name in self.modifiers


@dataclass
class Column:
    name: str
    type: str
    modifiers: dict
    summary: str


@dataclass
class Type:
    name: str
    is_kind: bool
    group: str
    version: str
    package: str
    modifiers: dict
    summary: str
    source: "Source"
    line: int
    fields: list = field(default_factory=list)
    columns: list = field(default_factory=list)

    @property
    def swift_name(self):
        return self.modifiers.get("swift", self.name)

    @property
    def open_api_name(self):
        return f"{self.package}.{self.name}"


@dataclass
class Source:
    """One Swift file that declares kinds in a raw string literal."""

    path: Path
    variable: str
    text: str
    first_line: int

    @property
    def name(self):
        return self.path.name.removesuffix(".swift")

    @property
    def room(self):
        return self.path.relative_to(ROOT / "Sources").parts[0]


LITERAL = re.compile(r'static let (\w+) = #"""\n(.*?)\n( *)"""#', re.DOTALL)
TOKEN = re.compile(r'"([^"]*)"|(\[[\w\[\]-]+\]|map\[[\w\[\]-]+\]|[\w$-]+)')
NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_-]*$")


def sources():
    """All declarations, in the order of rooms that lean on one another."""
    found = []
    for room in ("APIMachinery", "KubernetesAPI", "EKSAPI"):
        for path in sorted((ROOT / "Sources" / room / "Schemas").glob("*.swift")):
            if path.name.endswith(".generated.swift"):
                continue
            content = path.read_text()
            match = LITERAL.search(content)
            if not match:
                raise SchemaError(f"{path.relative_to(ROOT)}: no schema text in a raw string literal")
            first = content[: match.start(2)].count("\n") + 1
            margin = match[3]
            text = "\n".join(line.removeprefix(margin) for line in match[2].split("\n"))
            found.append(Source(path, match[1], text, first))
    return found


def logical_lines(source):
    """The declarations of a text: a line indented by four or more spaces continues the one before."""
    lines = []
    for number, raw in enumerate(source.text.split("\n"), source.first_line):
        text = raw.strip()
        if not text or text.startswith("#"):
            continue
        if raw.startswith("    ") and lines:
            lines[-1] = (lines[-1][0], lines[-1][1] + " " + text)
        else:
            lines.append((number, text))
    return lines


def closing_parenthesis(text, start):
    """The place of the parenthesis that closes the one at `start`."""
    depth = 0
    for position in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth == 0:
            return position
    return None


def tokens(source, number, text):
    """Words, words with an argument, and quoted texts of one declaration."""
    position, result = 0, []
    while position < len(text):
        if text[position] == " ":
            position += 1
            continue
        match = TOKEN.match(text, position)
        if not match:
            fail(source, number, f"cannot read '{text[position:]}'")
        position = match.end()
        argument = None
        if match[2] and text[position : position + 1] == "(":
            end = closing_parenthesis(text, position)
            if end is None:
                fail(source, number, f"the parenthesis after '{match[2]}' is not closed")
            argument = text[position + 1 : end]
            position = end + 1
        result.append((match[1], match[2], argument))
    return result


def fail(source, number, message):
    raise SchemaError(f"{source.path.relative_to(ROOT)}:{number}: {message}")


def modifiers_and_summary(source, number, rest):
    modifiers, words = {}, []
    for quoted, word, argument in rest:
        if quoted is not None:
            words.append(quoted)
        elif (argument is None and word in FLAGS) or (argument is not None and word in VALUED):
            modifiers[word] = argument if argument is not None else True
        else:
            fail(source, number, f"unknown modifier '{word}'")
    return modifiers, " ".join(words)


def parse(source):
    """The types and kinds of one source."""
    types, api = [], None
    for number, text in logical_lines(source):
        if text.startswith("api "):
            words = text.split()
            if len(words) != 3:
                fail(source, number, "expected: api GROUP/VERSION PACKAGE")
            group, _, version = words[1].rpartition("/")
            api = (group, version, words[2])
            continue
        parts = tokens(source, number, text)
        head = parts[0][1]
        if head in ("type", "kind") and len(parts) > 1 and (parts[1][1] or "")[:1].isupper():
            if api is None:
                fail(source, number, "a type before the api line")
            modifiers, summary = modifiers_and_summary(source, number, parts[2:])
            types.append(
                Type(parts[1][1], head == "kind", *api, modifiers, summary, source, number))
            continue
        if not types:
            fail(source, number, f"'{head}' stands outside of a type")
        if head == "column" and parts[1][0] is not None:
            modifiers, summary = modifiers_and_summary(source, number, parts[3:])
            types[-1].columns.append(Column(parts[1][0], parts[2][1], modifiers, summary))
            continue
        if head is None or not NAME.match(head) or len(parts) < 2 or parts[1][1] is None:
            fail(source, number, f"expected a field and its type, not '{text}'")
        modifiers, summary = modifiers_and_summary(source, number, parts[2:])
        types[-1].fields.append(Field(head, parts[1][1], modifiers, summary, number))
    return types


def innermost(type_text):
    """`Container` of `[Container]`, `string` of `map[string]`."""
    while True:
        match = re.fullmatch(r"(?:map)?\[(.*)\]", type_text)
        if not match:
            return type_text
        type_text = match.group(1)


class Catalogue:
    """All types of all rooms, with references resolved as the Swift reader does."""

    def __init__(self, all_sources=None):
        self.sources = all_sources if all_sources is not None else sources()
        self.types_by_source = {source.name: parse(source) for source in self.sources}
        self.types = [one for source in self.sources for one in self.types_by_source[source.name]]
        self.by_name = {}
        for one in self.types:
            self.by_name.setdefault(one.name, []).append(one)
        for one in self.types:
            for item in one.fields:
                name = innermost(item.type)
                if name not in SCALARS and self.resolve(name, one) is None:
                    fail(one.source, item.line, f"{one.name}.{item.name} has the unknown type '{name}'")

    def resolve(self, name, user):
        """The type `name` as `user`'s package sees it: its own first, else the only one of that name."""
        candidates = self.by_name.get(name, [])
        own = [one for one in candidates if one.package == user.package]
        if own:
            return own[0]
        return candidates[0] if len(candidates) == 1 else None
