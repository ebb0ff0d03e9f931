"""Claims about what each path without a talk must say, and what views and disclosures must."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rhi_desktop.domain.action import Action, Thread
from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply
from rhi_desktop.domain.concern import Concern, EvidenceSource
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind, Told
from rhi_desktop.domain.ending import CarerAsked, CarerInformation, Certainty, Ending, NotRequired
from rhi_desktop.domain.ids import (
    ActionId,
    AnswerId,
    AttemptId,
    ConcernId,
    DisclosureId,
    StepId,
    ThreadId,
)
from rhi_desktop.domain.interview import Account, Outcome
from rhi_desktop.domain.plan import SeenAnyway
from rhi_desktop.forms import flow
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


def test_rule_26_what_is_shared_is_said_or_explained_before_a_talk_is_sealed(
    pack: Pack, account: Account
) -> None:
    """Each of the five; "not possible, because" is an answer, and a bare blank is none."""
    first = [question.id for question in pack.questions if question.first]
    others = tuple(one for one in account.answers if one.question_id not in first)
    (bare,) = open_points(pack, replace(account, answers=others))
    assert (bare.code, bare.where, bare.facts["count"]) == ("first_open", "before", len(first))
    but_one = tuple(one for one in account.answers if one.question_id != first[0])
    (single,) = open_points(pack, replace(account, answers=but_one))
    assert (single.code, single.where) == ("first_unanswered", first[0])
    why = tuple(
        Answer(AnswerId(one), account.interview.id, one, (), Blank.NOT_ASKED, "no interpreter")
        for one in first
    )
    assert codes(pack, replace(account, answers=(*others, *why))) == set()
    unsaid = tuple(replace(one, reason=" ") for one in why)
    assert codes(pack, replace(account, answers=(*others, *unsaid))) == {"answer_reason_missing"}


def test_rule_28_sensitive_questions_of_a_section_are_open_together(
    pack: Pack, account: Account
) -> None:
    """One finding names how many of a part nothing stands for; one alone is named itself."""
    sensitive = {q.id: q.section for q in pack.questions if q.sensitive and q.section == "who"}
    left = tuple(one for one in account.answers if one.question_id not in sensitive)
    offered = [q.id for q in flow.prompts(pack, account, "who") if q.sensitive]
    (found,) = open_points(pack, replace(account, answers=left))
    assert (found.code, found.where) == ("section_unaccounted", "who")
    assert found.facts["count"] == len(offered)
    one = tuple(a for a in account.answers if a.question_id != offered[0])
    (single,) = open_points(pack, replace(account, answers=one))
    assert (single.code, single.where) == ("answer_unaccounted", offered[0])


def test_rule_26_a_talk_that_never_began_is_not_sealed_as_stopped(
    pack: Pack, account: Account
) -> None:
    """The words about a child who stopped belong to a talk: here nothing was even explained."""
    stopped = replace(account.interview, outcome=Outcome.STOPPED_BY_CHILD, begun=False)
    empty = replace(account, interview=stopped, lines=(), answers=(), plan=None)
    found = [one.code for one in open_points(pack, empty) if must_fix(one)]
    assert found == ["not_ended"]


def test_rule_25_a_stopped_talk_is_sealed_with_what_is_there(pack: Pack, account: Account) -> None:
    """Neither topics nor sensitive questions that had not come up stop it; what is first does."""
    first = {question.id for question in pack.questions if question.first}
    said = tuple(one for one in account.answers if one.question_id in first)
    head = replace(account.interview, outcome=Outcome.STOPPED_BY_CHILD)
    stopped = replace(account, interview=head, lines=account.lines[:1], answers=said)
    assert codes(pack, stopped) == set()
    assert codes(pack, replace(stopped, answers=())) == {"first_open"}


def test_rule_42_a_level_without_a_reason_stops_the_seal(pack: Pack, account: Account) -> None:
    """A person chose it and says why; no level at all stops nothing."""
    level = Answer(AnswerId("r"), account.interview.id, "view_risk", ("high",))
    judged = replace(account, answers=(*account.answers, level))
    assert codes(pack, judged) == {"answer_because_missing"}
    reasoned = replace(level, reason="He knows the address.")
    assert codes(pack, replace(account, answers=(*account.answers, reasoned))) == set()


def test_rule_44_what_is_done_about_an_indicator_is_worth_a_look(
    pack: Pack, account: Account
) -> None:
    """An action or a reason for none settles it; push, pull and strengths need neither."""
    one = Concern(
        ConcernId("c"), account.interview.id, "cce", "cce_debt", "Set", "Words", Certainty.YES,
        "he said so", EvidenceSource.CHILD_SAID,
    )  # fmt: skip

    def looks(*concerns: Concern, actions: tuple[Action, ...] = ()) -> set[str]:
        found = open_points(pack, replace(account, concerns=concerns, actions=actions))
        return {p.code for p in found if not must_fix(p)}

    assert "concern_unanswered" in looks(one)
    assert "concern_unanswered" not in looks(replace(one, no_action="The school knows."))
    assert "concern_unanswered" not in looks(replace(one, set_id="strengths"))
    action = Action(
        ActionId("a"), account.interview.id, 1, "Ring", "Sam", date(2026, 3, 13),
        concern_ids=(one.id,),
    )  # fmt: skip
    assert "concern_unanswered" not in looks(one, actions=(action,))


def test_rule_52_whether_the_plan_is_safe_to_take_home_is_worth_a_look(
    pack: Pack, account: Account
) -> None:
    """Until it was asked, or left with a reason; an empty plan is not taken anywhere."""

    def looks(told: Account) -> set[str]:
        return {p.code for p in open_points(pack, told) if not must_fix(p)}

    unasked = replace(
        account, answers=tuple(a for a in account.answers if a.question_id != "plan_take_home")
    )
    assert "take_home_unasked" in looks(unasked)
    asked = Answer(AnswerId("h"), account.interview.id, "plan_take_home", ("no",))
    assert "take_home_unasked" not in looks(replace(unasked, answers=(*unasked.answers, asked)))
    assert "take_home_unasked" not in looks(replace(unasked, plan=None))
