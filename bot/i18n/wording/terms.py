"""Names of schemes, sectors and other codes, as PERKESO writes them."""

from __future__ import annotations

from bot.i18n.catalogue import N_, translate
from bot.i18n.wording.injuries import BENEFITS, CAUSES, CIRCUMSTANCES, INJURIES

# full: the new name with the old one; said once. short: from then on
SCHEMES = {
    "skssr": (N_("LINDUNG Kasih (formerly SKSSR)"), N_("LINDUNG Kasih")),
    "sksps": (N_("LINDUNG Kendiri (formerly SKSPS)"), N_("LINDUNG Kendiri")),
    "act4": (N_("LINDUNG Pekerja (Act 4)"), N_("LINDUNG Pekerja")),
    "eis": (N_("LINDUNG Kerjaya (formerly EIS/SIP)"), N_("LINDUNG Kerjaya")),
    "lindung24": (N_("LINDUNG 24 Jam (SKBBK)"), N_("LINDUNG 24 Jam")),
    "gig": (N_("the Gig Workers Act 2025 (Act 872)"), N_("the Gig Workers Act")),
}
# what a scheme is for, in few words: for lists
PURPOSES = {
    "skssr": N_("for housewives"),
    "sksps": N_("for the self-employed"),
    "act4": N_("for employees: employment injury and invalidity"),
    "eis": N_("for employees who lose their job"),
    "lindung24": N_("for employees: accidents outside work"),
    "gig": N_("for gig workers on platforms"),
}
# short enough for a button on a telephone
LABELS = {
    "skssr": N_("LINDUNG Kasih (housewives)"),
    "sksps": N_("LINDUNG Kendiri (self-employed)"),
    "act4": N_("LINDUNG Pekerja (employees)"),
    "eis": N_("LINDUNG Kerjaya (job loss)"),
    "lindung24": N_("LINDUNG 24 Jam (outside work)"),
    "gig": N_("Gig Workers Act (platforms)"),
}
SECTORS = {
    "passenger_transport": N_("Passenger transport"),
    "goods_food_transport": N_("Goods or food transport"),
    "agriculture": N_("Agriculture"),
    "livestock": N_("Livestock"),
    "forestry": N_("Forestry"),
    "fisheries": N_("Fisheries"),
    "food": N_("Food"),
    "manufacturing": N_("Manufacturing"),
    "construction": N_("Construction"),
    "hawkers": N_("Hawkers"),
    "accommodation": N_("Accommodation premises"),
    "online_business": N_("Online business"),
    "information_technology": N_("Information technology"),
    "data_processing": N_("Data processing"),
    "agents": N_("Agents"),
    "professional_services": N_("Professional services"),
    "support_services": N_("Support services"),
    "arts": N_("Arts"),
    "household_services": N_("Household services"),
    "beauty_healthcare": N_("Beauty and healthcare"),
    "other": N_("Another kind of work"),
}
SEXES = {"female": N_("Female"), "male": N_("Male")}
CITIZENSHIPS = {
    "citizen": N_("Citizen"),
    "permanent_resident": N_("Permanent resident"),
    "temporary_resident": N_("Temporary resident"),
    "foreigner": N_("Not a citizen"),
}
EMPLOYMENTS = {
    "private_employee": N_("Private-sector employee"),
    "domestic_worker": N_("Domestic worker"),
    "civil_servant": N_("Civil servant"),
    "contract_public_servant": N_("Contract staff of a public body"),
    "apprentice": N_("Apprentice"),
    "self_employed": N_("Self-employed"),
    "housewife": N_("Housewife"),
    "none": N_("Not working"),
}
SERVICES = {
    "taxi": N_("Taxi"),
    "e_hailing": N_("E-hailing"),
    "bus": N_("Bus"),
}
PAYERS = {
    "self": N_("She pays herself"),
    "husband": N_("Her husband"),
    "other": N_("Somebody else"),
}
GROUPS = {
    "volunteer": N_("Volunteer"),
    "house_of_worship_worker": N_("House-of-worship worker"),
    "community_rehabilitation": N_("Community-rehabilitation staff"),
    "contract_for_service": N_("Public sector, contract for service"),
}
YES_NO = {"true": N_("Yes"), "false": N_("No")}
PLANS = {number: N_("Plan {n}") for number in ("1", "2", "3", "4")}
CATEGORIES = {
    "1": N_("First category"),
    "2": N_("Second category"),
}
DOCUMENTS = {
    "identity_card": N_("identity card"),
    "proof_of_activity": N_(
        "proof of the work, such as a licence, a permit, the profile in the app, a"
        " certificate or a letter"
    ),
    "termination_proof": N_("proof that the job ended"),
    "payslips": N_("pay slips of the last six months"),
    "bank_statement": N_("bank statement"),
}
FORMS = {
    "sr_1": N_("SR 1 (registration of a housewife)"),
    "borang_1": N_("Borang 1 (registration of the employer)"),
    "borang_2": N_("Borang 2 (registration of the employee)"),
    "sip_1": N_("SIP 1 (EIS registration of the employer)"),
    "sip_2": N_("SIP 2 (EIS registration of the employee)"),
    "sr_6": N_("SR 6 (claim of a housewife)"),
    "ps_2": N_("PS 2 (notice and claim of a self-employed person)"),
    "borang_34": N_("Borang 34 (notice and claim of an employee)"),
    "permanent_application": N_(
        "the application form for permanent disablement benefit"
    ),
    "sipf_1": N_("SIPF 1 (EIS claim)"),
    "lampiran_ii": N_("Lampiran II (dialysis)"),
    "pks_f_100": N_("PKS(F)100 (education loan)"),
    "pks_f_101": N_("PKS(F)101 (education loan)"),
    "pks_f_102": N_("PKS(F)102 (education loan)"),
    "pks_p_12": N_("PKS(P)12 (to the Appellate Medical Board)"),
    "tribunal_skssr_form": N_("the Tribunal's appeal form"),
    "eis_appeal_perkeso": N_("the EIS form for an appeal against PERKESO"),
    "eis_appeal_other": N_("the EIS form for an appeal against another party"),
}
PLACES = {
    "office": N_("any PERKESO office"),
    "portal_skssr": N_("the housewives' portal (suri.perkeso.gov.my)"),
    "portal_sksps": N_("the self-employed portal (through perkeso.gov.my)"),
    "portal_assist": N_("the employers' portal ASSIST (assist.perkeso.gov.my)"),
    "portal_eis": N_("the EIS portal (eis.perkeso.gov.my)"),
    "tribunal_skssr": N_("the Housewives' Social Security Tribunal"),
    "tribunal_sksps": N_("the Social Security Tribunal (TKS)"),
    "appellate_board": N_("the Social Security Appellate Board (JRKS)"),
}
RECIPIENTS = {
    "widow": N_("widow (several share equally)"),
    "widower": N_("widower"),
    "eldest_son": N_("eldest surviving son"),
    "eldest_daughter": N_("eldest surviving daughter"),
    "parents": N_("parents (in equal parts)"),
    "person_who_paid": N_("the person who paid for the funeral"),
}
FAMILY = {
    "spouse": N_("Widow or widower"),
    "children": N_("Children"),
    "parents": N_("Parents"),
    "each_child": N_("Each child, beside a widow or widower"),
    "children_alone": N_("All children together, with no widow or widower"),
    "widower": N_("Widower"),
    "each_child_of_her": N_("Each child, beside a widower"),
    "children_alone_of_her": N_("All children together, with no widower"),
}
# inside a sentence
SURVIVORS = {
    "spouse": N_("the widow or widower"),
    "widower": N_("the widower"),
}
NAMES: dict[str, dict[str, str]] = {
    "sector": SECTORS,
    "sex": SEXES,
    "citizenship": CITIZENSHIPS,
    "employment": EMPLOYMENTS,
    "service": SERVICES,
    "payer": PAYERS,
    "support_group": GROUPS,
    "yes_no": YES_NO,
    "plan": PLANS,
    "category": CATEGORIES,
    "documents": DOCUMENTS,
    "forms": FORMS,
    "places": PLACES,
    "recipients": RECIPIENTS,
    "who": FAMILY,
    "survivor": SURVIVORS,
    "benefit": BENEFITS,
    "cause": CAUSES,
    "circumstance": CIRCUMSTANCES,
    "injury": INJURIES,
}


def name(kind: str, code: object, language: str) -> str:
    """The name of one code; the code in plain letters if nobody named it."""
    key = str(code).lower()
    known = NAMES[kind].get(key)
    if known is None:
        return key.replace("_", " ")
    return translate(known, language, n=key)


def scheme_name(scheme: str, language: str, *, full: bool = True) -> str:
    """The scheme's name; in full it carries the old name as well."""
    known = SCHEMES.get(scheme)
    if known is None:
        return scheme.replace("_", " ")
    return translate(known[0] if full else known[1], language)


def scheme_label(scheme: str, language: str) -> str:
    """A button's title: short name, and whom or what it is for."""
    known = LABELS.get(scheme)
    return translate(known, language) if known else scheme_name(scheme, language)
