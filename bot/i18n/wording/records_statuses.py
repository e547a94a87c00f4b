"""What each status of the registry means in plain words, and what comes next.

The words are ours: the agency publishes no list of its own that could be quoted. Every
code of `bot.registry.codes` has its entry, which a test checks.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.i18n.catalogue import N_

OURS = N_(
    "These are my own plain words for the stages in the records. PERKESO may call them "
    "something else."
)


@dataclass(frozen=True)
class StatusWords:
    """One status: its name, what it means, what the person does next."""

    label: str
    meaning: str
    next: str


_KEEP_NUMBER = N_(
    "Nothing for now. Keep the claim number, and answer quickly if PERKESO asks for "
    "anything."
)
_ASK_OFFICE = N_(
    "If this surprises you, ask PERKESO at 1-300-22-8000 or at any office."
)

CLAIMS = {
    "received": StatusWords(
        N_("Received"),
        N_("The claim has arrived and waits for an officer to look at it."),
        _KEEP_NUMBER,
    ),
    "documents_missing": StatusWords(
        N_("Papers missing"),
        N_("The claim cannot go on until the missing papers have arrived."),
        N_(
            "Send the missing papers through lindungfaedah.perkeso.gov.my or to the "
            "office that has your file, and keep proof that you sent them."
        ),
    ),
    "under_review": StatusWords(
        N_("Being looked at"),
        N_("An officer is checking the claim and its papers. It is not decided yet."),
        _KEEP_NUMBER,
    ),
    "medical_board": StatusWords(
        N_("With the Medical Board"),
        N_("A medical board is to assess the condition before the claim is decided."),
        N_(
            "Wait for the letter that names the day, and go with your medical papers. "
            "If you cannot come, tell the office before that day."
        ),
    ),
    "approved": StatusWords(
        N_("Approved"),
        N_("The claim was accepted and the payment is being arranged."),
        N_(
            "Make sure that your bank account is open and in your own name. If nothing "
            "has come, ask the office that has your file."
        ),
    ),
    "in_payment": StatusWords(
        N_("Being paid"),
        N_("The claim was accepted and the benefit is paid month by month."),
        N_("Tell PERKESO when your address, bank account or situation changes."),
    ),
    "paid": StatusWords(
        N_("Paid"),
        N_("The benefit was paid and the claim is finished."),
        N_(
            "If the money has not reached you, ask your bank first, then the office "
            "that has your file."
        ),
    ),
    "rejected": StatusWords(
        N_("Refused"),
        N_("The claim was not accepted. The letter from PERKESO gives the reason."),
        N_(
            "You may dispute the decision, and there are time limits for that. Ask me "
            "how to appeal."
        ),
    ),
    "appealed": StatusWords(
        N_("Under appeal"),
        N_("An appeal against the decision was filed and is not decided yet."),
        N_(
            "Wait for the letter about the hearing or the decision. Keep copies of "
            "everything you send."
        ),
    ),
    "withdrawn": StatusWords(
        N_("Withdrawn"),
        N_("The claim was taken back, so nothing more happens with it."),
        N_("If you still want the benefit, ask PERKESO whether you may claim again."),
    ),
}

REGISTRATIONS = {
    "pending": StatusWords(
        N_("Being checked"),
        N_("The application has arrived and an officer has not checked it yet."),
        N_("Nothing for now. Keep the receipt or the confirmation of the application."),
    ),
    "awaiting_payment": StatusWords(
        N_("Waiting for payment"),
        N_("The application is in order. Cover begins once the contribution is paid."),
        N_("Pay the contribution so that cover can begin. Ask me how to pay."),
    ),
    "active": StatusWords(
        N_("Active"),
        N_("The registration is in force."),
        N_("Nothing, except to renew in time where cover has a last day."),
    ),
    "lapsed": StatusWords(
        N_("Lapsed"),
        N_("The cover has ended and was not renewed."),
        N_("Renew to be covered again. The time in between stays without cover."),
    ),
    "ended": StatusWords(
        N_("Ended"),
        N_(
            "The registration is over for good, for example because of the age limit "
            "or because the work has ended."
        ),
        _ASK_OFFICE,
    ),
    "rejected": StatusWords(
        N_("Application refused"),
        N_("The application to register was not accepted."),
        N_(
            "Ask PERKESO for the reason at 1-300-22-8000 or at any office. Ask me who "
            "may join."
        ),
    ),
}

PAYMENTS = {
    "received": StatusWords(
        N_("Received, not counted yet"),
        N_("The money has arrived and is not counted as a contribution yet."),
        N_("Nothing for now. Keep the receipt."),
    ),
    "credited": StatusWords(
        N_("Counted"),
        N_("The payment counts as a contribution for the days given."),
        N_("Nothing. Keep the receipt."),
    ),
    "returned": StatusWords(
        N_("Returned"),
        N_("The payment was given back or did not go through. It gives no cover."),
        N_("Pay again so that you are covered, or ask PERKESO why it came back."),
    ),
}

STATUSES = {
    "claim": CLAIMS,
    "registration": REGISTRATIONS,
    "payment": PAYMENTS,
}

NOTES = {
    "filed_online": N_("filed online"),
    "filed_at_office": N_("filed at the counter"),
    "documents_asked": N_("missing papers were asked for by letter"),
    "documents_arrived": N_("the missing papers arrived"),
    "board_date_set": N_("a day with the Medical Board was set by letter"),
    "assessed": N_("the Medical Board gave its assessment"),
    "payment_returned": N_("the bank sent the payment back: check your account"),
    "appeal_filed": N_("an appeal was filed"),
    "appeal_allowed": N_("the appeal succeeded"),
    "appeal_dismissed": N_("the appeal did not succeed"),
}
# a note that says what to do, whatever the status is
NOTE_STEPS = {
    "payment_returned": N_(
        "The bank sent the payment back. Give PERKESO the right account at the office "
        "that has your file, never in a chat."
    ),
}

DECISIONS = {
    "approved": N_("accepted in full"),
    "approved_in_part": N_("accepted in part"),
    "rejected": N_("refused"),
}

DOCUMENTS = {
    "identity_card": N_("copy of the identity card"),
    "proof_of_activity": N_("proof of the self-employed work"),
    "termination_proof": N_("proof that the job ended"),
    "payslips": N_("pay slips"),
    "bank_statement": N_("bank statement"),
    "medical_certificate": N_("medical leave certificates"),
    "medical_report": N_("medical report"),
    "accident_report": N_("report of the accident"),
    "police_report": N_("police report"),
    "death_certificate": N_("death certificate"),
    "marriage_certificate": N_("marriage certificate"),
    "birth_certificates": N_("birth certificates of the children"),
    "funeral_receipts": N_("receipts of the funeral"),
    "attendance_record": N_("attendance record"),
}
