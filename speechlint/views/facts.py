"""The figures of an office's fact sheet: 指标, 别名, 时期, 数值, 单位, 地区."""

from __future__ import annotations

from speechlint.lines import Role
from speechlint.paragraph import Paragraph
from speechlint.record import NamedTuple
from speechlint.regexes import regex
from speechlint.views.figures import POINTS, SHARE, figures
from speechlint.views.periods import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.views.figures import Quantity

# The columns of a sheet, by the names that they have in TOML.
COLUMNS = {
    "indicator": "指标",
    "aliases": "别名",
    "period": "时期",
    "value": "数值",
    "unit": "单位",
    "place": "地区",
}
_NUMBER = regex("[-−－]?[0-9]+(?:,[0-9]{3})*(?:[.][0-9]+)?")
_MINUS = ("-", "−", "－")
_APART = regex(r"[、，,；;\s]+")
_CHANGE = regex("(?:同比)?(?:增速|增长率|增长|增幅|增减|同比)$")
_OWN = regex("[全我本](?P<level>[国省市县区州盟旗镇乡村])$")


class FactError(ValueError):
    """A row that is wrong: the column (Chinese) and what is wrong with it (Chinese)."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class Fact(NamedTuple):
    """A figure as the office knows it.

    `names` are the indicator's and its aliases; `period` is spelled as `views.periods` does;
    `place` is "" where the sheet does not say, "市" for 全市. `change` says that it is by how
    much the indicator that is named changed, then `sign` is -1 where it fell. `source` says
    where it stands.
    """

    names: tuple[str, ...]
    period: str
    quantity: Quantity
    place: str = ""
    change: bool = False
    sign: int = 1
    source: str = ""


def read(row: Mapping[str, str]) -> Fact:
    """Read a row, its columns named as in TOML; raise FactError."""
    indicator, period = row.get("indicator", "").strip(), row.get("period", "").strip()
    if not indicator:
        raise FactError("指标", "“指标”是空的")
    if not (spelled := parse(period)):
        raise FactError(
            "时期", f"时期“{period}”看不懂，应写作 2024年、2024年上半年、2024年1-9月、2021—2025年"
        )
    quantity, sign = _quantity(row.get("value", "").strip(), row.get("unit", "").strip())
    names = tuple(name for name in (indicator, *_APART.split(row.get("aliases", ""))) if name)
    change = quantity.dimension in (SHARE, POINTS) and bool(_CHANGE.search(indicator))
    if sign < 0 and not change:
        raise FactError("数值", f"数值“{row['value']}”是负数，只有增速（指标写作“…增速”）才可以")
    if change:
        names = tuple(dict.fromkeys(_CHANGE.sub("", name) for name in names))
    place = row.get("place", "").strip()
    if own := _OWN.match(place):
        place = own["level"]
    return Fact(names, spelled, quantity, place, change, sign, row.get("source", ""))


def _quantity(value: str, unit: str) -> tuple[Quantity, int]:
    """Return a figure with its sign; raise FactError."""
    if not value:
        raise FactError("数值", "“数值”是空的")
    if unit and value.endswith(unit):
        value = value[: -len(unit)].rstrip()
    number = _NUMBER.match(value)
    rest = value[number.end() :].strip() if number else ""
    if not number or (rest and unit):
        raise FactError("数值", f"数值“{value}”不是数")
    unit = rest or unit
    if not unit:
        raise FactError("单位", "“单位”是空的")
    text = number[0].lstrip("".join(_MINUS)) + unit.partition("/")[0]
    found = figures(Paragraph(text, Role.BODY, [(0, 0)]))
    if len(found) != 1 or found[0].text != text or not found[0].firm:
        raise FactError("单位", f"单位“{unit}”不认识，如 亿元、万人、个、%、个百分点")
    return found[0], -1 if number[0].startswith(_MINUS) else 1
