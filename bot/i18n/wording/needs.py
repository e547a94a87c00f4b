"""Plain labels of needs, for "did you mean" and for buttons."""

from __future__ import annotations

from bot.i18n.catalogue import N_, translate
from bot.i18n.wording.terms import scheme_name

LABELS: dict[str, str] = {
    "eligibility_housewife": N_("Can a housewife join?"),
    "eligibility_selfemployed": N_("Can the self-employed join?"),
    "eligibility_employee": N_("Is an employee covered?"),
    "eligibility_eis": N_("Who is covered by EIS?"),
    "eligibility_general": N_("Which scheme fits me?"),
    "contribution_amount_housewife": N_("Housewife contribution"),
    "contribution_amount_selfemployed": N_("Self-employed contribution"),
    "contribution_amount_employee": N_("Employee contribution"),
    "contribution_amount_eis": N_("EIS contribution"),
    "how_to_pay": N_("How to pay"),
    "how_to_register": N_("How to register"),
    "coverage_start_or_period": N_("When and what is covered"),
    "renewal_or_lapse": N_("Renewing or missing a payment"),
    "subsidy": N_("Government support"),
    "benefits_overview": N_("Benefits"),
    "benefit_medical": N_("Medical benefit"),
    "benefit_temporary_disablement": N_("Temporary disablement benefit"),
    "benefit_permanent_disablement": N_("Permanent disablement benefit"),
    "benefit_invalidity": N_("Invalidity"),
    "benefit_dependants_or_survivors": N_("Benefits for the family after a death"),
    "benefit_funeral": N_("Funeral benefit"),
    "benefit_rehab_dialysis": N_("Rehabilitation and dialysis"),
    "benefit_education_loan": N_("Education loan"),
    "benefit_job_loss": N_("Benefits after losing a job"),
    "how_to_claim": N_("How to claim"),
    "claim_documents": N_("Documents for a claim"),
    "claim_deadline": N_("Time limit for a claim"),
    "appeal": N_("How to appeal"),
    "check_registration_status": N_("My registration"),
    "check_contribution_record": N_("My contributions"),
    "check_claim_status": N_("My claim"),
    "update_details": N_("Changing my details"),
    "scheme_definition": N_("What a scheme or word means"),
    "office_or_contact": N_("Offices and contacts"),
    "lindung24": N_("LINDUNG 24 Jam"),
    "gig_law": N_("Gig work and platforms"),
    "talk_to_human": N_("Talk to a person"),
    "complaint": N_("Make a complaint"),
}
_OTHER = N_("Another question")


def need_label(need: str, language: str, *, scheme: str | None = None) -> str:
    """A few words for `need`; with `scheme`, for that scheme."""
    label = translate(LABELS.get(need, _OTHER), language)
    if scheme is None:
        return label
    return f"{label}: {scheme_name(scheme, language, full=False)}"
