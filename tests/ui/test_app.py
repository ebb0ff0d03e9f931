"""Claims about the start, the end, and what stands between."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.ui import preferences
from rhi_desktop.ui.clipboard import KEEPS_MS, ClipboardWatch, marks
from rhi_desktop.ui.crash import NOTE, LastResort
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.preferences import Preferences
from rhi_desktop.ui.theme import Mode
from rhi_desktop.ui.widgets import Field, Said, TextArea
from tests.ui.access import shown

DRIVER = Path(__file__).parent / "relock.py"


@pytest.mark.parametrize("name", list(app.PAGES))
def test_every_page_of_the_table_is_a_page(name: PageName) -> None:
    """Each entry leads to a class that a window can show."""
    assert callable(app.page_maker(name))


def test_a_place_survives_packing() -> None:
    """What the store keeps leads back to the same place; what nobody knows leads nowhere."""
    place = Place(PageName.CAPTURE, detail="why")

    assert Place.unpacked("capture", "", place.packed()) == place
    assert Place.unpacked("of_a_later_version", "", place.packed()) is None
    assert Place.unpacked("capture", "", "no json") is None


def test_nothing_is_received_from_odd_arguments() -> None:
    """Without the flag, with a number that is no file, with bytes that are no hand-over."""
    reading, writing = os.pipe()
    os.write(writing, b"{}")
    os.close(writing)

    assert app.received([]) is None
    assert app.received(["--resume"]) is None
    assert app.received(["--resume", "9999"]) is None
    assert app.received(["--resume", str(reading)]) is None


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_lock_ends_the_process_and_a_fresh_one_has_every_word(tmp_path: Path) -> None:
    """A real exec: other memory, same words, same place, same caret."""
    told = _drive(tmp_path)

    assert told["text"] == "nan wouldnt of been cross shes nev"
    assert told["caret"] == 7
    assert told["place"] == "case"
    assert told["sealed"] == 1
    assert told["same_process"], "exec ends the memory and keeps the number of the process"
    assert told["dumpable"] == 0


ENDLESS = """
import sys
from pathlib import Path
from rhi_desktop import app
from rhi_desktop.ui.lock.handover import Handover
try:
    app.end_process(Handover(Path("vault"), (b"words",)), ("/nowhere/at/all",))
finally:
    print("still here", flush=True)
"""


def test_a_lock_that_can_start_nothing_fresh_ends_the_process_all_the_same() -> None:
    """The program was removed or replaced meanwhile: the key goes, and no path is printed."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", ENDLESS]
    done = subprocess.run(command, capture_output=True, timeout=120, cwd=root, check=False)
    assert done.returncode in {0, 1}
    assert done.stdout == b""
    assert done.stderr == b""


def _drive(folder: Path) -> dict[str, object]:
    """Run the driver: it opens, types, locks for real, and its fresh self tells what it found."""
    root = Path(__file__).parents[2]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, str(DRIVER), str(folder)],
        capture_output=True,
        timeout=120,
        env=environment,
        cwd=root,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def _stumble(words: str) -> None:
    raise RuntimeError(words)


def test_our_own_mistake_saves_first_and_tells_calmly(tmp_path: Path) -> None:
    """Words are flushed, three sentences are said, the note holds no word of anybody."""
    saved: list[bool] = []
    told: list[Said] = []

    def save() -> bool:
        saved.append(True)
        return True

    resort = LastResort(save, told.append, tmp_path / "config")
    with pytest.raises(RuntimeError) as caught:
        _stumble("it was Dex he paid")
    resort.take(caught.type, caught.value, caught.tb)
    note = (tmp_path / "config" / NOTE).read_text("utf-8")

    assert saved == [True]
    assert told[0].happened == "The program made a mistake"
    assert told[0].safe == "Your words are saved on this laptop."
    assert note.startswith("RuntimeError\ntest_app.py:")
    assert "Dex" not in note


