"""The catalogues are complete, and the check notices each thing that can be amiss."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bot.i18n import LANGUAGES, translate, translate_plural
from bot.i18n.catalogue import FOLDER, compiled, po_path
from bot.i18n.catalogues import LOCALES, ROOT, extract, main, places, problems

MALAY = {
    "Hello, {name}": "Selamat datang, {name}",
    "One more": "Satu lagi",
    "Yes": "Ya",
    "Opening": "Pembukaan",
    "A point": "Satu perkara",
    "{n} thing": "{n} benda",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project whose catalogues are complete."""
    (tmp_path / "babel.cfg").write_text((ROOT / "babel.cfg").read_text())
    texts = tmp_path / "bot" / "answers" / "texts"
    texts.mkdir(parents=True)
    (tmp_path / "bot" / "one.py").write_text(
        'A = N_("Hello, " "{name}")\n'
        'B = _many("{n} thing", "{n} things", 2)\n'
        'C = translate(A[key("never seen")], "ms")\n'
    )
    (tmp_path / "domain.yml").write_text(
        "responses:\n"
        "  utter_more:\n"
        "  - text: One more\n"
        "    buttons:\n"
        "    - title: 'Yes'\n"
        "      payload: /affirm\n"
    )
    (texts / "some.yaml").write_text(
        "- name: an.entry\n  text: Opening\n  points: [A point]\n"
    )
    extract(tmp_path)
    translate_all(tmp_path)
    return tmp_path


def translate_all(project: Path) -> None:
    path = po_path("ms_MY", project / "locales")
    text = path.read_text(encoding="utf-8")
    for english, malay in MALAY.items():
        text = text.replace(
            f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{malay}"'
        ).replace(
            f'msgid "{english}"\nmsgid_plural "{english}s"\nmsgstr[0] ""',
            f'msgid "{english}"\nmsgid_plural "{english}s"\nmsgstr[0] "{malay}"',
        )
    path.write_text(text, encoding="utf-8")


def edit(project: Path, old: str, new: str, *, locale: str = "ms_MY") -> None:
    path = po_path(locale, project / "locales")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_sentence_of_the_product_stands_in_both_languages() -> None:
    assert problems() == []


def test_a_complete_project_has_no_problems(project: Path) -> None:
    assert problems(project) == []


def test_sentences_come_from_python_domain_and_written_answers(project: Path) -> None:
    pot = (project / "locales" / "bot.pot").read_text(encoding="utf-8")
    assert all(f'msgid "{english}"' in pot for english in MALAY)
    assert "never seen" not in pot


def test_extracting_twice_changes_nothing(project: Path) -> None:
    before = po_path("ms_MY", project / "locales").read_bytes()
    extract(project)
    assert po_path("ms_MY", project / "locales").read_bytes() == before


def test_a_new_sentence_is_its_own_english_and_misses_its_malay(project: Path) -> None:
    (project / "bot" / "two.py").write_text('N_("Brand new")\n')
    assert problems(project) == [
        "bot.pot: not level with the sources; run `make locales`"
    ]
    extract(project)
    assert problems(project) == ["ms_MY: missing: 'Brand new'"]


def test_an_untranslated_sentence_is_noticed(project: Path) -> None:
    edit(project, 'msgstr "Satu lagi"', 'msgstr ""')
    assert problems(project) == ["ms_MY: missing: 'One more'"]


def test_a_fuzzy_sentence_is_noticed(project: Path) -> None:
    edit(project, 'msgid "One more"', '#, fuzzy\nmsgid "One more"')
    assert problems(project) == ["ms_MY: fuzzy: 'One more'"]


def test_a_sentence_that_the_sources_lost_is_noticed(project: Path) -> None:
    edit(project, 'msgid "One more"', 'msgid "Gone"\nmsgstr "x"\n\nmsgid "One more"')
    assert problems(project) == ["ms_MY: stale: 'Gone'"]


def test_an_obsolete_sentence_is_noticed(project: Path) -> None:
    path = po_path("ms_MY", project / "locales")
    with path.open("a", encoding="utf-8") as target:
        target.write('\n#~ msgid "Old"\n#~ msgstr "Lama"\n')
    assert problems(project) == ["ms_MY: obsolete: 'Old'"]


@pytest.mark.parametrize("locale", LOCALES)
def test_other_places_than_the_source_are_noticed(project: Path, locale: str) -> None:
    right = {"ms_MY": "Selamat datang, {name}", "en_MY": "Hello, {name}"}[locale]
    edit(project, f'msgstr "{right}"', 'msgstr "Hai, {nama}"', locale=locale)
    assert problems(project) == [
        f"{locale}: other {{places}} than the source: 'Hello, {{name}}'"
    ]


def test_a_broken_place_is_noticed(project: Path) -> None:
    edit(project, "Selamat datang, {name}", "Selamat datang, {name")
    assert "other {places}" in problems(project)[0]


def test_places_are_named_once_each() -> None:
    assert places("{a} and {b} and {a}") == {"a", "b"}
    assert places("none") == set()


def test_no_compiled_catalogue_is_committed() -> None:
    found = subprocess.run(
        ["git", "ls-files", "*.mo"], cwd=ROOT, capture_output=True, text=True
    )
    assert found.stdout == ""


def test_both_catalogues_compile() -> None:
    assert all(compiled(po_path(locale)) for locale in LOCALES)
    assert FOLDER.name == "locales"


def test_the_command_says_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert main(["compile"]) == 0
    assert main(["nonsense"]) == 2
    assert "nothing amiss" in capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_without_translation_stays_english(language: str) -> None:
    assert translate("Nobody wrote {this}", language, this="1") == "Nobody wrote 1"
    assert translate("", language) == ""


def test_places_stay_until_values_are_given() -> None:
    assert translate("{n} plans of {scheme}", "ms") == "{n} plans of {scheme}"


def test_plurals_follow_the_language() -> None:
    assert translate_plural("{n} day", "{n} days", 1, language="en") == "1 day"
    assert translate_plural("{n} day", "{n} days", 3, language="en") == "3 days"
    assert translate_plural("{n} day", "{n} days", 3, language="ms") == "3 hari"
