"""The story: its ten steps, and the scenes of each.

A scene whose `play` is missing isn't built yet, and is shown so. To build one, write a function in `scenes/`
that takes the tale, does what the people do, checks what they would check, and answers in a few words what
was seen; then name it here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from story.scenes import (
    advertising,
    borrowing,
    buying,
    festival,
    figures,
    haggling,
    hiring,
    lending,
    opening,
    promoting,
    refunding,
    reviewing,
    searching,
    settling,
    sharing,
    shipping,
    stocking,
    storing,
    supplying,
    wholesale,
)
from story.tale import Tale


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that somebody does, in both languages. `play` raises Trouble when it doesn't go well."""

    zh: str
    en: str
    play: Callable[[Tale], str] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the story."""

    zh: str
    en: str
    scenes: tuple[Scene, ...]


STORY = (
    Step(
        "梅开店",
        "Mei opens a store, free",
        (
            Scene("注册、登录", "signs up and in", opening.sign_up),
            Scene("免费开店", "opens her store", opening.open_store),
            Scene("拍照上架", "lists goods with photos", opening.list_goods),
            Scene("装修店面", "customises the store", opening.customise),
            Scene("店面中英双语", "the page, in both languages", opening.look_at_the_page),
            Scene("从表格导入商品", "imports her catalogue from a sheet", opening.import_sheet),
        ),
    ),
    Step(
        "分享小店",
        "She shares the QR code and the link",
        (
            Scene("生成短链", "makes links for two channels", sharing.make_links),
            Scene("扫二维码进店", "a camera reads the QR code", sharing.scan),
            Scene("聊天预览卡片", "the link shows a preview card", sharing.preview),
            Scene("访问归因到渠道", "visits are counted by channel", sharing.count_visits),
            Scene("中文搜到，打错字也行", "search finds her goods, and with a typo", searching.search),
        ),
    ),
    Step(
        "咨询议价",
        "A buyer asks, and haggles in chat",
        (
            Scene("注册、咨询商品", "signs up, and asks about goods", haggling.ask),
            Scene("出价、还价、成交", "offer, counter-offer, acceptance", haggling.agree),
        ),
    ),
    Step(
        "买家下单",
        "The buyer checks out into escrow",
        (
            Scene("填县乡地址", "says where he lives: a rural county", buying.arrive),
            Scene("充值钱包", "tops up her wallet", buying.top_up),
            Scene(
                "刷卡先留货，改主意即释放", "begins to pay by card: goods are held, then free", stocking.hold
            ),
            Scene("加入购物车", "fills the cart", buying.fill_cart),
            Scene("议定价", "the agreed price holds", haggling.pay_as_agreed),
            Scene("下单，连按两次", "checks out, pressing twice", buying.check_out),
            Scene("货款托管", "the money waits in escrow", buying.wait_in_escrow),
            Scene("通知梅发货", "Mei is told", buying.tell_merchant),
        ),
    ),
    Step(
        "梅发货",
        "Mei ships",
        (
            Scene("按线路比较快递", "compares couriers on the lane", shipping.compare),
            Scene("下快递单，连按两次", "books the best one, pressing twice", shipping.ship),
            Scene("打印面单，约上门取件", "prints the label, has it fetched", shipping.label),
            Scene("通知买家", "the buyer is told", shipping.tell_buyer),
            Scene("物流轨迹推送", "tracking events arrive", shipping.follow),
            Scene("签收凭证", "both see the proof of delivery", shipping.prove),
        ),
    ),
    Step(
        "确认收货",
        "The buyer confirms; Mei is paid",
        (
            Scene("确认收货", "confirms receipt", settling.confirm),
            Scene("货款到账", "Mei is paid, less the fee", settling.be_paid),
            Scene("提现到银行", "withdraws to her bank", settling.withdraw),
            Scene("流水对平", "the statement adds up", settling.read_statement),
            Scene("收到破损，申请退款", "something is broken: asks for a refund", refunding.ask),
            Scene("商家同意，部分退款", "Mei gives a part back", refunding.accept),
            Scene("余款结算", "the rest is settled", refunding.settle),
            Scene("买家晒图评价", "Li reviews what he bought", reviewing.review),
            Scene("梅回复，店页显示", "Mei replies; the goods' page shows it", reviewing.reply),
        ),
    ),
    Step(
        "推广",
        "Mei advertises",
        (
            Scene("节日特价、优惠券", "a festival sale, and a coupon", festival.announce),
            Scene("用券下单，分毫不差", "Li uses it, exact to the fen", festival.use_coupon),
            Scene("取消退券", "calls it off; the coupon is back", festival.call_off),
            Scene("微博秒杀", "a flash sale, shared on Weibo with a card", festival.flash),
            Scene("关注小店、群发消息", "Li follows the store, and hears of it", festival.follow),
            Scene("关键词出价", "bids on keywords", advertising.bid),
            Scene("搜索中突出展示", "stands out in search", advertising.stand_out),
            Scene("第二价格计费", "clicks at the second price", advertising.click),
            Scene("投放报表", "a report with return on spend", advertising.report),
            Scene("目标回报出价", "bids that follow a target", advertising.aim),
            Scene("博主推广链接", "a blogger shares a link", promoting.promote),
            Scene("成交分佣", "and earns by what is sold", promoting.earn),
            Scene("展示广告", "a picture by the thousand looks", promoting.show_picture),
        ),
    ),
    Step(
        "经营贷款",
        "Mei borrows",
        (
            Scene("预授信额度与提额办法", "sees a pre-approved limit, and why", borrowing.see_limit),
            Scene("一键申请、即时到账", "applies; the money arrives", lending.borrow),
            Scene("从销售中还款", "repays out of sales", lending.repay_from_sales),
        ),
    ),
    Step(
        "进货与帮手",
        "She restocks and hires",
        (
            Scene("盘点、低库存提醒、流水对平", "counts, hears what runs low, restocks", stocking.watch),
            Scene("批发阶梯价、起订量", "price ladders, minimum order", wholesale.see_terms),
            Scene("验厂、供应商年费套餐", "a verified supplier takes a plan", supplying.take_a_plan),
            Scene("样品单", "a sample order", wholesale.try_a_sample),
            Scene("询价、还价、成交", "asks for a quotation, haggles, agrees", wholesale.agree),
            Scene("定金、尾款、一键转卖", "deposit, balance, and drafts to sell", wholesale.restock),
            Scene("何时补货、补多少", "when to restock, and how much", wholesale.advise),
            Scene("请摄影师，按里程碑付", "a photographer, by milestones", hiring.hire),
        ),
    ),
    Step(
        "扩容与报表",
        "Traffic grows",
        (
            Scene("升级存储套餐", "buys a bigger storage plan", storing.upgrade),
            Scene("用量计费", "usage is metered and billed", storing.read_usage),
            Scene("访问、订单、余额", "visits, orders and balance", figures.look),
            Scene("经营看板", "a dashboard shows her figures", figures.read_dashboard),
        ),
    ),
)
