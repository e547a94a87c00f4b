"""`tanya understand` as scripts use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MEMBERS = ["text", "language", "answer_language", "need", "intent", "confidence"]
MEMBERS += ["band", "entities"]


def run(
    model: Path, *arguments: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "TANYA_MODEL": str(model), "TANYA_EMBEDDINGS": "off"}
    command = [sys.executable, "-m", "bot.cli", "understand", *arguments]
    return subprocess.run(
        command,
        input=given,
        capture_output=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_in_is_one_line_out_with_the_promised_members(saved: Path) -> None:
    told = lines(run(saved, given="cara bayar\n\n😀\nhow to pay\n".encode()))
    assert [line["text"] for line in told] == ["cara bayar", "", "😀", "how to pay"]
    assert all(list(line) == MEMBERS for line in told)
    assert told[0]["need"] == "how_to_pay"
    assert told[0]["answer_language"] == "ms"
    assert told[3]["answer_language"] == "en"


def test_jsonl_takes_strings_objects_and_plain_text(saved: Path) -> None:
    given = b'"cara\\nbayar"\n{"text": "cara bayar"}\ncara bayar\n"half\n"\\ud800"\n'
    told = lines(run(saved, "--jsonl", given=given))
    texts = [line["text"] for line in told]
    assert texts == ["cara\nbayar", "cara bayar", "cara bayar", '"half', "\ud800"]


def test_messages_may_be_given_as_arguments(saved: Path) -> None:
    told = lines(run(saved, "umur 54", "gaji rm1,700"))
    assert told[0]["entities"] == [{"entity": "age", "value": 54, "start": 5, "end": 7}]
    assert told[1]["entities"][0]["value"] == "1700.00"  # type: ignore[index]


def test_bytes_that_are_no_text_do_not_stop_it(saved: Path) -> None:
    assert len(lines(run(saved, given=b"\xff\xfe\x00 bayar\nhai\n"))) == 2


def test_a_line_without_a_text_is_wrong_usage(saved: Path) -> None:
    done = run(saved, "--jsonl", given=b'{"button": 1}\n')
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_missing_model_is_one_clear_line(tmp_path: Path) -> None:
    done = run(tmp_path / "none.tar.gz", "hai")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"none.tar.gz" in done.stderr


def test_neither_the_engine_nor_what_trains_is_loaded(saved: Path) -> None:
    code = (
        "import sys, pathlib; from bot.understanding import Understanding;"
        f"Understanding.load(pathlib.Path({str(saved)!r})).parse('cara bayar');"
        "print([m for m in ('rasa', 'tensorflow', 'sklearn', 'scipy') "
        "if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == b"[]"
