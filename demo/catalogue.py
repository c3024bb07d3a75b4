"""What the demo sells: Mei's store and her goods, in Chinese and English. Prices are in fen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in two languages."""

    zh: str
    en: str

    def line(self) -> str:
        """Both on one line, as a merchant with customers of both writes a title."""
        return self.zh if self.zh == self.en else f"{self.zh} {self.en}"

    def lines(self) -> str:
        """One under the other."""
        return f"{self.zh}\n{self.en}"

    def paragraphs(self) -> str:
        """One after the other, a blank line between."""
        return f"{self.zh}\n\n{self.en}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of goods one can choose: a colour, a size."""

    sku: str
    title: Text
    price: int
    stock: int


@dataclass(frozen=True, slots=True)
class Good:
    """Something that Mei sells. Its photo is `demo.photos.photo_of(slug)`."""

    slug: str
    category: str
    title: Text
    description: Text
    facts: tuple[tuple[str, str], ...]
    """What its category asks, by the category's own names."""
    kinds: tuple[Kind, ...]
    attributes: tuple[tuple[Text, Text], ...] = ()
    """What Mei tells besides."""
    pinned: bool = False

    def told(self) -> dict[str, str]:
        """All that is told of it."""
        return {**dict(self.facts), **{name.line(): value.line() for name, value in self.attributes}}

    @property
    def sold_out(self) -> bool:
        """Is nothing left of any kind?"""
        return not any(kind.stock for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class DemoStore:
    """How Mei has set up her store. `sections` are (kind, title) in her order; '' is the page's own title."""

    name: str
    currency: str
    time_zone: str
    accent: str
    announcement: Text
    about: Text
    sections: tuple[tuple[str, str], ...]


STORE = DemoStore(
    name="Mei 的小铺 · Mei’s Little Things",
    currency="CNY",
    time_zone="Asia/Shanghai",
    accent="#b5485d",
    announcement=Text(
        "春日上新 🌷 任选三件包邮，48 小时内发货。",
        "Spring arrivals: any three pieces ship free, within 48 hours.",
    ),
    about=Text(
        "我是 Mei，在苏州的一间小阳台上做饰品。每一枚发夹都亲手打磨，每一串珠子都亲手穿好，"
        "希望它们替你把平常的日子点亮一点点。",
        "I'm Mei. I make accessories on a small balcony in Suzhou: every clip is polished and every bead "
        "threaded by hand, to brighten your ordinary days a little.",
    ),
    sections=(("announcement", ""), ("pinned", ""), ("all_goods", ""), ("about", "")),
)

_WORKSHOP, _CARE = Text("制作地", "Workshop"), Text("保养", "Care")
_SUZHOU, _YIWU = Text("江苏苏州", "Suzhou, Jiangsu"), Text("浙江义乌", "Yiwu, Zhejiang")
_BY_HAND = (("origin", "cn"), ("handmade", "yes"))

GOODS: tuple[Good, ...] = (
    Good(
        slug="jade-look-bangle",
        category="bracelets",
        title=Text("青山玉色手镯", "Green Hills Jade-look Bangle"),
        description=Text(
            "雨后远山的颜色。温润透亮，圆条细圈，日常佩戴不磕手。每一只的云纹都不一样，收到的就是独一无二的那只。",
            "The colour of far hills after rain. Smooth, luminous and light enough for every day. The clouds "
            "inside differ from piece to piece: yours is the only one.",
        ),
        facts=(*_BY_HAND, ("material", "glass"), ("colour", "green"), ("weight", "38"), ("gift-box", "yes")),
        kinds=(
            Kind("BANGLE-JADE-56", Text("圈口 56 毫米", "56 mm inside"), 12800, 9),
            Kind("BANGLE-JADE-58", Text("圈口 58 毫米", "58 mm inside"), 12800, 3),
            Kind("BANGLE-JADE-60", Text("圈口 60 毫米", "60 mm inside"), 13800, 0),
        ),
        attributes=((_WORKSHOP, _SUZHOU),),
        pinned=True,
    ),
    Good(
        slug="tortoiseshell-claw-clip",
        category="hair-accessories",
        title=Text("复古玳瑁抓夹", "Vintage Tortoiseshell Claw Clip"),
        description=Text(
            "一夹就有好气色。醋酸板材手工打磨六遍，七齿稳稳抓住长发，盘发、半扎都好看。",
            "One twist and your hair is done. Acetate, polished six times by hand; seven teeth hold even "
            "long, thick hair.",
        ),
        facts=(
            *_BY_HAND,
            ("material", "acetate"),
            ("hair-piece", "claw-clip"),
            ("length", "10.5"),
            ("width", "5"),
        ),
        kinds=(
            Kind("CLIP-TORT-M", Text("中号", "Medium"), 2990, 36),
            Kind("CLIP-TORT-L", Text("大号", "Large"), 3990, 18),
        ),
        attributes=((_WORKSHOP, _YIWU),),
        pinned=True,
    ),
    Good(
        slug="pearl-drop-earrings",
        category="earrings",
        title=Text("月光珍珠耳坠", "Moonlight Pearl Drop Earrings"),
        description=Text(
            "一大一小两颗珍珠，走路时轻轻摇晃。耳针为 925 银，敏感耳朵也放心。"
            "\n可免费换成耳夹，下单时告诉我就好。",
            "Two pearls, one small and one large, that sway as you walk. Posts of 925 silver for sensitive "
            "ears.\nClip-ons on request, at no cost: just tell me.",
        ),
        facts=(
            *_BY_HAND,
            ("material", "shell"),
            ("stone", "shell-pearl"),
            ("metal", "gold-plated-silver"),
            ("ear-fitting", "post"),
            ("length", "4.2"),
            ("gift-box", "yes"),
        ),
        kinds=(Kind("EAR-PEARL-DROP", Text("一对", "One pair"), 6800, 12),),
        attributes=((_CARE, Text("避免香水与海水", "Keep from perfume and sea water")),),
        pinned=True,
    ),
    Good(
        slug="silk-scarf",
        category="scarves",
        title=Text("花园真丝小方巾", "Garden Silk Scarf"),
        description=Text(
            "把五月的花园折进口袋。16 姆米桑蚕丝，手工卷边，系颈间、绑包带、扎头发都合适。",
            "A garden in May, folded into your pocket. 16-momme mulberry silk with hand-rolled hems, for "
            "your neck, your bag or your hair.",
        ),
        facts=(
            *_BY_HAND,
            ("material", "silk"),
            ("pattern", "floral"),
            ("length", "65"),
            ("width", "65"),
            ("care", "hand"),
        ),
        kinds=(Kind("SCARF-GARDEN-65", Text("65 厘米", "65 cm"), 15900, 7),),
        attributes=((_WORKSHOP, _SUZHOU),),
    ),
    Good(
        slug="silk-scrunchie",
        category="hair-accessories",
        title=Text("真丝大肠发圈", "Silk Scrunchie"),
        description=Text(
            "不勒发、不留痕，睡觉也能戴。用裁方巾余下的真丝做成，一点不浪费。",
            "Leaves no crease and pulls no hair, even overnight. Sewn from what is left of our silk scarves.",
        ),
        facts=(*_BY_HAND, ("material", "silk"), ("hair-piece", "scrunchie"), ("width", "11")),
        kinds=(
            Kind("SCRUN-SILK-ROSE", Text("玫瑰粉", "Rose"), 1990, 50),
            Kind("SCRUN-SILK-CREAM", Text("奶油白", "Cream"), 1990, 42),
            Kind("SCRUN-SILK-SET", Text("两只装", "Set of both"), 3580, 20),
        ),
    ),
    Good(
        slug="lucky-cat-pin",
        category="pins",
        title=Text("招福猫珐琅别针", "Lucky Cat Enamel Pin"),
        description=Text(
            "眯眼笑的三花猫，把好运别在衣领上。硬珐琅工艺，表面平滑，背面双针不转动。",
            "A smiling calico that pins good luck to your collar. Hard enamel, smooth to touch, two posts so "
            "that it never turns.",
        ),
        facts=(("origin", "cn"), ("material", "enamel"), ("metal", "alloy"), ("width", "2.8")),
        kinds=(Kind("PIN-CAT-CALICO", Text("三花", "Calico"), 2500, 64),),
    ),
    Good(
        slug="mandarin-canvas-tote",
        category="totes",
        title=Text("大吉大利帆布包", "Mandarin Canvas Tote"),
        description=Text(
            "两只橘子，大吉大利。12 安加厚帆布，装得下电脑、雨伞和一棵白菜。",
            "Two mandarins for good fortune. 12-ounce canvas that carries a laptop, an umbrella and a "
            "cabbage.",
        ),
        facts=(
            ("origin", "cn"),
            ("material", "canvas"),
            ("width", "36"),
            ("height", "40"),
            ("length", "10"),
            ("care", "machine"),
        ),
        kinds=(
            Kind("TOTE-MAND-OPEN", Text("敞口款", "Open"), 4900, 25),
            Kind("TOTE-MAND-ZIP", Text("拉链款", "With a zip"), 5900, 4),
        ),
    ),
    Good(
        slug="cat-eye-sunglasses",
        category="eyewear",
        title=Text("蜜糖猫眼墨镜", "Honey Cat-eye Sunglasses"),
        description=Text(
            "上扬的猫眼框，渐变茶色片，出门不化妆也有精神。UV400 防护，附软布袋。",
            "An upswept frame and graded brown lenses. UV400 protection; comes with a soft pouch.",
        ),
        facts=(("origin", "cn"), ("material", "acetate"), ("uv-protection", "yes"), ("width", "14.2")),
        kinds=(Kind("SUN-CATEYE-HONEY", Text("蜜糖玳瑁", "Honey tortoise"), 8900, 15),),
    ),
    Good(
        slug="beaded-phone-strap",
        category="phone-accessories",
        title=Text("糖果串珠手机链", "Candy Bead Phone Strap"),
        description=Text(
            "一颗一颗挑、一颗一颗穿。挂在手机上，举起来拍照手腕也有光。可定制名字缩写。",
            "Beads picked and threaded one by one, to hang from your phone. Initials on request.",
        ),
        facts=(*_BY_HAND, ("material", "glass"), ("colour", "multicolour"), ("length", "19")),
        kinds=(
            Kind("STRAP-BEAD-CANDY", Text("糖果色", "Candy"), 3500, 22),
            Kind("STRAP-BEAD-PEARL", Text("全珍珠", "All pearl"), 4200, 2),
        ),
    ),
    Good(
        slug="woollen-beret",
        category="hats",
        title=Text("画家羊毛贝雷帽", "Painter's Woollen Beret"),
        description=Text(
            "蓬松的红色羊毛，像刚出炉的面包。内圈可调节，不挑头围。冬天卖完啦，秋天再见。",
            "Puffy red wool, like bread from the oven; adjustable inside. Sold out for this winter: "
            "see you in autumn.",
        ),
        facts=(
            ("material", "wool"),
            ("colour", "red"),
            ("head-size", "57"),
            ("adjustable", "yes"),
            ("care", "dry"),
        ),
        kinds=(Kind("BERET-WOOL-RED", Text("砖红", "Brick red"), 7900, 0),),
    ),
    Good(
        slug="velvet-hair-band",
        category="hair-accessories",
        title=Text("墨绿丝绒发箍", "Emerald Velvet Hair Band"),
        description=Text(
            "饱满的海绵内芯，正中打一个结，把头发和心情都理顺。戴一整天也不夹耳后。",
            "Softly padded, with a knot on top. It doesn't pinch behind the ears, not even after a day.",
        ),
        facts=(
            *_BY_HAND,
            ("material", "velvet"),
            ("colour", "green"),
            ("hair-piece", "band"),
            ("width", "4"),
        ),
        kinds=(Kind("BAND-VELVET-EMER", Text("墨绿", "Emerald"), 2800, 30),),
    ),
    Good(
        slug="rose-stone-ring",
        category="rings",
        title=Text("晚霞粉晶戒指", "Sunset Rose Ring"),
        description=Text(
            "一颗十二刻面的粉晶，收住一小片晚霞。开口可微调，洗手不用摘。",
            "A rose crystal of twelve facets holds a piece of the evening sky. The open band "
            "adjusts a little.",
        ),
        facts=(
            *_BY_HAND,
            ("stone", "rose-quartz"),
            ("metal", "gold-plated-silver"),
            ("adjustable", "yes"),
            ("gift-box", "yes"),
        ),
        kinds=(
            Kind("RING-ROSE-12", Text("12 号", "Size 12"), 9900, 6),
            Kind("RING-ROSE-14", Text("14 号", "Size 14"), 9900, 5),
        ),
        attributes=((_WORKSHOP, _SUZHOU),),
    ),
)
