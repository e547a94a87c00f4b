"""What each way of failing means, and what follows on it."""

from __future__ import annotations

from dataclasses import dataclass

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.gateway.telegram.agenda import Agenda
from bot.gateway.telegram.api import Result, Sending, judge
from bot.gateway.telegram.patience import (
    MOST_FAILURES,
    MOST_UNKNOWNS,
    OLDEST_SECONDS,
    Then,
    after,
)


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "result"),
    [
        (RetryAfter(7), Result.FLOOD),
        (Forbidden("bot was blocked by the user"), Result.BLOCKED),
        (BadRequest("Chat not found"), Result.BLOCKED),
        (BadRequest("Can't parse entities: x"), Result.MARKUP),
        (BadRequest("Message is too long"), Result.REJECTED),
        (ChatMigrated(5), Result.REJECTED),
        (InvalidToken("x"), Result.TOKEN),
        (Conflict("x"), Result.FAILED),
        (NetworkError("Bad Gateway"), Result.FAILED),
        (caused(NetworkError("x"), httpx.ConnectError("x")), Result.UNREACHED),
        (caused(TimedOut(), httpx.PoolTimeout("x")), Result.UNREACHED),
        (caused(TimedOut(), httpx.ReadTimeout("x")), Result.UNKNOWN),
        (caused(NetworkError("x"), httpx.ReadError("x")), Result.UNKNOWN),
        (caused(NetworkError("x"), ValueError("x")), Result.UNKNOWN),
        (caused(NetworkError("x"), TelegramError("x")), Result.FAILED),
        (TelegramError("Invalid server response"), Result.UNKNOWN),
    ],
)
def test_an_error_says_what_became_of_the_message(
    error: TelegramError, result: Result
) -> None:
    assert judge(error).result is result


def test_the_time_to_wait_is_read() -> None:
    assert judge(RetryAfter(7)).wait == 7.0


@dataclass(frozen=True)
class Tried:
    failures: int = 0
    unknowns: int = 0


def step(result: Result, tried: Tried = Tried(), *, age: float = 0.0) -> Then:
    return after(Sending(result, wait=3), tried, age=age).step


def test_what_was_sent_goes_on_and_what_is_refused_is_given_up() -> None:
    assert step(Result.SENT) is Then.GO_ON
    assert step(Result.BLOCKED) is Then.QUIET
    assert step(Result.REJECTED) is Then.GIVE_UP


def test_a_message_is_given_up_after_so_many_failures_of_its_own() -> None:
    assert step(Result.FAILED, Tried(failures=MOST_FAILURES - 1)) is Then.AGAIN
    assert step(Result.FAILED, Tried(failures=MOST_FAILURES)) is Then.GIVE_UP
    assert step(Result.UNKNOWN, Tried(unknowns=MOST_UNKNOWNS - 2)) is Then.AGAIN
    assert step(Result.UNKNOWN, Tried(unknowns=MOST_UNKNOWNS - 1)) is Then.GIVE_UP


@pytest.mark.parametrize("result", [Result.UNREACHED, Result.TOKEN, Result.FLOOD])
def test_what_never_left_waits_for_a_day(result: Result) -> None:
    worn = Tried(failures=10 * MOST_FAILURES)
    assert step(result, worn, age=OLDEST_SECONDS - 1) is Then.AGAIN
    assert step(result, worn, age=OLDEST_SECONDS + 1) is Then.GIVE_UP


def test_pauses_grow_and_end_at_five_minutes() -> None:
    def pause(failures: int) -> float:
        return after(Sending(Result.FAILED), Tried(failures), age=0).wait

    assert [pause(n) for n in (0, 1, 2, 19)] == [1.0, 2.0, 4.0, 300.0]


def test_an_agenda_gives_each_chat_once_and_the_earliest_first() -> None:
    agenda = Agenda()
    for name, at in [("a", 5.0), ("b", 1.0), ("a", 2.0), ("b", 9.0)]:
        agenda.add(name, at)
    assert len(agenda) == 2
    assert agenda.next_at() == 1.0
    assert agenda.take(0.5) is None
    assert [agenda.take(3.0), agenda.take(3.0), agenda.take(99.0)] == ["b", "a", None]
