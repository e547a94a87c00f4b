"""How a message is said, where that matters more than what it seems to ask.

Text that looks like a command changes nothing, abuse gets a calm offer of a person, and
an accident that is only asked about is no emergency.
"""

from __future__ import annotations

import re

from bot.dialogue.message import Message

_COMMAND = re.compile(
    r"(\b(ignore|disregard|forget|abaikan|lupakan)\b.{0,40}\b(instructions?|rules?|prompts?"
    r"|previous|above|arahan|peraturan)\b)|\bsystem prompt\b|\byou are now\b"
    r"|\b(pretend|act) (to be|as|like|that you)\b|\bjailbreak\b|\bdeveloper mode\b"
    r"|<\s*/?\s*(script|system|assistant|user)\b|\b(drop|delete|select)\b.{0,20}\b(table"
    r"|from)\b|\bprint your\b|\breveal your\b|\bkata laluan admin\b"
)
_ABUSE = re.compile(
    r"\b(bodoh|bodo|bongok|bengap|bangang|bahlul|sial|siot|celaka|babi|anjing|mangkuk"
    r"|haram jadah|lahanat|pukimak|puki|palui|lancau|stupid|useless|idiot|idiots|dumb"
    r"|moron|fuck\w*|shit|bullshit|crap|damn you|wtf|garbage|trash|tak guna|x guna"
    r"|tidak berguna|sampah|hampeh|hampas|lembab|lembap|menyampah|benci)\b"
)
_AT_US = re.compile(
    r"\b(kau|ko|hang|awak|bot|chatbot|robot|you|your|u|system|sistem|perkeso|socso|ni|ini"
    r"|this|app|officers?|pegawai|website)\b"
)
_ONLY_ASKED = re.compile(
    r"\b(what if|if|kalau|klu|kalo|klau|jika|andai|sekiranya|does|do|is|are|adakah"
    r"|dapat|dpt|dapek|claim|klim|tuntut|cover\w*|lindung\w*|dilindungi|berapa|brp"
    r"|how much|report|lapor|melapor|boleh|layak|bila|when|how do|how to|macam mana)\b"
)
_STOP = re.compile(
    r"\b(batal\w*|jadi|stop|cancel\w*|berhenti|henti\w*|never ?mind|nvm|takpe|tak ?pe"
    r"|xpe|tak ?apa|x ?pa|takpa|lupakan|forget|abort|restart|reset|semula|start over"
    r"|quit|exit|tutup|enough|cukup|sudah|dah|no need|tak payah|x payah|biar|skip"
    r"|leave it|undo)\b"
)
_REPORT = re.compile(r"\b(report|lapor|melapor|laporkan|melaporkan)\b")
_ACUTE = re.compile(
    r"\b(tolong|help me|sekarang|right now|just now|pukul|bunuh|darah|berdarah|bleeding"
    r"|pengsan|unconscious|takut|scared|afraid|dera|ugut|threat\w*|rogol|rape\w*|cepat"
    r"|urgent\w*|kecemasan|emergency|ambulan\w*|999|nak mati|mati saja|die|suicid\w*"
    r"|penat hidup|tak sanggup|putus asa|kill|harm myself|hurt myself|hits? me|trapped"
    r"|beats? me|bernafas|breathing|tak sedar|terperangkap)\b"
)

# what somebody may say who was in distress a moment ago; without that it means less
_NO = r"(tak|x|tk|tidak|takde|tak ?ada|xde|xada|tiada|no longer)"
_DESPAIR = re.compile(
    rf"\b{_NO} (sapa|sape|siapa|sesiapa|orang|org)( pun)? (yang )?(peduli|kisah|sayang"
    rf"|faham|ambil tahu)\b|\b{_NO} (larat|sanggup|tahan|kuat|mahu hidup|nak hidup)\b"
    rf"|\b{_NO} (harapan|jalan keluar|makna)\b"
    r"|\b(nobody|no ?one) (cares?|loves|understands|would miss|will miss|listens)\b"
    r"|\b(can'?t|cannot|can not) (go on|take (it|this)|do this|carry on|cope)\b"
    r"|\b(no hope|hopeless|no point|pointless|worthless|all alone|give up|given up)\b"
    r"|\b(giving up|nothing left|a burden|better off without me|no way out|end it)\b"
    r"|\b(putus asa|hilang harapan|sorang diri|seorang diri|menyusahkan orang)\b"
    r"|\b(beban (kepada |pada )?(semua|keluarga|orang)|penat sangat|penat hidup)\b"
    r"|\b(nak mati|mati saja|bunuh diri|want to die|kill myself)\b"
)


