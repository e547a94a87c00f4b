"""Other bodies that people ask us about: their names, and where they are reached.

Numbers stand here only where a source of ours vouches for them.
"""

from __future__ import annotations

from bot.i18n import N_, translate

NAMES = {
    "kwsp": N_("the Employees Provident Fund (EPF, in Malay KWSP)"),
    "lhdn": N_("the Inland Revenue Board (LHDN)"),
    "jkm": N_("the Social Welfare Department (JKM)"),
    "jpn": N_("the National Registration Department (JPN)"),
    "jpa": N_("the Public Service Department (JPA) or KWAP, for government pensions"),
    "jtk": N_("the Labour Department (JTKSM)"),
    "imigresen": N_("the Immigration Department"),
    "jpj": N_("the Road Transport Department (JPJ)"),
    "ptptn": N_("the National Higher Education Fund (PTPTN)"),
    "zakat": N_("the zakat board of your state"),
    "bank": N_("your bank"),
    "polis": N_("the police (PDRM)"),
    "kkm": N_("the Ministry of Health"),
    "tnb": N_("your electricity or water company"),
    "insurer": N_("your insurer or takaful operator"),
    "niosh": N_("the Department of Occupational Safety and Health (DOSH) or NIOSH"),
}
_THEIRS = N_(
    "That is a matter for {agency}, not PERKESO, so please ask there. I can help with"
    " PERKESO: protection, contributions, benefits and claims."
)
# Labour Department: the fact pack's CON-056, last seen in November 2026
_REACHED = {"jtk": N_("Labour Department: 03-8000 8000, jtksm@mohr.gov.my.")}


def agency_text(code: str, language: str) -> str:
    """Whose matter it is, and how they are reached where that is known."""
    said = translate(_THEIRS, language, agency=translate(NAMES[code], language))
    reached = _REACHED.get(code)
    return f"{said}\n{translate(reached, language)}" if reached else said
