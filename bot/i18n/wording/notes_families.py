"""Notes about families, claims and appeals."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording.values import Wording, wording

NOTES: dict[str, Wording] = {
    "FULL_RATE_FOR_ALL": wording(
        N_(
            "The full rate is for all dependants together. If their shares add up"
            " to more, all are reduced in proportion."
        )
    ),
    "SHARE_SPOUSE": wording(N_("Widow or widower: {limit}."), limit="percent"),
    "SHARE_EACH_CHILD": wording(
        N_("Each child, beside a widow or widower: {limit}."), limit="percent"
    ),
    "SHARE_CHILDREN_ALONE": wording(
        N_("All children together, with no widow or widower: {limit}."),
        limit="percent",
    ),
    "SHARE_PARENTS": wording(
        N_("Parents, with no widow, widower or child: {limit}."), limit="percent"
    ),
    "SHARES_SCALED": wording(
        N_(
            "The shares would add up to {value}, so all are reduced in proportion"
            " to {limit}."
        ),
        limit="percent",
        value="percent",
    ),
    "CHILD_UNTIL_AGE": wording(
        N_(
            "A child is paid until the age of {limit} or marriage; a student or an"
            " incapacitated child longer."
        ),
        limit="age",
    ),
    "SPOUSE_FOR_LIFE": wording(N_("A widow or widower is paid for life.")),
    "SPOUSE_AND_PARENTS_CITIZENS": wording(
        N_("Husband and parents must be Malaysian citizens; children need not be.")
    ),
    "DEATH_BEFORE_AGE": wording(
        N_("The death must come before the age of {limit}."), limit="age"
    ),
    "DEATH_BEFORE_AGE_OR_PENSIONER": wording(
        N_(
            "For a death before the age of {limit} with enough contributions, or at any"
            " age of an invalidity pensioner."
        ),
        limit="age",
    ),
    "FUNERAL_ORDER": wording(
        N_(
            "It is paid to the first of these who is still living; anybody else who"
            " paid for the funeral gets the actual cost, up to that amount."
        )
    ),
    "FUNERAL_DEATH_FROM_INJURY": wording(
        N_(
            "The death must result from the self-employment injury, or come while"
            " disablement benefit is paid."
        )
    ),
    "EMPLOYER_REPORTS_WITHIN": wording(
        N_("The employer must report the accident within {limit}."), limit="hours"
    ),
    "CLAIM_DEADLINE_NOT_FOUND": wording(
        N_(
            "No time limit for this claim is known here. Please claim as early as you"
            " can and ask PERKESO."
        )
    ),
    "CLAIM_LATE_ASK_AT_ONCE": wording(
        N_(
            "Please call PERKESO at once all the same, and ask which day it counts from"
            " in your case: {value}."
        ),
        value="plain",
    ),
    "CLAIM_UNTIL": wording(N_("The last day to claim is {limit}."), limit="date"),
    "CLAIM_TIME_ENDED": wording(
        N_("The time to claim ended on {limit}."), limit="date"
    ),
    "CLAIM_ONLINE": wording(
        N_("Since January 2026 the whole application can be made online.")
    ),
    "CLAIM_LATE_WITH_GOOD_REASON": wording(
        N_("PERKESO may accept a late claim on reasonable grounds.")
    ),
    "CLAIM_TIME_EXTENDABLE": wording(N_("PERKESO may extend this time.")),
    "CLAIM_LATE_IS_REJECTED": wording(
        N_("A claim after {limit} is rejected and counts as never made."),
        N_("A late claim is rejected and counts as never made."),
        limit="days",
    ),
    "PROCESSING_FROM_COMPLETE_PAPERS": wording(
        N_("By PERKESO's charter it takes {limit} once the papers are complete."),
        limit="days",
    ),
    "APPEAL_MEDICAL_BOARD": wording(
        N_(
            "Medical decisions go to the Appellate Medical Board. Its time limit is not"
            " known here, so please ask PERKESO at once."
        )
    ),
    "APPEAL_TRIBUNAL": wording(
        N_(
            "Other disputes go to the Tribunal within {limit} of the day the"
            " dispute arose."
        ),
        limit="years",
    ),
    "APPEAL_BOARD": wording(
        N_(
            "Disputes go to the Social Security Appellate Board within {limit} of the"
            " written decision."
        ),
        limit="days",
    ),
    "APPEAL_BODY_DAYS_UNKNOWN": wording(
        N_(
            "Disputes go to the Social Security Appellate Board. Its time limit is"
            " not certain here, so please act early and ask PERKESO."
        )
    ),
    "SURVIVORS_WHATEVER_THE_CAUSE": wording(
        N_("It is due after a death from any cause while cover runs.")
    ),
    "WIDOWER_UNTIL_AGE": wording(
        N_("A widower is paid until he remarries, reaches the age of {limit} or dies."),
        limit="age",
    ),
    "PARENT_UNTIL_AGE": wording(
        N_("Parents are paid until the age of {limit} or death."), limit="age"
    ),
    "WIDOWER_ALONE_REPORTED": wording(
        N_(
            "One news report has a widower with no child paid the full {limit} a month,"
            " so please ask PERKESO which applies."
        ),
        limit="money",
    ),
    "SHARE_SIBLING": wording(
        N_("A brother or sister, with no widow, widower or child: {limit}."),
        limit="percent",
    ),
    "DEATH_WHATEVER_THE_CAUSE": wording(
        N_(
            "If the person died, the family may be entitled all the same, whatever the"
            " cause of death. Please ask about benefits after a death."
        )
    ),
    "APPEAL_TRIBUNAL_AFTER_DECISION": wording(
        N_(
            "Other disputes go to the Tribunal within {limit} of receiving PERKESO's"
            " written decision."
        ),
        limit="years",
    ),
    "APPEAL_CLAIMED_WITHIN": wording(
        N_(
            "A benefit in dispute must have been claimed within {limit} of falling due,"
            " unless the Tribunal accepts a longer time as reasonable."
        ),
        limit="months",
    ),
    "REVIEW_AFTER_MONTHS": wording(
        N_(
            "If the condition gets worse, a review can be asked for after {limit}, or"
            " sooner with the Board's leave."
        ),
        limit="months",
    ),
    "REVIEW_PROVISIONAL": wording(
        N_("A provisional assessment can be reviewed after {limit}."), limit="months"
    ),
    "APPEAL_HIGH_COURT": wording(
        N_(
            "From there to the High Court, on law, within {limit} of the written order."
        ),
        limit="days",
    ),
    "APPEAL_HIGH_COURT_ON_LAW": wording(
        N_("From there to the High Court, on a substantial question of law.")
    ),
}
