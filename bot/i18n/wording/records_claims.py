"""Claims in words: one in full, or several to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.i18n.catalogue import N_, translate
from bot.i18n.formats import duration, join, long_date
from bot.i18n.wording.benefits import NAMES as BENEFITS
from bot.i18n.wording.records_statuses import (
    CLAIMS,
    DECISIONS,
    DOCUMENTS,
    NOTE_STEPS,
    NOTES,
)
from bot.i18n.wording.terms import scheme_name

# Act 838 has no invalidity pension: what it pays is the morbid allowance
_OWN_NAMES = {("skssr", "invalidity"): N_("Morbid allowance (elaun keuzuran)")}
_NO_CLAIM = N_("There is no claim under your number in the records.")
_SEVERAL = N_("You have {n} claims. Which one do you mean?")
_SHOWN = N_("The latest of them are listed.")
_IN_LIST = N_("{n}. {benefit}, filed on {filed}: {status} ({number})")
_IN_LIST_BRIEF = N_("{n}. Filed on {filed}: {status}")
_CLAIM = N_("Your claim {number}: {benefit}, {scheme}")
_CLAIM_BRIEF = N_("Your claim filed on {filed}:")
_STATUS = N_("Status: {status}, since {since}")
_MEANING = N_("Meaning: {meaning}")
_FILED = N_("Filed on {filed}")
_DECISION = N_("Decision: {decision}, on {on}")
_DECISION_UNDATED = N_("Decision: {decision}")
_MISSING = N_("Papers still missing: {papers}.")
_MISSING_BRIEF = N_("Papers are still missing: ask which at 1-300-22-8000.")
_APPEAL = N_("An appeal is in time until {until}, that day included.")
_APPEAL_OVER = N_(
    "The last day for an appeal was {until}. Ask PERKESO at 1-300-22-8000 whether "
    "anything can still be done."
)
_EXPECTED = N_(
    "Expected by {by}: PERKESO's client charter promises {days} once all papers are "
    "complete, counted here from {since}. Public holidays are not counted out, and the "
    "days may be working days."
)
_OVERDUE = N_(
    "PERKESO's client charter promises {days} once all papers are complete. Counted "
    "from {since} that ended on {by}. If the papers were complete, ask at "
    "1-300-22-8000 with your claim number."
)
_NO_CHARTER = N_(
    "I know of no client charter that says how long this takes, so I cannot tell a day."
)
_HISTORY = N_("What happened so far:")
_STEP = N_("{on}: {status}")
_STEP_NOTE = N_("{on}: {status} ({note})")
_NEXT = N_("Next: {step}")


def list_lines(body: Mapping[str, Any], language: str, *, brief: bool) -> Iterator[str]:
    """Several claims by number, or that there is none."""
    items = body["items"]
    if not items:
        yield translate(_NO_CLAIM, language)
        return
    yield translate(_SEVERAL, language, n=body["total"])
    if body["total"] > len(items):
        yield translate(_SHOWN, language)
    for place, item in enumerate(items, start=1):
        sentence = _IN_LIST_BRIEF if brief else _IN_LIST
        yield translate(
            sentence,
            language,
            n=place,
            benefit=_benefit(item, language),
            filed=_day(item["filed_on"], language),
            status=_label(item["status"], language),
            number=item["number"],
        )


def claim_lines(
    item: Mapping[str, Any], language: str, *, brief: bool
) -> Iterator[str]:
    """One claim: what, where it stands, what that means, what comes next."""
    yield claim_title(item, language, brief=brief)
    lines = [*status_of(item, language), *meaning_of(item, language)]
    if not brief:
        lines += filed_of(item, language)
    lines += [*papers_of(item, language, brief=brief), *decided_of(item, language)]
    lines += [*expected_of(item, language), *next_of(item, language)]
    yield from (f"• {line}" for line in lines)
    if not brief:
        yield from history_of(item, language)


def claim_title(item: Mapping[str, Any], language: str, *, brief: bool) -> str:
    """Which claim it is."""
    if brief:
        return translate(_CLAIM_BRIEF, language, filed=_day(item["filed_on"], language))
    return translate(
        _CLAIM,
        language,
        number=item["number"],
        benefit=_benefit(item, language),
        scheme=scheme_name(item["scheme"], language),
    )


def status_of(item: Mapping[str, Any], language: str) -> Iterator[str]:
    """Where it stands."""
    since = _day(item["status_on"], language)
    yield translate(
        _STATUS, language, status=_label(item["status"], language), since=since
    )


def meaning_of(item: Mapping[str, Any], language: str) -> Iterator[str]:
    """What that means."""
    meaning = translate(CLAIMS[item["status"]].meaning, language)
    yield translate(_MEANING, language, meaning=meaning)


def filed_of(item: Mapping[str, Any], language: str) -> Iterator[str]:
    """When it was filed."""
    yield translate(_FILED, language, filed=_day(item["filed_on"], language))


def papers_of(item: Mapping[str, Any], language: str, *, brief: bool) -> Iterator[str]:
    """Which papers are missing."""
    missing = item.get("missing_documents") or ()
    if not missing:
        return
    if brief:
        yield translate(_MISSING_BRIEF, language)
        return
    papers = [translate(DOCUMENTS[code], language) for code in missing]
    yield translate(_MISSING, language, papers=join(papers, language))


def decided_of(item: Mapping[str, Any], language: str) -> Iterator[str]:
    """How it was decided, and until when that may be appealed against."""
    if item.get("decision"):
        decision = translate(DECISIONS[item["decision"]], language)
        if item.get("decided_on"):
            on = _day(item["decided_on"], language)
            yield translate(_DECISION, language, decision=decision, on=on)
        else:
            yield translate(_DECISION_UNDATED, language, decision=decision)
    yield from appeal_of(item, language)


def appeal_of(item: Mapping[str, Any], language: str) -> Iterator[str]:
    """The last day for an appeal, if the records name one."""
    if item.get("appeal_until"):
        until = _day(item["appeal_until"], language)
        sentence = _APPEAL_OVER if item["appeal_over"] else _APPEAL
        yield translate(sentence, language, until=until)


def expected_of(item: Mapping[str, Any], language: str) -> Iterator[str]:
    """When it may be expected, or that nobody promised a day."""
    expected = item.get("expected")
    if expected is None:
        return
    if not expected:
        yield translate(_NO_CHARTER, language)
        return
    yield translate(
        _OVERDUE if expected["over"] else _EXPECTED,
        language,
        by=_day(expected["by"], language),
        days=duration(expected["days"], "day", language),
        since=_day(expected["since"], language),
    )


def next_of(item: Mapping[str, Any], language: str) -> Iterator[str]:
    """What the person does next."""
    history = item.get("history") or ()
    latest = history[-1].get("note_code") if history else None
    own = NOTE_STEPS.get(str(latest)) or CLAIMS[item["status"]].next
    yield translate(_NEXT, language, step=translate(own, language))


def history_of(item: Mapping[str, Any], language: str) -> Iterator[str]:
    """What happened so far."""
    history = item.get("history") or ()
    if not history:
        return
    yield "\n" + translate(_HISTORY, language)
    for event in history:
        values = {
            "on": _day(event["on"], language),
            "status": _label(event["status"], language),
        }
        note = NOTES.get(str(event.get("note_code")))
        if note:
            said = translate(note, language)
            yield "• " + translate(_STEP_NOTE, language, note=said, **values)
        else:
            yield "• " + translate(_STEP, language, **values)


def _benefit(item: Mapping[str, Any], language: str) -> str:
    own = _OWN_NAMES.get((item["scheme"], item["benefit"]))
    return translate(own or BENEFITS[item["benefit"]], language)


def _label(status: str, language: str) -> str:
    return translate(CLAIMS[status].label, language)


def _day(iso: str, language: str) -> str:
    return long_date(date.fromisoformat(iso), language)
