"""Claims about a laptop clock that jumps back: it is said, noted without content, and kept."""

from __future__ import annotations

from datetime import timedelta

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.program import LOG_NAME, Program
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.conftest import Watch
from tests.ui.rooms import back_since

BEHIND = "The clock of this laptop is behind"


def test_rule_7_a_clock_that_jumped_back_is_said_and_noted_once(
    program: Program, workspace: Workspace, watch: Watch, moment: Moment
) -> None:
    """The banner stays as long as it is so; the log has one line, of ids and codes at most."""
    back_since(workspace, Moment(moment.now + timedelta(days=2), moment.draw), "A.B.", 5)
    program.enter(workspace)
    assert program.window.desk.banner.words == BEHIND
    log = program._outside.config / LOG_NAME
    fell = [line for line in log.read_text().splitlines() if "clock_back" in line]
    assert [line.split() for line in fell] == [["2026-03-10T14:30:00+00:00", "clock_back"]]
    session = program.window.session
    assert session is not None
    session.shell.go(program.window.place)
    assert program.window.desk.banner.words == BEHIND
    assert log.read_text().count("clock_back") == 1
    watch.seconds = 3 * 24 * 3600
    session.shell.go(program.window.place)
    assert not program.window.desk.banner.isVisible()
    program.window.close()


def test_rule_7_records_keep_the_device_time_and_the_order_of_entry(
    workspace: Workspace, moment: Moment
) -> None:
    """What was written under the wrong clock says so, and stands after what came before."""
    later = Moment(moment.now + timedelta(days=2), moment.draw)
    first = back_since(workspace, later, "A.B.", 5)
    assert casework.clock_problem(workspace, later.now) is None
    second = back_since(workspace, moment, "C.D.", 5)
    problem = casework.clock_problem(workspace, moment.now)
    assert problem is not None
    assert problem.code == "clock_back"
    rows = workspace.store.connection.rows(
        "SELECT id, at FROM journal WHERE kind = 'case' ORDER BY seq"
    )
    assert [row[0] for row in rows] == [first, second]
    assert str(rows[1][1]) < str(rows[0][1])
