"""Look-ups of one's own record: identity and the registry, asked for one turn.

Nothing that identifies anybody leaves here: outcomes are words, a result is sealed at
once and goes on as a reference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any

from rasa_sdk import Tracker
from sqlalchemy.exc import SQLAlchemyError

from bot import rulebook, settings
from bot.clock import today
from bot.dialogue.lookup import Chosen, Shown, WithStatus
from bot.dialogue.lookup_records import (
    claim_body,
    claims_body,
    contributions_body,
    registration_body,
)
from bot.dialogue.lookup_words import tokens
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

    def look_up(self, topic: str, claim: Chosen) -> Shown:
        """As `Clerk` says."""
        try:
            found = self.door().look_up(
                self.conversation, topic, message_id=self.message_id
            )
            return self._shown(found, claim)
        except NotVerified:
            return Shown("not_verified")
        except OUT_OF_REACH:
            return Shown(UNAVAILABLE)

    def _shown(self, found: LookUp, claim: Chosen) -> Shown:
        if found.topic == CLAIMS:
            return self._claims(found, claim)
        as_at = found.as_at
        if found.topic == CONTRIBUTIONS:
            body = contributions_body(
                found.contributions, as_at=as_at, today=self.today
            )
        else:
            body = registration_body(
                found.registrations, found.contributions, as_at=as_at, today=self.today
            )
        return Shown("found", self._keep(body))

    def _claims(self, found: LookUp, claim: Chosen) -> Shown:
        claims = found.claims
        chosen = _place(found, claim)
        if chosen is None:
            kept = self._keep(claims_body(claims, as_at=found.as_at))
            outcome = "found" if len(claims) < 2 else "choose"
            if isinstance(claim, int | str) and claims:
                outcome = "no_such" if len(claims) < 2 else "no_such_choose"
            return Shown(outcome, kept, len(claims))
        body = claim_body(
            claims[chosen],
            as_at=found.as_at,
            today=self.today,
            charter=partial(charter, on=self.today),
        )
        outcome = "found" if len(claims) < 2 else "chosen"
        scheme = claims[chosen].scheme
        return Shown(outcome, self._keep(body), len(claims), scheme)

    def _keep(self, body: dict[str, Any]) -> str:
        return self.door().keep_result(
            self.conversation, body, message_id=self.message_id
        )


def _place(found: LookUp, claim: Chosen) -> int | None:
    """Where in the list the claim stands that is meant; None if it is not clear."""
    claims = found.claims
    if isinstance(claim, WithStatus):
        places = [n for n, each in enumerate(claims) if each.status == claim.code]
        return places[0] if len(places) == 1 else None
    if isinstance(claim, int):
        return claim - 1 if 0 < claim <= len(claims) else None
    if claim is not None:
        numbers = [each.number.casefold() for each in claims]
        wanted = claim.strip().casefold()
        return numbers.index(wanted) if wanted in numbers else None
    return 0 if len(claims) == 1 else None


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
