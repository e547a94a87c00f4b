"""Known questions that plain words settle: illness, leave, learning, a disability card.

Each shares its words with something that the law works out, and is none of it: leave
for a fever is no leave after an accident, an intern no apprentice for being called one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.dialogue import tone
from bot.dialogue.curated import PREFIX
from bot.dialogue.message import Message
from bot.dialogue.sides import BOSS, STAFF
from bot.dialogue.work import implied_scheme

_LEAVE = (
    r"(?:mc|m\.c\.?|cuti sakit|sijil (?:cuti )?sakit|(?:sick|medical)[ -]?(?:leave|off)"
    r"|hospitali[sz]ation leave)"
)
_ORDINARY = re.compile(
    r"\b(?:demam|fever(?:ish)?|selsema|selesema|flu|influenza|batuk\w*|cough\w*|covid\w*"
    r"|denggi|dengue|migrain|migraine|gastrik|gastric|gastritis|cirit\w*|diarrh\w+"
    r"|muntah\w*|vomit\w*|food poisoning|keracunan makanan|chicken ?pox|cacar|campak"
    r"|measles|senggugut|period pain|appendi\w+|sinus|tonsil\w*|asma|asthma"
    r"|sakit (?:kepala|perut|tekak|gigi|mata|biasa)|(?:head|tooth|stomach) ?aches?"
    r"|sore throat|(?:tak|x|kurang|tidak) sihat|unwell|not (?:feeling )?well"
    r"|under the weather|(?:ordinary|normal) (?:illness|sickness)|food-poison\w*)\b"
)
_OF_WORK = re.compile(
    r"\b(?:kemalangan|accidents?|acident|aksiden|eksiden|jatuh|terjatuh|fell|cedera"
    r"|injur\w+|hurt|patah|langgar\w*|dilanggar|crash\w*|luka|melecur|tersepit|digigit"
    r"|bitten|penyakit (?:kerja|pekerjaan|khidmat)|occupational"
    r"|(?:sebab|kerana|dari|daripada|masa|semasa|waktu|tengah|tempat|berpunca dari)"
    r" (?:tempat )?(?:ker?ja|keje|bekerja)"
    r"|(?:at|from|by|because of|due to|while) (?:my |the )?(?:work|job)\w*)\b"
)
_PAYS = re.compile(
    r"\b(?:claims?|klaim|klim|klem|tuntut\w*|cover\w*|lindung\w*|dilindungi|layak|dapat"
    r"|dpt|bayar\w*|byr|pays?|paid|perkeso|so[ck]so|sosco|eligible|entitled|get|(?:di)?kira|counts?)\b"
)


def _ill(text: str, message: Message) -> bool:
    """Days off, or money, for an illness that nothing ties to the work."""
    ordinary = _ORDINARY.search(text)
    on_leave = re.search(rf"\b{_LEAVE}(?!\w)", text)
    by_illness = set(message.values("cause")) == {"illness"} and on_leave
    asked = on_leave or _PAYS.search(text)
    others = message.tells_of_a_death or _OF_WORK.search(text)
    named = set(message.values("cause")) - {"illness"} or message.first("injury")
    return bool((ordinary and asked) or by_illness) and not (others or named)


def _ill_of_self_employed(text: str, message: Message) -> bool:
    return implied_scheme(message) == "sksps" and _ill(text, message)


def _ill_at_home(text: str, message: Message) -> bool:
    return implied_scheme(message) == "skssr" and _ill(text, message)


def _of_unpaid_leave(text: str, message: Message) -> bool:
    """A month, or part of one, without wages because of leave."""
    return bool(_UNPAID_LEAVE.search(text)) and not message.tells_of_a_death


_UNPAID_LEAVE = re.compile(
    r"\b(?:unpaid|un-paid|no[- ]?pay|without pay|nopay) (?:leave|cuti|month)"
    r"|\bleave without (?:pay|wages|salary)\b"
    r"|\bunpaid for (?:the|a|one) (?:whole )?month"
    r"|\bcuti (?:\w+ ){0,2}(?:tanpa|tak ?ada|takde|tiada|tak ber|x ?ber|tidak ber)"
    r" ?(?:gaji|bayaran|bergaji)\b|\bcuti (?:tak|x|tidak) bergaji\b|\bnpl\b"
    r"|\bcuti unpaid\b"
)


def _of_interns(text: str, message: Message) -> bool:
    """Somebody learning at a workplace; a contract, not the name, decides."""
    about = _LEARNS.search(text) and not _LEARNT.search(text)
    elsewhere = message.tells_of_a_death or message.first("agency")
    return bool(about) and not (elsewhere or _NO_MATTER_OF_CONTRACT.search(text))


_LEARNS = re.compile(
    r"\b(?:interns?|internship|praktikal|latihan industri|industrial training|trainees?"
    r"|pelatih)\b"
)
_LEARNT = re.compile(
    r"\b(?:bekas|ex|former|secara|habis|lepas|selepas|after|finished|done with|dulu"
    r"|tamat)[- ](?:my |the )?(?:pelajar |budak )?"
    r"(?:interns?|internship|praktikal|latihan|trainee|pelatih)"
)
# what happened before or at the end is another matter than who is covered
_NO_MATTER_OF_CONTRACT = re.compile(
    r"\b(?:elaun (?:latihan|mencari)|training allowance|retrench\w*|status|semak|check"
    r"|vss|tamat kontrak|hilang kerja)\b"
)


def _of_the_oku_card(text: str, message: Message) -> bool:
    """A card of the welfare department, and money from PERKESO."""
    card = _OKU.search(text) and not message.tells_of_a_death
    return bool(card and _PENSION.search(text)) and not _JOINS.search(text)


_OKU = re.compile(
    r"\b(?:kad|card)\W+(?:\w+\W+)?(?:oku|orang kurang upaya)\b|\boku(?: |'s )?card"
    r"|\b(?:disabled|disability|oku) (?:person'?s? )?card\b|\bpemegang kad oku\b"
    r"|\bdaftar (?:sebagai )?oku\b|\bregistered (?:as )?oku\b"
)
_PENSION = re.compile(
    r"\b(?:pencen|pencin|pension|penchen|ilat|invalidity|bantuan bulanan|elaun bulanan"
    r"|monthly (?:money|pay\w*|allowance|help)|duit bulan\w*|faedah|manfaat"
    r"|benefits?)\b"
)
_JOINS = re.compile(
    r"\b(?:carum\w*|mencarum|join|sertai|daftar sksps|kendiri|register|contribut\w+"
    r"|kerja sendiri|self[- ]employed|meniaga|berniaga)\b"
)


def _of_dismissal(text: str, message: Message) -> bool:
    """Whether staff may be sent away for being ill; what EIS pays is another matter."""
    away = _DISMISSED.search(text) and re.search(rf"\b{_LEAVE}(?!\w)", text)
    paid = re.search(r"\b(?:sip|eis|claims?|klaim|tuntut|elaun)\b", text)
    return bool(away) and not (paid or message.first("amount"))


_DISMISSED = re.compile(
    r"\b(?:(?:di|mem)?buang|(?:di|mem)?berhentikan|(?:di|me)?pecat|(?:di)?tamatkan"
    r"|terminat\w+|dismiss\w*|fire[ds]?|firing|sack(?:ed|ing)?|let (?:\w+ )?go"
    r"|lay(?:ing)? (?:\w+ )?off|laid off|get rid of)\b"
)
_SEPARATION = re.compile(r"\b(?:vss|mss)\b")
_MEANING = frozenset(
    re.split(
        r"\s+",
        "apa ape apo apakah apa2 what whats s what's maksud maksudnya makna meaning"
        " mean means does do define definisi stand stands for explain terangkan vss"
        " singkatan mss tu itu ni ini ya ye ke is are the a of dgn dengan dan and or"
        " atau vs beza difference between eh la lah sebenarnya skim scheme perkeso"
        " socso dalam in kepanjangan tolong please",
    )
)


def _of_separation(text: str, _: Message) -> bool:
    """What VSS or MSS means, and nothing else."""
    said = re.findall(r"[\w']+", text)
    return bool(_SEPARATION.search(text)) and set(said) <= _MEANING


def names_unknown(message: Message) -> bool:
    """Whether the meaning of a short form is asked that is none of our words."""
    named = {name for name, _ in message.entities} - {"children", "period"}
    if named or any(hit.band in ("answer", "sure") for hit in message.found):
        return False
    said = re.findall(r"[\w']+", message.text)
    left = [word for word in said if word.casefold() not in _MEANING]
    return len(left) == 1 and bool(_SHORT_FORM.fullmatch(left[0]))


# in capitals, or without a vowel: no word that anybody pronounces
_SHORT_FORM = re.compile(r"[A-Z]{2,6}|[b-df-hj-np-tv-z]{2,6}")


def calmly_asked(message: Message) -> tuple[str, ...]:
    """What an unsure guess at distress asks, where nothing sounds of distress."""
    hurts = (tone.is_acute, tone.is_despair, tone.speaks_of_own_death)
    unsure = message.band != "answer" and not any(test(message) for test in hurts)
    text = message.text.casefold()
    if unsure and _of_dismissal(text, message):
        return (f"{PREFIX}dismissed_while_ill",)
    if tone.is_despair(message) or tone.speaks_of_own_death(message):
        return ()
    if _JOB_THREATENED.search(text):
        return ("complaint",)
    if tone.is_acute(message):
        return ()
    if _TO_INSURE.search(text):
        return ("eligibility_general",)
    lasting = message.first("injury") is None and _UNABLE.search(text)
    return ("benefit_permanent_disablement",) if lasting else ()


# the job is in danger, not the person
_JOB_THREATENED = re.compile(
    r"\b(?:ugut\w*|ancam\w*|threat\w*)\b.{0,20}"
    r"\b(?:buang(?! (?:saya|sy|aku) (?:dari|ke)\b)|pecat|berhentikan|fire|sack"
    r"|terminate|dismiss)\b(?!.{0,10}bunuh)"
)
_TO_INSURE = re.compile(
    r"\b(?:nak|mahu|ingin|want to|like to|how (?:do i|to|can i))"
    r" (?:protect|insure|cover|lindungi)\b"
)
_UNABLE = re.compile(
    r"\b(?:if|kalau|klu|klau|kalo|jika|what if)\b.{0,20}\b(?:can'?t|cannot|can not"
    r"|unable to|tak (?:boleh|bole|dapat|leh)|x (?:boleh|blh)|tidak (?:boleh|dapat))"
    r" (?:walk|work|stand|use|jalan|berjalan|kerja|bekerja|bergerak)\b"
)


def of_own_work(text: str, message: Message) -> bool:
    """Whether a driver or rider works for themself, and no employer is named."""
    own = implied_scheme(message) == "sksps" or _PLATFORM.search(text)
    employed = re.search(rf"\b(?:{BOSS}|{STAFF})\b", text)
    return bool(own and not employed)


_PLATFORM = re.compile(
    r"\b(?:grab\w*|food ?panda|panda|lalamove|shopee ?food|spx|e-?hailing|p-?hailing"
    r"|maxim|indrive|airasia ride|rider|runner)\b"
)


TESTS: dict[str, Callable[[str, Message], bool]] = {
    "dismissed_while_ill": _of_dismissal,
    "sksps_illness": _ill_of_self_employed,
    "suri_mc": _ill_at_home,
    "ordinary_illness": _ill,
    "unpaid_leave": _of_unpaid_leave,
    "oku_card": _of_the_oku_card,
    "intern": _of_interns,
    "eis_vss": _of_separation,
}
