"""Claims about the reason in the row of the list: written by every save, and by the step to it."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import records
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.schema_3 import STATEMENTS
from tests.unit.store.samples import ME, Days, start

_WHY = "SELECT reference, late FROM case_rows ORDER BY reference"


def test_the_list_knows_why_the_hours_passed(vault: Vault, days: Days) -> None:
    """Whether the row was there before the column or after it; a reason taken back is gone."""
    for name, late in (("said", LateReason.SCHOOL), ("unsaid", None), ("taken back", None)):
        talk = start(vault, days, name)
        for reason in (LateReason.WELFARE_FIRST, late) if name != "unsaid" else ():
            said = replace(talk.episode, late=reason)
            records.save(vault, Kind.EPISODE, talk.case_id, said, ME.id, days())
    wanted = [("said", "school"), ("taken back", None), ("unsaid", None)]
    assert vault.connection.rows(_WHY) == wanted
    vault.connection.run("ALTER TABLE case_rows DROP COLUMN late")
    for statement in STATEMENTS:
        if "COLUMN late" in statement or "SET late" in statement:
            vault.connection.run(statement)
    assert vault.connection.rows(_WHY) == wanted
