"""Owns an invented account rich enough to fill a report: every voice, blank, mark and script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain import clock
from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import (
    AnswerId,
    AttemptId,
    CaseId,
    EpisodeId,
    InterviewId,
    LineId,
    PersonId,
    PlanId,
    PlanLineId,
    SealId,
)
from rhi_desktop.domain.interview import (
    Account,
    Interview,
    Outcome,
    PackRef,
    ReadBack,
    Seal,
    TopicBlank,
)
from rhi_desktop.domain.line import Line, Rendering, Topic, Voice
from rhi_desktop.domain.person import Case, Child, Interviewer
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.export.report import ReportData, SignedBy, report_data
from rhi_desktop.forms.loader import released

STARTED = datetime(2026, 3, 10, 16, 5, tzinfo=UTC)
INTERVIEW, PLAN = InterviewId("interview-1"), PlanId("plan-1")
JO = Interviewer(PersonId("jo"), "Jo Penhallow", "Independent interviewer", "Lantern Row")
W, WH, WO = Topic.WHY, Topic.WHERE, Topic.WHO
WA, HO = Topic.WHAT, Topic.HOW
C, S, T, V, A = Voice.CHILD, Voice.SAW, Voice.TOLD, Voice.VIEW, Voice.ASKED

BAG = (
    "He wanted me to take a bag to a man at the arcade. I said no and he laughed. "
    "Then he didn\u2019t drive me back till late."
)
VIEW = (
    "Food, lifts, a debt and an errand, in that order: I think somebody is drawing M.T. "
    "into carrying for adults. I am fairly sure."
)
SAID: tuple[tuple[Voice, str, tuple[Topic, ...], str], ...] = (
    (A, "Tell me about the day you left, from wherever you like.", (), ""),
    (C, "They cancelled Nan again. Nobody told me, I found out off the board in the kitchen.",
        (W,), ""),
    (C, "I can\u2019t think in there on a Friday. Doors, all night. Nobody knocks.", (W,), ""),
    (S, "Pulled both sleeves over the hands at every mention of Fridays.", (W,), ""),
    (C, "Walked to Marlhaven station, got the 22:14. Didn\u2019t pay.", (WH,), ""),
    (C, "First night was Nan\u2019s. She made toast and let me be.", (WH, WO), ""),
    (A, "And then where?", (), ""),
    (C, "Saturday was a flat over the tyre place. I didn\u2019t like the stairs.", (WH,), ""),
    (C, "Dex is all right. He\u2019s like twenty. He gets my food and that.", (WO,), ""),
    (C, "There was another lad, they call him Moth. He didn\u2019t talk to me.", (WO,), ""),
    (S, "The phone lit up eleven times in an hour and was turned face down each time.", (WO,), ""),
    (C, BAG, (WA,), ""),
    (C, "He says I owe him now, for the food.", (WA,), ""),
    (T, "Came back in a silver hatchback not seen before; the driver stayed in the car.", (WA,),
        "Night staff, Alder House, by phone"),
    (T, "The Saturday visit was cancelled on Thursday because no driver was free.", (W,),
        "Priya Nandan, home manager, by phone, Mon 9 March"),
    (V, VIEW, (WA,), ""),
    (C, "Let me see Nan on Saturdays without asking five people.", (HO,), ""),
    (C, "Knock. Just knock.", (HO,), ""),
    (C, "When I come back, don\u2019t all talk. One person. And food.", (HO,), ""),
    (T, "She would have M.T. every Saturday and can meet the train.", (HO,), "Nan, by phone"),
)  # fmt: skip


def line(number: int, voice: Voice, words: str, topics: Sequence[Topic] = (), by: str = "") -> Line:
    """One kept line."""
    at = STARTED + timedelta(minutes=number)
    name = LineId(f"line-{number}")
    return Line(name, INTERVIEW, number, voice, words, at, told_by=by, topics=tuple(topics))


def lines() -> tuple[Line, ...]:
    """The conversation, with an interpreter, a wish, a question kept under, a struck one."""
    kept = [line(number, *said) for number, said in enumerate(SAID, 1)]
    kept[7] = replace(kept[7], keep_from=("Stepfather",))
    kept[4] = replace(kept[4], question_id="way_you_went")
    welsh = line(21, C, "Mae\u2019r t\u0177 yn rhy sw\u0175nllyd i gysgu.", (W,))
    rendering = Rendering("The house is too noisy to sleep.", "en-GB", "Mari Ellis, interpreter")
    kept.append(replace(welsh, language="cy", rendering=rendering))
    polish = line(22, C, "Ba\u0142am si\u0119 wraca\u0107 przez \u0141\u00f3dk\u0119.", (W,))
    kept.append(replace(polish, language="pl"))
    taken = line(23, C, "taken back word zanzibar", (W,))
    kept.append(replace(taken, struck_by="jo", struck_at=STARTED))
    return tuple(kept)


def plan_line(number: int, block: PlanBlock, words: str, author: PlanAuthor) -> PlanLine:
    """One line of the plan the child agrees to."""
    return PlanLine(PlanLineId(f"p{number}"), PLAN, number, block, words, author, Agreed.YES)


def plan() -> SafetyPlan:
    """A plan with all three authors, a promise without a day, and a line not agreed."""
    child, promise = PlanAuthor.CHILD, PlanAuthor.ADULT_PROMISE
    written = PlanAuthor.WRITTEN_FOR_CHILD
    made = [
        plan_line(1, PlanBlock.SIGNS, "i stop answering people", child),
        plan_line(2, PlanBlock.HELPS, "music in both ears on the back step", child),
        plan_line(3, PlanBlock.PEOPLE, "nan, she picks up even at night", child),
        plan_line(4, PlanBlock.IF_I_GO, "Keep the power bank charged.", written),
        plan_line(5, PlanBlock.ADULTS, "All staff, nights too: knock and wait.", promise),
        plan_line(6, PlanBlock.ADULTS, "Decide on Saturdays at Nan\u2019s; tell M.T.", promise),
        plan_line(7, PlanBlock.REVIEW, "We read this together again.", promise),
    ]  # fmt: skip
    made[3] = replace(made[3], agreed=Agreed.NOT_YET)
    made[4] = replace(made[4], promised_by="Priya Nandan, Alder House", by_when=date(2026, 3, 11))
    made[5] = replace(made[5], promised_by="Ruth Adeyemi, social worker", by_when=date(2026, 3, 12))
    made[6] = replace(made[6], promised_by="Jo Penhallow", agreed=Agreed.NOT_YET)
    return SafetyPlan(
        PLAN, CaseId("case-1"), INTERVIEW, may_see=("Nan", "Social worker"), lines=tuple(made)
    )


def episode() -> Episode:
    """Away from Friday night to Sunday, heard 61 h 50 min later."""
    return Episode(
        EpisodeId("episode-1"),
        CaseId("case-1"),
        last_seen=datetime(2026, 3, 6, 21, 40, tzinfo=UTC),
        reported=datetime(2026, 3, 6, 23, 10, tzinfo=UTC),
        found=datetime(2026, 3, 8, 1, 40, tzinfo=UTC),
        returned=datetime(2026, 3, 8, 2, 15, tzinfo=UTC),
        reported_by="Alder House",
        police_reference="WP-0311/26",
        known_before="Night staff say the phone was off from ten o\u2019clock on.",
    )


def account() -> Account:
    """Everything above as one account."""
    pack = released("starter_v1")
    child = Child("M.T.", "Em", date(2011, 9, 3), how_to_talk="Short sentences. Breaks.")
    case = Case(
        CaseId("case-1"), "R-0142", child, "Alder House, Marlhaven", "Harrowmere", "Wendshire"
    )
    attempts = tuple(
        Attempt(AttemptId(f"a{n}"), EpisodeId("episode-1"), at, method, to, reply, words)
        for n, (at, method, to, reply, words) in enumerate(
            (
                (STARTED - timedelta(hours=52), Method.PHONE, OfferedTo.CARER,
                 Reply.ANOTHER_TIME, "Asleep, try tomorrow."),
                (STARTED - timedelta(hours=24), Method.TEXT, OfferedTo.CHILD,
                 Reply.ACCEPTED, "after school tmrw, not at the house"),
            )
        )
    )  # fmt: skip
    return Account(case, (episode(),), attempts, interview(pack.ref), lines(), answers(), plan())


def interview(pack: PackRef) -> Interview:
    """The head of the talk."""
    return Interview(
        INTERVIEW, CaseId("case-1"), (EpisodeId("episode-1"),), pack, JO, STARTED,
        STARTED + timedelta(minutes=55), Outcome.COMPLETED, "the quiet room at the library",
        "", (), ReadBack.DONE,
    )  # fmt: skip


def answers() -> tuple[Answer, ...]:
    """A choice, several, a scale, and a blank with its reason."""
    given: tuple[tuple[str, tuple[str, ...], Blank | None, str], ...] = (
        ("planned", ("sudden",), None, ""),
        ("travel", ("walked", "train"), None, ""),
        ("not_wanted", (), Blank.NOT_ASKED, "tired; asked again on Tuesday"),
        ("being_back", ("6",), None, ""),
    )
    return tuple(
        Answer(AnswerId(f"an{n}"), INTERVIEW, question, values, blank, reason)
        for n, (question, values, blank, reason) in enumerate(given)
    )


def topic_blank(topic: Topic) -> TopicBlank:
    """Why one topic holds nothing."""
    return TopicBlank(topic, Blank.NOT_ASKED, "tired, asked to stop")


def seal_of(told: Account) -> Seal:
    """A seal whose digest fits."""
    salt = "5a" * 32
    digest = seal_digest(to_plain(told.without_struck), salt)
    return Seal(SealId("seal-1"), INTERVIEW, STARTED + timedelta(hours=3), salt, digest)


def signed_by(certificate_sha256: str = "ab" * 32) -> SignedBy:
    """Who is going to sign, as page text."""
    words = ("copper", "lantern", "drift", "maple", "seven", "otter")
    return SignedBy(JO.name, JO.role, JO.organisation, words, certificate_sha256)


def report(told: Account | None = None, *, draft: bool = False) -> ReportData:
    """The report on an account, sealed unless it is a draft."""
    told = told or account()
    hours = {
        away.id: clock.state(away, told.interview.started_at, 72, told.interview.started_at)
        for away in told.episodes
    }
    seal = None if draft else seal_of(told)
    return report_data(told, seal, (released("starter_v1"),), hours, signed_by())


def with_words(words: str) -> Account:
    """The account with one more line of the child."""
    told = account()
    return replace(told, lines=(*told.lines, line(30, C, words, (Topic.WHY,))))
