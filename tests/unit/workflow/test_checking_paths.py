"""Claims about what each path without a talk must say, and what views and disclosures must."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rhi_desktop.domain.action import Action, Thread
from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply
from rhi_desktop.domain.concern import Concern, EvidenceSource
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind, Told
from rhi_desktop.domain.ending import CarerAsked, CarerInformation, Certainty, Ending, NotRequired
from rhi_desktop.domain.ids import (
    ActionId,
    AttemptId,
    ConcernId,
    DisclosureId,
    StepId,
    ThreadId,
)
from rhi_desktop.domain.interview import Account, Outcome
from rhi_desktop.domain.plan import SeenAnyway
from rhi_desktop.forms.model import Pack
from rhi_desktop.workflow.checking import must_fix, open_points

ASKED = CarerInformation(CarerAsked.NOT_SAFE)


def unheard(account: Account, outcome: Outcome, ending: Ending, reply: Reply) -> Account:
    """The same file, when no talk was held; one offer was made."""
    head = account.interview
    offer = Attempt(
        AttemptId("offer"),
        account.episodes[0].id,
        head.started_at,
        Method.PHONE,
        OfferedTo.CHILD,
        reply,
    )
    settled = replace(
        head, begun=False, outcome=outcome, ending=ending, ended_at=head.started_at + timedelta(1)
    )
    return replace(account, interview=settled, lines=(), answers=(), plan=None, attempts=(offer,))


def codes(pack: Pack, account: Account) -> set[str]:
    """What stops sealing."""
    return {found.code for found in open_points(pack, account) if must_fix(found)}


COMPLETE = {
    Outcome.DECLINED_BY_CHILD: Ending(carer=ASKED),
    Outcome.DECLINED_BY_CARER: Ending(carer=ASKED, declined_by="Mum", child_asked=True),
    Outcome.NOT_REACHED: Ending(carer=ASKED),
    Outcome.MISSING_AGAIN: Ending(why="Went again on Friday."),
    Outcome.NOT_WELL_ENOUGH: Ending(why="In hospital."),
    Outcome.IN_CUSTODY: Ending(why="At the station."),
    Outcome.MOVED: Ending(passed_to="Fernley council"),
    Outcome.NOT_REQUIRED: Ending(not_required=NotRequired.DUPLICATE, decided_by="Jo Ellis"),
    Outcome.NOT_OFFERED: Ending(why="Nobody was told in time.", decided_by="Jo Ellis"),
}


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.held])
def test_every_path_without_a_talk_can_be_complete_and_lacks_something_when_blank(
    pack: Pack, account: Account, outcome: Outcome
) -> None:
    """Nobody explains five topics that were never talked about; each path asks for its own."""
    assert codes(pack, unheard(account, outcome, COMPLETE[outcome], Reply.DECLINED)) == set()
    assert codes(pack, unheard(account, outcome, Ending(), Reply.DECLINED)) != set()


def test_rule_16_who_declines_was_offered_it(pack: Pack, account: Account) -> None:
    """An attempt that reached nobody is no offer; a letter is one."""
    ending = COMPLETE[Outcome.DECLINED_BY_CHILD]
    missed = unheard(account, Outcome.DECLINED_BY_CHILD, ending, Reply.NO_ANSWER)
    assert codes(pack, missed) == {"offer_missing"}
    letter = replace(missed.attempts[0], method=Method.LETTER)
    assert codes(pack, replace(missed, attempts=(letter,))) == set()


def test_rule_17_a_carer_who_declines_is_named_and_the_child_not_asked_is_flagged(
    pack: Pack, account: Account
) -> None:
    """Who declined must stand; that the child was not asked stops nothing and is shown."""
    bare = unheard(account, Outcome.DECLINED_BY_CARER, Ending(carer=ASKED), Reply.DECLINED)
    found = {p.code: must_fix(p) for p in open_points(pack, bare)}
    assert found == {"declined_by_missing": True, "child_not_asked": False}


@pytest.mark.parametrize("outcome", [Outcome.DECLINED_BY_CHILD, Outcome.NOT_REACHED])
def test_rule_18_the_carer_is_asked_or_somebody_says_why_not(
    pack: Pack, account: Account, outcome: Outcome
) -> None:
    """No answer stops the seal; "not safe to ask" is an answer; "not asked" needs its reason."""
    assert codes(pack, unheard(account, outcome, Ending(), Reply.DECLINED)) == {"carer_unasked"}
    unsaid = Ending(carer=CarerInformation(CarerAsked.NOT_ASKED))
    assert codes(pack, unheard(account, outcome, unsaid, Reply.DECLINED)) == {
        "carer_reason_missing"
    }


@pytest.mark.parametrize("outcome", [Outcome.NOT_REQUIRED, Outcome.NOT_OFFERED])
def test_rule_19_a_decision_has_a_reason_and_a_name(
    pack: Pack, account: Account, outcome: Outcome
) -> None:
    """Both stop the seal while they are missing."""
    bare = unheard(account, outcome, Ending(), Reply.DECLINED)
    assert codes(pack, bare) == {"decision_reason_missing", "decider_missing"}


def test_rule_40_a_waiting_disclosure_stops_the_seal_until_told_or_overridden(
    pack: Pack, account: Account
) -> None:
    """Each of the four is told or need not be; else a named person overrides in writing."""
    at = account.interview.started_at
    opened = Disclosure(DisclosureId("d"), account.case.id, account.interview.id, at, "Jo Ellis")

    def steps(*kinds: tuple[StepKind, Told | None]) -> Account:
        made = tuple(
            DisclosureStep(StepId(str(n)), opened.id, kind, at, whom=whom, name="Jo", words="so")
            for n, (kind, whom) in enumerate(kinds)
        )
        return replace(account, disclosures=(replace(opened, steps=made),))

    assert codes(pack, steps()) == {"disclosure_waiting"}
    told = [(StepKind.TOLD, Told.POLICE), (StepKind.NOT_NEEDED, Told.HEALTH)]
    assert codes(pack, steps(*told)) == {"disclosure_waiting"}
    every = [*told, (StepKind.TOLD, Told.SOCIAL_CARE), (StepKind.TOLD, Told.MANAGER)]
    assert codes(pack, steps(*every)) == set()
    assert codes(pack, steps((StepKind.OVERRIDE, None))) == set()


@pytest.mark.parametrize(
    ("state", "evidence", "source", "open_"),
    [
        (Certainty.YES, "", None, True),
        (Certainty.NOT_SURE, "he waited", None, True),
        (Certainty.YES, "he waited", EvidenceSource.CHILD_SAID, False),
        (Certainty.NO, "", None, False),
        (Certainty.NOT_ASKED, "", None, False),
    ],
)
def test_rule_43_a_ticked_indicator_needs_evidence_and_its_source(
    pack: Pack,
    account: Account,
    state: Certainty,
    evidence: str,
    source: EvidenceSource | None,
    *,
    open_: bool,
) -> None:
    """A no, or a question not asked, needs none."""
    one = Concern(
        ConcernId("c"), account.interview.id, "s", "i", "Set", "Words", state, evidence, source
    )
    found = codes(pack, replace(account, concerns=(one,)))
    assert found == ({"concern_unsupported"} if open_ else set())


def test_a_view_without_a_standing_line_stops_the_seal(pack: Pack, account: Account) -> None:
    """A view rests on lines that stand; one that was struck bears nothing; a struck view is out."""
    rests = account.lines[0].id
    thread = Thread(ThreadId("t"), account.interview.id, 1, (rests,), "Somebody pays.")
    assert codes(pack, replace(account, threads=(thread,))) == set()
    bare = replace(thread, line_ids=())
    assert codes(pack, replace(account, threads=(bare,))) == {"thread_unsupported"}
    out = replace(bare, struck_at=account.interview.started_at)
    assert codes(pack, replace(account, threads=(out,))) == set()


def test_an_action_names_what_who_and_when(pack: Pack, account: Account) -> None:
    """What is missing is said in one finding."""
    done = Action(
        ActionId("a"), account.interview.id, 1, "Ring the school", "Sam", date(2026, 3, 13)
    )
    assert codes(pack, replace(account, actions=(done,))) == set()
    (found,) = open_points(pack, replace(account, actions=(replace(done, who="", by_when=None),)))
    assert (found.code, found.facts["missing"]) == ("action_open", "who date")


def test_rule_53_who_sees_the_plan_anyway_is_explained(pack: Pack, account: Account) -> None:
    """Against the child's wish needs a reason in writing."""
    assert account.plan is not None
    plan = replace(account.plan, anyway=(SeenAnyway("Police", " ", child_told=True),))
    assert codes(pack, replace(account, plan=plan)) == {"anyway_reason_missing"}
