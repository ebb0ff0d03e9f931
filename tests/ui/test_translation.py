"""Claims about texts: none escapes translation, English plurals are right."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.domain.moment import Moment
from rhi_desktop.resources import resource
from rhi_desktop.ui.lock.create_page import CreatePage
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.strip import Strip
from rhi_desktop.ui.widgets import Button
from tests.ui.access import assert_nothing_cut, shown
from tests.ui.pseudo import OPEN, assert_all_translated, pseudo

ROOT = Path(__file__).resolve().parents[2]


def collector() -> ModuleType:
    """The script that collects the texts."""
    spec = importlib.util.spec_from_file_location("texts", ROOT / ".ci" / "texts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plurals(catalogue: Path) -> dict[tuple[str, str], list[str]]:
    """Context and source of every plural text, with its forms."""
    found = {}
    for context in collector().read(catalogue).iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name") or "", message.findtext("source") or "")
            found[key] = [form.text or "" for form in message.iter("numerusform")]
    return found


def test_the_english_catalogue_has_every_plural(tmp_path: Path) -> None:
    """Each text with %n in the source has two forms. If this fails: run .ci/texts.py."""
    fresh = tmp_path / "fresh.ts"
    collector().collect(fresh, "-pluralonly")
    kept = plurals(resource("i18n", "rhi_en.ts"))

    assert set(kept) == set(plurals(fresh))
    assert all(len(forms) == 2 for forms in kept.values())
    assert not any("(s)" in form for forms in kept.values() for form in forms)


def test_no_plural_is_left_to_brackets() -> None:
    """A text that counts has its two forms, so that nobody reads "1 line(s)".

    It says "(s)" where English changes the word; what counts without one needs no brackets.
    """
    written = {
        node.value
        for file in (ROOT / "rhi_desktop" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "(s)" in node.value
    }
    counted = {source for _, source in plurals(resource("i18n", "rhi_en.ts"))}

    assert written == {source for source in counted if "(s)" in source}


def test_the_compiled_catalogue_is_fresh(tmp_path: Path) -> None:
    """What the program loads was made from the catalogue as it stands."""
    again = tmp_path / "again.qm"
    collector().compile_to(resource("i18n", "rhi_en.ts"), again)

    assert again.read_bytes() == resource("i18n", "rhi_en.qm").read_bytes()


def test_lupdate_finds_every_text_under_its_context(tmp_path: Path) -> None:
    """No text is taken for a context, as happens behind an alias of translate."""
    found = tmp_path / "all.ts"
    collector().collect(found)
    contexts = {
        context.findtext("name") or "" for context in collector().read(found).iter("context")
    }
    texts = [
        message.findtext("source") or "" for message in collector().read(found).iter("message")
    ]

    assert "" not in contexts
    assert {"messages", "voices", "UnlockForm", "Strip"} <= contexts
    assert not contexts & set(texts)


def test_one_edit_is_one_edit(qapp: QApplication) -> None:
    """The English of numbers is right."""
    assert qapp is not None
    words = [
        QCoreApplication.translate("SavedLabel", "%n edit(s) held in memory", None, n)
        for n in (1, 2)
    ]

    assert words == ["1 edit held in memory", "2 edits held in memory"]


@pytest.mark.parametrize("page", ["unlock", "create", "strip"])
def test_no_text_of_the_frame_escapes(
    qtbot: QtBot, tmp_path: Path, moment: Moment, page: str
) -> None:
    """In the made-up language every label, button and name is translated, and nothing is cut."""
    folder = tmp_path / "notes.rhivault"
    folder.mkdir()
    (folder / "case.db").touch()
    doors = app.loaded_later()[0]
    with pseudo():
        made = {
            "unlock": lambda: UnlockPage([folder, tmp_path / "b.rhivault"], lambda: moment, doors),
            "create": lambda: CreatePage(folder, lambda: moment, doors, back=True),
            "strip": Strip,
        }[page]()
        qtbot.addWidget(made)
        shown(made, 1366, 44 if page == "strip" else 768)

        assert_all_translated(made)
        assert_nothing_cut(made)


def test_an_untranslated_text_is_found(qtbot: QtBot) -> None:
    """The check finds a planted text, and lets words of people through."""
    planted = Button("Keep")
    holder = Button(f"{OPEN}x")
    planted.setParent(holder)
    qtbot.addWidget(holder)
    planted.show()

    with pytest.raises(AssertionError, match="Keep"):
        assert_all_translated(holder)
    assert_all_translated(holder, said=["Keep"])
