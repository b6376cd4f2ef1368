import errno

from speechlint.oserrors import reason


def test_what_happens_often_is_told_in_chinese() -> None:
    assert reason(OSError(errno.ENOSPC, "No space left on device")) == "磁盘满了"
    assert reason(PermissionError(errno.EACCES, "Permission denied")) == "没有权限"


def test_what_is_rare_is_told_in_the_words_of_the_system() -> None:
    assert reason(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"


def test_an_error_without_words_is_told_by_its_name() -> None:
    assert reason(TimeoutError()) == "TimeoutError"
