"""Parameters of papermill as Java.

A parameter keeps the type that the cell tagged `parameters` declares it with, so that a whole number
given for a `double` stays a `double`.
"""
import json
import math
import re

from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

DECLARATION = re.compile(
    r"^\s*(?:final\s+)?([A-Za-z_][\w.]*(?:\s*<[^=;]*>)?(?:\[\])*)\s+(\w+)\s*=\s*(.+?)\s*;\s*(?://\s*(.*))?$", re.M)
INT = range(-2**31, 2**31)
LONG = range(-2**63, 2**63)
LIST = re.compile(r"(?:List|Collection|Iterable)\s*<\s*(.+?)\s*>")
MAP = re.compile(r"Map\s*<\s*String\s*,\s*(.+?)\s*>")


class JavaEngine(NBClientEngine):
    """papermill's own engine; what counts is that papermill imports this module."""


class JavaTranslator(Translator):
    """Writes declarations of Java."""

    # papermill inspects a notebook's cell and writes its parameters right afterwards.
    declared: dict = {}

    @classmethod
    def inspect(cls, parameters_cell):
        found = [(name, declared_type(kind, value), value, comment or "")
                 for kind, name, value, comment in DECLARATION.findall(parameters_cell["source"])]
        cls.declared = {name: kind for name, kind, _, _ in found}
        return [Parameter(name=name, inferred_type_name=kind, default=value, help=comment)
                for name, kind, value, comment in found]

    @classmethod
    def codify(cls, parameters, comment="Parameters"):
        declared, cls.declared = cls.declared, {}
        lines = [cls.comment(comment)]
        for name, value in parameters.items():
            kind = declared.get(name, "Object" if value is None else "var")
            lines.append(f"{kind} {name} = {cls.typed(kind, value)};")
        return "\n".join(lines) + "\n"

    @classmethod
    def typed(cls, kind, value):
        """A value as a type takes it: Java makes no Double of a whole number and no array of a list."""
        if isinstance(value, list) and kind.endswith("[]"):
            return f"{{{', '.join(cls.typed(kind[:-2], v) for v in value)}}}"
        if isinstance(value, list) and (of := LIST.fullmatch(kind)):
            return cls.as_list([cls.typed(of[1], v) for v in value])
        if isinstance(value, dict) and (of := MAP.fullmatch(kind)):
            return cls.as_map(value, lambda v: cls.typed(of[1], v))
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return cls.number(kind.lower(), value)
        return cls.translate(value)

    @classmethod
    def number(cls, kind, value):
        if kind == "double":
            return cls.translate(float(value))
        if kind == "float":
            return f"{float(value)!r}f" if math.isfinite(value) else f"(float) {cls.translate(float(value))}"
        if kind == "long" and value in INT:
            return f"{value}L"
        return cls.translate(value)

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def translate_escaped_str(cls, str_val):
        return json.dumps(str(str_val))  # its escapes are Java's

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_int(cls, val):
        if val in INT:
            return str(val)
        return f"{val}L" if val in LONG else f'new java.math.BigInteger("{val}")'

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "Double.NaN"
        if math.isinf(val):
            return "Double.POSITIVE_INFINITY" if val > 0 else "Double.NEGATIVE_INFINITY"
        return repr(val)

    @classmethod
    def translate_list(cls, val):
        return cls.as_list([cls.translate(v) for v in val])

    @classmethod
    def translate_dict(cls, val):
        return cls.as_map(val, cls.translate)

    @classmethod
    def as_list(cls, texts):
        if texts == ["null"]:
            return "java.util.Collections.singletonList(null)"  # asList(null) takes it for the array
        return f"java.util.Arrays.asList({', '.join(texts)})"

    @classmethod
    def as_map(cls, val, translate):
        missing = [key for key, value in val.items() if value is None]
        if missing:
            raise ValueError(f"The parameters {missing} are null, which a map of Java does not hold.")
        entries = (f"java.util.Map.entry({cls.translate_str(str(k))}, {translate(v)})" for k, v in val.items())
        return f"java.util.Map.ofEntries({', '.join(entries)})"


def declared_type(kind, value):
    """The type of a declaration; for `var` that of a plain literal."""
    if kind != "var":
        return kind
    if re.fullmatch(r"-?[\d_]+", value):
        return "int"
    if re.fullmatch(r"-?[\d_]+[lL]", value):
        return "long"
    if re.fullmatch(r"-?[\d_.]+([eE][-+]?\d+)?[dD]?", value):
        return "double"
    return "var"


papermill_translators.register("java", JavaTranslator)
