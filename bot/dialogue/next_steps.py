"""What to offer after an answer of law."""

from __future__ import annotations

# what to offer after an answer, by the family of its question
NEXT_STEPS = {
    "eligibility.skssr": (
        "contribution_amount_housewife",
        "how_to_register",
        "benefits_overview",
    ),
    "eligibility.sksps": (
        "contribution_amount_selfemployed",
        "how_to_register",
        "benefits_overview",
    ),
    "eligibility.act4": ("contribution_amount_employee", "benefits_overview"),
    "eligibility.eis": ("contribution_amount_eis", "benefit_job_loss"),
    "contribution.skssr": ("how_to_pay", "how_to_register", "benefits_overview"),
    "contribution.sksps": ("how_to_register", "subsidy", "benefits_overview"),
    "contribution.act4": ("contribution_amount_eis", "lindung24", "how_to_pay"),
    "contribution.eis": ("benefit_job_loss", "how_to_pay"),
    "contribution.lindung24": ("lindung24",),
    "coverage": ("how_to_pay", "renewal_or_lapse"),
    "renewal": ("how_to_pay",),
    "registration": ("how_to_pay", "benefits_overview"),
    "subsidy": ("how_to_register", "contribution_amount_selfemployed"),
    "benefit": ("how_to_claim", "claim_documents", "claim_deadline"),
    "claim": ("office_or_contact",),
    "appeal": ("office_or_contact",),
}


def next_steps(question: str) -> tuple[str, ...]:
    """Needs worth offering after `question` was answered."""
    family = question.split(".", 1)[0]
    return NEXT_STEPS.get(question) or NEXT_STEPS.get(family) or ()
