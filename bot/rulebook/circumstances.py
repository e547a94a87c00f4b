"""What is told only to whom it concerns: already ill, disabled, a licence that lapsed.

Each is said by one parameter of one question, so that nobody else reads it.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.rulebook.case import Case
from bot.rulebook.sheets import tell_if_in_force

TOLD: Mapping[tuple[str, str], tuple[str, str]] = {
    ("eligibility.skssr", "already_ill"): ("SKSSR_ILL_MAY_JOIN", "skssr/ill_may_join"),
    ("eligibility.sksps", "disabled"): (
        "SKSPS_DISABLED_MAY_JOIN",
        "sksps/disabled_may_join",
    ),
    ("eligibility.sksps", "works_in_singapore"): (
        "SKSPS_SINGAPORE_MAY_JOIN",
        "sksps/singapore_may_join",
    ),
    ("coverage.sksps", "licence_lapsed"): (
        "SKSPS_LICENCE_LAPSED",
        "sksps/licence_lapsed_still_covered",
    ),
    ("benefit.eis.job_search", "refused_job"): (
        "EIS_REFUSED_JOB",
        "eis/benefit/refusal_suspension",
    ),
    ("benefit.eis.job_search", "died_on_benefit"): (
        "EIS_UNPAID_TO_DEPENDANTS",
        "eis/benefit/unpaid_to_dependants",
    ),
    ("benefit.act4.invalidity", "working_again"): (
        "INVALIDITY_MAY_STOP",
        "act4/benefit/suspended_months",
    ),
}


def tell_circumstance(case: Case) -> None:
    """The one note that answers the circumstance in the facts, if there is one."""
    circumstance = case.facts.get("circumstance")
    told = TOLD.get((case.question, str(circumstance)))
    if told is None:
        return
    if told[0] == "SKSPS_LICENCE_LAPSED" and not _sells(case):
        return
    tell_if_in_force(case, *told)


def _sells(case: Case) -> bool:
    """The rule on licences is for hawkers and traders, who may sell food."""
    return case.facts.get("sector") in (None, "hawkers", "food")
