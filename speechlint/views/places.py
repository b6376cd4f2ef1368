"""Places as a speech names them: 全市, 我县, 江北区."""

from __future__ import annotations

from speechlint.regexes import regex
from speechlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# 居全国首位, 高于全省平均: with these one compares, and goes on to speak of one's own.
_OWN = "(?<![居于占比入列较])[全我本][国省市县区州盟旗镇乡村](?!平均|前|第|首|最|唯一|各|性|范围)"
_PLACE = regex(
    f"(?P<own>{_OWN})|(?P<named>(?:(?![全我本年月日])[一-龥]){{2,6}}?(?:省|自治区|市|县|区|州|盟|旗|镇|乡|街道|村|集团|公司|银行))"
    "(?![域级委政场民城长内外直属化村镇乡里人区间])"
)
# Words that end like a place and are none.
_NO_PLACE = (
    "地区",
    "社区",
    "小区",
    "城区",
    "市区",
    "园区",
    "辖区",
    "景区",
    "山区",
    "灾区",
    "库区",
    "片区",
    "老区",
    "牧区",
    "林区",
    "校区",
    "厂区",
    "县区",
    "城镇",
    "乡镇",
    "村镇",
    "集镇",
    "城市",
    "超市",
    "股市",
    "楼市",
    "上市",
    "门市",
    "夜市",
    "都市",
    "乡村",
    "农村",
    "各市",
    "各县",
    "各区",
    "各镇",
    "各乡",
    "各村",
    "分区",
    "市县",
    "行政村",
    "区市",
    "外省",
    "跨省",
    "城乡",
    "县市",
    "大省",
    "大县",
    "大市",
    "强省",
    "强市",
    "强县",
    "亿县",
    "主产区",
    "示范区",
    "先行区",
    "贸易区",
    "试验区",
    "功能区",
    "棚户区",
    "集聚区",
    "跨国公司",
)


def places(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the places that a text speaks of: "市" for 全市 and 我市, "江州市" for that."""
    for match in _PLACE.finditer(text):
        if match["own"]:
            yield Span(*match.span()), match["own"][1]
        elif not match["named"].endswith(_NO_PLACE):
            yield Span(*match.span()), match["named"]
