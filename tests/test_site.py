"""Site text is told from a speech."""

import pytest

from speechlint import notes
from speechlint import site as reading
from speechlint.document import Document
from speechlint.lines import Role
from tests import proofs

BODY = "今年以来，全县上下齐心协力，克服了重重困难，各项工作都取得了新的进展和成效。"

# In the spirit of what many sites write; none of it is a line of one of them.
SITE = """
当前位置：首页 > 公文 > 领导讲话 > 正文
您所在的位置：网站首页 >> 讲话稿 >> 详情
首页 | 公文 | 讲话 | 总结 | 心得
所属分类：领导讲话
索引号：0001/2022-12 主题分类：综合政务
文章来源：好公文网 点击数：1280 更新时间：2018/5/6
作者:秘书之友 来源:网络 浏览:3021次
编辑:李小刚 审核:王建
（责任编辑：小林）
【字号：大 中 小】【打印】【关闭】
[大] [中] [小]
A+ A-
以下是小编为大家整理的讲话稿，欢迎阅读。
本文由公文小站原创，未经许可禁止转载
写讲话稿需要注意哪些格式呢？下面的范文供大家参考借鉴。
以上内容仅供参考
《防汛会议讲话.docx》由会员分享，可在线阅读
防汛会议领导讲话.docx
文档格式：DOCX 页数：12页 大小：36KB
本文共计4305字，预计阅读时长15分钟
下载Word文档到电脑，方便收藏和打印
点击下载文档
试读结束，开通会员后可阅读全文
剩余12页未读，继续阅读
展开阅读全文
售价：5元
加入购物车
立即购买
成为VIP会员，尊享八大特权
下载本文需要5个积分
版权声明：本文由网友上传，如有侵权请联系我们删除
本文来源于互联网，不代表本站观点
版权所有 © 文秘之家
京ICP备12345678号
上一篇：年中会议讲话稿 下一篇：没有了
<< 上一页 1 2 3 下一页 >>
相关专题：工作总结
看过本文的人还看了
为你推荐
更多公文写作技巧，敬请关注“好稿”公众号
扫描下方二维码加入公文写作交流群
分享到：微信 微博 QQ空间
我来说两句
登录后才能发表评论
已有 36 人浏览
阅读 (1.2万)
用户名： 密码： 登录
关于我们 | 联系我们 | 免责声明
客服电话：400-123-4567
感谢您的阅读和下载！
精品文档
发表于 2019-3-12 08:15 | 显示全部楼层
2024年全县防汛工作会议讲话稿_县长讲话 - 好公文网
——END——
第二页
""".strip().split("\n")

# Words of pages in the mouth of a speaker.
SPEECH = """
要推广电子证照，让群众下载一个App就能办成事。
会员企业要带头履行社会责任，积极参与“万企兴万村”行动。
要保护版权、尊重原创，依法打击侵权盗版行为。
以上三点意见，供大家参考。
下面，我为大家介绍全县经济运行情况。
欢迎大家批评指正。
希望对大家有所启发。
感谢大家的关心和支持
积分超市、道德银行要办好。
推行“扫码入企”，规范涉企检查。
举报电话：12345
时间：2024年3月5日
地点：县会议中心
附件：任务分工表
一、加大投入力度
优化网站建设
拓展合作领域
更新发展理念
最新进展
相关要求
分类施策
提供有力保障
版权保护
隐私保护
首页工程、门户工程要抓好。
大中小企业融通发展
以“一张网”织密安全网
今年以来，共编发《工作动态》36期，阅读量突破10万次，各级反响良好。
要加强版权保护，未经许可不得转载、传播他人作品，推进软件正版化工作。
各单位要明确联络员，扫描二维码加入工作群，抓好任务落实。
要用好“学习强国”平台，组织党员撰写心得体会，评选优秀范文。
全市建成自助图书馆12座，提供在线阅读服务36万人次，推进全民阅读。
主要内容在第二页，请看附件
""".strip().split("\n")


