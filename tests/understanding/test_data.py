"""The training data keeps what it promises, and leaks into it are noticed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bench import leaks, nlu_data
from bench.similar import near_pairs
from bot.understanding.types import Example

OURS = [
    Example("Macam mana nak bayar caruman suri rumah?", "how_to_pay", "s1", "ms"),
    Example("where is the office in Ipoh", "office_or_contact", "s2", "en"),
    Example("hi", "greet", "s2", "en"),
]


@pytest.fixture(scope="module")
def told() -> dict[str, object]:
    return nlu_data.report(nlu_data.examples())


def test_every_intent_has_enough_messages_in_each_language(
    told: dict[str, object],
) -> None:
    assert told["holes"] == []


def test_few_training_messages_are_nearly_the_same(told: dict[str, object]) -> None:
    assert told["near_duplicates"] < nlu_data.MOST_NEAR  # type: ignore[operator]


def test_no_words_stand_under_two_intents(told: dict[str, object]) -> None:
    assert told["conflicts"] == []


def test_every_training_message_has_a_speaker(told: dict[str, object]) -> None:
    assert told["speakers"]["without_speaker"] == 0  # type: ignore[index]


def test_the_held_out_set_is_not_in_the_training_data() -> None:
    folder = nlu_data.ROOT / "bench" / "heldout"
    given = [m for m in leaks.messages(folder) if m[0] == "messages.csv"]
    found = [*leaks.matches(given, nlu_data.examples())]
    assert [str(match) for match in found if not match.is_common] == []


def test_messages_share_sequences_of_four_characters() -> None:
    [pair] = near_pairs(["nak bayar caruman", "nak bayar carumannya", "apa khabar"])
    assert (pair.first, pair.second) == (0, 1)
    assert 0.6 < pair.shared < 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("where is the office in Ipoh", "exact"),
        ("WHERE is the office, in Ipoh??", "normalised"),
        ("mcm mana nk byr caruman suri rumah", "normalised"),
        ("where is the office at Ipoh", "near"),
        ("hi", "exact"),
    ],
)
def test_a_message_that_we_trained_on_is_a_leak(text: str, kind: str) -> None:
    [match] = leaks.matches([("x.csv", text)], OURS)
    assert match.kind.startswith(kind)
    assert match.is_common == (text == "hi")


def test_a_message_of_other_words_is_no_leak() -> None:
    assert not [*leaks.matches([("x.csv", "bila cover bermula")], OURS)]


def test_messages_come_from_tables_and_conversations(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["id", "text"], ["1", "satu"]])
    conversations = "- id: d1\n  user_turns: [dua, tiga]\n"
    (tmp_path / "b.yaml").write_text(conversations)
    given = [text for _, text in leaks.messages(tmp_path)]
    assert given == ["satu", "dua", "tiga"]


def run(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    monkeypatch.setattr("sys.argv", ["leaks"])
    monkeypatch.delenv(leaks.FOLDER, raising=False)
    if folder is not None:
        monkeypatch.setenv(leaks.FOLDER, str(folder))
    leaks.main()


def test_nothing_is_compared_and_that_is_said_without_a_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, None)
    assert "names no evaluation folder" in capsys.readouterr().out


def test_a_leak_ends_with_one_and_is_listed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = nlu_data.examples()[0].text
    with (tmp_path / "a.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["text"], [said]])
    with pytest.raises(SystemExit, match="1"):
        run(monkeypatch, tmp_path)
    assert said in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(SystemExit, match="there is no folder"):
        run(monkeypatch, tmp_path / "nowhere")
