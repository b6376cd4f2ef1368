"""The documentation site builds without a warning, and leads nowhere in vain."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from html import unescape
from pathlib import Path

import links
import pytest

from speechlint import packs
from speechlint.cli import COMMANDS
from speechlint.settings import KEYS

ROOT = Path(__file__).parent.parent.parent
RULES = [rule.id for rule in packs.load_packs(packs.builtin())]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--strict",
        "--config-file",
        "docs/mkdocs.yml",
        "--site-dir",
    ]
    done = subprocess.run(
        [sys.executable, *command, folder],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    counts: Counter[str] = Counter()
    assert list(links.faults(str(site), counts)) == []
    assert counts["pages"] > len(RULES)
    assert counts["anchors"] > 1000


def test_every_rule_has_its_page_and_stands_in_the_index(site: Path) -> None:
    pages = {path.stem for path in (site / "rules").glob("*.*.html")}
    assert pages == set(RULES)
    index = links.read(str(site))["rules/index.html"]
    assert {f"{rule}.html" for rule in RULES} <= set(index.clicked)


def test_a_rule_page_says_what_the_rule_file_says(site: Path) -> None:
    page = (site / "rules/placeholder.mask.html").read_text("utf-8")
    rule = packs.load_rule(str(ROOT / "rules/placeholder/mask.toml"), examples=True)
    text = unescape(re.sub("<[^>]*>", "", page))
    for example in rule.examples:
        assert example.text in text
    assert f"<mark>{rule.examples[0].text[3:5]}</mark>" in page
    assert rule.why.partition("。")[0] in text


def test_settings_and_commands_have_anchors(site: Path) -> None:
    pages = links.read(str(site))
    assert pages["reference/settings.html"].anchors >= set(KEYS)
    assert pages["reference/commands.html"].anchors >= set(COMMANDS)


def test_the_search_index_is_a_script_too_and_keeps_words_whole(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    script = (site / "search/search_index.js").read_text("utf-8")
    assert json.loads(script.removeprefix("var __index = ")) == index
    titles = [section["title"] for section in index["docs"]]
    assert any(title.startswith("占位符没有填上") for title in titles)


def test_faults_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<a href="b.html#yes">1</a><a href="b.html#no">2</a><a href="c.html">3</a><a href="#no">4</a>'
        '<a href="https://example.com">5</a><script src="https://example.com/x.js"></script>'
        '<img src="no.png"><img src="data:,">'
    )
    (tmp_path / "b.html").write_text('<h1 id="yes">b</h1>')
    counts: Counter[str] = Counter()

    assert list(links.faults(str(tmp_path), counts)) == [
        "a.html: loads https://example.com/x.js",
        "a.html: nothing is at no.png",
        "a.html: no anchor b.html#no",
        "a.html: nothing is at c.html",
        "a.html: no anchor #no",
    ]
    assert counts == {"pages": 2, "anchors": 3, "elsewhere": 2}
