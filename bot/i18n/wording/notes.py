"""All notes; those that belong to no single scheme stand here."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording import (
    notes_benefits,
    notes_employees,
    notes_families,
    notes_housewives,
    notes_self_employed,
    notes_wider,
)
from bot.i18n.wording.values import Wording, wording

_GENERAL: dict[str, Wording] = {
    "NOTHING_CHANGES_THIS": wording(
        N_("Under the law as it stands this cannot change.")
    ),
    "NOT_IN_FORCE_YET": wording(
        N_("The law was not in force on that day. It begins on {limit}."), limit="date"
    ),
    "NO_LONGER_IN_FORCE": wording(
        N_("This was in force only until {limit}."), limit="date"
    ),
    "VOUCHED_FROM": wording(
        N_("The sources used here reach back to {limit}."), limit="date"
    ),
    "NOT_REFUNDABLE": wording(N_("Contributions are not refunded.")),
    "ALSO_SKSSR": wording(
        N_(
            "A woman who runs a household may hold LINDUNG Kasih (formerly SKSSR) as"
            " well."
        )
    ),
    "SCHEME_FITS": wording(N_("Fits: {value}."), value="scheme"),
    "SCHEME_DOES_NOT_FIT": wording(N_("Does not fit: {value}."), value="scheme"),
    "SCHEME_UNCERTAIN": wording(
        N_("Not known here, please ask PERKESO: {value}."), value="scheme"
    ),
    "REGISTRATION_STEPS": wording(N_("The steps are listed in order.")),
    "REGISTRATION_PAPERS": wording(N_("Please have the papers ready.")),
}

NOTES: dict[str, Wording] = {
    **_GENERAL,
    **notes_housewives.NOTES,
    **notes_self_employed.NOTES,
    **notes_employees.NOTES,
    **notes_benefits.NOTES,
    **notes_families.NOTES,
    **notes_wider.NOTES,
}
