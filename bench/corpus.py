"""Goods by the hundred thousand for the benchmark of search: made of words, as merchants make titles of them.

Words come as they do in life: few are frequent, most are rare (Zipf). So are sales. The same number gives the
same goods, always.
"""

# ruff: noqa: E501 - tables of words
from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from chalicelib.search.rules.documents import Document, Fame, Goods, document, quality

TEXTS = 20_000
"""So many different goods there are; further listings say the same as one of them, and sell otherwise."""

_STYLES = (
    ("复古", "Vintage"), ("手工", "Handmade"), ("简约", "Minimal"), ("法式", "French"), ("韩系", "Korean"),
    ("新中式", "Neo-Chinese"), ("森系", "Woodland"), ("轻奢", "Luxury"), ("儿童", "Kids"), ("情侣", "Couples"),
    ("可爱", "Cute"), ("气质", "Elegant"), ("百搭", "Everyday"), ("小众", "Rare"), ("定制", "Custom"),
)  # fmt: skip
_STUFFS = (
    ("珍珠", "Pearl"), ("玳瑁", "Tortoiseshell"), ("真丝", "Silk"), ("羊毛", "Wool"), ("纯银", "Silver"),
    ("丝绒", "Velvet"), ("帆布", "Canvas"), ("珐琅", "Enamel"), ("玉石", "Jade"), ("水晶", "Crystal"),
    ("皮革", "Leather"), ("棉麻", "Linen"), ("陶瓷", "Ceramic"), ("木质", "Wooden"), ("羊绒", "Cashmere"),
)  # fmt: skip
_THINGS = (
    ("发夹", "Hair Clip"), ("抓夹", "Claw Clip"), ("耳环", "Earrings"), ("项链", "Necklace"), ("手镯", "Bangle"),
    ("戒指", "Ring"), ("围巾", "Scarf"), ("方巾", "Neckerchief"), ("贝雷帽", "Beret"), ("发箍", "Hair Band"),
    ("发圈", "Scrunchie"), ("别针", "Pin"), ("帆布包", "Tote"), ("墨镜", "Sunglasses"), ("手机链", "Phone Strap"),
    ("钱包", "Wallet"), ("手套", "Gloves"), ("雨伞", "Umbrella"), ("茶杯", "Tea Cup"), ("香薰蜡烛", "Candle"),
)  # fmt: skip
_SAID = (
    "送女友生日礼物，礼盒包装，七天无理由退换。", "Ships within two days, wrapped as a gift.",
    "每一件都略有不同，收到的就是独一无二的那只。", "Every piece differs a little from the next.",
    "敏感肌可用，不掉色，不过敏。", "Does not fade; kind to sensitive skin.",
    "工厂直销，支持批发。", "Made in a small workshop in Suzhou.",
)  # fmt: skip
_SYLLABLES = tuple(first + then for first in "bdfgklmnprstvz" for then in "aeio")


def name_of(number: int) -> str:
    """A merchant's own word, such as a brand: a rare one."""
    parts = []
    number += 30
    while number:
        number, place = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[place])
    return "".join(parts).capitalize()


def goods(number: int) -> Goods:
    """The goods of a number."""
    dice = random.Random(number)
    style, stuff, thing = (_zipf(dice, some) for some in (_STYLES, _STUFFS, _THINGS))
    brand = name_of(dice.randrange(TEXTS // 4))
    return Goods(
        id=listing_id(number),
        store_id=f"sto_{number % 997:026}",
        title=f"{brand} {style[0]}{stuff[0]}{thing[0]} {style[1]} {stuff[1]} {thing[1]}",
        description=" ".join(dice.sample(_SAID, 3)),
        categories=(f"kind-{_THINGS.index(thing):02}", f"top-{_THINGS.index(thing) % 5}"),
        told=(),
        facets={"material": stuff[1].lower(), "style": style[1].lower()},
        kinds=((f"{brand[:4].upper()}-{number % 1000:03}", ""),),
        low=(low := dice.randrange(5, 500) * 100),
        high=low,
        currency="CNY",
        sold_out=False,
        fame=Fame(sales=int(dice.paretovariate(0.7)) - 1, rating=dice.randint(30, 50) / 10, reviews=3),
    )


def listing_id(number: int) -> str:
    """An id as listings have them."""
    return f"lst_{number:026}"


def documents(count: int) -> Iterator[Document]:
    """So many listings as they are indexed. Those beyond the different texts repeat one with other sales."""
    made: list[Document] = []
    for number in range(count):
        if number < TEXTS:
            made.append(document(goods(number)))
            yield made[-1]
        else:
            sales = int(random.Random(number).paretovariate(0.7)) - 1
            yield replace(
                made[number % TEXTS],
                listing_id=listing_id(number),
                quality=quality(Fame(sales, 4.0, 3), sold_out=False),
            )


_Pair = tuple[str, str]


def _zipf(dice: random.Random, some: Sequence[_Pair]) -> _Pair:
    weights = list(accumulate(1 / place for place in range(1, len(some) + 1)))
    return dice.choices(some, cum_weights=weights)[0]


QUERIES = (
    "发夹", "珍珠发夹", "复古玳瑁抓夹", "silk scarf", "hair clip", "vintage pearl earrings", "真丝方巾",
    "羊毛围巾", "手镯", "handmade ring", "cashmere beret", "phone strap", "气质百搭珍珠耳环", "情侣戒指",
    "gift", "礼盒", "送女友生日礼物", "tortoiseshell claw clip", "\"claw clip\"", "玉石手镯 jade bangle",
    "复古手工珍珠发夹 vintage handmade pearl hair clip", "velvet hair band", "small workshop in suzhou",
    "轻奢水晶项链", "帆布包", "canvas tote", "茶杯", "ceramic tea cup", "香薰蜡烛", "不过敏", "韩系发圈",
    "wolo", "earings", "珍珠髮夾", "木质", "kids umbrella", "新中式", "百搭", "sunglasses", "wooden candle",
)  # fmt: skip
"""Frequent words and rare ones, in both languages, short and long; one misspelt, one traditional."""
