"""Claims about all papers of a child: what they said stands on them letter by letter, or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.export.content import Text, Tone
from rhi_desktop.export.papers.again import again, again_items
from rhi_desktop.export.papers.child_copy import CopyChosen, copy_sheet
from rhi_desktop.export.papers.chosen import Chosen
from rhi_desktop.export.papers.discreet import Discreet
from rhi_desktop.export.papers.letter import letter, letter_items
from rhi_desktop.export.papers.plan import plan_sheet
from rhi_desktop.export.papers.pocket import noted, notes_sheet, pocket_sheet
from rhi_desktop.export.sheet import Item, SheetData
from tests.unit.export import whole
from tests.unit.export.papers import em, leaving_case
from tests.unit.export.papers.read_sheet import every

BITS = (
    *(
        "Priya ",
        "nan ",
        "NAN\u2019s ",
        "Dex ",
        "Alder House ",
        "M.T. ",
        "knife ",
        "\u201cno\u201d ",
    ),
    *(
        "01632 960 204 ",
        "07700.900.133, ",
        "music",
        " \u0633\u0644\u0627\u0645 ",
        "\U0001f600",
        ".",
    ),
    *("\n", "  ", "i dont no ", "Em", "school ", "\u200f", "x" * 60),
)
told = st.lists(st.sampled_from(BITS), min_size=1, max_size=6).map("".join)
MARK = 4
OWN = (PlanAuthor.CHILD, PlanAuthor.WRITTEN_FOR_CHILD)
planned = st.lists(
    st.tuples(st.sampled_from(PlanBlock), st.sampled_from(PlanAuthor), told), max_size=12
)


def account(lines: list[em.Told], said: list[str]) -> Account:
    """A talk with this plan, in which the child said these things."""
    base = leaving_case.account()
    spoken = [line for line in base.lines if line.voice is Voice.CHILD]
    new = {one.id: words for one, words in zip(spoken, said, strict=False)}
    changed = tuple(replace(one, words=new.get(one.id, one.words)) for one in base.lines)
    plan = replace(em.made(lines), id=base.plan.id if base.plan else em.made().id)
    return replace(base, lines=changed, plan=plan)


def papers(told: Account) -> Iterator[SheetData]:
    """Every paper that can hold the child's words, with everything on it."""
    packs = whole.packs()
    for chosen in (Chosen(), em.ALL):
        yield plan_sheet(told, chosen, em.AT)
        yield pocket_sheet(told, chosen, em.NUMBERS, em.AT)
        yield notes_sheet(told, chosen, em.AT)
    yield copy_sheet(told, CopyChosen(kept=True), em.AT)
    items = {one.id for one in letter_items(told)}
    england, sender, at = leaving_case.ENGLAND, leaving_case.SENDER, leaving_case.AT
    yield letter(told, packs, england, items, sender, at)
    ticked = {one.id for one in again_items(told, packs)}
    yield again(told, packs, ticked, leaving_case.HEAD)


def spelled(text: Text) -> str:
    """Its letters."""
    return "".join(run.text for run in text)


def printed(sheet: SheetData) -> Iterator[str]:
    """What each entry says: its words, and what stands below them."""
    for item in every(Item, sheet):
        below = [spelled(one.text) for one in item.below]
        yield " ".join([spelled(item.text), *below])


def tight(words: str) -> str:
    """Without spaces: a person's name, number and the rest stand below each other."""
    return "".join(words.split())


def quoted(sheet: SheetData) -> Iterator[str]:
    """What stands in the tone of the child, without its quotation marks."""
    for item in every(Item, sheet):
        for run in (*item.text, *item.note):
            if run.tone is Tone.CHILD:
                yield run.text.removeprefix("\u201c").removesuffix("\u201d")


@settings(max_examples=15)
@given(planned, st.lists(told, max_size=6))
def test_wherever_a_line_of_the_child_begins_or_ends_all_of_it_stands(
    lines: list[em.Told], said: list[str]
) -> None:
    """On every paper, letter by letter: no line is shortened, and no word of it is another."""
    marked = [(block, who, _marked(at, words)) for at, (block, who, words) in enumerate(lines)]
    spoken = [_marked(100 + at, words) for at, words in enumerate(said)]
    talk = account(marked, spoken)
    kept = [*(words for _, who, words in marked if who in OWN), *spoken]
    for sheet in papers(talk):
        assert set(quoted(sheet)) <= {*kept, *(line.words for line in talk.lines)}
        assert changed(sheet, kept) == []


def changed(sheet: SheetData, kept: list[str]) -> list[str]:
    """The marked lines that stand on a sheet otherwise than they were kept."""
    return [
        line
        for words in printed(sheet)
        for line in kept
        if (line[:MARK] in words or line[-MARK:] in words) and tight(line) not in tight(words)
    ]


def _marked(at: int, words: str) -> str:
    """A line that nobody else could have said."""
    return f"<{at:03} {words} {at:03}>"


@settings(max_examples=30)
@given(planned)
def test_the_discreet_card_prints_a_kept_line_or_nothing(lines: list[em.Told]) -> None:
    """A person alone stands as an initial and numbers, and those are digit by digit kept."""
    told = em.account(em.made(lines))
    discreet = Discreet(told)
    held = noted(told, em.ALL)
    people = [discreet.reached(line) for line in held.get(PlanBlock.PEOPLE, ())]
    built = {one.initial or one.numbers for one in people if one is not None}
    kept = {words for _, author, words in lines if author in OWN}
    shown = {spelled(item.text) for item in every(Item, notes_sheet(told, em.ALL, em.AT))}
    assert shown <= kept | built
    for one in people:
        assert one is not None
        assert all(any(part in words for words in kept) for part in one.numbers.split(", "))


def test_the_search_for_changed_lines_finds_one() -> None:
    """A card that shortened a name would be seen, and one that dropped the end of a line."""
    kept = _marked(1, "ring Priya")
    for printed_so in ("<001 ring P. 001>", "ring Priya 001>", "<001 ring Priya"):
        shown = em.account(em.made([(PlanBlock.HELPS, PlanAuthor.CHILD, printed_so)]))
        assert set(changed(plan_sheet(shown, em.ALL, em.AT), [kept])) == {kept}
    right = em.account(em.made([(PlanBlock.HELPS, PlanAuthor.CHILD, kept)]))
    assert changed(plan_sheet(right, em.ALL, em.AT), [kept]) == []