def site(text: str) -> list[str]:
    return [line.text for line in Document(text).lines if line.role is Role.SITE]


@pytest.mark.parametrize("line", SITE)
@pytest.mark.parametrize("place", [1, 29])
def test_site_text_at_the_edges(line: str, place: int) -> None:
    lines = ["在全县防汛会议上的讲话", *[BODY] * 28, "谢谢大家！"]
    lines.insert(place, line)

    assert "".join(site("\n".join(lines))) == line


@pytest.mark.parametrize("line", SPEECH)
@pytest.mark.parametrize("place", [1, 15, 29])
def test_a_speech_with_the_words_of_pages(line: str, place: int) -> None:
    lines = ["在全县防汛会议上的讲话", *[BODY] * 28, "谢谢大家！"]
    lines.insert(place, line)

    assert site("\n".join(lines)) == []


class TestCompany:
    def test_a_single_button_counts_only_beside_others(self) -> None:
        assert site(f"{BODY}\n收藏\n{BODY}") == []
        assert site(f"{BODY}\n收藏\n打印\n举报\n{BODY}") == ["收藏", "打印", "举报"]

    def test_short_lines_after_an_opening_are_its_links(self) -> None:
        text = f"{BODY}\n谢谢大家！\n相关文章：\n在总结会上的讲话\n在动员会上的讲话"

        assert site(text) == ["相关文章：", "在总结会上的讲话", "在动员会上的讲话"]

    def test_a_label_counts_only_near_the_edges(self) -> None:
        lines = [BODY] * 80
        lines[40] = "来源：市统计局"
        assert site("\n".join(lines)) == []
        lines[40], lines[1] = BODY, "来源：市统计局"
        assert site("\n".join(lines)) == ["来源：市统计局"]


class TestParts:
    def test_of_a_long_line_only_the_sentence(self) -> None:
        text = f"{BODY * 5}本文由好稿网小编整理。{BODY * 4}"

        assert site(text) == ["本文由好稿网小编整理。"]

    def test_of_a_line_run_together_only_what_is_the_pages(self) -> None:
        text = f"在全县防汛会议上的讲话 来源：好稿网 点击：12 同志们： {BODY}"

        assert site(text) == ["来源：好稿网 点击：12"]

    def test_brackets_at_the_end_of_a_title(self) -> None:
        assert site(f"在全县防汛会议上的讲话（完整版）\n同志们：\n{BODY}") == ["（完整版）"]

    @pytest.mark.parametrize(
        ("line", "part"),
        [
            (f"（二）优化营商环境。{BODY}点击展开全文", "点击展开全文"),
            (
                "经县委研究，今天召开全县防汛调度会。（图片来源于网络，如有侵权请联系删除）刚才大家作了发言。",
                "（图片来源于网络，如有侵权请联系删除）",
            ),
            (f"{BODY}未经许可，禁止转载。要严格考核，推进工作落实。", "未经许可，禁止转载。"),
            (
                "1.抓好落实。各级都要压实责任。下面是小编整理的讲话稿，欢迎阅读。要强化督查。",
                "下面是小编整理的讲话稿，欢迎阅读。",
            ),
            (
                "各级干部要提高认识，更多内容请关注公众号“好稿”。要加强领导，推进工作落实。",
                "更多内容请关注公众号“好稿”。",
            ),
        ],
    )
    def test_of_a_paragraph_of_the_speech_only_the_sentence(self, line: str, part: str) -> None:
        lines = [BODY] * 9
        lines[4] = line

        assert site("\n".join(lines)) == [part]

    def test_an_introduction_with_a_general_remark_goes_whole(self) -> None:
        line = "防汛工作责任重大，各级都要抓好落实。下面是小编整理的讲话稿，希望对大家有所帮助。"

        assert site(f"{line}\n{BODY}\n{BODY}") == [line]


def test_what_is_asked_for_before_an_expression() -> None:
    assert proofs.ends(reading._TITLE) <= set(reading._TITLE)
    assert proofs.begins(notes._OPENING) <= {*notes._OPENING, *"0123456789"}
