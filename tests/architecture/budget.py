"""Owns the size budget: what is measured, how much is allowed, and how a breach is named."""

from __future__ import annotations

import ast
from collections.abc import Iterator

FILE_LINES = 300
CLASS_LINES = 200
FUNCTION_LINES = 40
CONSTRUCTOR_ARGUMENTS = 5

Function = ast.FunctionDef | ast.AsyncFunctionDef


def breaches(name: str, source: str) -> list[str]:
    """Every breach in one file as `file:line: rule`; empty when the file keeps the budget."""
    found = []
    length = len(source.splitlines())
    if length > FILE_LINES:
        found.append(
            f"{name}:1: file of {length} lines, {FILE_LINES} allowed: split by what it owns"
        )
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.ClassDef):
            found.extend(_of_class(name, node))
        elif isinstance(node, Function):
            found.extend(_too_long(name, node, "function", FUNCTION_LINES))
    return found


def _of_class(name: str, node: ast.ClassDef) -> Iterator[str]:
    yield from _too_long(name, node, "class", CLASS_LINES)
    for child in node.body:
        if isinstance(child, Function) and child.name == "__init__":
            given = child.args
            count = len(given.posonlyargs + given.args + given.kwonlyargs) - 1
            count += (given.vararg is not None) + (given.kwarg is not None)
            if count > CONSTRUCTOR_ARGUMENTS:
                yield (
                    f"{name}:{child.lineno}: constructor of {node.name} takes {count} arguments, "
                    f"{CONSTRUCTOR_ARGUMENTS} allowed: it is two things"
                )


def _too_long(name: str, node: ast.ClassDef | Function, what: str, allowed: int) -> Iterator[str]:
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    if length > allowed:
        yield f"{name}:{node.lineno}: {what} {node.name} of {length} lines, {allowed} allowed"
