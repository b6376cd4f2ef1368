"""What is suppressed when fixes begin is never fixed."""

from speechlint.baseline import Entry, fingerprint
from speechlint.diagnostic import Applicability, Diagnostic, Severity
from speechlint.document import Document
from speechlint.fixer import fix
from speechlint.linter import Linter
from speechlint.rule import Rule
from speechlint.sources import document
from speechlint.suppress import Sifted, sift
from speechlint.text import Span

TRUST = frozenset({Applicability.SAFE})


def rule(name: str, words: dict[str, str]) -> Rule:
    options = {"words": words, "applicability": "safe"}
    return Rule(name, "", "", "", Severity.ERROR, "substitution", options, name, "")


RULES = [rule("a.one", {"截止": "截至"}), rule("a.two", {"登陆": "登录"})]


def fixed(text: str, entries: list[Entry], allow: tuple[str, ...] = ()) -> str:
    def suppressing(doc: Document, found: list[Diagnostic]) -> Sifted:
        return sift(doc, found, RULES, allow, entries)

    return fix(Linter(RULES), text, TRUST, document, suppressing).text


def entry(text: str, word: str) -> Entry:
    at = text.index(word)
    return Entry("a.txt", "a.one", fingerprint(document(text), Span(at, at + len(word))))


def test_what_is_in_the_baseline_stays_when_its_neighbour_is_mended() -> None:
    text = "截止目前，已登陆系统。\n\n报名截止。"
    assert fixed(text, []) == "截至目前，已登录系统。\n\n报名截至。"
    assert fixed(text, [entry(text, "截止")]) == "截止目前，已登录系统。\n\n报名截至。"


def test_what_is_allowed_stays() -> None:
    text = "截止目前，报名截止。"
    assert fixed(text, [], ("报名截止",)) == "截至目前，报名截止。"