def test_preferences_come_back_and_odd_ones_do_not(tmp_path: Path) -> None:
    """Choices survive; a file that is missing, odd or foreign gives the first ones."""
    assert preferences.load(tmp_path) == Preferences()
    chosen = Preferences().dressed("dark").zoomed(1).sized(1000, 700)
    preferences.keep(chosen, tmp_path)
    assert preferences.load(tmp_path) == chosen
    for odd in ('{"zoom": "x"}', '{"zoom": 99}', '{"who": 1}', "[]", '{"look": "pink"}'):
        (tmp_path / preferences.NAME).write_text(odd)
        assert preferences.load(tmp_path) == Preferences()


def test_zoom_goes_in_steps_between_80_and_200_per_cent(qapp: QApplication) -> None:
    """Smaller stops at 80 %, larger at 200 %, 0 is the normal size; system means light here."""
    assert qapp is not None
    chosen = Preferences()
    for _ in range(20):
        chosen = chosen.zoomed(1)
    assert chosen.zoom == 2.0
    for _ in range(20):
        chosen = chosen.zoomed(-1)
    assert chosen.zoom == 0.8
    assert chosen.zoomed(0).zoom == 1.0
    assert chosen.dressed("contrast").theme().mode is Mode.CONTRAST
    assert Preferences().theme().mode is Mode.LIGHT


def test_a_disk_that_refuses_costs_only_the_choice(tmp_path: Path) -> None:
    """Preferences are no reason for a banner."""
    blocked = tmp_path / "file"
    blocked.write_text("")

    preferences.keep(Preferences(), blocked / "config")

    assert preferences.load(blocked / "config") == Preferences()


def test_the_clipboard_is_emptied(qtbot: QtBot) -> None:
    """What was copied here is gone after 30 s, and at once when locking."""
    field = Field("Nan would of come")
    qtbot.addWidget(field)
    shown(field, 300, 40)
    watch = ClipboardWatch()
    clipboard = QGuiApplication.clipboard()
    field.selectAll()
    field.copy()

    assert watch._timer.isActive()
    assert watch._timer.interval() == KEEPS_MS == 30_000
    watch.clear()

    assert clipboard.text() == ""


def test_a_copy_is_marked_for_histories_to_leave_out(qtbot: QtBot) -> None:
    """The same text, with what managers of the clipboard look for; also from a large area."""
    area = TextArea("Nan would of come\nno one asked")
    qtbot.addWidget(area)
    shown(area, 300, 90)
    watch = ClipboardWatch()
    area.selectAll()
    area.copy()
    copied = QGuiApplication.clipboard().mimeData()

    assert copied.text() == "Nan would of come\nno one asked"
    assert {name: copied.data(name).data() for name in watch._marks} == dict(watch._marks)
    watch.clear()


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("linux", ["x-kde-passwordManagerHint"]),
        ("darwin", ["org.nspasteboard.ConcealedType"]),
        (
            "win32",
            [
                "ExcludeClipboardContentFromMonitorProcessing",
                "CanIncludeInClipboardHistory",
                "CanUploadToCloudClipboard",
            ],
        ),
    ],
)
def test_every_system_has_its_marks(platform: str, names: list[str]) -> None:
    """Each mark is named as its system knows it."""
    found = list(marks(platform))
    assert len(found) == len(names)
    assert all(name in mark for name, mark in zip(names, found, strict=True))


def test_what_was_copied_since_stays(qtbot: QtBot) -> None:
    """Something from elsewhere on the clipboard is not ours to empty."""
    field = Field("Nan would of come")
    qtbot.addWidget(field)
    shown(field, 300, 40)
    watch = ClipboardWatch()
    field.selectAll()
    field.copy()
    kept, watch._kept = watch._kept, 0
    watch.clear()

    assert kept is not None
    assert QGuiApplication.clipboard().text() == "Nan would of come"


def test_a_handover_shows_nothing_of_what_it_carries() -> None:
    """Its repr hides what is sealed; packed and read again it is the same."""
    handed = Handover(Path("notes.rhivault"), (b"age-encryption.org/v1",))

    assert "age-encryption" not in repr(handed)
    assert Handover.unpacked(handed.packed()) == handed
