import gc
import weakref

from speechlint.api import builtin_rules
from speechlint.document import Document
from speechlint.linter import Linter


def test_a_dissolved_document_is_freed_without_the_garbage_collector() -> None:
    text = (
        "同志们：\n\n一、认清形势\n\n今年安排XX个项目。\n\n二、抓好落实\n\n一是抓早，二是抓实。\n"
    )
    document = Document(text)
    assert Linter(builtin_rules()).lint(document)
    known = weakref.ref(document)
    document.dissolve()
    gc.disable()
    try:
        del document
        assert known() is None
    finally:
        gc.enable()


def test_a_dissolved_document_can_still_be_read() -> None:
    document = Document("同志们：\n\n今年一切都好。\n")
    before = [speech.span for speech in document.speeches]
    document.dissolve()
    assert [speech.span for speech in document.speeches] == before
