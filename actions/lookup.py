"""Look-ups of one's own record: identity and the registry, asked for one turn.

Nothing that identifies anybody leaves here: outcomes are words, a result is sealed at
once and goes on as a reference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any

from rasa_sdk import Tracker
from sqlalchemy.exc import SQLAlchemyError

from bot import rulebook, settings
from bot.clock import today
from bot.dialogue.lookup import Chosen, Shown
from bot.dialogue.lookup_choice import Claims, elsewhere, place_of, present_first
from bot.dialogue.lookup_records import (
    claim_body,
    claims_body,
    contributions_body,
    registration_body,
)
from bot.dialogue.lookup_text import tokens
from bot.errors import ConfigurationError, RegistryUnavailable
from bot.identity.opening import open_identity
from bot.identity.outcomes import CLAIMS, CONTRIBUTIONS, LookUp, NotVerified
from bot.identity.service import Identity
from bot.registry.sql import SqlRecords

UNAVAILABLE = "unavailable"
# nothing of these says anything about a person's record
OUT_OF_REACH = (RegistryUnavailable, ConfigurationError, SQLAlchemyError)
JUST_BEFORE = 2  # messages in which a number counts as given for what was asked


@lru_cache(maxsize=1)
def identity() -> Identity:
    """Identity of this process."""
    chosen = settings.load()
    return open_identity(chosen, SqlRecords(chosen.database("registry")))


@dataclass(frozen=True)
class IdentityClerk:
    """Identity, in the words of `bot.dialogue.lookup`."""

    door: Callable[[], Identity]  # opened only if there is something to ask
    conversation: str
    message_id: str
    address: str | None
    language: str
    given: str | None  # token of a number that was typed just before
    today: date

    def standing(self) -> str:
        """As `Clerk` says."""
        return _or_unavailable(self._standing)

    def _standing(self) -> str:
        state = self.door().state(self.conversation)
        if state.verified_until is not None:
            return "verified"
        return "consented" if state.consented else "new"

    def consent(self) -> str:
        """As `Clerk` says."""
        return _or_unavailable(self._consent)

    def _consent(self) -> str:
        self.door().consent(
            self.conversation, message_id=self.message_id, language=self.language
        )
        return "done"

    def start(self, token: str | None, *, sure: bool = False) -> str:
        """As `Clerk` says."""
        number = token or self.given
        if number is None:
            return "token_gone"
        return _or_unavailable(
            lambda: (
                self.door()
                .start(self.conversation, number, confirmed=sure, **self._how())
                .value
            )
        )

    def confirm(self) -> str:
        """As `Clerk` says."""
        return _or_unavailable(
            lambda: self.door().confirm(self.conversation, **self._how()).value
        )

    def resend(self) -> str:
        """As `Clerk` says."""
        return _or_unavailable(
            lambda: self.door().resend(self.conversation, **self._how()).value
        )

    def _how(self) -> dict[str, Any]:
        return {
            "message_id": self.message_id,
            "address": self.address,
            "language": self.language,
        }

    def check(self, token: str | None) -> str:
        """As `Clerk` says."""
        return _or_unavailable(
            lambda: (
                self.door()
                .check(
                    self.conversation,
                    token or "",
                    message_id=self.message_id,
                    address=self.address,
                )
                .value
            )
        )

    def end(self) -> str:
        """As `Clerk` says."""
        self.door().end(self.conversation)
        return "done"

    def look_up(self, topic: str, claim: Chosen, part: str | None = None) -> Shown:
        """As `Clerk` says."""
        try:
            found = self.door().look_up(
                self.conversation, topic, message_id=self.message_id
            )
            return self._shown(found, claim, part)
        except NotVerified:
            return Shown("not_verified")
        except OUT_OF_REACH:
            return Shown(UNAVAILABLE)

    def _shown(self, found: LookUp, claim: Chosen, part: str | None) -> Shown:
        if found.topic == CLAIMS:
            return self._claims(found.claims, found.as_at, claim, part)
        about: dict[str, Any] = {
            "as_at": found.as_at,
            "today": self.today,
            "part": part,
        }
        if found.topic == CONTRIBUTIONS:
            body = contributions_body(found.contributions, **about)
        else:
            body = registration_body(found.registrations, found.contributions, **about)
        return Shown("found", self._keep(body))

    def _claims(
        self, claims: Claims, as_at: datetime, claim: Chosen, part: str | None
    ) -> Shown:
        claims = present_first(claims, self.today)
        chosen = place_of(claims, claim, part)
        several = len(claims) > 1
        if chosen is None:
            no_such = isinstance(claim, int | str) and bool(claims)
            if no_such and not several:
                return replace(self._claim(claims, 0, as_at, None), outcome="no_such")
            kept = self._keep(claims_body(claims, as_at=as_at))
            outcome = "choose" if several else "found"
            return Shown("no_such_choose" if no_such else outcome, kept, len(claims))
        shown = self._claim(claims, chosen, as_at, part)
        return replace(shown, outcome="chosen") if several else shown

    def _claim(
        self, claims: Claims, place: int, as_at: datetime, part: str | None
    ) -> Shown:
        claim = claims[place]
        body = claim_body(
            claim,
            as_at=as_at,
            today=self.today,
            charter=partial(charter, on=self.today),
            part=part,
            elsewhere=elsewhere(claims, claim, part),
        )
        kept = self._keep(body)
        return Shown("found", kept, len(claims), claim.scheme, place + 1)

    def _keep(self, body: dict[str, Any]) -> str:
        return self.door().keep_result(
            self.conversation, body, message_id=self.message_id
        )


def _or_unavailable(work: Callable[[], str]) -> str:
    try:
        return work()
    except OUT_OF_REACH:
        return UNAVAILABLE


def charter(question: str, since: date, *, on: date) -> tuple[int, date] | None:
    """Days that the client charter promises from complete papers, and the last day."""
    book = _book()
    known = question in {each.name for each in book.questions()}
    if not known or since > on:
        return None
    decision = book.decide(question, {"papers_complete_on": since}, on=on)
    by, within = decision.dates.get("expected_by"), decision.durations.get("processing")
    return (within.n, by) if by and within else None


@lru_cache(maxsize=1)
def _book() -> rulebook.Rulebook:
    return rulebook.load(settings.load().parameters)


def clerk_of(tracker: Tracker) -> IdentityClerk:
    """Identity for the latest message of `tracker`."""
    said = _said(tracker)
    latest = said[-1] if said else {}
    metadata = latest.get("metadata") or {}
    return IdentityClerk(
        door=identity,
        conversation=tracker.sender_id,
        message_id=str(latest.get("message_id") or ""),
        address=metadata.get("address"),
        language="en" if metadata.get("answer_language") == "en" else "ms",
        given=_given(tracker),
        today=today(settings.load()),
    )


def _said(tracker: Tracker) -> list[dict[str, Any]]:
    return [event for event in tracker.events if event.get("event") == "user"]


def _given(tracker: Tracker) -> str | None:
    for event in reversed(_said(tracker)[-JUST_BEFORE:]):
        numbers = [t for kind, t in tokens(event.get("text") or "") if kind == "IC"]
        if numbers:
            return numbers[-1]
    return None
