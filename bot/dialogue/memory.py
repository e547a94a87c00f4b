"""What is remembered of a conversation: one Rasa slot, plain JSON, no identity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from bot.dialogue.message import Message

# facts that describe a person; they are dropped when the talk turns to somebody else
PERSONAL = frozenset(
    {"sex", "age", "birth_date", "first_time", "citizenship", "employment", "category"}
)
# told of one person as well
_TRADE = frozenset({"sector", "service", "licensed", "months"})
_SPEAKER = frozenset({None, "self"})  # whoever is not named speaks of themself
_OF_AGE = frozenset({"age", "birth_date", "category"})

# kinds of employment for a wage that a bare wage does not tell apart
_EMPLOYED = frozenset({"domestic_worker", "apprentice", "contract_public_servant"})

# questions that are asked of one month's wage
ON_WAGES = ("contribution.act4", "contribution.eis", "contribution.lindung24")


@dataclass(frozen=True)
class Memory:
    """Where a conversation stands.

    `asked` is the fact that the last reply asked for, `question` what it is for,
    `queue` further questions that wait for facts, `said` a mark of the last reply.
    `misses` counts messages not understood in a row, `waits` how often something else
    was asked instead of giving the fact.
    """

    question: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    asked: str | None = None
    queue: tuple[str, ...] = ()
    need: str | None = None
    scheme: str | None = None
    relation: str | None = None
    benefit: str | None = None  # named in the last question of knowledge
    said: str | None = None
    misses: int = 0
    waits: int = 0
    condoled: bool = False  # sympathy was expressed in this conversation
    distressed: bool = False  # help in an emergency was given in this conversation
    totals: tuple[str, ...] = ()  # schemes whose contributions were added up
    by_day: Mapping[str, Any] = field(default_factory=dict)  # rate and days of pay
    wages: tuple[Mapping[str, Any], ...] = ()  # several that were told at once
    lookup: Mapping[str, Any] | None = None  # topic and step; see `bot.dialogue.lookup`

    @classmethod
    def from_json(cls, stored: object) -> Memory:
        """A memory from its slot; anything that is not one gives an empty memory."""
        if not isinstance(stored, Mapping):
            return cls()
        known = {item.name for item in fields(cls)}
        values = {name: value for name, value in stored.items() if name in known}
        values["queue"] = tuple(values.get("queue") or ())
        values["totals"] = tuple(values.get("totals") or ())
        values["by_day"] = dict(values.get("by_day") or {})
        values["wages"] = tuple(dict(one) for one in values.get("wages") or ())
        return cls(**values)

    def to_json(self) -> dict[str, Any]:
        """For the slot."""
        values = asdict(self)
        values["facts"] = dict(self.facts)
        values["queue"] = list(self.queue)
        values["totals"] = list(self.totals)
        values["by_day"] = dict(self.by_day)
        values["wages"] = [dict(one) for one in self.wages]
        return values

    def about(self, relation: str | None) -> Memory:
        """The same talk about `relation`; another person's facts are not carried on."""
        if relation == self.relation:
            return self
        if {relation, self.relation} <= _SPEAKER:
            return replace(self, relation=relation or self.relation)
        own = PERSONAL | _TRADE
        if (self.question or "").startswith(("contribution.", "eligibility.")):
            own |= {
                "wage"
            }  # what a family is paid is reckoned from the wage of another
        kept = {k: v for k, v in self.facts.items() if k not in own}
        # the first time somebody is named, what was said so far was about them, unless
        # it was answered already
        unanswered = self.asked is not None or self.question is None
        facts = self.facts if self.relation is None and unanswered else kept
        return replace(self, relation=relation, facts=facts)

    def with_facts(self, new: Mapping[str, Any]) -> Memory:
        """Facts added; an age replaces a birth date and the other way round.

        A newly named injury replaces the loss assessed for an earlier one; a value of
        None forgets a fact.
        """
        facts = dict(self.facts)
        if "age" in new:
            facts.pop("birth_date", None)
        if "birth_date" in new:
            facts.pop("age", None)
        if new.get("sector", facts.get("sector")) != facts.get("sector"):
            facts.pop("service", None)
            facts.pop("licensed", None)
        if "injury" in new and new["injury"] != facts.get("injury"):
            facts.pop("loss_percent", None)
        kind = facts.get("employment")
        facts.update(new)
        if "wage" in new and kind in _EMPLOYED:
            facts["employment"] = kind  # a wage says no more than that there is one
        facts = {name: value for name, value in facts.items() if value is not None}
        return replace(self, facts=facts)

    def asking(self, need: str, scheme: str | None, *, about: Message) -> Memory:
        """The same talk, in which `need` is asked next by the message `about`."""
        told = replace(self, need=need, scheme=scheme, benefit=about.first("benefit"))
        if scheme != self.scheme and not about.first("period"):
            told = told.without_fact("months")  # told for another scheme
        of = (self.question or "").split(".")[1:2]
        left = of and scheme and of != [scheme] and self.asked is None
        question = None if left else self.question  # of a scheme left behind
        return replace(told, question=question, misses=0, totals=())

    def speaking_of(self, scheme: str | None) -> Memory:
        """The same talk about `scheme`, if one is named."""
        return replace(self, scheme=str(scheme)) if scheme else self

    def of_next_worker(self) -> Memory:
        """The same, what was told of one worker's age forgotten."""
        facts = {k: v for k, v in self.facts.items() if k not in _OF_AGE}
        return replace(self, facts=facts)

    def without_fact(self, name: str) -> Memory:
        """The same, one fact forgotten."""
        facts = {key: value for key, value in self.facts.items() if key != name}
        return replace(self, facts=facts)

    def settled(self) -> Memory:
        """Nothing is being asked any more; facts and subject stay."""
        return replace(self, asked=None, queue=(), waits=0)
