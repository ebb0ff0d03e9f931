"""Claims about the recovery code while a vault is made: shown, put on paper, typed back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rhi_desktop.ui.lock.code_grid import CodeGrid
from rhi_desktop.ui.lock.code_page import CodeSteps
from rhi_desktop.ui.lock.create_page import CreatePage
from rhi_desktop.ui.lock.sheet import Printed
from rhi_desktop.ui.lock.type_back import some
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import Field, SecretField, Text
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown, spoken_name
from tests.ui.conftest import dress
from tests.ui.lock.typing_in import PASSPHRASE, SAM, press, shown_groups, to_groups

TYPED = {
    "name": SAM.name,
    "role": SAM.role,
    "organisation": SAM.organisation,
    "passphrase": PASSPHRASE,
    "again": PASSPHRASE,
}


def at_code(program: Program) -> tuple[CreatePage, CodeSteps]:
    """The page that makes a vault, with everything typed, at its second step."""
    program.start()
    shown(program.window)
    page = program.window.front
    assert isinstance(page, CreatePage)
    for name, words in TYPED.items():
        field = page.fields[name].field
        assert isinstance(field, Field)
        field.setText(words)
    page.make()
    settle()
    assert page.code_steps is not None
    return page, page.code_steps


def settle() -> None:
    """Let what was told to go be gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(3):
        QApplication.processEvents()


def telling(page: QWidget) -> dict[QWidget, str]:
    """Every widget and all the words it could tell anybody, seen or unseen."""
    told = {}
    for one in [page, *page.findChildren(QWidget)]:
        words = [one.objectName(), one.windowTitle(), one.toolTip(), one.statusTip()]
        words += [one.accessibleName(), one.accessibleDescription(), spoken_name(one)]
        told[one] = "\n".join(words)
    return told


def test_only_the_code_itself_tells_the_code(program: Program) -> None:
    """Seven groups of four in one frame; no title, name or description elsewhere holds one."""
    page, steps = at_code(program)
    groups = shown_groups(steps)
    grid = page.findChild(CodeGrid)
    assert grid is not None
    inside = [grid, *grid.findChildren(QWidget)]
    for one, words in telling(program.window).items():
        plain = words.replace(" ", "")
        assert one in inside or not any(group in plain for group in groups), one

    assert len(groups) == 7
    assert spoken_name(grid).endswith(", ".join(" ".join(group) for group in groups))
    assert QApplication.focusWidget() is grid
    assert not any(group in repr(steps._sheet) + repr(steps._code) for group in groups)


def test_while_groups_are_asked_the_code_is_nowhere(program: Program) -> None:
    """Three of the seven, in their order, the first with the focus, the keyboard learning none."""
    _, steps = at_code(program)
    groups = shown_groups(steps)
    asked = to_groups(steps)
    settle()

    told = "\n".join(telling(program.window).values()).replace(" ", "")
    assert not any(group in told for group in groups)
    assert len(asked.fields) == 3
    assert list(asked.fields) == sorted(asked.fields)
    assert QApplication.focusWidget() is asked.first_focus()
    for field in asked.fields.values():
        hints = field.field.inputMethodHints()
        assert isinstance(field.field, SecretField)
        assert hints & Qt.InputMethodHint.ImhSensitiveData


def test_a_wrong_group_is_said_kindly_and_makes_nothing(program: Program, tmp_path: Path) -> None:
    """What is wrong is named beside it, the right ones stay, and there is a way to look again."""
    page, steps = at_code(program)
    groups = shown_groups(steps)
    asked = to_groups(steps)
    first, second, third = asked.fields
    for number, words in ((first, groups[first]), (second, "0000")):
        field = asked.fields[number].field
        assert isinstance(field, SecretField)
        field.setText(words)
    press(steps, "prove_code")

    described = {n: field.field.accessibleDescription() for n, field in asked.fields.items()}
    assert described == {first: "", second: "Not as in the code", third: "Not typed yet"}
    assert QApplication.focusWidget() is asked.fields[second].field
    kind = asked.findChild(Text, "type_back_said")
    assert kind is not None
    assert kind.text().startswith("No harm done.")
    assert not (tmp_path / "vaults").exists()
    press(steps, "look_again")
    settle()
    assert shown_groups(steps) == groups
    assert page.code_steps is steps


