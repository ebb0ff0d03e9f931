"""The packs that ship: frozen by their digest, and worded as we promise to word them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from rhi_desktop.domain.line import Topic
from rhi_desktop.errors import FormError
from rhi_desktop.forms import loader
from rhi_desktop.forms.kinds import KINDS
from rhi_desktop.forms.model import singles

KEPT = Path(__file__).parents[2] / "formats" / "packs"
STARTER = loader.released("starter_v1")


def shipped() -> list[str]:
    """The names of the pack files that lie beside the code."""
    folder = files("rhi_desktop.forms").joinpath("packs")
    return sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))


@pytest.mark.parametrize("name", loader.released_names())
def test_a_released_pack_is_frozen(name: str) -> None:
    """The file, the lock and the bytes kept since the release have one digest, for ever."""
    kept = (KEPT / f"{name}.rhipack").read_bytes()
    released = loader.released(name)
    assert loader.load(kept) == released
    assert f'{name} = "{released.digest}"' in (
        files("rhi_desktop.forms").joinpath("packs", loader.LOCK).read_text("utf-8")
    )


def test_every_pack_file_is_in_the_lock_and_none_is_missing() -> None:
    """No pack ships without its digest being fixed."""
    assert shipped() == sorted(f"{name}.toml" for name in loader.released_names())
    assert sorted(one.name for one in KEPT.iterdir()) == sorted(
        f"{name}.rhipack" for name in loader.released_names()
    )


def test_an_edited_pack_is_refused_and_the_remedy_is_a_new_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One letter changed in a shipped file, and it is no longer that pack."""
    kept = (KEPT / "starter_v1.rhipack").read_bytes()
    lock = loader._shipped(loader.LOCK)
    edited = {loader.LOCK: lock, "starter_v1.toml": kept.replace(b"Tell me", b"Tell us", 1)}
    monkeypatch.setattr(loader, "_shipped", edited.__getitem__)
    with pytest.raises(FormError, match="pack_invalid") as caught:
        loader.released.__wrapped__("starter_v1")
    assert [(p.code, p.where) for p in caught.value.problems] == [("pack_changed", "starter_v1")]
    assert caught.value.problems[0].facts["remedy"] == "release_new_version"


def test_other_names_and_digests_are_unknown() -> None:
    """What we do not have is said to be unknown; no pack claims to be a council's form."""
    for name in ("rhi_v9", "starter_v2", "../starter_v1", ""):
        with pytest.raises(FormError, match="pack_unknown"):
            loader.released(name)


def test_new_talks_use_the_whole_set_and_old_ones_stay_readable() -> None:
    """The newest questions come first, older ones after them, then what stands beside a talk."""
    names = [pack.name for pack in loader.shipped()]
    assert names == ["rhi_v1", "starter_v1", "concerns_v1", "plan_v1"]
    assert all(loader.by_digest(pack.digest) is pack for pack in loader.shipped())
    assert loader.by_digest("0" * 64) is None


@pytest.mark.parametrize("name", loader.released_names())
def test_every_shipped_pack_passes_the_check_that_everybody_can_run(name: str) -> None:
    """`rhi-desktop pack check` finds nothing in what we ship, and nothing needs our own reader."""
    shipped_file = files("rhi_desktop.forms").joinpath("packs", f"{name}.toml")
    assert loader.check(shipped_file.read_bytes()) == []


def test_the_starter_covers_the_five_topics_and_every_kind() -> None:
    """Why, where, who, what and how in this order, and no kind that nobody ever tried."""
    assert STARTER.topics == tuple(Topic)
    assert {question.kind for question in STARTER.questions} == set(KINDS)
    assert any(singles(question.offer_when) for question in STARTER.questions)


def test_sensitive_questions_of_the_starter_can_be_left_and_begin_as_not_asked() -> None:
    """They are few, marked, and the follow-up is offered only after a yes or a not sure."""
    sensitive = [question for question in STARTER.questions if question.sensitive]
    assert [question.id for question in sensitive] == ["not_wanted", "not_wanted_told"]
    assert all(KINDS[q.kind].blank(q).value == "not_asked" for q in sensitive)
    assert singles(sensitive[1].offer_when)[0].values == ("yes", "not_sure")
