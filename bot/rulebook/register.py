"""Every question of every scheme, in one register."""

from __future__ import annotations

from bot.rulebook.questions import Question
from bot.rulebook.schemes import (
    act4,
    act4_benefits,
    act4_contribution,
    choices,
    death,
    eis,
    eis_benefits,
    gaps,
    gig,
    lindung24,
    registration,
    sksps,
    sksps_benefits,
    sksps_contribution,
    sksps_subsidy,
    skssr,
    skssr_benefits,
    skssr_contribution,
    which_cover,
    which_scheme,
)

_MODULES = (
    which_scheme,
    skssr,
    skssr_contribution,
    sksps,
    sksps_contribution,
    sksps_subsidy,
    act4,
    act4_contribution,
    eis,
    lindung24,
    gig,
    registration,
    skssr_benefits,
    sksps_benefits,
    act4_benefits,
    eis_benefits,
    which_cover,
    death,
    gaps,
    choices,
)

QUESTIONS: dict[str, Question] = {
    question.name: question for module in _MODULES for question in module.QUESTIONS
}
