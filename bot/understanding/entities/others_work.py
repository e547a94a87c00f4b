"""Work that is named and is nobody's in question: left long ago, or done for them.

`bekas tentera` is a soldier no more, `anak dihantar ke babysitter` names whoever looks
after the child, and `the lawyer says` quotes one.
"""

from __future__ import annotations

import re

from bot.understanding.entities.context import Context
from bot.understanding.phrases import Match

_BEFORE, _BEHIND = 9, 3  # words looked at on either side
_LEFT = re.compile(
    r"\b(bekas|ex|former|formerly|retired|mantan|pesara|was once|used to be"
    r"|dulu|dahulu|previously)\s*-?\s*((an?|the|seorang|saya|i|dia|kerja|bekerja|jadi|sebagai|as"
    r"|work(ed)?|pegawai|anggota)\s+)*$"
)
_CARES = (
    r"(dijaga|jagaan|diasuh|asuhan|looked after|minded|cared for|taken care of)"
    r"( oleh| by)?"
)
_BRINGS = (
    r"(hantar|dihantar|menghantar|tinggal(kan)?|ditinggalkan|letak|ambil|jemput|send"
    r"|sends|sent|sending|drop|drops|dropped|dropping|leave|leaves|left|leaving|pick"
    r"|picked|picking|fetch|fetched|fetching|(are|is|be|stay|stays|was|were) with)"
)
_DET = r"((seorang|sorang|the|an?|my|our|her|his|rumah)\s+)*$"
_TO = r"(ke|kat|di|dekat|pada|dari|daripada|to|with|at|from|off|up)\s+"
_SERVED = re.compile(
    rf"\b({_CARES}|upah|mengupah|hire|hires|hired|hiring|lantik|melantik|panggil|called"
    rf"|jumpa|saw|consult(ed)?)\s+{_DET}"
    rf"|\b{_BRINGS}\s+{_DET}|\b{_BRINGS}\s+(\w+\s+){{0,4}}?{_TO}{_DET}"
)
_QUOTED = re.compile(
    r"^\s*((saya|i|dia|kami|my|nya)\s+)?"
    r"(kata|cakap|bagi ?tahu|beritahu|suruh|nasihat\w*|says?|said|told|tells|advised?"
    r"|asked)\b"
)


def is_of_another(context: Context, match: Match) -> bool:
    """Whether the work of `match` is past, or that of somebody who serves or speaks."""
    front = range(max(0, match.first - _BEFORE), match.first)
    before = "".join(f"{context.said(at)} " for at in front)
    behind = range(match.last, match.last + _BEHIND)
    after = " ".join(context.said(at) for at in behind)
    past = _LEFT.search(before)
    return bool(past or _SERVED.search(before) or _QUOTED.match(after))
