"""Claims about records: revisions, what a seal fixes, transactions, and values that come back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.crypto.digest import digest_fits
from rhi_desktop.domain.ids import AnswerId, LineId, PlanId, PlanLineId, SealId
from rhi_desktop.domain.interview import (
    DraftInterview,
    Interview,
    SealedInterview,
    SignedInterview,
)
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.plan import SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import interviews, journal, plans, records, reports
from rhi_desktop.store.vault import Vault
from tests.unit.store import samples
from tests.unit.store.samples import ME, Days, Talk, keep


def test_a_change_is_a_revision_and_the_former_one_stays(
    vault: Vault, talk: Talk, days: Days
) -> None:
    """Numbers rise by one, each revision names the one before, and every digest fits."""
    line = keep(vault, talk, "first", days())
    for words in ("second", "third"):
        changed = replace(line, words=words)
        records.save(vault, Kind.LINE, talk.case_id, changed, ME.id, days())
    found = records.revisions(vault, Kind.LINE, line.id)
    assert [record.body["words"] for record in found] == ["first", "second", "third"]
    assert [record.revision for record in found] == [1, 2, 3]
    assert [record.previous for record in found] == ["", found[0].digest, found[1].digest]
    assert all(digest_fits(record) for record in found)
    assert records.load(vault, Kind.LINE, line.id, Line).words == "third"
    assert records.revision_of(vault, Kind.LINE, line.id) == 3
    assert records.load_record(vault, Kind.LINE, line.id) == found[-1]
    journal.check(vault)


def test_what_is_not_there_is_called_missing(vault: Vault) -> None:
    """Loading an unknown record, file or interview says record_missing."""
    assert records.revision_of(vault, Kind.CASE, "none") == 0
    with pytest.raises(VaultError, match="record_missing"):
        records.load(vault, Kind.CASE, "none", Case)
    with pytest.raises(VaultError, match="record_missing"):
        records.load_record(vault, Kind.CASE, "none")
    with pytest.raises(VaultError, match="record_missing"):
        reports.get_file(vault, "00" * 32)


def test_only_listed_columns_can_be_asked_for(vault: Vault) -> None:
    """A column without an index, or no column at all, is our mistake and never SQL."""
    with pytest.raises(ValueError, match="lines"):
        records.children(vault, Kind.LINE, "words", "x", Line)


def test_several_are_asked_at_once_and_each_gets_its_own(
    vault: Vault, talk: Talk, days: Days
) -> None:
    """Each gets what it would get alone, in the same order; who has none is not named."""
    other = samples.start(vault, days, "R-0002")
    for words in ("a", "b", "c"):
        keep(vault, talk, words, days())
        keep(vault, other, f"{words} of the other", days())
    column, ids = "interview_id", (other.id, talk.id, "none")
    found = records.children_of(vault, Kind.LINE, column, ids, Line)
    assert found == {
        one: records.children(vault, Kind.LINE, column, one, Line) for one in (talk.id, other.id)
    }
    samples.plan_line(vault, other, "ring my nan", days())
    both = plans.of_interviews(vault, (talk.id, other.id))
    assert both == {one: plans.of_interview(vault, one) for one in (talk.id, other.id)}
    assert [line.words for line in both[other.id].lines] == ["ring my nan"]
    assert both[talk.id].lines == ()
    with pytest.raises(ValueError, match="lines"):
        records.children_of(vault, Kind.LINE, "words", ids, Line)


def test_only_the_sealed_talks_of_a_case_are_called_sealed(
    vault: Vault, talk: Talk, days: Days
) -> None:
    """Of one case, without reading what their seals hold."""
    other = samples.start(vault, days, "R-0002")
    assert interviews.sealed_of_case(vault, talk.case_id) == frozenset()
    samples.seal(vault, talk, days())
    assert interviews.sealed_of_case(vault, talk.case_id) == {talk.id}
    assert interviews.sealed_of_case(vault, other.case_id) == frozenset()


def test_lines_come_in_the_order_of_keeping(vault: Vault, talk: Talk, days: Days) -> None:
    """The numbers count from 1, and a struck line keeps its number."""
    kept = [keep(vault, talk, words, days()) for words in ("a", "b", "c")]
    struck = replace(kept[2], struck_by="Rowan Hale")
    records.save(vault, Kind.LINE, talk.case_id, struck, ME.id, days())
    kept.append(keep(vault, talk, "d", days()))
    assert [line.number for line in kept] == [1, 2, 3, 4]
    account = interviews.account(vault, talk.id)
    assert [line.words for line in account.lines] == ["a", "b", "c", "d"]
    assert [line.words for line in account.standing] == ["a", "b", "d"]


def test_two_hundred_thousand_characters(vault: Vault, talk: Talk, days: Days) -> None:
    """However long somebody talks, the words come back as they were."""
    words = "and then \N{ZERO WIDTH JOINER}\N{COMBINING ACUTE ACCENT}é\0 " * 14_286
    line = keep(vault, talk, words, days())
    assert len(words) >= 200_000
    assert records.load(vault, Kind.LINE, line.id, Line) == line


def test_the_plan_is_put_together_from_its_lines(vault: Vault, talk: Talk, days: Days) -> None:
    """A plan stored with lines does not store them twice; its lines are records of their own."""
    line = samples.plan_line(vault, talk, "ring my nan", days())
    whole = replace(talk.plan, lines=(line,), may_see=("my nan",))
    records.save(vault, Kind.PLAN, talk.case_id, whole, ME.id, days())
    assert plans.of_interview(vault, talk.id) == whole
    assert plans.plan(vault, talk.plan.id) == whole
    assert plans.newest_of_case(vault, talk.case_id) == whole
    assert "lines" not in records.load_record(vault, Kind.PLAN, talk.plan.id).body
    assert records.load(vault, Kind.PLAN, talk.plan.id, SafetyPlan).lines == ()
    assert plans.next_line_number(vault, talk.plan.id) == 2


def test_the_stage_is_a_type(vault: Vault, talk: Talk, days: Days) -> None:
    """Draft, sealed, signed: each is what the records say."""
    keep(vault, talk, "words", days())
    draft = interviews.stage(vault, talk.id)
    assert isinstance(draft, DraftInterview)
    assert draft.account.interview == talk.interview
    seal = samples.seal(vault, talk, days())
    assert interviews.stage(vault, talk.id) == SealedInterview(draft.account, seal)
    report = samples.sign(vault, talk, b"%PDF signed", days())
    assert interviews.stage(vault, talk.id) == SignedInterview(draft.account, seal, report)
    assert reports.get_file(vault, report.sha256) == b"%PDF signed"
    assert interviews.of_case(vault, talk.case_id) == (talk.interview,)


def test_a_sealed_interview_refuses_every_change(vault: Vault, talk: Talk, days: Days) -> None:
    """No line, answer, plan or plan line is added or changed, nor the head; all stays as it was."""
    line = keep(vault, talk, "words", days())
    answer = samples.answer(vault, talk, "yes", days())
    plan_line = samples.plan_line(vault, talk, "ring my nan", days())
    seal = samples.seal(vault, talk, days())
    before, head = interviews.account(vault, talk.id), journal.head(vault)
    changes: tuple[tuple[Kind, object], ...] = (
        (Kind.LINE, replace(line, words="other")),
        (Kind.LINE, replace(line, id=LineId("0" * 26))),
        (Kind.ANSWER, replace(answer, values=("no",))),
        (Kind.ANSWER, replace(answer, id=AnswerId("0" * 26))),
        (Kind.PLAN, replace(talk.plan, declined=True)),
        (Kind.PLAN, replace(talk.plan, id=PlanId("0" * 26))),
        (Kind.PLAN_LINE, replace(plan_line, words="other")),
        (Kind.PLAN_LINE, replace(plan_line, id=PlanLineId("0" * 26))),
        (Kind.INTERVIEW, replace(talk.interview, place="elsewhere")),
        (Kind.SEAL, replace(seal, digest="00" * 32)),
        (Kind.SEAL, replace(seal, id=SealId("0" * 26))),
    )
    for kind, value in changes:
        with pytest.raises(VaultError, match="record_fixed"):
            records.save(vault, kind, talk.case_id, value, ME.id, days())
    assert interviews.account(vault, talk.id) == before
    assert journal.head(vault) == head


_BY_HAND = (
    "DELETE FROM lines",
    "UPDATE lines SET body = json_set(body, '$.interview_id', 'other')",
    "DELETE FROM answers",
    "DELETE FROM plans",
    "DELETE FROM plan_lines",
    "DELETE FROM interviews",
    "DELETE FROM seals",
    "UPDATE seals SET body = '{}'",
    "DELETE FROM accounts",
    "DELETE FROM attempts",
    "UPDATE attempts SET author = ''",
    "DELETE FROM history",
    "DELETE FROM journal",
    "UPDATE journal SET digest = ''",
    "UPDATE vault SET device = ''",
    "DELETE FROM files",
    "DELETE FROM card_log",
    "DELETE FROM sent",
    "DELETE FROM distributions",
    "DELETE FROM reviews",
)


def test_not_even_by_hand(sealed: Vault) -> None:
    """The database itself refuses, whatever the program should ask for."""
    for statement in _BY_HAND:
        with pytest.raises(VaultError, match="record_fixed"):
            sealed.connection.run(statement)


@pytest.fixture
def sealed(vault: Vault, talk: Talk, days: Days) -> Vault:
    """A vault with one row in every table that only grows."""
    line = keep(vault, talk, "words", days())
    records.save(vault, Kind.LINE, talk.case_id, line, ME.id, days())
    samples.answer(vault, talk, "yes", days())
    samples.plan_line(vault, talk, "ring my nan", days())
    samples.seal(vault, talk, days())
    samples.log_everything(vault, talk, days)
    return vault


def test_the_case_lives_on_and_the_sealed_account_does_not(
    vault: Vault, talk: Talk, days: Days
) -> None:
    """New facts about the case after sealing change the case, and never what was sealed."""
    keep(vault, talk, "words", days())
    samples.seal(vault, talk, days())
    before = interviews.account(vault, talk.id)
    moved = replace(talk.case, lives_at="with foster carers")
    records.save(vault, Kind.CASE, talk.case_id, moved, ME.id, days())
    late = samples.attempt(talk.episode, days())
    records.save(vault, Kind.ATTEMPT, talk.case_id, late, ME.id, days())
    assert records.load(vault, Kind.CASE, talk.case_id, Case) == moved
    assert interviews.account(vault, talk.id) == before


def test_all_or_nothing(vault: Vault, talk: Talk, days: Days) -> None:
    """A failure in a transaction takes everything back, also what an inner one had written."""
    head = journal.head(vault)

    def interrupted() -> None:
        with vault.transaction():
            keep(vault, talk, "never", days())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    assert journal.head(vault) == head
    assert interviews.account(vault, talk.id).lines == ()


def test_a_failure_inside_cannot_be_passed_over(vault: Vault, talk: Talk, days: Days) -> None:
    """When an inner write failed and somebody caught it, the outer transaction does not commit."""

    def careless() -> None:
        with vault.transaction():
            keep(vault, talk, "never", days())
            with pytest.raises(TypeError):
                records.save(vault, Kind.LINE, talk.case_id, "no record", ME.id, days())
            with pytest.raises(VaultError), vault.transaction():
                vault.connection.run("DELETE FROM journal")

    with pytest.raises(RuntimeError):
        careless()
    assert interviews.account(vault, talk.id).lines == ()


def test_several_saves_in_one_commit(vault: Vault, talk: Talk, days: Days) -> None:
    """Saves inside a transaction are seen by nobody else before its end."""
    with vault.transaction():
        keep(vault, talk, "one", days())
        keep(vault, talk, "two", days())
        assert vault.connection.number("SELECT count(*) FROM lines") == 2
    assert records.load(vault, Kind.INTERVIEW, talk.id, Interview) == talk.interview
    journal.check(vault)
