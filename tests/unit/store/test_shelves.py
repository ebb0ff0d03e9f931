"""Claims about what stands beside the records: drafts, place, owner, cards, logs and the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rhi_desktop.domain.card import KnownCard, Trust
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.exchange import Sent
from rhi_desktop.domain.ids import BundleId, CaseId, EpisodeId, InterviewId
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.person import Child
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.review import Verdict
from rhi_desktop.errors import VaultError
from rhi_desktop.store import book, cases, drafts, exchanges, journal, records, reports
from rhi_desktop.store.cases import Wanted
from rhi_desktop.store.drafts import Place, StoredDraft
from rhi_desktop.store.vault import Vault
from tests.unit.store import samples
from tests.unit.store.samples import ME, START, Days, Talk, keep, start


def test_drafts_hold_the_newest_text_of_each_field(vault: Vault, days: Days) -> None:
    """Put replaces, drop forgets, and the journal knows nothing of either."""
    drafts.put(vault, "line", "we went", 7, days())
    drafts.put(vault, "place", "kitchen", 0, days())
    drafts.put(vault, "line", "we went to", 10, days())
    assert drafts.all(vault) == (
        StoredDraft("line", "we went to", 10),
        StoredDraft("place", "kitchen", 0),
    )
    drafts.drop(vault, "line")
    drafts.drop(vault, "line")
    assert [draft.key for draft in drafts.all(vault)] == ["place"]
    assert journal.head(vault).length == 0


def test_the_place_is_remembered(vault: Vault, days: Days) -> None:
    """The last place wins; a new vault has none."""
    assert drafts.get_place(vault) is None
    drafts.put_place(vault, "case_page", "c", "", days())
    drafts.put_place(vault, "capture_page", "c", "i", days())
    assert drafts.get_place(vault) == Place("capture_page", "c", "i")


def test_whose_vault_this_is(vault: Vault) -> None:
    """Person and identity are kept apart and come back as given."""
    for ask in (book.get_person, book.get_identity):
        with pytest.raises(VaultError, match="record_missing"):
            ask(vault)
    book.put_identity(vault, b"secret halves")
    book.put_person(vault, ME)
    book.put_person(vault, replace(ME, role="Supervisor"))
    assert book.get_person(vault).role == "Supervisor"
    assert book.get_identity(vault) == b"secret halves"


def test_the_book_of_cards(vault: Vault, days: Days) -> None:
    """A card has one trust at a time, since when is kept, and every step stays in the log."""
    sam, ada = samples.card("Sam Ode"), samples.card("ada lowe")
    book.put_card(vault, sam, Trust.PENDING, days())
    book.put_card(vault, ada, Trust.PENDING, days())
    at = days()
    known = book.put_card(vault, sam, Trust.TRUSTED, at)
    assert known == KnownCard(sam, Trust.TRUSTED, at.now)
    assert book.card(vault, sam.fingerprint) == known
    assert [one.card.person.name for one in book.cards(vault)] == ["ada lowe", "Sam Ode"]
    assert vault.connection.number("SELECT count(*) FROM card_log") == 3
    assert book.card(vault, "00" * 32) is None


def test_the_log_of_bundles(vault: Vault) -> None:
    """Bundles newest first, each once."""
    bundles = [
        Sent(BundleId(str(n) * 26), START + timedelta(days=n), n == 1, ("ab" * 32,), n)
        for n in (1, 2)
    ]
    for sent in (*bundles, replace(bundles[0], records=99)):
        exchanges.log_sent(vault, sent)
    assert exchanges.all_sent(vault) == (bundles[1], bundles[0])


def test_the_list_follows_the_case(vault: Vault, days: Days) -> None:
    """From new to countersigned, the row says how far the newest episode has come."""
    talk = start(vault, days)
    (entry,) = cases.rows(vault)
    assert (entry.stage, entry.attempts, entry.interview_id) == ("talking", 1, talk.id)
    assert entry.episode == talk.episode
    assert (entry.reference, entry.called, entry.born) == ("R-0001", "Mo", talk.case.child.born)
    assert entry.started_at == talk.interview.started_at
    at = days()
    keep(vault, talk, "words", at)
    assert cases.rows(vault)[0].saved_at == at.now
    samples.seal(vault, talk, days())
    assert cases.rows(vault)[0].stage == "sealed"
    report = samples.sign(vault, talk, b"%PDF", days())
    assert cases.rows(vault)[0].stage == "signed"
    assert reports.unanswered(vault) == (report,)
    samples.review(vault, report, talk.case_id, Verdict.RETURNED, days())
    assert cases.rows(vault)[0].stage == "returned"
    assert reports.unanswered(vault) == ()
    samples.review(vault, report, talk.case_id, Verdict.COUNTERSIGNED, days())
    assert cases.rows(vault)[0].stage == "countersigned"
    _add_episode(vault, talk, days)
    (entry,) = cases.rows(vault)
    assert (entry.stage, entry.attempts, entry.interview_id) == ("new", 0, None)


def _add_episode(vault: Vault, talk: Talk, days: Days) -> Episode:
    at = days(hours=200)
    episode = Episode(EpisodeId(at.fresh_id()), talk.case_id, returned=at.now)
    records.save(vault, Kind.EPISODE, talk.case_id, episode, ME.id, at)
    return episode


def test_the_list_is_searched_without_regard_to_case_or_spelling(vault: Vault, days: Days) -> None:
    """Every word must be in reference, initials or name; composed or not, capital or not."""
    start(vault, days, "R-0001", "Zoë")
    start(vault, days, "R-0002", "Straße 50%")
    start(vault, days, "R-0003", "Łucja_")

    def found(search: str) -> list[str]:
        return sorted(entry.reference for entry in cases.rows(vault, Wanted(search)))

    assert found("zoe\N{COMBINING DIAERESIS}") == ["R-0001"]
    assert found("STRASSE") == ["R-0002"]
    assert found("łUCJA") == ["R-0003"]
    assert found("%") == ["R-0002"]
    assert found("_") == ["R-0003"]
    assert found("m.t. r-0001") == ["R-0001"]
    assert found("m.t. nobody") == []
    assert found("") == ["R-0001", "R-0002", "R-0003"]
    assert cases.count(vault) == 3


def test_the_list_finds_a_new_name_and_forgets_the_old(vault: Vault, days: Days) -> None:
    """A case that is renamed is found by its new name only."""
    talk = start(vault, days, called="Mo")
    renamed = replace(talk.case, child=Child("T.M.", "Ari"))
    records.save(vault, Kind.CASE, talk.case_id, renamed, ME.id, days())
    assert cases.rows(vault, Wanted("ari"))[0].initials == "T.M."
    assert cases.rows(vault, Wanted("mo")) == ()


def test_the_list_has_the_least_time_left_on_top(vault: Vault, days: Days) -> None:
    """Running clocks by time left, then passed ones, the newest first, then those heard."""
    wanted = Wanted("", START, 72)
    order = {"passed": -80, "passed long ago": -200, "soon": -70, "later": -10}
    for reference, hours in order.items():
        at = days()
        case = replace(
            start(vault, days, reference).case, id=CaseId(at.fresh_id()), reference=reference
        )
        records.save(vault, Kind.CASE, case.id, case, ME.id, at)
        episode = Episode(
            EpisodeId(at.fresh_id()), case.id, returned=START + timedelta(hours=hours)
        )
        records.save(vault, Kind.EPISODE, case.id, episode, ME.id, at)
    found = [(entry.reference, entry.started_at is None) for entry in cases.rows(vault, wanted)]
    waiting = [reference for reference, unheard in found[:4] if unheard]
    assert waiting == ["soon", "later", "passed", "passed long ago"]
    assert not any(unheard for _, unheard in found[4:])
    whole = cases.rows(vault, wanted)
    for limit in range(len(whole) + 2):
        for search in ("", "m.t."):
            narrowed = replace(wanted, search=search)
            assert cases.rows(vault, narrowed, limit=limit) == whole[:limit]
            assert cases.rows(vault, narrowed, limit=limit, skip=2) == whole[2 : 2 + limit]
            assert cases.rows(vault, narrowed, skip=3) == whole[3:]
            assert cases.count(vault, narrowed) == len(whole)
    assert cases.running(vault, wanted) == waiting.index("passed")


def test_rule_26_explaining_what_will_be_shared_is_not_yet_a_talk(vault: Vault, days: Days) -> None:
    """Until it began nobody was heard: the clock runs on, and the row says prepared."""
    talk = start(vault, days)
    prepared = replace(talk.interview, begun=False)
    records.save(vault, Kind.INTERVIEW, talk.case_id, prepared, ME.id, days())
    (entry,) = cases.rows(vault)
    assert (entry.stage, entry.started_at, entry.stopped_at) == ("prepared", None, None)
    assert entry.interview_id == talk.id
    records.save(vault, Kind.INTERVIEW, talk.case_id, talk.interview, ME.id, days())
    (entry,) = cases.rows(vault)
    assert (entry.stage, entry.started_at) == ("talking", talk.interview.started_at)


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.held])
def test_what_was_settled_without_a_talk_waits_no_longer(
    vault: Vault, days: Days, outcome: Outcome
) -> None:
    """Nobody was heard; the clock stopped when it was settled, and other children come first."""
    settled, waiting = start(vault, days, "settled"), start(vault, days, "waiting")
    _reopen(vault, waiting, days, begun=False)
    at = days()
    _reopen(vault, settled, days, begun=False, outcome=outcome, ended_at=at.now)
    whole = cases.rows(vault, Wanted("", START, 72))
    assert [entry.reference for entry in whole] == ["waiting", "settled"]
    assert [entry.started_at for entry in whole] == [None, None]
    last = whole[-1]
    assert (last.stage, last.outcome, last.stopped_at) == ("ended", outcome, at.now)
    for limit in range(3):
        found = cases.rows(vault, Wanted("", START, 72), limit=limit)
        assert found == whole[:limit]
    samples.seal(vault, settled, days())
    assert cases.rows(vault)[-1].stage == "sealed"


def test_a_child_who_was_heard_once_was_heard(vault: Vault, days: Days) -> None:
    """A later record about the same time away starts no clock again; the first talk counts."""
    talk = start(vault, days)
    later = replace(talk, interview=replace(talk.interview, id=InterviewId("later")))
    _reopen(vault, later, days, begun=False, started_at=days().now)
    (entry,) = cases.rows(vault)
    assert (entry.stage, entry.interview_id) == ("prepared", "later")
    assert entry.started_at == talk.interview.started_at


def test_a_first_page_of_any_list_reads_along_an_index(vault: Vault, days: Days) -> None:
    """In each of its three parts, so that it costs the same in a vault of any size."""
    start(vault, days)
    for part in cases.PARTS:
        steps = vault.connection.rows(f"EXPLAIN QUERY PLAN {part}", "", 50, 0)
        plan = [str(step[-1]) for step in steps]
        assert "r USING INDEX case_rows_" in plan[0]
        assert "e USING INDEX" in plan[1]
        assert not any("TEMP B-TREE" in step for step in plan)


def _reopen(vault: Vault, talk: Talk, days: Days, **said: object) -> None:
    head = replace(talk.interview, **said)  # type: ignore[arg-type]  # fields of the interview
    records.save(vault, Kind.INTERVIEW, talk.case_id, head, ME.id, days())
