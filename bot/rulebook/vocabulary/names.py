"""Names inside `amounts`, `dates`, `durations`, and codes inside `items`."""

from __future__ import annotations

AMOUNTS: dict[str, str] = {
    "employer": "the employer's share a month",
    "employee": "the employee's share a month",
    "total": "the sum to pay",
    "monthly": "a month",
    "yearly": "a year",
    "daily": "a day (equivalent)",
    "member": "what the member pays",
    "government": "what the government pays",
    "shortfall": "what is still missing",
    "excess": "what is above the plan",
    "lump_sum": "paid once",
    "spouse": "the widow's or widower's part a month",
    "children": "the children's part together a month",
    "parents": "the parents' part a month",
    "per_treatment": "for one treatment",
}

DATES: dict[str, str] = {
    "join_before": "must join before this day",
    "cover_from": "first day covered",
    "cover_until": "last full day covered",
    "invalidity_cover_until": "last full day of cover for invalidity and death",
    "renew_by": "last day to renew without a gap",
    "notice_by": "last day for the husband's notice",
    "starts": "first day of the law",
    "ended": "last day of the law",
    "stops": "the day contributions stop",
    "claim_by": "last day to claim",
    "expected_by": "day by which PERKESO's charter expects to be done",
}

DURATIONS: dict[str, str] = {
    "cover": "how long a payment covers",
    "invalidity_cover": "how long invalidity and death are covered",
    "register_within": "time to register",
    "claim_within": "time to claim",
    "processing": "PERKESO's time from complete papers",
    "tribunal_within": "time to ask the Tribunal",
    "board_within": "time to ask the Appellate Board",
    "high_court_within": "time to ask the High Court",
    "allowance": "how long the allowance lasts",
    "acknowledgement": "time to acknowledge a complaint",
}

SCHEMES: dict[str, str] = {
    "skssr": "SKSSR, LINDUNG Kasih",
    "sksps": "SKSPS, LINDUNG Kendiri",
    "act4": "Act 4: employment injury and invalidity, LINDUNG Pekerja",
    "eis": "EIS/SIP, LINDUNG Kerjaya",
    "lindung24": "LINDUNG 24 Jam",
}

DOCUMENTS: dict[str, str] = {
    "identity_card": "identity card",
    "proof_of_activity": "proof of the self-employment (licence, permit, profile,"
    " certificate or letter)",
    "termination_proof": "proof of termination",
    "payslips": "payslips of the last six months",
    "bank_statement": "bank statement",
}

FORMS: dict[str, str] = {
    "sr_1": "SR 1, registration of a housewife",
    "borang_1": "Borang 1, registration of the employer",
    "borang_2": "Borang 2, registration of the employee",
    "sip_1": "SIP 1, EIS registration of the employer",
    "sip_2": "SIP 2, EIS registration of the employee",
    "sr_6": "SR 6, claim of a housewife",
    "ps_2": "PS 2, notice and claim of a self-employed person",
    "borang_34": "Borang 34, notice and claim of an employee",
    "permanent_application": "application for permanent disablement benefit",
    "sipf_1": "SIPF 1, EIS claim",
    "lampiran_ii": "Lampiran II, dialysis",
    "pks_f_100": "PKS(F)100, education loan",
    "pks_f_101": "PKS(F)101, education loan",
    "pks_f_102": "PKS(F)102, education loan",
    "pks_p_12": "PKS(P)12, to the Appellate Medical Board",
    "tribunal_skssr_form": "appeal form of the Housewives' Tribunal",
    "eis_appeal_perkeso": "EIS appeal against PERKESO",
    "eis_appeal_other": "EIS appeal against another party",
}

PLACES: dict[str, str] = {
    "office": "any PERKESO office",
    "portal_skssr": "the housewives portal suri.perkeso.gov.my",
    "portal_sksps": "the self-employed portal",
    "portal_assist": "the employer portal ASSIST",
    "portal_eis": "the EIS portal eis.perkeso.gov.my",
    "tribunal_skssr": "Housewives' Social Security Tribunal",
    "tribunal_sksps": "Social Security Tribunal (TKS)",
    "appellate_board": "Social Security Appellate Board (JRKS)",
}

RECIPIENTS: dict[str, str] = {
    "widow": "widow, or widows equally",
    "widower": "widower",
    "eldest_son": "eldest surviving son",
    "eldest_daughter": "eldest surviving daughter",
    "parents": "parents equally",
    "person_who_paid": "whoever paid for the funeral",
}

ITEMS: dict[str, dict[str, str]] = {
    "schemes": SCHEMES,
    "documents": DOCUMENTS,
    "forms": FORMS,
    "places": PLACES,
    "recipients": RECIPIENTS,
}
