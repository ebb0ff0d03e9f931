"""Owns the structure of a document: elements, and the marked content that belongs to each."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """One stretch of marked content: page index and number on that page."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Node:
    """A structure element. Made when the story is written, so reading order is story order.

    `kids` holds elements and content in that order. `alt` is what a figure or a field says aloud,
    `actual` the text that stands for what is drawn.
    """

    tag: str
    kids: list[Node | Content] = field(default_factory=list)
    language: str = ""
    actual: str = ""
    alt: str = ""
    scope: str = ""
    summary: str = ""
    numbering: str = ""
    box: tuple[float, float, float, float] | None = None

    def child(self, tag: str, *, language: str = "", actual: str = "", alt: str = "") -> Node:
        """A new last element inside this one."""
        node = Node(tag, language=language, actual=actual, alt=alt)
        self.kids.append(node)
        return node

    def walk(self) -> list[Node]:
        """This element and all below it, in reading order."""
        found, waiting = [], [self]
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(kid for kid in reversed(node.kids) if isinstance(kid, Node))
        return found


@dataclass(frozen=True, slots=True)
class Widget:
    """The place of a signature field, in points from the lower left corner of its page."""

    page: int
    name: str
    box: tuple[float, float, float, float]
    node: Node
