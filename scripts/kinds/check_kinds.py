"""Compares the declared kinds with the official schema of Kubernetes; run by scripts/check-kinds."""

import json
import re
import sys
from importlib.util import find_spec
from pathlib import Path

from schema_language import SCALARS, Catalogue

META = "io.k8s.apimachinery.pkg.apis.meta.v1."
EXTENSIONS = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1."
NAMED_SCALARS = {
    META + "Time": "time", META + "MicroTime": "microtime", META + "Duration": "duration", META + "FieldsV1": "any",
    "io.k8s.apimachinery.pkg.api.resource.Quantity": "quantity",
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "int-or-string",
    "io.k8s.apimachinery.pkg.runtime.RawExtension": "any",
    EXTENSIONS + "JSON": "any", EXTENSIONS + "JSONSchemaPropsOrArray": "any",
    EXTENSIONS + "JSONSchemaPropsOrBool": "any", EXTENSIONS + "JSONSchemaPropsOrStringArray": "any",
}
OBJECT_FIELDS = {"apiVersion": "string", "kind": "string", "metadata": META + "ObjectMeta"}


def official_types():
    folder = Path(find_spec("kubernetes_validate").submodule_search_locations[0]) / "kubernetes-json-schema"
    [newest] = sorted(folder.glob("v1.36.*-local"))[-1:] or [None]
    document = json.loads((newest / "_definitions.json").read_text())
    return document.get("$defs") or document["definitions"]


def official_type(schema):
    """A property's type in the words of the schema language, with types by their OpenAPI names."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return NAMED_SCALARS.get(name, name)
    kind = schema["type"]
    if isinstance(kind, list):
        kind = next(one for one in kind if one != "null")
    if kind == "array":
        return f"[{official_type(schema['items'])}]"
    if kind == "object":
        return f"map[{official_type(schema['additionalProperties'])}]"
    if kind == "string":
        return "bytes" if schema.get("format") == "byte" else "string"
    return {"integer": schema.get("format", "int64"), "boolean": "bool", "number": "number"}[kind]


def official_field(schema):
    strategy = (schema.get("x-kubernetes-patch-strategy") or "").split(",")
    kind = schema.get("x-kubernetes-list-type")
    return {
        "type": official_type(schema),
        "list": schema["x-kubernetes-list-map-keys"] if kind == "map" else ["set"] if kind == "set" else [],
        "atomic": schema.get("x-kubernetes-map-type") == "atomic",
        "merges": "merge" in strategy,
        "merge key": schema.get("x-kubernetes-patch-merge-key"),
        "retains keys": "retainKeys" in strategy,
    }


def declared_type(catalogue, text, user):
    if match := re.fullmatch(r"(map)?\[(.*)\]", text):
        return f"{match[1] or ''}[{declared_type(catalogue, match[2], user)}]"
    return text if text in SCALARS else catalogue.resolve(text, user).open_api_name


def declared_field(catalogue, field, user):
    words = field.modifiers
    patch = words.get("patch", False)
    return {
        "type": declared_type(catalogue, field.type, user),
        "list": words["list"].split() if "list" in words else ["set"] if "set" in words else [],
        "atomic": "atomic" in words,
        "merges": bool(patch),
        "merge key": patch if isinstance(patch, str) else None,
        "retains keys": "retain-keys" in words,
    }


def differences(catalogue, one, official):
    """What distinguishes a declared type from the official one, in words."""
    wanted = {name: official_field(schema) for name, schema in official.get("properties", {}).items()}
    declared = {field.name: declared_field(catalogue, field, one) for field in one.fields}
    if one.is_kind:
        for name, kind in OBJECT_FIELDS.items():
            if wanted.pop(name, {}).get("type") != kind:
                yield f"{name}: the official kind has none of type {kind}"
    for name in wanted.keys() - declared.keys():
        yield f"{name} is missing"
    for name in declared.keys() - wanted.keys():
        yield f"{name} is not in the official schema"
    for name in sorted(wanted.keys() & declared.keys()):
        for aspect, value in wanted[name].items():
            if declared[name][aspect] != value:
                yield f"{name}: {aspect} is {declared[name][aspect]!r}, officially {value!r}"
    required = {field.name for field in one.fields if field.has("required")}
    official_required = set(official.get("required", [])) - (OBJECT_FIELDS.keys() if one.is_kind else set())
    for name in sorted(required ^ official_required):
        yield f"{name} is {'not ' if name in required else ''}required officially"
    if ("atomic" in one.modifiers) != (official.get("x-kubernetes-map-type") == "atomic"):
        yield "officially the type is atomic" if "atomic" not in one.modifiers else "the type is not atomic"
    if one.is_kind:
        names = [(g["group"], g["version"], g["kind"])
                 for g in official.get("x-kubernetes-group-version-kind", [])]
        if (one.group, one.version, one.name) not in names:
            yield f"the kind stands in {names}"


def main():
    catalogue, official = Catalogue(), official_types()
    declared = [one for one in catalogue.types if one.open_api_name.startswith("io.k8s.")]
    found = 0
    for one in declared:
        if one.open_api_name not in official:
            problems = ["the official schema has no such type"]
        else:
            problems = list(differences(catalogue, one, official[one.open_api_name]))
        for problem in problems:
            print(f"check-kinds: {one.open_api_name}: {problem}")
        found += len(problems)
    wordless = [f"{one.name}.{field.name}" for one in catalogue.types for field in one.fields if not field.summary]
    for name in wordless:
        print(f"check-kinds: {name} has no words")
    fields = sum(len(one.fields) for one in declared)
    print(f"check-kinds: {len(declared)} types with {fields} fields compared, {found} differences")
    sys.exit(1 if found or wordless else 0)


main()
