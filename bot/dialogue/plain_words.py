"""Words that carry no matter of their own, and those that only ask for a price."""

from __future__ import annotations

import re

# words that carry no matter of their own
EMPTY = frozenset(
    re.split(
        r"\s+",
        "kalau klu kalo klau if untuk utk bagi for and dan with dgn dengan what whats"
        " about how so then ok okay okey oh eh ah pula pulak plak lak la lah je saja"
        " sahaja tu ni itu ini yang yg the a an my saya sy aku i me it is was are be"
        " macam mana mcm camana cemana bagaimana bukan silap salah sorry maaf no not"
        " actually sebenarnya maksud mean means instead pun juga jugak also too same"
        " sama on in of to dia he she they his her their per tahun year year's jadi"
        " please pls eh tapi but only just now sekarang lepas after next would will"
        " do does can could flat dah sudah dh nanti nnti nnt masuk sampai cecah"
        " yg mcmana patut sepatutnya should supposed",
    )
)
PRICE = frozenset(
    [
        "berapa",
        "brp",
        "brapa",
        "berapo",
        "berape",
        "brape",
        "bapo",
        "duit",
        "money",
        "bape",
        "bpe",
        "how",
        "much",
        "many",
        "kos",
        "cost",
        "price",
        "harga",
        "amount",
        "jumlah",
        "total",
        "bayar",
        "byr",
        "bayaran",
        "potong",
        "potongan",
        "ptg",
        "deduct",
        "cut",
        "pay",
        "caruman",
        "carum",
        "contribution",
        "rm",
        "ringgit",
    ]
)
