"""The figures by which understanding is judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import measures, understanding
from bench.measures import Row, Said

PAY, ASK, OTHER = "how_to_pay", "office_or_contact", "out_of_scope"


def row(*needs: str, language: str = "ms", **entities: object) -> Row:
    return Row("?", needs, language, entities)


def said(*needs: str, confidence: float = 0.9, **values: object) -> Said:
    return Said(needs, confidence, "answer", tuple(values.items()))


def figures(*pairs: tuple[Row, Said]) -> dict[str, object]:
    return measures.figures(pairs)


def test_any_of_the_listed_needs_is_right() -> None:
    told = figures((row(PAY, ASK), said(ASK)), (row(PAY), said(ASK)))
    assert told["accuracy"] == 0.5


def test_the_first_need_is_told_by_itself() -> None:
    told = figures((row(PAY), said(ASK, PAY)), (row(PAY, ASK), said(ASK, OTHER)))
    assert (told["accuracy"], told["first_need"]) == (1.0, 0.5)


def test_each_language_has_its_accuracy_and_interval() -> None:
    pairs = [(row(PAY), said(PAY))] * 9 + [(row(PAY, language="en"), said(ASK))]
    languages = figures(*pairs)["languages"]
    assert languages["ms"] == {"accuracy": 1.0, "interval": [1.0, 1.0], "of": 9}  # type: ignore[index]
    assert languages["en"]["accuracy"] == 0.0  # type: ignore[index]


def test_an_interval_holds_the_accuracy() -> None:
    pairs = [(row(PAY), said(PAY))] * 30 + [(row(PAY), said(ASK))] * 10
    low, high = figures(*pairs)["interval"]  # type: ignore[misc]
    assert 0.5 < low < 0.75 < high < 1.0


def test_refusals_are_counted_on_both_sides() -> None:
    told = figures(
        (row(OTHER), said(OTHER)),
        (row(OTHER), said(PAY)),
        (row(PAY), said(OTHER)),
        (row(PAY), said(PAY)),
    )
    assert (told["out_of_scope_recall"], told["in_scope_refused"]) == (0.5, 0.5)


def test_a_need_has_recall_and_precision() -> None:
    told = figures((row(PAY), said(PAY)), (row(PAY), said(ASK)), (row(ASK), said(ASK)))
    needs = told["needs"]
    assert needs[PAY]["recall"] == 0.5  # type: ignore[index]
    assert needs[ASK]["precision"] == 0.5  # type: ignore[index]


def test_two_needs_are_found_only_if_both_are_right() -> None:
    told = figures(
        (row(PAY, ASK), said(PAY, ASK)),
        (row(PAY, ASK), said(PAY)),
        (row(PAY), said(PAY, ASK)),
    )
    assert told["two_needs"] == {"there": 2, "found": 1, "single_taken_for_two": 1}


def test_confidence_that_keeps_its_word_has_no_calibration_error() -> None:
    pairs = [(row(PAY), said(PAY))] * 9 + [(row(PAY), said(ASK))]
    assert measures.calibration_error(pairs) == pytest.approx(0.0)


def test_listed_values_must_be_found_and_others_may_be() -> None:
    told = figures(
        (row(PAY, age="54", amount=["1.00", "2.00"]), said(PAY, age=54, plan=2)),
    )
    assert told["entities"] == {"values": 3, "recall": 0.3333, "f1": 0.5}


def test_a_year_and_twelve_months_are_the_same_period() -> None:
    year, months = {"n": 1, "unit": "year"}, {"n": 12, "unit": "month"}
    told = figures((row(PAY, period=year), said(PAY, period=months)))
    assert told["entities"]["recall"] == 1.0  # type: ignore[index]


def test_confusions_show_messages_only_if_they_may() -> None:
    pairs = [(row(PAY), said(ASK))] * 2
    [shown] = measures.confusions(pairs, texts=True)
    [hidden] = measures.confusions(pairs, texts=False)
    assert (shown["times"], shown["messages"]) == (2, ["?", "?"])
    assert "messages" not in hidden


def test_figures_of_a_set_are_shown_with_what_changed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    candidate = understanding.Candidate(
        "ours", lambda text: said(PAY), 1.0, {"some.csv": [row(PAY), row(ASK)]}
    )
    told = understanding.report(candidate)
    before = {"ours": {"some.csv": {"accuracy": 0.25}}}
    understanding.show("ours", json.loads(json.dumps(told)), before)
    assert "+0.250 since last time" in capsys.readouterr().out


def test_the_evaluation_folder_is_read_where_one_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = "id,text,need,lang,entities\n1,hi,greet;thanks,en,{}\n"
    (tmp_path / "out.csv").write_text(text)
    monkeypatch.setenv("TANYA_EVAL_DIR", str(tmp_path))
    sets = understanding.outside()
    assert sets["out.csv"] == [Row("hi", ("greet", "thanks"), "en")]
    monkeypatch.delenv("TANYA_EVAL_DIR")
    assert list(understanding.outside()) == [understanding.OWN]


def test_no_speaker_is_on_both_sides() -> None:
    given = understanding.examples()
    seen, held = understanding.by_speaker(given)
    assert len(seen) + len(held) == len(given)
    assert not {one.text for one in seen} & {one.text for one in held}