def test_groups_are_read_as_forgivingly_as_the_core_does(program: Program) -> None:
    """Small letters, O for nought, L for one, a space or a hyphen too many."""
    _, steps = at_code(program)
    groups = shown_groups(steps)
    asked = to_groups(steps)
    met: list[str] = []
    asked.proven.connect(lambda: met.append("proven"))
    asked.proven.disconnect(steps.proven)
    for number, field in asked.fields.items():
        assert isinstance(field.field, SecretField)
        lax = groups[number].lower().replace("0", "O").replace("1", "l")
        field.field.setText(f" {lax[:2]} -{lax[2:]} ")
    asked.look()

    assert met == ["proven"]


def test_back_loses_nothing_and_keeps_the_code(program: Program, tmp_path: Path) -> None:
    """Esc leads from the groups to the code to the fields; on again, it is the same code."""
    page, steps = at_code(program)
    groups = shown_groups(steps)
    asked = to_groups(steps)
    QTest.keyClick(asked.first_focus(), Qt.Key.Key_Escape)
    settle()
    assert shown_groups(steps) == groups
    focus = QApplication.focusWidget()
    assert isinstance(focus, CodeGrid)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    settle()

    assert _steps(page) is None
    assert {name: page.text(name) for name in TYPED} == TYPED
    assert QApplication.focusWidget() is page.button
    page.make()
    again = _steps(page)
    assert again is not None
    assert shown_groups(again) == groups
    program.window.close()
    assert not (tmp_path / "vaults").exists()


def test_before_a_print_there_is_one_warning_and_hand_counts_as_much(program: Program) -> None:
    """The warning asks again; the way back is the pen; how it went is said."""
    _, steps = at_code(program)
    wanted: list[str] = []
    steps._paper.print_wanted.connect(lambda: wanted.append("print"))
    steps._paper.print_wanted.disconnect(steps._print)
    press(steps, "print_sheet")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "print_now"
    assert "keep a copy" in "\n".join(telling(steps).values())
    press(steps, "by_hand")
    settle()
    assert wanted == []
    press(steps, "print_sheet")
    press(steps, "print_now")
    assert wanted == ["print"]
    for how, words in (
        (Printed.NO_PRINTER, "No printer is set up"),
        (Printed.REFUSED, "did not take the sheet"),
        (Printed.SENT, "Fetch the sheet yourself"),
    ):
        steps._paper.say_printed(how)
        settle()
        said = [one for one in steps.findChildren(Text, "printed_said") if one.isVisible()]
        assert words in said[-1].text()


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
def test_every_step_is_for_everybody(program: Program, qapp: QApplication, look: Theme) -> None:
    """Names, Tab, targets, nothing cut off: at 100 % and, with high contrast, at 200 %."""
    dress(qapp, look)
    page, steps = at_code(program)

    def check() -> None:
        settle()
        assert_nothing_cut(page)
        if look == Theme():
            assert_page_accessible(page)

    check()
    press(steps, "print_sheet")
    check()
    press(steps, "print_now")
    check()
    to_groups(steps)
    check()
    press(steps, "prove_code")
    check()


def test_the_groups_that_are_asked_for_are_chosen_by_chance() -> None:
    """Over many draws every group comes, never one twice."""
    met = set()
    for seed in range(60):
        found = some(7, _draw(seed))
        assert found == sorted(set(found))
        assert len(found) == 3
        met |= set(found)

    assert met == set(range(7))


def _draw(seed: int) -> Callable[[int], bytes]:
    numbers = iter(range(seed, seed + 1000))
    return lambda count: (next(numbers) * 40503 % 65536).to_bytes(count, "big")


def _steps(page: CreatePage) -> CodeSteps | None:
    return page.code_steps