_HITS = (
    r"(pukul(?! *[0-9]| berapa| brp)|belasah|tampar|tendang|sepak|dera|hits?|hitting"
    r"|beats?|beating|slaps?"
    r"|kicks?|punche[sd]|abuses?|abused)"
)
_CLOSE = (
    r"(suami|laki|husband|hubby|isteri|wife|bapa|ayah|abah|father|abang|boyfriend|bf"
    r"|majikan|boss?|employer|partner)"
)
# whoever says this may ask about a claim, and needs help first all the same
_BEATEN = re.compile(
    rf"\b{_CLOSE}\b.{{0,15}}\b{_HITS}\b.{{0,12}}\b(saya|sy|aku|kami|me|us)\b"
    rf"|\b(kena|di|being|got)\s?{_HITS}\b.{{0,15}}\b{_CLOSE}\b"
    rf"|\b(saya|sy|aku|i|i'm)\b.{{0,15}}\b{_HITS} (by|oleh|dgn|dengan)\b"
    rf".{{0,8}}{_CLOSE}\b"
)


def is_beaten(message: Message) -> bool:
    """Whether somebody tells of violence by a person close to them."""
    return bool(_BEATEN.search(message.text.casefold()))


def is_command(message: Message) -> bool:
    """Whether the text tries to give orders to a program."""
    return bool(_COMMAND.search(message.text.casefold()))


def is_abuse(message: Message) -> bool:
    """Whether the person scolds us or the service, and asks for nothing else."""
    text = message.text.casefold()
    found = _ABUSE.search(text)
    if found is None:
        return False
    return bool(_AT_US.search(text)) or len(text.split()) <= 3


def only_asks(message: Message) -> bool:
    """Whether an accident is asked about, not happening: nobody needs help now."""
    text = message.text.casefold()
    return bool(_ONLY_ASKED.search(text)) and not _ACUTE.search(text)


def is_acute(message: Message) -> bool:
    """Whether somebody needs help now, by the words used."""
    return bool(_ACUTE.search(message.text.casefold()))


def speaks_of_own_death(message: Message) -> bool:
    """Whether somebody speaks of ending their life."""
    return bool(_OWN_DEATH.search(message.text.casefold()))


_OWN_DEATH = re.compile(
    r"\b(nak|mahu|ingin|rasa|baik|biar) (saya |aku )?mati\b|\bbunuh diri\b|\bsuicid\w*"
    r"|\b(ikut|join) (dia|him|her) (mati|pergi)\b|\bmati (je|saja|sahaja|lagi baik)\b"
    r"|\b(want|wish|rather|better) (to )?(die|dead|be dead|was dead)\b"
    r"|\bend (it all|my life)\b"
    r"|\bkill(ing)? myself\b|\b(tak|tidak|x) (nak|mahu|sanggup|larat|guna) hidup\b"
    r"|\bhang myself\b|\bgantung diri\b|\b(harm|hurt) myself\b"
)


def is_despair(message: Message) -> bool:
    """Whether somebody seems to have lost hope, by words that alone may mean less."""
    return bool(_DESPAIR.search(message.text.casefold()))


def asks_of_help_line(message: Message) -> bool:
    """Whether one of the help lines that were named is asked about, not needed."""
    text = message.text.casefold()
    return bool(_HELP_LINE.search(text)) and bool(_ASKS_OF_LINE.search(text))


_HELP_LINE = re.compile(
    r"\b(15999|15555|talian kasih|talian heal|heal (line|hotline))\b"
)
_ASKS_OF_LINE = re.compile(
    r"\b(apa|apakah|what|whats|siapa|who|whose|buka|bukak|open|tutup|close[sd]?|jam|hours?"
    r"|pukul|bila|when|ke|kah|bawah|under|free|percuma|bayar|nombor|number|no|sapa|untuk|masih|24)\b|\?"
)


def tells_of_default(message: Message) -> bool:
    """Whether an employer is said not to register staff or pay contributions."""
    return bool(_DEFAULTS.search(message.text.casefold()))


_DEFAULTS = re.compile(
    r"\b(boss?|majikan|company|syarikat|employer|taukeh?|tokey|kedai)\b.{0,15}"
    r"\b(tak|x|tk|tidak|never|doesn'?t|didn'?t|not|won'?t)"
    r"( pernah| nak| mahu| paying)? ?"
    r"(bayar|byr|carum|daftar|register|pay|caruman|contribut\w+|potong)?\b.{0,20}"
    r"\b(perkeso|socso|sokso|sosco|eis|sip|caruman|contributions?)\b"
    r"|\b(boss?|majikan|company|syarikat|employer|taukeh?|tokey|kedai|kilang)\b.{0,15}"
    r"\b(tak|x|tk|tidak)( pernah| nak| mahu| bayar)? ?(men)?carum(kan|an)?\b"
)


