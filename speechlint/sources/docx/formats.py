"""The number formats of Word (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat): 3 → 三, ③, iii …."""

from __future__ import annotations

from speechlint import numerals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def spell(form: str, number: int) -> str:
    """Return a number as a format writes it; where it has no sign for it, in digits."""
    write = _FORMATS.get(form)
    return write(number) if write and 0 < number < 10_000 else str(number)


def _by_place(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    words = numerals.spell(number)
    return ("一" * words.startswith("十") + words).translate(_LEGAL)


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def _letters(number: int) -> str:
    """Return a … z, aa, bb …, as Word counts on."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _ordinal(number: int) -> str:
    last = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def _signs(first: str, count: int) -> Callable[[int], str]:
    """Return what writes 1 … count with signs that follow one another in Unicode."""
    return lambda n: chr(ord(first) + n - 1) if n <= count else str(n)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda n: signs[(n - 1) % len(signs)]


def _circled(number: int) -> str:
    if number <= 20:
        return chr(ord("①") + number - 1)
    if number <= 35:
        return chr(ord("㉑") + number - 21)
    return chr(ord("㊱") + number - 36) if number <= 50 else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "decimalEnclosedParen": _signs("⑴", 20),
    "numberInDash": lambda n: f"- {n} -",
    "ordinal": _ordinal,
    "chineseCounting": numerals.spell,
    "chineseCountingThousand": numerals.spell,
    "japaneseCounting": numerals.spell,
    "taiwaneseCounting": numerals.spell,
    "taiwaneseCountingThousand": numerals.spell,
    "ideographDigital": _by_place,
    "japaneseDigitalTenThousand": _by_place,
    "taiwaneseDigital": _by_place,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographEnclosedCircle": _signs("㊀", 10),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
}
