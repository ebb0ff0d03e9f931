"""Owns keeping what is typed: the half-typed words, Enter, changing a line, a disk that refuses."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from rhi_desktop.domain.line import Line, read_typed, readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.input_row import InputRow
from rhi_desktop.ui.interview.voice_button import SIGNS
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace


class LineKeeper(QObject):
    """Keeps what the input holds. Words leave the input only once they are committed.

    Emits `kept` and `changed` with a Line, `left` when editing ends, `met` with the count of
    characters that no page can hold, `refused` with the RhiError of a save that failed and with
    None when a later one went through. After a refused Enter typing goes on below; the parts are
    kept as lines of their own as soon as the disk takes them.
    """

    kept = Signal(object)
    changed = Signal(object)
    left = Signal()
    met = Signal(int)
    refused = Signal(object)

    def __init__(
        self, ws: Workspace, shell: Shell, talk: Conversation, row: InputRow, question_id: str = ""
    ) -> None:
        super().__init__(row)
        self._ws, self._shell, self._talk, self._row = ws, shell, talk, row
        self._question = question_id
        self._aside = ("", 0)
        self._held = False
        self._quiet = False
        row.entered.connect(self.keep)
        row.left_line.connect(self.leave)
        row.typed.connect(self._mark)
        shell.autosave.refused.connect(self._heard_of_disk)

    @property
    def key(self) -> str:
        """Under which key the words of now are kept as a draft."""
        line = self._row.line
        field = line.id if line is not None else self._question or "line"
        return f"capture/{self._talk.id}/{field}"

    @property
    def holds(self) -> bool:
        """True while words wait that a disk refused."""
        return self._held

    def restore(self) -> None:
        """Put half-typed words back with the caret where it stood."""
        found = {draft.key: draft for draft in drafts.drafts(self._ws)}
        last = self._talk.lines[-1] if self._talk.lines else None
        new = found.get(self.key)
        if new is not None and new.text:
            # The line itself was committed, and the power went before its draft was dropped.
            same = last is not None and read_typed(new.text).words == last.words
            if not same:
                self._put(new.text, new.caret)
        for line in self._talk.account.standing:
            draft = found.get(f"capture/{self._talk.id}/{line.id}")
            if draft is not None and draft.text:
                self.edit(line)
                self._put(draft.text, draft.caret)

    def keep(self) -> None:
        """Enter: commit what was typed, or say that it could not be."""
        line = self._row.line
        if line is not None:
            self._keep_change(line)
        else:
            self._keep_pieces(self._row.edit.pieces())

    def edit(self, line: Line) -> None:
        """Take a line into the input; a half-typed new one waits until this is done."""
        if self._row.line is None:
            self._aside = (self._row.edit.words(), self._row.edit.textCursor().position())
        self._quiet = True
        self._row.show_line(line)
        self._row.edit.put(line.words)
        self._quiet = False

    def leave(self) -> None:
        """Leave editing: what was not kept is dropped, the half-typed line comes back."""
        self._forget()
        self._quiet = True
        self._row.show_line(None)
        self._row.edit.put(*self._aside)
        self._quiet = False
        self._aside = ("", 0)
        self.left.emit()

    def try_again(self) -> None:
        """The disk may take it now."""
        if self._shell.autosave.flush():
            self.keep()

    def _keep_change(self, line: Line) -> None:
        words = self._row.edit.words().strip()
        if words and words != line.words:
            try:
                changed = self._talk.edit(line, words, self._shell.moment())
            except RhiError as error:
                self._refuse(error)
                return
            self._accept(changed, words)
            self.changed.emit(changed)
        self.leave()

    def _keep_pieces(self, pieces: tuple[str, ...], *, going_on: bool = False) -> None:
        wanted = pieces[:-1] if going_on else pieces
        done = 0
        try:
            for piece in wanted:
                self._keep_one(piece)
                done += 1
        except RhiError as error:
            if done:
                self._row.edit.put_pieces(pieces[done:])
            self._row.edit.break_refused()
            self._refuse(error)
            return
        self._row.edit.put_pieces(pieces[done:])
        self._forget() if not going_on else self._mark()

    def _keep_one(self, piece: str) -> None:
        typed = read_typed(piece)
        if not typed.words.strip() or typed.words in SIGNS.values():
            return
        line = self._talk.keep(typed, self._shell.moment(), self._question)
        self._accept(line, typed.words)
        self.kept.emit(line)

    def _accept(self, line: Line, given: str) -> None:
        self._shell.saved()
        if self._held:
            self._held = False
            self.refused.emit(None)
        odd = readable(given)[1]
        if odd and line.words:
            self.met.emit(int(odd[0].facts["count"]))

    def _refuse(self, error: RhiError) -> None:
        self._held = True
        self._mark()
        # At once, so that the saved line in the strip says the same as the banner.
        self._shell.autosave.flush()
        self.refused.emit(error)

    def _heard_of_disk(self, error: object) -> None:
        if error is not None:
            self.refused.emit(error)
        elif self._held and self._row.line is None:
            self._keep_pieces(self._row.edit.pieces(), going_on=True)
        else:
            self.refused.emit(None)

    def _mark(self) -> None:
        if self._quiet:
            return
        edit = self._row.edit
        self._shell.autosave.mark(self.key, edit.words(), edit.textCursor().position(), self._write)

    def _forget(self) -> None:
        """The words became a line, or were given up: their draft goes in the same breath."""
        self._shell.autosave.mark(self.key, "", 0, self._write)
        self._shell.autosave.flush()

    def _write(self, edit: Edit, at: Moment) -> None:
        if edit.text:
            drafts.save_draft(self._ws, edit.key, edit.text, edit.caret, at)
        else:
            drafts.drop_draft(self._ws, edit.key)

    def _put(self, text: str, caret: int) -> None:
        self._quiet = True
        self._row.edit.put(text, caret)
        self._quiet = False
