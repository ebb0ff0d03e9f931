"""Claims about the log, which takes no text, and about the folders, which follow the account."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop import paths
from rhi_desktop.domain.moment import Moment
from rhi_desktop.log import LIMIT, Event, Log


def test_a_line_has_event_ids_counts_and_codes(tmp_path: Path, moment: Moment) -> None:
    """What the log holds is what was noted, in UTC, readable by its owner only."""
    log = Log(tmp_path / "logs" / "app.log")
    case_id = moment.fresh_id()
    log.note(moment.now, Event.SEALED, case=case_id, lines=14)
    log.note(moment.now, Event.REFUSED, code="disk_full")
    assert log.path.read_text() == (
        f"2026-03-10T14:30:00+00:00 sealed case={case_id} lines=14\n"
        "2026-03-10T14:30:00+00:00 refused code=disk_full\n"
    )
    assert log.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("said", ["Mo", "mo", "we went to the bus", "R-0001", "disk_full ", ""])
def test_nothing_said_fits_into_it(tmp_path: Path, moment: Moment, said: str) -> None:
    """A name, a reference or a sentence is our mistake, and no line is written."""
    log = Log(tmp_path / "app.log")
    with pytest.raises(ValueError, match="identifier"):
        log.note(moment.now, Event.REFUSED, what=said)
    assert not log.path.exists()


def test_it_stays_small_and_never_stops_work(tmp_path: Path, moment: Moment) -> None:
    """Beyond its limit it starts again; where it cannot write it loses the line, not the work."""
    log = Log(tmp_path / "app.log")
    log.path.write_bytes(b"x" * (LIMIT + 1))
    log.note(moment.now, Event.STARTED)
    assert len(log.path.read_bytes()) < 100
    assert (tmp_path / "app.old").stat().st_size == LIMIT + 1
    (tmp_path / "file").write_bytes(b"")
    Log(tmp_path / "file" / "app.log").note(moment.now, Event.STARTED)


def test_folders_follow_the_account(tmp_path: Path) -> None:
    """The XDG folders when they are set and absolute, else those below the home folder."""
    given = {"XDG_DATA_HOME": str(tmp_path / "d"), "XDG_CONFIG_HOME": str(tmp_path / "c")}
    assert paths.vaults_folder(given) == tmp_path / "d" / "rhi-desktop" / "vaults"
    assert paths.config_folder(given) == tmp_path / "c" / "rhi-desktop"
    relative = {"XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": ""}
    assert paths.vaults_folder(relative) == Path.home() / ".local/share/rhi-desktop/vaults"
    assert paths.config_folder(relative) == Path.home() / ".config/rhi-desktop"
