"""The lock, the project file and NOTICE agree, and no file names a registry or a machine."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.architecture.tree import ROOT, files, place

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TEXT = frozenset(
    {"", ".py", ".pyi", ".md", ".toml", ".txt", ".qss", ".svg", ".ts", ".json", ".lock", ".css"}
)
# In pieces, so that this file does not find itself.
REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "deb." + "debian.org",
)
PLACES = ("/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/", "/Us" + "ers/", "/op" + "t/")
ADDRESS = re.compile("|".join(map(re.escape, REGISTRIES)) + r"|https?://\S*/simple\b")
MACHINE = re.compile(r"(?<![\w.\-/}])(?:" + "|".join(map(re.escape, PLACES)) + r")\w")


def canonical(name: str) -> str:
    """A package's name the way the lock spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, str]:
    """Name and version of every package in the lock."""
    return dict(re.findall(r"^([a-z0-9][a-z0-9.\-]*)==(\S+)", LOCK, re.MULTILINE))


def addresses(name: str, text: str) -> list[str]:
    """Every line of `text` that names a package registry or a folder of one machine."""
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for number, line in enumerate(text.splitlines(), start=1)
        if ADDRESS.search(line) or MACHINE.search(line)
    ]


def test_the_lock_names_no_address() -> None:
    """Where packages come from is a matter of the machine, not of the project."""
    assert "://" not in LOCK
    assert "index-url" not in LOCK


def test_every_package_in_the_lock_has_its_hashes() -> None:
    """Nothing can be installed that was not seen when the lock was made."""
    blocks = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(locked())
    assert [block.split("==")[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_every_pin_of_the_project_file_is_in_the_lock() -> None:
    """A pin changed without `make lock` is found here."""
    pins = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    assert all("==" in pin for pin in pins)
    wanted = {canonical(name): version for name, version in (pin.split("==") for pin in pins)}
    assert {name: locked().get(name) for name in wanted} == wanted


def test_notice_names_every_package() -> None:
    """Whoever made something that we use is named with the licence, and nobody else."""
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    named = set(re.findall(r"^  ([a-z0-9\-]+)  +\S", notice, re.MULTILINE))
    assert set(locked()) == named


def test_no_file_names_a_registry_or_a_machine() -> None:
    """The tree builds anywhere: no registry address, no path of somebody's machine."""
    found = [
        line
        for path in files()
        if path.suffix in TEXT
        for line in addresses(place(path), path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "planted",
    [f"see https://{REGISTRIES[0]}/project/x", f"cd {PLACES[2]}main", f'open("{PLACES[1]}a/b")'],
)
def test_a_planted_address_is_named(planted: str) -> None:
    """File and line of a registry address or a machine's path are given."""
    assert addresses("a.md", f"first\n{planted}\n") == [f"a.md:2: {planted}"]
