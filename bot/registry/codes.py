"""The registry's own lists of codes. Their plain meanings are ours, not PERKESO's."""

from __future__ import annotations

SCHEMES = ("skssr", "sksps", "act4", "lindung24", "eis")

BENEFITS = (
    "medical",
    "temporary_disablement",
    "permanent_disablement",
    "constant_attendance",
    "dependants",
    "survivors",
    "invalidity",
    "funeral",
    "rehabilitation",
    "dialysis",
    "education_loan",
    "job_search",
    "early_reemployment",
    "reduced_income",
    "training",
    "mobility",
)

REGISTRATION_STATUSES = {
    "pending": "applied for, an officer has not checked it yet",
    "awaiting_payment": "checked; cover begins once the contribution is paid",
    "active": "registered, and cover runs until the date given, if there is one",
    "lapsed": "cover has ended and was not renewed",
    "ended": "over for good, after a death, the age limit or the end of the work",
    "rejected": "the application was refused",
}

PAYMENT_STATUSES = {
    "received": "the money has arrived and is not yet counted as a contribution",
    "credited": "counted as a contribution for the days given",
    "returned": "given back or not honoured by the bank; it gives no cover",
}

CLAIM_STATUSES = {
    "received": "the claim has arrived and waits to be looked at",
    "documents_missing": "something must be sent before it goes on",
    "under_review": "an officer is looking at it",
    "medical_board": "a medical board is to assess the person",
    "approved": "the claim was accepted, payment is being arranged",
    "in_payment": "the benefit is being paid month by month",
    "paid": "the benefit was paid",
    "rejected": "the claim was refused; an appeal may be possible",
    "appealed": "an appeal was filed and is not decided yet",
    "withdrawn": "the person took the claim back",
}

# the statuses after which nothing more is expected to happen by itself
CLAIM_STATUSES_FINAL = ("paid", "rejected", "withdrawn")

CLAIM_NOTES = {
    "filed_online": "filed through the portal",
    "filed_at_office": "filed at a counter",
    "documents_asked": "a letter named the papers that are missing",
    "documents_arrived": "the papers that were missing have arrived",
    "board_date_set": "a date with the medical board is set; a letter names it",
    "assessed": "the medical board has given its assessment",
    "payment_returned": "the bank sent the payment back: the account must be checked",
    "appeal_filed": "an appeal was filed",
    "appeal_allowed": "the appeal was successful",
    "appeal_dismissed": "the appeal was not successful",
}

DECISIONS = {
    "approved": "accepted in full",
    "approved_in_part": "accepted for less than was asked",
    "rejected": "refused",
}

# the first five are the rulebook's codes, the others are those that claims lack
DOCUMENTS = {
    "identity_card": "copy of the identity card",
    "proof_of_activity": "proof of the self-employed work",
    "termination_proof": "proof that the job ended",
    "payslips": "pay slips",
    "bank_statement": "bank statement",
    "medical_certificate": "medical leave certificates",
    "medical_report": "report of the doctor or hospital",
    "accident_report": "description of the accident",
    "police_report": "police report",
    "death_certificate": "death certificate",
    "marriage_certificate": "marriage certificate",
    "birth_certificates": "birth certificates of the children",
    "funeral_receipts": "receipts of the funeral",
    "attendance_record": "record of attendance at work",
}