def leaves_unregistered(message: Message) -> bool:
    """Whether an employer is said not to have registered somebody."""
    return bool(_UNREGISTERED.search(message.text.casefold()))


_UNREGISTERED = re.compile(
    r"\b(boss?|majikan|company|syarikat|employers?|taukeh?|tokey|kedai|kilang)\b.{0,12}"
    r"\b(tak|x|tk|tidak|never|does ?n'?t|did ?n'?t|has ?n'?t|not)"
    r"( pernah| nak| mahu| been)? (di)?(daftar\w*|register(ed)?)\b"
)


def leaves_unpaid(message: Message) -> bool:
    """Whether an employer is said not to pay, no word of wages beside it."""
    text = message.text.casefold()
    return bool(_UNPAID.search(text)) and not _OF_WAGES.search(text)


_UNPAID = re.compile(
    r"\b(boss?|majikan|company|syarikat|employers?|taukeh?|tokey|kedai|kilang)\b.{0,10}"
    r"\b(tak|x|tk|tidak|never|does ?n'?t|did ?n'?t|has ?n'?t|not|stopped)"
    r"( pernah| nak| mahu| been)? (bayar|byr|carum|pay|paid|paying|contribut\w+)\b"
)
_OF_WAGES = re.compile(r"\b(gaji|gj|salary|salaries|wages?|upah|ot|overtime|bonus)\b")


def wants_to_report(message: Message) -> bool:
    """Whether an accident is to be reported."""
    return bool(_REPORT.search(message.text.casefold()))


def says_stop(message: Message) -> bool:
    """Whether a wish to stop is in the words."""
    text = message.text.casefold()
    asks = re.search(r"\b(apa jadi|apa akan jadi|jadi apa)\b", text)
    return bool(_STOP.search(text)) and not asks


def asks_of_pension(message: Message) -> bool:
    """Whether a widow's pension is asked about, whatever the classifier makes of it."""
    if message.first("agency"):
        return False
    of_widow = {"widow", "widower"} & {str(each) for each in message.values("relation")}
    survivors = message.first("benefit") == "survivors"
    return survivors or bool(of_widow and _PENSION.search(message.text.casefold()))


_PENSION = re.compile(r"\b(pencen|pen[cs]yen|pensions?|faedah|benefits?)\b")


def withdraws_at_law(message: Message) -> bool:
    """Whether a claim or cover is to be cancelled, not this talk."""
    text = message.text.casefold()
    return bool(_WITHDRAWS.search(text)) and not _WITHDRAWN.search(text)


_CANCEL = (
    r"\b(?:mem)?(?:batal|batalkan|cancel|cancell?ing|withdraw|tarik balik|terminate)\b"
)
_OF_LAW = (
    r"\b(?:tuntutan|claims?|klaim|klim|pendaftaran|registrations?|caruman|contributions?"
    r"|polisi|policy|perlindungan|cover|coverage|permohonan|application|keahlian"
    r"|membership)\b"
)
_WITHDRAWS = re.compile(
    rf"{_CANCEL}.{{0,25}}{_OF_LAW}"
    rf"|{_OF_LAW}.{{0,20}}\b(?:nak|mahu|mau|want to|tolong|please|minta)\b"
    rf".{{0,8}}{_CANCEL}"
)
_WITHDRAWN = re.compile(
    r"\b(kenapa|knp|mengapa|why|maksud\w*|means?|meaning|refund\w*|kalau|klu|jika|if"
    r"|semakan|look-?up|check|semak)\b"
)


def asks_what_if(message: Message) -> bool:
    """Whether a few words ask for something, by a question word or mark."""
    text = message.text.casefold()
    return "?" in text or bool(_QUESTION.search(text) or _WHAT_IF.search(text))


def asks_unsurely(message: Message) -> bool:
    """The same of a message that was not surely understood."""
    return message.band == "clarify" and asks_what_if(message)


_WHAT_IF = re.compile(r"\b(what if|if|kalau|kalu|klu|klau|kalo|jika)\b")


def asks_something(message: Message) -> bool:
    """Whether a yes or a no goes on to ask for something."""
    text = message.text.casefold()
    return len(text.split()) >= _WORDS_OF_A_QUESTION and bool(_QUESTION.search(text))


_WORDS_OF_A_QUESTION = 5
_QUESTION = re.compile(
    r"\b(apa|berapa|brp|bila|macam mana|mcm mana|siapa|mana|what|how|when|who|which)\b"
)
