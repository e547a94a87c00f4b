"""The registry's own lists of codes. Their plain meanings are ours, not PERKESO's."""

from __future__ import annotations

SCHEMES = ("skssr", "sksps", "act4", "lindung24", "eis")

REGISTRATION_STATUSES = {
    "pending": "applied for, not yet paid or not yet checked",
    "active": "registered, and cover runs until the date given",
    "lapsed": "cover has ended and was not renewed",
}

CLAIM_STATUSES = {
    "received": "the claim has arrived and waits to be looked at",
    "documents_missing": "something must be sent before it goes on",
    "under_review": "an officer is looking at it",
    "approved": "the claim was accepted, payment is being arranged",
    "paid": "the benefit was paid",
    "rejected": "the claim was refused; an appeal may be possible",
}
