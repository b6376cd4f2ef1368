"""Signs of Word's symbol fonts (w:sym), as Unicode has them."""

from __future__ import annotations

# Wingdings and Symbol, by the last two digits of the code: what people put into drafts.
_SIGNS = {
    "wingdings": {
        0x52: "☑", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: "◆", 0x76: "❖",
        0xA1: "○", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0xA3: "□"},
    "symbol": {
        0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·",
        0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    },
}  # fmt: skip
_UNKNOWN = "※"  # something stands there; what it is only the font knows


def sign(font: str, code: str) -> str:
    """Return the character for a sign; `code` is its hexadecimal number in the font."""
    try:
        number = int(code, 16)
    except ValueError:
        return _UNKNOWN
    if table := _SIGNS.get(font.lower()):
        return table.get(number & 0xFF, _UNKNOWN)
    if 0xE000 <= number < 0xF900 or not 0x20 <= number < 0xD800:
        return _UNKNOWN
    return chr(number)
