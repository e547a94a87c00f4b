"""Questions about a record that was shown, told from those that hold for everybody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.dialogue.lookup import Again, Lookup, OfBenefit
from bot.dialogue.lookup_questions import Question, question_of, topic_alone
from bot.dialogue.lookup_words import CHOSEN, SHOWN, STEPS, Heard
from tests.dialogue.conftest import heard

CLAIM = Lookup("claims", SHOWN, claims=1, place=1)
PAYMENTS = Lookup("contributions", SHOWN)
REGISTERED = Lookup("registration", SHOWN)
LONG_AGO = 3


def asked(text: str, lookup: Lookup = CLAIM, **more: Any) -> Question | None:
    form_open = bool(more.pop("form_open", False))
    need = more.pop("need", "nlu_fallback")
    return question_of(heard(need, text=text, **more), lookup, form_open=form_open)


def part(text: str, lookup: Lookup = CLAIM) -> tuple[str, str | None] | None:
    found = asked(text, lookup)
    return (found.about.topic, found.about.part) if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("which papers have not arrived yet, any missing?", "papers"),
        ("ada dokumen yang belum sampai ke", "papers"),
        ("surat apa lagi yang kurang", "papers"),
        ("where do i send the missing documents", "papers"),
        ("what's still missing", "papers"),
        ("brp lama lagi", "wait"),
        ("how much longer do i wait", "wait"),
        ("bila keputusan keluar", "wait"),
        ("when will it be decided", "wait"),
        ("kenapa lama sangat", "wait"),
        ("when do i get an answer", "wait"),
        ("how many more days", "wait"),
        ("I sent everything, what's missing?", "papers"),
        ("ada lagi dokumen yang diperlukan ke", "papers"),
        ("status dia apa sekarang", "status"),
        ("sudah bayar atau belum", "pay"),
        ("knp kena tolak", "refused"),
        ("what is the reason", "refused"),
        ("why was it turned down", "refused"),
        ("tarikh akhir rayuan bila", "appeal"),
        ("until what date can i appeal", "appeal"),
        ("sempat lagi tak nak rayu", "appeal"),
        ("bila duit masuk", "pay"),
        ("when will i receive the money", "pay"),
        ("dah bayar ke belum", "pay"),
        ("bila saya hantar tuntutan tu", "filed"),
        ("when did i file it", "filed"),
        ("dah lulus belum", "status"),
        ("any news?", "status"),
        ("so what do i do now", "status"),
        ("lepas ni apa pula", "status"),
    ],
)
def test_after_a_claim_a_part_of_it_is_asked_for(text: str, name: str) -> None:
    assert part(text) == ("claims", name)


@pytest.mark.parametrize(
    ("text", "topic", "name"),
    [
        ("sampai bila saya dilindungi", "registration", "cover"),
        ("until when am i covered", "registration", "cover"),
        ("my coverage valid until when", "registration", "cover"),
        ("am i still covered?", "registration", "cover"),
        ("bila pendaftaran saya luput", "registration", "cover"),
        ("pelan berapa saya sekarang", "registration", None),
        ("when did i register", "registration", None),
        ("syarikat mana yang bayarkan", "contributions", "employer"),
        ("who paid for me", "contributions", "employer"),
        ("bulan apa yang tertinggal", "contributions", "gaps"),
        ("which months were not paid", "contributions", "gaps"),
        ("did i miss any payment", "contributions", "gaps"),
        ("bulan mana majikan tak bayar", "contributions", "gaps"),
        ("insurans saya masih aktif ke", "registration", "cover"),
        ("bila bayaran terakhir saya", "contributions", None),
        ("how much did i pay", "contributions", None),
        ("apa dokumen tak lengkap", "claims", "papers"),
        ("why was my claim refused", "claims", "refused"),
    ],
)
@pytest.mark.parametrize("lookup", [CLAIM, PAYMENTS])
def test_one_record_leads_to_another(
    lookup: Lookup, text: str, topic: str, name: str | None
) -> None:
    assert part(text, lookup) == (topic, name)


@pytest.mark.parametrize(
    ("text", "lookup", "found"),
    [
        ("bila bayar", CLAIM, ("claims", "pay")),
        ("bila bayar", PAYMENTS, ("contributions", None)),
        ("how long more", CLAIM, ("claims", "wait")),
        ("how long more", REGISTERED, ("registration", "cover")),
        ("kenapa ditolak", CLAIM, ("claims", "refused")),
        ("kenapa ditolak", REGISTERED, ("registration", None)),
        ("bila tamat", REGISTERED, ("registration", "cover")),
        ("who paid it", PAYMENTS, ("contributions", "employer")),
    ],
)
def test_few_words_mean_what_was_shown(
    text: str, lookup: Lookup, found: tuple[str, str | None]
) -> None:
    assert part(text, lookup) == found


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("what documents does one need for a funeral claim", {"benefit": "funeral"}),
        ("dokumen apa perlu untuk claim pengebumian", {"benefit": "funeral"}),
        ("bila tamat perlindungan kalau plan 1", {"plan": 1}),
        ("when does plan 2 cover end", {"plan": 2}),
        ("bila tamat perlindungan skssr", {"scheme": "skssr"}),
        ("what happens if papers are missing", {}),
        ("dokumen apa perlu untuk buat tuntutan", {}),
        ("biasanya berapa lama tuntutan diproses", {}),
        ("how long does a claim usually take", {}),
        ("siapa bayar caruman, majikan atau pekerja", {}),
        ("orang yang ditolak kenapa selalunya", {}),
        ("when must the contribution be paid", {}),
        ("bila kena bayar caruman", {}),
        ("what does refused mean", {}),
        ("plan mana sesuai untuk saya", {}),
        ("berapa caruman suri rumah setahun", {}),
        ("macam mana nak buat tuntutan", {}),
        ("can i appeal", {}),
        ("boleh saya tarik balik tuntutan", {}),
        ("am i covered when driving to work", {}),
        ("last date to pay contributions", {}),
        ("borang apa untuk daftar syarikat", {}),
        ("missed two months, does what i paid before disappear", {}),
        ("no money for the hospital, will socso give any money", {}),
        ("is it approved", {"agency": "kwsp"}),
        ("berapa lama tribunal proses rayuan", {}),
        ("apa khabar", {}),
    ],
)
@pytest.mark.parametrize("lookup", [CLAIM, PAYMENTS, REGISTERED])
def test_what_holds_for_everybody_stays_a_question_of_law(
    lookup: Lookup, text: str, entities: dict[str, Any]
) -> None:
    assert asked(text, lookup, **entities) is None


@pytest.mark.parametrize("step", [None, *STEPS[:-1]])
def test_before_any_record_was_shown_nothing_is_asked_about_one(
    step: str | None,
) -> None:
    lookup = Lookup("claims", step) if step else None
    for text in ("what papers are missing", "bila tamat perlindungan saya"):
        assert question_of(heard("inform", text=text), lookup, form_open=False) is None


def test_after_other_talk_only_a_plain_word_of_the_record_leads_back() -> None:
    later = Lookup("claims", SHOWN, claims=1, place=1, away=LONG_AGO)
    for text in ("bila bayar", "how long more", "any news?", "what next"):
        assert asked(text) is not None
        assert asked(text, later) is None
    own = asked("bila tamat perlindungan saya", later)
    assert own is not None
    assert own.sure
    unsure = asked("apa dokumen yang kurang", later)
    assert unsure is not None
    assert not unsure.sure


def test_while_a_fact_is_asked_for_few_words_are_its_answer() -> None:
    assert asked("bila bayar", form_open=True) is None
    assert asked("yang satu lagi", form_open=True) is None


@pytest.mark.parametrize("need", ["emergency_or_distress", "talk_to_human"])
def test_help_comes_before_the_record(need: str) -> None:
    assert asked("bila bayar", need=need) is None


def test_the_claim_that_was_shown_is_the_one_asked_about() -> None:
    second = Lookup("claims", CHOSEN, claims=3, place=2)
    found = asked("dokumen apa yang kurang", second)
    assert found is not None
    assert found.about.claim == Again(2, 3)


def test_a_claim_that_is_named_is_the_one_asked_about() -> None:
    found = asked("bila tuntutan pengebumian saya dibayar", benefit="funeral")
    assert found is not None
    assert found.about.claim == OfBenefit("funeral")
    found = asked("dokumen apa kurang", claim_number="CLM-2026-7")
    assert found is not None
    assert found.about.claim == "CLM-2026-7"


@pytest.mark.parametrize(
    "text",
    [
        "yang satu lagi?",
        "what about the other one",
        "yang lain pula",
        "the other claim",
    ],
)
def test_the_other_of_two_claims_is_the_one_that_was_not_shown(text: str) -> None:
    for shown, other in ((1, 2), (2, 1)):
        found = asked(text, Lookup("claims", CHOSEN, claims=2, place=shown))
        assert found is not None
        assert found.about.claim == other
    found = asked(text, Lookup("claims", CHOSEN, claims=3, place=1))
    assert found is not None
    assert found.about.claim is None  # which of them is for the person to say
    assert asked(text, PAYMENTS) is None


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("tuntutan pulak", "claims"),
        ("caruman pula?", "contributions"),
        ("what about payments", "contributions"),
        ("and registration", "registration"),
        ("nak tengok pendaftaran", "registration"),
        ("kalau caruman", "contributions"),
    ],
)
def test_another_record_named_alone_is_wanted(text: str, topic: str) -> None:
    message = heard("inform", text=text)
    assert topic_alone(message, CLAIM, form_open=False) == Heard("topic", topic)
    assert topic_alone(message, CLAIM, form_open=True) is None
    assert topic_alone(message, None, form_open=False) is None


@pytest.mark.parametrize(
    "text",
    ["macam mana nak claim", "nak bayar caruman", "apa itu caruman", "claim apa"],
)
def test_a_record_named_in_a_question_is_not_wanted(text: str) -> None:
    assert topic_alone(heard("inform", text=text), CLAIM, form_open=False) is None


@pytest.mark.parametrize(
    ("text", "relation", "word"),
    [
        ("my husband's claim too", "husband", "husband"),
        ("caruman isteri pula", "wife", "isteri"),
    ],
)
def test_somebody_elses_record_named_alone_is_not_ones_own(
    text: str, relation: str, word: str
) -> None:
    place = text.index(word)
    message = replace(
        heard("inform", text=text, relation=relation),
        starts=(place,),
        ends=(place + len(word),),
    )
    assert topic_alone(message, CLAIM, form_open=False) == Heard("other", "family")
