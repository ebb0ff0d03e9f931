"""Owns writing the elements of a drawing into the file: structure tree, parent tree, fields."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from rhi_desktop.export.content import SUPERVISOR
from rhi_desktop.export.pdf.tags import Content, Node, Widget


class Tree:
    """Writes one structure tree. `marks[page]` lists the elements by content number."""

    def __init__(
        self, pdf: Pdf, marks: Sequence[Sequence[Node]], widgets: Sequence[Widget]
    ) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._marks = marks
        self._owner: dict[Content, Object] = {}
        self._fields: list[tuple[Object, Object]] = []
        self._widgets = {id(widget.node): widget for widget in widgets}

    def write(self, root: Node) -> None:
        """Tree, parent tree and form of the whole document."""
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(root, top)])
        numbers = Array()
        for index, (page, marks) in enumerate(zip(self._pages, self._marks, strict=True)):
            page.StructParents, page.Tabs = index, Name.S
            owners = [self._owner[Content(index, number)] for number in range(len(marks))]
            numbers.append(index)
            numbers.append(self._pdf.make_indirect(Array(owners)))
        for key, (field, element) in enumerate(self._fields, len(self._pages)):
            field.StructParent = key
            numbers.append(key)
            numbers.append(element)
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        top.ParentTreeNextKey = len(self._pages) + len(self._fields)
        self._pdf.Root.StructTreeRoot = top
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        if self._fields:
            fields = Array([field for field, _ in self._fields])
            self._pdf.Root.AcroForm = self._pdf.make_indirect(
                Dictionary(Fields=fields, SigFlags=0, DR=Dictionary())
            )

    def _element(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + node.tag), P=parent)
        )
        _describe(element, node)
        kids = Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(kid, element))
            else:
                kids.append(self._reference(kid, element))
        widget = self._widgets.get(id(node))
        if widget is not None:
            kids.append(self._field(widget, element))
        # A single kid stands without an array: pyHanko compares revisions by Form.K.Obj and would
        # call the first signature suspicious after the second.
        if len(kids):
            element.K = kids[0] if len(kids) == 1 else kids
        return element

    def _reference(self, content: Content, element: Object) -> int | Object:
        page = self._pages[content.page]
        self._owner[content] = element
        if "/Pg" not in element:
            element.Pg = page
        if element.Pg.objgen == page.objgen:
            return content.number
        return Dictionary(Type=Name.MCR, Pg=page, MCID=content.number)

    def _field(self, widget: Widget, element: Object) -> Object:
        page = self._pages[widget.page]
        left, low, right, high = widget.box
        look = self._pdf.make_stream(
            b"",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, _short(right - left), _short(high - low)]),
            Resources=Dictionary(),
        )
        field = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String(widget.name),
                TU=String(widget.node.alt),
                F=4,
                Rect=Array([_short(value) for value in widget.box]),
                P=page,
                AP=Dictionary(N=look),
            )
        )
        # Once the supervisor has signed nothing may change any more: this field carries the lock.
        if widget.name == SUPERVISOR:
            field.Lock = self._pdf.make_indirect(
                Dictionary(Type=Name.SigFieldLock, Action=Name.All, P=1)
            )
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(field)
        self._fields.append((field, element))
        return Dictionary(Type=Name.OBJR, Obj=field, Pg=page)


def _describe(element: Object, node: Node) -> None:
    for key, text in (("/Lang", node.language), ("/ActualText", node.actual), ("/Alt", node.alt)):
        if text:
            element[key] = String(text)
    attributes = []
    if node.scope:
        attributes.append(Dictionary(O=Name.Table, Scope=Name("/" + node.scope)))
    if node.summary:
        attributes.append(Dictionary(O=Name.Table, Summary=String(node.summary)))
    if node.numbering:
        attributes.append(Dictionary(O=Name.List, ListNumbering=Name("/" + node.numbering)))
    if node.box is not None:
        box = Array([_short(value) for value in node.box])
        attributes.append(Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block))
    if attributes:
        element.A = attributes[0] if len(attributes) == 1 else Array(attributes)


def _short(value: float) -> float:
    return round(value, 2)
