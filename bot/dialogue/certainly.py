"""Known questions that the words settle, whatever the message was taken for.

Each has a matter that many other questions name in passing, so that a classifier takes
it for one of them: money of a retrenchment for its benefit, the leaving of staff for
one's own. Only words that leave no other reading count, and no sum may be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from bot.dialogue import plainly
from bot.dialogue.curated import PREFIX
from bot.dialogue.message import Message
from bot.dialogue.sides import BOSS, EMPLOYER, LEFT, STAFF, side
from bot.dialogue.work import implied_scheme

OF_DEATH = "benefit_dependants_or_survivors"
_US = r"(?:perkeso|so[ck]so|sosco|sokso)"
_PAID_IN = r"(?:caruman|carum|contributions?|eis|sip|so[ck]so|sosco|sokso|perkeso)"
_NOT = (
    r"(?:tak|x|xnak|xnk|taknak|xpernah|xpnah|tk|tidak|tdk|never|not|\w+n'?t|belum|lupa"
    r"|without|tanpa)"
)
_HOW_MUCH = re.compile(r"\b(berapa|brapa|brp|bape|how much|kira|calculate)\b")


def asked(message: Message, known: Collection[str]) -> tuple[str, ...]:
    """Needs for the question that `message` surely asks; none if it is not sure."""
    if message.intent == "ask":
        return ()
    text = message.text.casefold()
    for name, test in _TESTS.items():
        if name in known and test(text, message):
            found = f"{PREFIX}{name}"
            if name == "intern" and sum_asked(text, message):
                return (found, "contribution_amount_employee")
            return (OF_DEATH, found) if message.tells_of_a_death else (found,)
    return ()


def sum_asked(text: str, message: Message) -> bool:
    """Whether what is due on an amount is asked for."""
    return bool(message.first("amount") and _HOW_MUCH.search(text))


def _of_the_body(text: str, _: Message) -> bool:
    """PERKESO itself: who heads it, how many work there, since when."""
    return bool(_HEADS.search(text) or _MANY_STAFF.search(text) or _SINCE.search(text))


_HEAD = (
    r"(?:ketua(?: eksekutif| pengarah)?|kep|ceo|pengarah(?: urusan| besar)?|pengerusi"
    r"|boss"
    r"|chief(?: executive(?: officer)?)?|director(?: general)?|chair(?:man|person"
    r"|woman)"
    r"|head|president|presiden|menteri|minister|founder|pengasas)"
)
_HEADS = re.compile(
    rf"\b(?:siapa|sapa|sape|siapakah|who|whos|who's|nama"
    rf"|name)\b[^?.]{{0,30}}\b{_HEAD}\b"
    rf"[^?.]{{0,30}}\b{_US}\b"
    rf"|\b{_HEAD}\W+(?:(?:of|untuk|kat|di|for|the)\W+)*{_US}\b[^?.]{{0,15}}"
    r"\b(?:siapa|sapa|sape|who|nama)\b"
    rf"|\bwho (?:runs|heads|leads|founded|owns)\W+{_US}\b"
    rf"|\b{_US}\W+(?:di ?)?bawah (?:kementerian|menteri|siapa|sapa)\b"
    rf"|\bwhich minist\w+ .{{0,20}}{_US}\b"
    rf"|\b{_US}\b[^?.]{{0,15}}\b(?:diketuai|dikendalikan|dipimpin) (?:oleh )?(?:siapa"
    rf"|sapa)"
)
_MANY_STAFF = re.compile(
    r"\b(?:berapa|brapa|brp)\W+(?:(?:orang|ramai|org|jumlah|bilangan)\W+)*"
    r"(?:pegawai|kakitangan|staff?|staf|pekerja|orang kerja)"
    rf"\W+(?:(?:di|dekat|kat|dalam|yang|yg|ada|kerja|bekerja|dgn|dengan)\W+)*{_US}\b"
    r"|\bhow many (?:staff|officers|people|employees|workers)\W+"
    rf"(?:(?:does|do|work|works|are|there|in|at|for|working|employed|by)\W+)+{_US}\b"
    rf"|\b{_US} (?:ada|has|have) (?:berapa|how many)\W+(?:(?:orang|ramai)\W+)*"
    r"(?:pegawai|kakitangan|staff?|staf|officers|employees)\b"
)
_SINCE = re.compile(
    rf"\b(?:bila|bilakah|tahun (?:berapa|bila)|when"
    rf"|which year)\b[^?.]{{0,15}}\b{_US}\W+"
    r"(?:(?:ni|ini|was|mula|telah)\W+)*(?:ditubuhkan|wujud|dibuka|founded|established"
    r"|set up|formed|created|start(?:ed)?)\b(?!\W+(?:bayar|potong|carum|pay))"
    rf"|\b{_US}\W+(?:ditubuhkan|wujud|founded|established)\W+(?:(?:sejak|pada|in)\W+)*"
    r"(?:bila|tahun (?:berapa|bila)|when)\b"
)


def _of_drivers_papers(text: str, message: Message) -> bool:
    """An accident on the road while a paper of the driver or vehicle was missing."""
    missing = _PAPER_MISSING.search(text)
    of_trade = _TRADE_LICENCE.search(text) and not _ROAD.search(text)
    happened = message.first("cause") or message.tells_of_a_death
    happened = happened or _HURT.search(text) or _CLAIM.search(text)
    drives = _ROAD.search(text) or plainly.of_own_work(text, message)
    return bool(missing and happened and not of_trade and drives)


def _of_own_drivers_papers(text: str, message: Message) -> bool:
    """The same of whoever drives or delivers for themself."""
    own = plainly.of_own_work(text, message)
    return own and _of_drivers_papers(text, message)


_PAPER = (
    r"(?:lesen|licen[cs]e|road ?tax|cukai jalan|insuran\w*(?= (?:kereta|motor"
    r"|kenderaan|dah"
    r"|tamat|mati|habis|luput))|(?:car|motor|vehicle) insurance|psv|gdl)"
)
_PAPER_MISSING = re.compile(
    rf"\b{_PAPER}\b(?:\W+\w+){{0,4}}?\W+(?:mati|tamat|luput|habis|expired?|lapsed?"
    rf"|xde|takde"
    r"|tiada|tak ada|x ada|takda|gantung|digantung|suspended|invalid|tak (?:sah"
    r"|hidup))\b"
    r"|\b(?:tak ?ada|tak de|takde|takda|x ?ada|xde|tiada|tidak (?:ada|mempunyai)"
    r"|tanpa|belum ada"
    rf"|no|without|don'?t have|didn'?t have|had no|have no|expired"
    rf"|invalid)\W+(?:(?:an?|any|my"
    rf"|valid|driving|motor(?:bike|cycle)?|car|his|her)\W+)*{_PAPER}\b"
    r"|\bunlicensed (?:driver|rider)\b|\blesen (?:l|p) (?:je|sahaja|only)\b"
)
_ROAD = re.compile(
    r"\b(memandu|pandu|driving|driver'?s?|drove|drive|rode|riding|motor\w*|kereta"
    r"|lori|lorry"
    r"|van|moto|car|bike|kenderaan|vehicle|road ?tax|cukai jalan|psv|gdl|jalan raya"
    r"|langgar\w*"
    r"|dilanggar|terlanggar|crash\w*|otw|on the way|(?:pergi|pegi|gi|balik|ke|blk|g) "
    r"(?:kerja|keje|krja|opis|ofis|pejabat|kilang)|(?:to|from) work)\b"
)
_TRADE_LICENCE = re.compile(
    r"\b(niaga|berniaga|meniaga|penjaja|gerai|hawker\w*|stall|council|majlis|dbkl"
    r"|jual\w*"
    r"|trad\w+ licen[cs]e)\b"
)
_HURT = re.compile(
    r"\b(accidents?|acident|aksiden|eksiden|kemalangan|jatuh|terjatuh|fell|cedera"
    r"|injur\w+"
    r"|hurt|patah|langgar\w*|dilanggar|crash\w*|luka|melecur|tersepit|terhempap"
    r"|terpotong"
    r")\b"
)
_CLAIM = re.compile(
    r"\b(claims?|klaim|klim|klem|tuntut\w*|cover\w*|dilindungi|layak)\b"
)


def _of_default_after_accident(text: str, message: Message) -> bool:
    """Somebody was hurt whom the employer had not registered or paid for."""
    named = re.search(rf"\b(?:{BOSS}|{STAFF}|(?:di)?potong\w*|deduct\w*)\b", text)
    hurt = _HURT.search(text) or message.tells_of_a_death
    return bool(named and _UNREGISTERED.search(text) and hurt)


_UNREGISTERED = re.compile(
    rf"\b{_NOT}\W+(?:(?:pernah|pnah|pnh|ever|even|lagi|pun|nak|been|yet|was|di)\W+)*"
    r"(?:(?:di|men)?daftar\w*|register\w*|(?:di|men)?carum\w*|contribut\w+|insured?)\b"
    rf"|\b{_NOT}\W+(?:(?:pernah|pnah|pnh|ever|even|lagi|pun|nak|been)\W+)*"
    rf"(?:bayar\w*|byr|pay|paid|paying)\W+(?:\w+\W+){{0,2}}{_PAID_IN}\b"
    rf"|\b(?:tiada|takde|tak ada|x ada|no)\W+{_PAID_IN}\b|\bunregistered\b"
    rf"|\b{_NOT}\W+(?:(?:pernah|pnah|pnh|ever|been|kena)\W+)*"
    rf"(?:(?:di)?potong\w*|deducted)\W+(?:\w+\W+){{0,1}}{_PAID_IN}\b"
    r"|\b(?:lewat|lambat|late)\W+(?:\w+\W+)?(?:daftar\w*|register\w*)\b"
    r"|\b(?:daftar\w*|register\w*)\W+(?:\w+\W+)?(?:lewat|lambat|late)\b"
)


def _of_own_dues_after_accident(text: str, message: Message) -> bool:
    """Somebody who pays for themself was hurt and had not paid."""
    own = implied_scheme(message) == "sksps" or _OWN_SCHEME.search(text)
    employed = re.search(rf"\b(?:{BOSS}|{STAFF})\b", text)
    unpaid = _UNPAID.search(text) and _HURT.search(text)
    return bool(own and unpaid and not employed)


_OWN_SCHEME = re.compile(r"\b(plan|pelan|kendiri|sksps)\b")
_UNPAID = re.compile(
    rf"\b{_NOT}\W+(?:(?:pernah|sempat|lagi|pun|nak|yet|been)\W+)*"
    r"(?:bayar\w*|byr|pay|paid|paying|renew\w*|(?:di|men)?daftar\w*|register\w*"
    r"|(?:di|men)?carum\w*|contribut\w+|sambung|perbaharui)\b"
    r"(?!\W+(?:gaji|salary|wages?|bil|hospital|apa))"
)


def _of_employers_share(text: str, _: Message) -> bool:
    """Whether the employer may lay its own share on the worker."""
    lays = _TAKES.search(text) and (_FROM_WAGE.search(text) or _MAY.search(text))
    lays = lays or (_MAY.search(text) and _LAID_ON_STAFF.search(text))
    own = _OWN_SHARE.search(text) or _LAID_ON_STAFF.search(text)
    elsewhere = _HOW_MUCH.search(text) or _OF_PLATFORMS.search(text)
    return bool(own and lays) and not elsewhere


_LAID_ON_STAFF = re.compile(
    rf"\b(?:potong|ptg"
    rf"|tolak)\W+(?:dari(?:pada)? )?gaji {STAFF}\b.{{0,30}}\b{_PAID_IN}\b"
    rf"|\b{_PAID_IN}\b.{{0,30}}\b(?:potong|ptg"
    rf"|tolak)\W+(?:dari(?:pada)? )?gaji {STAFF}\b"
    rf"|\bdeduct (?:the |all |whole )*{_PAID_IN}.{{0,20}} from (?:my |our "
    rf"|the )?{STAFF}\b"
)


_OF_PLATFORMS = re.compile(
    r"\b(platforms?|gig|commissions?|komisen|drivers?|riders?)\b"
)


_SHARE = r"(?:bahagian|bhgn|bhg|shares?|syer|portions?|parts?|caruman|contributions?)"
_OWN_SHARE = re.compile(
    rf"\b{_SHARE} (?:{BOSS}|dia ?orang|dorang)\b"
    rf"|\b(?:{BOSS}(?:'?s'?)?|its|their"
    rf"|diorang punya) (?:own )?(?:(?:{_PAID_IN})\W+)?{_SHARE}\b"
    rf"|\b(?:kedua[- ]?dua|dua[- ]dua|both)(?: (?:the|belah))? {_SHARE}\b"
    r"|\bboth (?:the )?(?:employer|employee|worker)s?'?s? (?:and|&)\b"
)
_TAKES = re.compile(
    r"\b(potong\w*|dipotong|ptg|tolak|ditolak|deduct\w*|cut|cuts|takes?|taking|took"
    r"|ambil"
    r"|recover\w*|pass|bear|tanggung|menanggung|makes?|minta|suruh|paksa|force[sd]?"
    r"|charges?"
    r"|(?:saya|sy|pekerja|staff|i|we) (?:(?:yang|yg|kena|must|have to"
    r"|need to) )*(?:bayar|pay))\b"
)
_FROM_WAGE = re.compile(
    r"\b(gaji|gj|upah|salary|salaries|wages?|pay|payslip|slip)\b"
    r"|\b(?:dari(?:pada)?|from|on|to|makes?|suruh|paksa|minta) (?:the |my |our )?"
    rf"(?:saya|sy|me|us|kami|{STAFF})\b"
)
_MAY = re.compile(
    r"\b(boleh|blh|bole|bleh|may|can|could|allowed|legal|illegal|betul|patut|sah"
    r"|salah|wajar"
    r"|is it|right|kenapa|why)\b"
)


def _of_money_on_leaving(text: str, _: Message) -> bool:
    """Whether a contribution is due on what is paid for the loss of the job."""
    counted = re.search(r"\d+\s*(?:bulan|tahun|months?|years?)\b", text)
    return bool(_TAKEN_OF_IT.search(text)) and not counted


_SEVERANCE = (
    r"(?:vss|mss|severance(?: pay)?|ex[- ]?gratia|gratuity|gratuiti|ganjaran"
    r"|(?:retrenchment|termination|separation|lay-?off) (?:benefits?|pay|payouts?|money"
    r"|package|compensation)|(?:duit|wang|bayaran|faedah|pampasan) (?:vss|mss|notis"
    r"|pisah\w*"
    r"|pemberhentian|penamatan|buang kerja|berhenti(?: kerja)?|retrench\w*))"
)
_TAKEN = (
    r"(?:(?:di)?potong\w*|ptg|(?:di)?tolak|deduct\w*|(?:di)?carum(?:kan|an)?"
    r"|contribut\w+"
    rf"|subject to|(?:kena |perlu |wajib )?(?:bayar|byr|pay) {_PAID_IN}"
    rf"|(?:kena|ada|got|attract) {_PAID_IN})"
)
_TAKEN_OF_IT = re.compile(
    rf"\b{_SEVERANCE}\b(?! (?:sebab|and i"
    rf"|dan saya)).{{0,20}}?(?<!dah )(?<!sudah )(?<!pernah )"
    rf"\b{_TAKEN}\b"
    rf"|\b{_TAKEN}\b.{{0,25}}?\b(?:on|from|for|atas|dari|daripada|untuk|utk|dalam|of"
    rf"|duit)\W+"
    rf"(?:(?:the|my|a|an|our|his|her|staff'?s?|duit|wang|bayaran)\W+)*{_SEVERANCE}\b"
)


def _of_dues_after_leaving(text: str, message: Message) -> bool:
    """Whether an employer goes on paying for somebody who left."""
    pays = _PAYS.search(text) and re.search(rf"\b{_PAID_IN}\b", text)
    gone = re.search(rf"\b(?:{LEFT}|(?:ex[- ]|bekas ){STAFF})\b", text)
    left = gone and side(message) == EMPLOYER
    other = message.first("amount") or _HOW_MUCH.search(text) or _RECORDS.search(text)
    return bool(pays and left) and not other


_RECORDS = re.compile(
    r"\b(statements?|proof|bukti|penyata|records?|rekod|refund\w*|tarik balik"
    r"|bayar balik|\w*silap"
    r"|overpaid|by mistake|claims?|tuntut\w*|dormant|tutup|closed?)\b"
)


_PAYS = re.compile(
    r"\b(bayar\w*|byr|pay|paying|paid|carum\w*|mencarum|contribut\w+|due|owe|potong\w*"
    r"|deduct\w*)\b"
)
_TESTS: dict[str, Callable[[str, Message], bool]] = {
    "who_runs_perkeso": _of_the_body,
    "drivers_papers_own": _of_own_drivers_papers,
    "drivers_papers": _of_drivers_papers,
    "not_registered": _of_default_after_accident,
    "before_payment": _of_own_dues_after_accident,
    "employer_share": _of_employers_share,
    "termination_money": _of_money_on_leaving,
    "employee_left": _of_dues_after_leaving,
    **plainly.TESTS,
}
