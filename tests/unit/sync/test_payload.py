"""Lines that no honest program writes are refused, whoever signed them."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import replace

import pytest

from rhi_desktop.crypto.digest import with_digest
from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.errors import BundleError
from rhi_desktop.sync import bundle, payload
from rhi_desktop.sync.records import record_plain
from tests.unit.sync import forge
from tests.unit.sync.people import (
    PACK,
    PDF,
    PDF_SHA,
    ada,
    ben,
    book,
    case_records,
    edited,
    line_record,
    outgoing,
)
from tests.unit.sync.whole import whole_records

LINE = forge.good_lines()[-2]


def refusal(data: bytes) -> str:
    """The code with which a bundle is refused."""
    with pytest.raises(BundleError) as caught:
        list(bundle.unseal(data, ben().secret, book(ada()), {PACK}).lines)
    assert caught.value.__suppress_context__ or not caught.value.__context__
    return caught.value.code


def with_line(line: bytes) -> bytes:
    """A bundle with one more record, whatever it is, counted as the header wants it."""
    lines = [*forge.good_lines(), line.rstrip(b"\n") + b"\n"]
    count = sum(item.startswith(b'{"record":') for item in lines[:-1]) + 1
    return forge.forged(lines, head={"records": count})


def words(value: str) -> bytes:
    """A line of the talk as JSON text, with words spelled as given."""
    plain = json.dumps(record_plain(line_record(9, "WORDS")), sort_keys=True, separators=(",", ":"))
    return b'{"record":' + plain.replace('"WORDS"', value).encode() + b"}"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"7",
        b"[]",
        b"{}",
        b'{"other":1}',
        b'{"record":null}',
        b'{"record":{},"file":{}}',
        b'{"file":null}',
        b'{"file":{"data":"","sha256":"x"}}',
        b'{"file":{"data":7,"sha256":"' + b"0" * 64 + b'"}}',
        b'{"file":{"data":"?","sha256":"' + b"0" * 64 + b'"}}',
        b"\xff\xfe",
        b'{"record":' * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"record":{"a":' + b"[" * 40 + b"]" * 40 + b"}}",
        b'{"record":' + b"9" * 5000 + b"}",
        b'{"record":9007199254740993}',
        b'{"record":1.5}',
        b'{"record":NaN}',
        b'{"record":Infinity}',
        b'{"record":1e400}',
        b'{"record":-0}',
        b'{"record":{"a":1,"a":1}}',
        words('"\\ud800"'),
        words('"\\u0000"'),
        words('"a\\\\\\u0000"'),
        words('"\\u0041"'),
        words('"WORDS","words":"WORDS"'),
        words('"other"'),
        LINE,
        LINE.replace(b":", b": ", 1),
    ],
)
def test_a_hostile_line_is_damaged(line: bytes) -> None:
    """Deep, huge, doubled, halved, misspelled, repeated: refused without a crash."""
    assert refusal(with_line(line)) == "bundle_damaged"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "../../escape"),
        ("id", "line-1"),
        ("case_id", "case-2"),
        ("revision", 2),
        ("author", "mallory"),
        ("salt", "0" * 64),
        ("digest", "0" * 64),
    ],
)
def test_a_record_whose_digest_does_not_fit_is_damaged(name: str, value: Plain) -> None:
    """A field was changed after the record was made."""
    lines = forge.good_lines()
    lines[-2] = forge.with_field(lines[-2], name, value)
    assert refusal(forge.forged(lines)) == "bundle_damaged"


def refreshed(record: Record, **changes: Plain) -> bytes:
    """A record with another body and a digest that fits it."""
    made = record_plain(record) | {"body": record.body | changes}
    fitting = with_digest(
        Record(**{**_fields(record), "body": record.body | changes})  # type: ignore[arg-type]  # forged on purpose
    )
    return dumps({"record": made | {"digest": fitting.digest}}) + b"\n"


def _fields(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in Record.__slots__}


@pytest.mark.parametrize(
    "changes",
    [
        {"interview_id": "interview-2"},
        {"interview_id": "case-1"},
        {"interview_id": "line-1"},
        {"voice": "loud"},
        {"id": "line-8"},
        {"surplus": ""},
    ],
)
def test_a_body_that_hangs_on_nothing_is_damaged(changes: dict[str, Plain]) -> None:
    """The digest fits; shape and links do not."""
    assert refusal(with_line(refreshed(line_record(9), **changes))) == "bundle_damaged"


def test_a_record_of_a_case_that_is_not_inside_is_damaged() -> None:
    """Whole cases travel, so a preview can show whose record it is."""
    lines = forge.good_lines()[1:]
    assert refusal(forge.forged(lines)) == "bundle_damaged"


def test_revisions_that_do_not_follow_each_other_are_damaged() -> None:
    """A gap, a repetition, or another history."""
    first = line_record(9)
    second = edited(first, "second")
    third = edited(second, "third")
    whole = [*case_records(), first, second, third]
    honest = forge.forged(forge.good_lines(whole))
    assert list(bundle.unseal(honest, ben().secret, book(ada()), {PACK}).lines)
    other = edited(edited(line_record(9), "other"), "third")
    for chain in ([first, third], [first, first], [second, first], [first, second, other]):
        lines = forge.good_lines([*case_records(), *chain])
        assert refusal(forge.forged(lines)) == "bundle_damaged"


def test_two_kinds_under_one_id_are_damaged() -> None:
    """An id names one record."""
    clash = line_record(1)
    body = case_records()[1].body | {"id": "line-1"}
    made = {**_fields(case_records()[1]), "id": "line-1", "body": body}
    episode = with_digest(Record(**made))  # type: ignore[arg-type]  # forged on purpose
    assert episode.kind is Kind.EPISODE
    lines = forge.good_lines([*case_records(), clash, episode])
    assert refusal(forge.forged(lines)) == "bundle_damaged"


def file_line(data: bytes, sha256: str = PDF_SHA) -> bytes:
    """A line that carries a file."""
    text = base64.b64encode(data).decode()
    return dumps({"file": {"data": text, "sha256": sha256}}) + b"\n"


@pytest.mark.parametrize(
    ("files", "count"),
    [
        ([], 0),
        ([file_line(b"other")], 1),
        ([file_line(PDF), file_line(PDF)], 1),
        ([file_line(PDF), file_line(b"", "e3b0c442" + "98fc1c14" * 7)], 2),
        ([file_line(PDF), file_line(b"x", "2d711642b726b04401627ca9fbac32f5"
          "c8530fb1903cc4db02258717921a4881")], 2),
    ],
)  # fmt: skip
def test_files_must_be_the_ones_that_reports_name(files: list[bytes], count: int) -> None:
    """Missing, altered, doubled, or named by no report."""
    lines = [*forge.good_lines()[:-1], *files]
    assert refusal(forge.forged(lines, head={"files": count})) == "bundle_damaged"


def test_a_report_that_lies_about_its_size_is_damaged() -> None:
    """The file is there, and another one."""
    lines = forge.good_lines()
    lines[3] = refreshed(case_records()[3], size=1)
    assert refusal(forge.forged(lines)) == "bundle_damaged"


def test_two_reports_that_differ_about_one_file_are_damaged() -> None:
    """One file has one size."""
    again = case_records()[3]
    other = replace(again, id="report-2", body=again.body | {"id": "report-2", "size": 1})
    lines = forge.good_lines([*outgoing().records, with_digest(other)])
    assert refusal(forge.forged(lines)) == "bundle_damaged"


def test_a_bomb_is_never_unpacked_beyond_what_was_announced() -> None:
    """A thousand to one: refused after the announced length."""
    bomb = zlib.compress(b"\n" * 40_000_000, 9)
    raw = b"".join(forge.good_lines())
    assert refusal(forge.sealed(forge.inner(raw, payload=bomb))) == "bundle_too_large"


def test_a_line_without_end_is_never_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much was announced, no line is longer than any file."""
    monkeypatch.setattr(payload, "MAX_LINE", 3_000_000)
    bomb = zlib.compress(b"x" * 20_000_000, 9)
    data = forge.sealed(forge.inner(b"", payload=bomb, unpacked=20_000_000))
    assert refusal(data) == "bundle_too_large"


