"""The pages' own words, in the languages they speak. A merchant's words are hers and aren't translated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

Language = Literal["zh", "en"]


_ZH = {
    "lang": "zh-Hans",  # BCP 47
    "locale": "zh_CN",  # the same for Open Graph
    "pinned": "店主推荐",
    "all_goods": "全部好物",
    "about": "关于小店",
    "announcement": "小店公告",
    "welcome": "欢迎光临，慢慢逛。",
    "share": "扫码分享",
    "more": "查看更多",
    "from_price": "{price} 起",
    "usual_price": "原价 {price}",
    "until": "限时优惠，{time} 截止",
    "step": "{count} 件起 {price}/件",
    "tax_included": "含税（{rate}%）",
    "tax_added": "不含税，结算时另加 {rate}%",
    "moment": "{month}月{day}日 {clock}",
    "offers": "店铺优惠",
    "percent_off": "{rate} 折",
    "amount_off": "减 {amount}",
    "piece_for": "限时秒杀 {amount}/件",
    "from_amount": "满 {amount} ",
    "at_most": "，最多减 {amount}",
    "some_goods": "部分商品",
    "code": "优惠码 {code}",
    "ends": "{time} 截止",
    "sold_out": "已售罄",
    "in_stock": "有货",
    "few_left": "仅剩 {count} 件",
    "choices": "款式",
    "details": "商品参数",
    "description": "商品详情",
    "photos": "商品图片，可左右滑动",
    "photo_of": "{title}，第 {number} 张，共 {count} 张",
    "rated": "{average} 分，满分 5 分",
    "stars": "{count} 星，满分 5 星",
    "reviews": "买家评价",
    "reviews_count": "{count} 条评价",
    "sold": "已售 {count}",
    "no_reviews": "还没有评价",
    "reply": "店主回复",
    "follow_up": "追评",
    "review_photo": "买家晒图",
    "skip": "跳到正文",
    "visit": "进店逛逛",
    "empty_title": "好物正在路上",
    "empty_text": "店主还在布置小店，过几天再来看看吧。",
    "not_found_title": "这里什么也没有",
    "not_found_text": "链接可能抄错了，或者小店已经搬走。向店主再要一次链接吧。",
    "paused_title": "小店休息中",
    "paused_text": "店主暂时歇一歇，很快回来。",
    "made_with": "用 Guanxi 免费开店",
    "find": "搜索",
    "find_hint": "搜宝贝、款式、材质",
    "find_title": "想找点什么？",
    "find_text": "逛逛街坊们开的小店，和店主当面聊价。",
    "categories": "分类",
    "all_categories": "全部分类",
    "sort_by": "排序",
    "relevance": "综合",
    "sales": "销量",
    "price": "价格从低到高",
    "-price": "价格从高到低",
    "newest": "最新",
    "found": "共 {count} 件",
    "found_more": "{count} 件以上",
    "did_you_mean": "你是不是想找",
    "results_for": "“{words}”",
    "nothing_title": "没有找到",
    "nothing_text": "换个说法，或者少写几个字再试试。",
    "ad": "广告",
}

_EN = {
    "lang": "en",
    "locale": "en_US",
    "pinned": "Picked for you",
    "all_goods": "All goods",
    "about": "About the store",
    "announcement": "News",
    "welcome": "Welcome! Take your time and look around.",
    "share": "Scan to share",
    "more": "Show more",
    "from_price": "from {price}",
    "usual_price": "usually {price}",
    "until": "On sale until {time}",
    "step": "{count} or more: {price} each",
    "tax_included": "including {rate} % tax",
    "tax_added": "plus {rate} % tax at the checkout",
    "moment": "{day} {month}, {clock}",
    "offers": "Offers",
    "percent_off": "{rate} % off",
    "amount_off": "{amount} off",
    "piece_for": "flash sale: {amount} a piece",
    "from_amount": "from {amount} on: ",
    "at_most": ", {amount} at most",
    "some_goods": "some goods",
    "code": "with code {code}",
    "ends": "until {time}",
    "sold_out": "Sold out",
    "in_stock": "In stock",
    "few_left": "Only {count} left",
    "choices": "Choices",
    "details": "Details",
    "description": "Description",
    "photos": "Photos, swipe to see more",
    "photo_of": "{title}, photo {number} of {count}",
    "rated": "{average} of 5 stars",
    "stars": "{count} of 5 stars",
    "reviews": "Reviews",
    "reviews_count": "Reviews: {count}",
    "sold": "{count} sold",
    "no_reviews": "No reviews yet",
    "reply": "The store's reply",
    "follow_up": "Later added",
    "review_photo": "A buyer's photo",
    "skip": "Skip to content",
    "visit": "Visit the store",
    "empty_title": "Good things are on their way",
    "empty_text": "The shelves are still being filled. Come back in a few days.",
    "not_found_title": "There is nothing here",
    "not_found_text": "The link may be mistyped, or the store has moved. Ask the shopkeeper for it again.",
    "paused_title": "The store is resting",
    "paused_text": "The shopkeeper is taking a break and will be back soon.",
    "made_with": "Opened for free with Guanxi",
    "find": "Search",
    "find_hint": "Search goods, kinds, materials",
    "find_title": "What are you looking for?",
    "find_text": "Browse small shops, and talk the price over with whoever keeps them.",
    "categories": "Categories",
    "all_categories": "All categories",
    "sort_by": "Sort by",
    "relevance": "Best match",
    "sales": "Most sold",
    "price": "Cheapest",
    "-price": "Dearest",
    "newest": "Newest",
    "found": "{count} found",
    "found_more": "more than {count} found",
    "did_you_mean": "Did you mean",
    "results_for": "“{words}”",
    "nothing_title": "Nothing found",
    "nothing_text": "Try other words, or fewer of them.",
    "ad": "Ad",
}


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def moment(at: datetime, language: Language, *, time_zone: str) -> str:
    """A moment as people say it in a zone: 12月5日 23:59."""
    here = at.astimezone(ZoneInfo(time_zone))
    month = _MONTHS[here.month - 1] if language == "en" else here.month
    return messages(language)["moment"].format(month=month, day=here.day, clock=f"{here:%H:%M}")


def messages(language: Language) -> Mapping[str, str]:
    """The phrases of a language, by name. `{…}` in one is filled in where it is shown."""
    return _ZH if language == "zh" else _EN
