"""What may be said about addenda, and about reports that were made for somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.exchange import Here, Standing
from rhi_desktop.domain.ids import SealId
from rhi_desktop.domain.interview import Seal
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.sync.claims import Ground, Voice, goes_on, interviewers
from rhi_desktop.sync.merge import hold_about, plan_merge
from rhi_desktop.sync.records import parents, place
from tests.unit.sync.people import INTERVIEW, NOW, ada, ben, case_records, mal, record
from tests.unit.sync.shelf import incoming, plan, shelf
from tests.unit.sync.whole import ADDENDUM, first

CASE, EPISODE, HEAD, REPORT = case_records()
SEAL = record(Kind.SEAL, Seal(SealId("s"), INTERVIEW, NOW, "0" * 64, "1" * 64), "s")
ADDED = first(Kind.ADDENDUM, ADDENDUM)
OWN = "2" * 64
"""The digest of a seal of its own."""


def told(id_: str, **changes: Plain) -> Record:
    """A report of another variant."""
    return replace(REPORT, id=id_, digest=id_, body={**REPORT.body, "id": id_, **changes})


POLICE = told("police-1", variant="police", digest=OWN)
SALT = "4" * 64
OVER = told(
    "over-1",
    variant="addendum",
    digest=seal_digest(to_plain(ADDENDUM), SALT),
    addendum_id=ADDENDUM.id,
    salt=SALT,
)
WHOLE = (CASE, EPISODE, HEAD, SEAL, ADDED, REPORT, OVER, POLICE)


def test_an_addendum_is_its_writer_s_own() -> None:
    """Whoever sends it, its author is who it names."""
    voice = Voice(ada().card, ben().card, interviewers([CASE, HEAD]))
    assert voice.may_say(ADDED)
    assert not voice.may_say(replace(ADDED, author=mal().person.id))
    by: dict[str, Plain] = {"id": "mal", "name": "Mal", "role": "", "organisation": ""}
    assert not voice.may_say(replace(ADDED, body={**ADDED.body, "by": by}))


@pytest.mark.parametrize(
    ("changes", "accepted"),
    [
        ({"variant": "police", "digest": OWN}, True),
        ({"variant": "carer", "digest": OWN}, True),
        ({"variant": "full"}, True),
        ({"variant": "police"}, False),
        ({"digest": OWN}, False),
        ({"variant": "police", "digest": "x"}, False),
        ({"variant": "police", "digest": OWN, "addendum_id": "addendum-1"}, False),
        ({"variant": "addendum", "digest": OWN}, False),
        ({"variant": "addendum", "digest": OWN, "addendum_id": "addendum-1"}, False),
        ({"variant": "addendum", "digest": OWN, "addendum_id": "a", "salt": OWN}, True),
        ({"variant": "police", "digest": OWN, "salt": OWN}, False),
        ({"salt": OWN}, False),
        ({"addendum_id": "addendum-1"}, False),
        (
            {
                "variant": "police",
                "digest": OWN,
                "stage": "countersigned",
                "signers": ["ada", "ben"],
            },
            False,
        ),
    ],
)
def test_a_report_says_what_its_variant_says(changes: dict[str, Plain], *, accepted: bool) -> None:
    """Only the full one has no digest of its own, only an addendum's names one, two may sign."""
    assert goes_on(None, told("r", **changes)) is accepted


@pytest.mark.parametrize(
    "changes",
    [
        *({"variant": "police", "addendum_id": None}, {"digest": "3" * 64}),
        *({"addendum_id": "other"}, {"salt": "3" * 64}),
    ],
)
def test_a_countersignature_leaves_the_variant_as_it_was(changes: dict[str, Plain]) -> None:
    """An addendum that is countersigned is the same addendum."""
    both: dict[str, Plain] = {"stage": "countersigned", "signers": ["ada", "ben"]}
    assert goes_on(OVER, replace(OVER, body={**OVER.body, **both}))
    assert not goes_on(OVER, replace(OVER, body={**OVER.body, **both, **changes}))


def test_an_addendum_stands_on_a_seal_and_its_file_on_the_addendum() -> None:
    """Nothing of it before; then one file over each, beside the one report and any version."""
    ground = Ground({})
    assert all(ground.take(one) for one in (CASE, EPISODE, HEAD))
    assert not any(ground.take(one) for one in (ADDED, OVER, POLICE))
    assert ground.take(SEAL)
    assert not ground.take(OVER)
    assert ground.take(ADDED)
    assert all(ground.take(one) for one in (REPORT, OVER, POLICE))
    assert not ground.take(replace(REPORT, id="report-2"))
    assert not ground.take(replace(OVER, id="over-2"))
    assert ground.take(replace(POLICE, id="police-2"))


@pytest.mark.parametrize("changes", [{"salt": "6" * 64}, {"digest": OWN}])
def test_a_file_over_another_addendum_does_not_stand(changes: dict[str, Plain]) -> None:
    """Its digest is that of the very record, so that nothing else can be listed beside it."""
    found = plan(
        {},
        [
            CASE,
            EPISODE,
            HEAD,
            SEAL,
            ADDED,
            REPORT,
            told("over", **(OVER.body | changes | {"id": "over"})),
        ],
    )
    assert [i.record.id for i in found.items if i.standing is Standing.CONFLICT] == ["over"]


def test_what_stands_here_already_takes_no_second_file() -> None:
    """The full report is known by its interview, that of an addendum by the addendum."""
    here = {
        one.id: Here(one, fixed=one is HEAD, report=report)
        for one, report in (
            *((CASE, ""), (EPISODE, ""), (HEAD, "report-1"), (ADDED, "over-1")),
            *((REPORT, ""), (OVER, "")),
        )
    }
    ground = Ground(here)
    assert ground.take(POLICE)
    assert not ground.take(replace(REPORT, id="report-2"))
    assert not ground.take(replace(OVER, id="over-2"))
    assert ground.take(OVER)


def test_everything_comes_in_and_once() -> None:
    """Parents first: the addendum before the file over it."""
    brought = plan({}, list(reversed(WHOLE)))
    assert {item.standing for item in brought.items} == {Standing.NEW}
    order = [item.record.id for item in brought.items]
    assert order.index(ADDED.id) < order.index(OVER.id)
    again = plan(shelf(WHOLE), WHOLE)
    assert {item.standing for item in again.items} == {Standing.SAME}


def test_a_second_revision_of_an_addendum_is_kept_apart() -> None:
    """It is written once."""
    later = record(Kind.ADDENDUM, replace(ADDENDUM, reason="x"), ADDED.id, ADDED)
    found = plan(shelf(WHOLE), [*WHOLE, later])
    assert [i.record for i in found.items if i.standing is Standing.CONFLICT] == [later]


def test_addenda_and_versions_about_other_words_are_held() -> None:
    """With the seal they speak about; the words come in."""
    held = hold_about(plan_merge(incoming(WHOLE), {}, ben().card), {}, [INTERVIEW])
    apart = {item.record.id for item in held.items if item.standing is Standing.CONFLICT}
    assert apart == {one.id for one in (SEAL, ADDED, REPORT, OVER, POLICE)}


def test_a_file_over_an_addendum_stays_with_it() -> None:
    """No later revision may move it to another one."""
    assert (Kind.ADDENDUM, ADDENDUM.id) in parents(OVER)
    assert place(OVER) != place(POLICE)
    assert place(REPORT) == place(POLICE)
