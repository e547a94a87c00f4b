"""Which known question answers a message better than its need."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import Memory
from bot.dialogue.asking import Known
from bot.dialogue.curated import chosen
from bot.dialogue.message import Found
from tests.dialogue.conftest import heard

KNOWN = {
    "status_appeal": Known(
        needs=frozenset({"check_claim_status"}), not_for=frozenset({"appeal"})
    ),
    "charter": Known(needs=frozenset({"appeal"})),
}
NEAR = (Found("status_appeal", 0.9, "sure"), Found("charter", 0.5, "sure"))


def test_a_question_never_stands_for_a_need_that_rules_it_out() -> None:
    asked = replace(heard("appeal", text="can i appeal"), found=NEAR)
    assert chosen("appeal", asked, Memory(), KNOWN) == "charter"


def test_the_same_question_stands_for_another_need() -> None:
    asked = replace(heard("check_claim_status", text="under appeal"), found=NEAR)
    assert chosen("check_claim_status", asked, Memory(), KNOWN) == "status_appeal"
