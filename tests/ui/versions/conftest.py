"""Owns what tests of versions and addenda get: a shell whose drafts are really kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.autosave import Autosave
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.conftest import FixedChooser, Watch


@pytest.fixture
def shell(workspace: Workspace, watch: Watch, chooser: FixedChooser) -> Iterator[Shell]:
    """A shell whose autosave keeps drafts in the vault, as the program's does."""

    def write(edit: Edit, at: Moment) -> None:
        drafts.save_draft(workspace, edit.key, edit.text, edit.caret, at)

    made = Shell(watch.moment, Autosave(write, watch.moment, watch.steady), chooser)
    yield made
    # As the program does before it closes the vault: no timer writes into a closed one.
    made.autosave.flush()