@pytest.mark.parametrize(
    "packed",
    [b"", b"no zlib", zlib.compress(b"")[:-1], zlib.compress(b"") + b"more", zlib.compress(b"x")],
)
def test_a_payload_that_is_no_whole_stream_is_damaged(packed: bytes) -> None:
    """Cut, followed by something, or ending inside a line."""
    data = forge.sealed(forge.inner(b"x", payload=packed))
    assert refusal(data) == "bundle_damaged"


def test_less_than_announced_is_damaged() -> None:
    """The header says how much there is."""
    lines = forge.good_lines()
    announced = len(b"".join(lines)) + 1
    assert refusal(forge.forged(lines, unpacked=announced)) == "bundle_damaged"


@pytest.mark.parametrize("text", ["\\u0000", "a\\\\u0000 and \\u0000 as words", "back\\slash"])
def test_words_that_only_look_like_nul_are_words(text: str) -> None:
    """A child may well have typed a backslash."""
    (line,) = payload.lines([line_record(1, text)], {})
    read = payload.parse(line[:-1])
    assert isinstance(read, Record)
    assert read.body["words"] == text


def test_every_pack_of_an_interview_must_be_named() -> None:
    """Those beside the first as well: without them nobody could read the plan."""
    *_, head, report = case_records()
    beside: list[Plain] = [{"name": "plan_v1", "digest": "b" * 64}]
    other = with_digest(replace(head, body={**head.body, "packs": beside}))
    records = [*case_records()[:2], other, report]
    lines = forge.good_lines(records)
    assert refusal(forge.forged(lines, head={"records": 4})) == "bundle_damaged"
    named = forge.forged(lines, head={"records": 4, "packs": (PACK, "b" * 64)})
    read = bundle.unseal(named, ben().secret, book(ada()), {PACK, "b" * 64})
    assert len(list(read.lines)) == len(lines)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.FACT, "episode_id"),
        (Kind.READING, "line_id"),
        (Kind.THREAD, "line_ids"),
        (Kind.CONCERN, "line_ids"),
        (Kind.ACTION, "concern_ids"),
        (Kind.DISCLOSURE, "interview_id"),
        (Kind.DISCLOSURE_STEP, "disclosure_id"),
        (Kind.DRAWING, "plan_id"),
        (Kind.FOLLOW_UP, "interview_id"),
    ],
)
def test_what_hangs_on_a_record_that_is_not_inside_is_refused(kind: Kind, name: str) -> None:
    """Every name of another record is followed, in each kind of the whole job."""
    records = [*outgoing().records, *whole_records()]
    lines = forge.good_lines(records)
    accepted = forge.forged(lines)
    assert list(bundle.unseal(accepted, ben().secret, book(ada()), {PACK}).lines)
    place = next(n for n, record in enumerate(records) if record.kind is kind)
    nowhere: Plain = ["nowhere"] if name.endswith("s") else "nowhere"
    changed = {**records[place].body, name: nowhere}
    records[place] = with_digest(replace(records[place], body=changed))
    assert refusal(forge.forged(forge.good_lines(records))) == "bundle_damaged"
