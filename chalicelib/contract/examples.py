"""An example of every shape, made of its schema and of what a property of that name holds in a real store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from chalicelib.contract.shapes import REF, Json

UNKNOWN = "example of"
"""How the example begins of a property of which nothing is known here: a test wants better."""

_ULID = "01JT8ZQ4M6X3V9K2R5N7B1C0DE"
_MORNING = "2026-05-20T01:30:00.000000Z"
_NONE: Any = None

_WORDS: Mapping[str, Any] = {
    "about": "手作发饰，成都发货。",
    "accent": "#aa3355",
    "access_token": "eyJraWQiOiJ3N0F4",
    "amount": 3990,
    "announcement": "全场包邮",
    "answer": "收到退货后即退款",
    "basis_points": 500,
    "cap": _NONE,
    "by": "per_7f3c9a4e5d6b48129c0de1f2a3b4c5d6",
    "attributes": {"hair-piece": "claw-clip", "material": "acetate"},
    "bytes": 182_400,
    "cancelled_at": _NONE,
    "annual_rate": 880,
    "card_version": "2026-11",
    "default_probability": 130,
    "score": 612,
    "month": "2026-04",
    "category": "hair",
    "change": 10,
    "column": "price",
    "created": 118,
    "client_secret": _NONE,
    "day": "2026-05-19",
    "charge_id": _NONE,
    "client_id": "9f1c-42",
    "assignee": _NONE,
    "author": "per_7f3c9a4e5d6b48129c0de1f2a3b4c5d6",
    "buyer_id": "per_7f3c9a4e5d6b48129c0de1f2a3b4c5d6",
    "reporter": "per_7f3c9a4e5d6b48129c0de1f2a3b4c5d6",
    "city": "阿坝藏族羌族自治州",
    "code": "zK4mP7xQ2",
    "completed_at": _NONE,
    "country": "CN",
    "county": "红原县",
    "courier": "中通快递",
    "courier_code": "youlin",
    "arrives_by": "2026-05-24",
    "arrives_from": "2026-05-22",
    "handed_over": "2026-05-20",
    "service": "zhonghe.standard",
    "place": "义乌集散中心",
    "delivered_at": _NONE,
    "attempted_at": _NONE,
    "currency": "CNY",
    "cursor": _NONE,
    "description": "珍珠与金属，夹得牢，不伤发。",
    "destination": "ba_ok",
    "decimals": 1,
    "detail": "The price has changed since you saw it. Please look at it again.",
    "email": "mei@example.com",
    "expires_in": 3600,
    "failure": _NONE,
    "faulty": 2,
    "field": "lines",
    "finished_at": _MORNING,
    "format": "csv",
    "en": "Hair",
    "fields": {"key": f"uploads/pho_{_ULID}"},
    "gateway": "sandbox",
    "height": 1200,
    "hidden_because": _NONE,
    "id_token": "eyJraWQiOiJPVXhR",
    "invited_by": "per_7f3c9a4e5d6b48129c0de1f2a3b4c5d6",
    "kept": 300,
    "ad": _NONE,
    "bid": 120,
    "keyword": "broad 发夹",
    "term": "发夹",
    "near": "330110",
    "negative": "二手",
    "credited_because": _NONE,
    "visitor": f"vis_{_ULID}",
    "since": "2026-05-01",
    "until": "2026-05-19",
    "of": "",
    "click_rate": 0.031,
    "average_price": 88.5,
    "return_on_ad_spend": 4.2,
    "token": "WyJjbGtfMDFKVDhaUTRNNlgzVjlLMlI1TjdCMUMwREUiXQ.c2lnbmF0dXJl",
    "kind": "order_paid",
    "label": "朋友圈",
    "lang": "zh",
    "least": 0,
    "listings": 120,
    "left": _NONE,
    "memo": "摊位租金",
    "method": "pm_card_visa",
    "most": 10_000,
    "name": "梅的小铺",
    "note": "送礼，请附卡片",
    "open_refund": _NONE,
    "length_mm": 200,
    "insured": 0,
    "makes_it": _NONE,
    "name_en": "Zhonghe Standard",
    "name_zh": "中和快递·中和标准",
    "old_pin": "471093",
    "origin": "330110",
    "pickup_minutes": 95,
    "grams": 350,
    "height_mm": 100,
    "ours": 3990,
    "payee": "per_7f3c9a4e5d6b48129c0de1f2a3b4c5d6",
    "parent": "accessories",
    "parcel_id": f"par_{_ULID}",
    "password": "a-long-password",
    "pieces": 2,
    "path": f"/media/pho_{_ULID}",
    "person_id": "per_7f3c9a4e5d6b48129c0de1f2a3b4c5d6",
    "pin": "839204",
    "phone": "+86 138 0013 8000",
    "postal_code": "624400",
    "price": 3990,
    "problem": _NONE,
    "province": "四川省",
    "quantity": 2,
    "reason": _NONE,
    "received_by": "本人签收",
    "recipient": "李雷",
    "reference": f"ord_{_ULID}",
    "refresh_token": "eyJjdHkiOiJKV1Qi",
    "regular_price": _NONE,
    "sale": _NONE,
    "region": "513233",
    "region_name": "四川省阿坝藏族羌族自治州红原县",
    "rejection": _NONE,
    "row": 17,
    "rows": 302,
    "rural": True,
    "seen": 302,
    "sent_to": "m•••@example.com",
    "sku": "CLIP-01",
    "slug": "mei-de-xiao-pu",
    "status": 409,
    "stock": 12,
    "store_name": "梅的小铺",
    "street": "邛溪镇团结路 1 号",
    "subject": f"chg_{_ULID}:credit",
    "theirs": 3990,
    "text": {"zh": "新订单：珍珠发夹 等，共 ¥79.80，已付款，请尽快发货。"},
    "time_zone": "Asia/Shanghai",
    "title": "珍珠发夹",
    "tracking_number": "ZT100200300",
    "transfer_id": f"ord_{_ULID}:release",
    "unit": "cm",
    "updated": 2,
    "url": "https://guanxi-media.s3.amazonaws.com/",
    "variant_id": "v01",
    "variant_title": "白色",
    "did_you_mean": _NONE,
    "explanation": _NONE,
    "visits": 12,
    "visits_by_channel": {"wechat": 12},
    "wanted_by": _NONE,
    "width": 1200,
    "width_mm": 150,
    "zh": "发饰",
}
_HERE: Mapping[str, Any] = {
    "KeywordBid.text": "珍珠发夹",
    "ClickCredit.reason": "同一工作室刷的点击",
    "AdReportRow.clicks": 31,
    "AdReportRow.cost": 2743,
    "BidOutlook.clicks": 31.4,
    "BidOutlook.cost": 2763.2,
    "BookingView.id": f"par_{_ULID}",
    "BookingView.number": "YO1234567890123",
    "BookingView.reason": None,
    "ContactView.name": "梅",
    "ContentView.pieces": 2,
    "PickupView.name": "PU1234567890123",
    "PickupWish.since": "2099-01-01T01:00:00Z",
    "PickupWish.until": "2099-01-01T03:00:00Z",
    "PickupView.since": "2099-01-01T01:00:00Z",
    "PickupView.until": "2099-01-01T03:00:00Z",
    "ProofView.photo_url": "https://photos.youlin.example.com/YO1234567890123.jpg",
    "SenderBody.name": "梅",
    "SenderBody.region": "330782",
    "SenderBody.street": "稠州北路 1 号",
    "CreditReasonView.text": {
        "zh": "近一年还没有已完成的订单。",
        "en": "No order of yours was completed in the last year.",
    },
    "CreditRaiseView.text": {
        "zh": "店铺月数：现为 1，达到 9 时，额度为 ¥39.90。",
        "en": "Months your store has been open: 1 now; at 9 or more the limit is ¥39.90.",
    },
    "CreditRaiseView.target": 9,
    "FacetChoice.value": "hair",
    "FacetView.name": "category",
    "HitView.id": f"lst_{_ULID}",
    "HitView.rating": 4.8,
    "SuggestionsView.items": ["玳瑁抓夹", "玳瑁梳子"],
    "BlendBody.price": 40,
    "BlendBody.speed": 20,
    "BlendBody.reliability": 40,
    "NewsView.code": "389",
    "NotOffered.name_en": "Yuanfeng Standard",
    "NotOffered.name_zh": "圆丰标准",
    "NotOffered.service": "yuanfeng.standard",
    "CourierQuoteView.courier": "zhonghe",
    "Sentences.en": "Zhonghe Standard: the cheapest, ¥13.00.",
    "Sentences.zh": "中和快递·中和标准：最便宜，¥13.00。",
    "AnnouncedView.id": f"pho_{_ULID}",
    "CardView.url": None,
    "ContextView.id": f"lst_{_ULID}",
    "ContextView.kind": "listing",
    "MessageReportView.note": "",
    "MessageReportView.text": "加微信付款更便宜",
    "MessageView.card": None,
    "MessageView.text": "您好，这款还有白色吗？",
    "NewConversation.order_id": None,
    "NewMessage.listing_id": None,
    "NewMessage.order_id": None,
    "NewMessage.photo_id": None,
    "NewMessage.text": "您好，这款还有白色吗？",
    "NewReport.note": "",
    "DeskHours.closes": "18:00",
    "DeskHours.opens": "09:00",
    "DeskSettings.auto_reply": "您好，我们九点上班，稍后回复您。",
    "FoundMessages.before": None,
    "QuickReplyText.text": "亲，下单后 48 小时内发货。",
    "QuickReplyText.title": "发货时间",
    "CardView.state": None,
    "CounterOffer.hours": None,
    "CounterOffer.text": "老顾客，便宜点？",
    "NewCheckout.offer_id": None,
    "NewOffer.hours": None,
    "NewOffer.text": "老顾客，便宜点？",
    "OfferThresholds.accept_from": 9500,
    "OfferThresholds.decline_below": 7000,
    "PriceOfferView.reserved_until": None,
    "PriceOfferView.total": {"amount": 7980, "currency": "CNY"},
    "NewTicket.store_id": None,
    "TicketView.url": "wss://a1b2c3.execute-api.cn-north-1.amazonaws.com.cn/api?ticket=Zx81c0",
    "NewEvidence.text": "收到时已断裂，见照片。",
    "NewRefund.amount": 1000,
    "NewRefund.text": "收到时已断裂，见照片。",
    "EvidenceView.photos": [f"https://guanxi-media.s3.amazonaws.com/media/pho_{_ULID}.jpg"],
    "EvidenceView.text": "收到时已断裂，见照片。",
    "NewSplit.amount": None,
    "SplitView.amount": None,
    "RefundAnswer.text": "抱歉，已同意退款。",
    "RefundView.amount": {"amount": 1000, "currency": "CNY"},
    "ExportView.files": ["https://guanxi-media.s3.amazonaws.com/exports/1.csv"],
    "ExportView.id": f"exp_{_ULID}",
    "ExportView.state": "done",
    "ImportView.id": f"imp_{_ULID}",
    "ImportView.state": "done",
    "RowFault.code": "bad_cell",
    "RowFault.detail": "A price in CNY has at most 2 decimals.",
    "Ruling.text": "双方各承担一半。",
    "OrderView.payment_fee": {"amount": 48, "currency": "CNY"},
    "OrderView.refunded": {"amount": 0, "currency": "CNY"},
    "OrderView.refunded_at": None,
    "AttributeView.choices": [],
    "AttributeView.en": "Length",
    "AttributeView.kind": "number",
    "AttributeView.slug": "length",
    "AttributeView.zh": "长",
    "CategoryDetails.slug": "hair",
    "CategoryView.slug": "hair",
    "ChangedVariant.id": "v01",
    "AnnouncedImport.id": f"imp_{_ULID}",
    "AnnouncedImport.state": "waiting",
    "ChoiceView.en": "Claw clip",
    "ChoiceView.slug": "claw-clip",
    "ChoiceView.zh": "抓夹",
    "CheckoutView.state": "placed",
    "CheckoutView.total": {"amount": 7181, "currency": "CNY"},
    "Confirmation.code": "123456",
    "Confirmation.phone": None,
    "IssuedView.id": f"inv_{_ULID}",
    "IssuedView.path": "/invitations/zK4mP7xQ2",
    "LineView.coupon": {"amount": 0, "currency": "CNY"},
    "LineView.net": {"amount": 7181, "currency": "CNY"},
    "LineView.promotion": {"amount": 799, "currency": "CNY"},
    "LineView.amount": {"amount": 7980, "currency": "CNY"},
    "QuotedLine.coupon": {"amount": 0, "currency": "CNY"},
    "QuotedLine.net": {"amount": 7181, "currency": "CNY"},
    "QuotedLine.promotion": {"amount": 799, "currency": "CNY"},
    "QuotedLine.amount": {"amount": 7980, "currency": "CNY"},
    "CouponCheck.code": "FESTIVAL",
    "CouponCheck.detail": None,
    "DiscountView.amount": {"amount": 799, "currency": "CNY"},
    "DiscountView.code": "FESTIVAL",
    "DiscountView.title": "端午节九折",
    "NewCheckout.coupons": ["FESTIVAL"],
    "NewCheckout.expected_total": None,
    "NewQuote.coupons": ["FESTIVAL"],
    "NewQuote.line_ids": None,
    "CourierQuoteView.left_out": [],
    "CourierQuoteView.total": {"amount": 7181, "currency": "CNY"},
    "StoreQuoteView.total": {"amount": 7181, "currency": "CNY"},
    "LinkView.path": "/s/zK4mP7xQ2",
    "NewCheckout.line_ids": None,
    "OrderView.auto_confirm_at": None,
    "OrderView.fee": {"amount": 160, "currency": "CNY"},
    "OrderView.shipped_at": None,
    "OrderView.total": {"amount": 7181, "currency": "CNY"},
    "PhotoStatus.path": None,
    "ProfileView.id": "per_7f3c9a4e5d6b48129c0de1f2a3b4c5d6",
    "ProfileView.name": "梅",
    "ProfileWish.name": "梅",
    "PublicStore.path": "/shop/mei-de-xiao-pu",
    "RegionView.code": "513233",
    "MovementView.id": f"evt_{_ULID}",
    "RegionView.county": True,
    "RegionView.kind": "县",
    "RegionView.name": "红原县",
    "Resending.phone": None,
    "SignIn.phone": None,
    "RatingView.average": "4.7",
    "RatingView.reviews": 86,
    "RatingView.sales": 1204,
    "RatingView.with_photos": 31,
    "NewReview.text": "珍珠很亮，夹得牢。",
    "ReviewRevision.text": "珍珠很亮，夹得牢。",
    "NewFollowUp.text": "戴了一个月，还是很好。",
    "FollowUpView.text": "戴了一个月，还是很好。",
    "FollowUpView.photos": [f"https://guanxi-media.s3.amazonaws.com/media/pho_{_ULID}.jpg"],
    "ReviewReply.text": "谢谢喜欢，欢迎再来。",
    "ReplyView.text": "谢谢喜欢，欢迎再来。",
    "ReviewHiding.reason": "含有电话号码",
    "ReviewView.author": "李**",
    "ReviewView.text": "珍珠很亮，夹得牢。",
    "ReviewView.photos": [f"https://guanxi-media.s3.amazonaws.com/media/pho_{_ULID}.jpg"],
    "StarsCount.stars": 5,
    "StarsCount.reviews": 70,
    "SignUp.name": "梅",
    "SignUp.phone": None,
    "StoreView.path": "/shop/mei-de-xiao-pu",
    "VariantView.id": "v01",
    "NewPromotion.amount": None,
    "NewPromotion.category": None,
    "NewPromotion.code": "FESTIVAL",
    "NewPromotion.listing_ids": None,
    "NewPromotion.starts_at": None,
    "NewPromotion.title": "端午节九五折",
    "PromotionView.amount": None,
    "PromotionView.category": None,
    "PromotionView.code": "FESTIVAL",
    "PromotionView.ends_at": "2026-06-19T16:00:00Z",
    "PromotionView.listing_ids": [],
    "PromotionView.most": None,
    "PromotionView.title": "端午节九五折",
    "MyPromotionView.amount": None,
    "MyPromotionView.category": None,
    "MyPromotionView.code": "FESTIVAL",
    "MyPromotionView.ends_at": "2026-06-19T16:00:00Z",
    "MyPromotionView.listing_ids": [],
    "MyPromotionView.most": None,
    "MyPromotionView.title": "端午节九五折",
    "ReducedVariant.id": "v01",
    "ReducedVariant.price": 2990,
    "NewSale.ends_at": "2026-06-19T16:00:00Z",
    "SaleView.ends_at": "2026-06-19T16:00:00Z",
    "WorkplaceView.path": "/shop/mei-de-xiao-pu",
}
"""What only the property of this shape would hold."""
_KINDS = {
    "promotion": "prm",
    "address": "adr",
    "banner": "pho",
    "charge": "chg",
    "checkout": "chk",
    "conversation": "cnv",
    "export": "exp",
    "import": "imp",
    "invitation": "inv",
    "listing": "lst",
    "logo": "pho",
    "line": "lin",
    "notification": "ntf",
    "offer": "off",
    "order": "ord",
    "photo": "pho",
    "refund": "ref",
    "review": "rev",
    "report": "rpt",
    "split": "spl",
    "campaign": "cmp",
    "adgroup": "adg",
    "group": "adg",
    "click": "clk",
    "picture": "pho",
    "pinned": "lst",
    "store": "sto",
    "withdrawal": "wdr",
}
"""How the ids of what a name says begin."""


class Examples:
    """Examples of shapes, the same each time. A schema's own `examples` go first."""

    def __init__(self, shapes: Mapping[str, Json]) -> None:
        self._shapes = shapes

    def meaning(self, name: str) -> str:
        """What a shape is."""
        return str(self._shapes[name].get("description", name))

    def of_shape(self, name: str) -> Any:
        """An example of a component."""
        return self._of(self._shapes[name], owner=name, name="")

    def of_property(self, name: str, schema: Json, *, owner: str = "") -> Any:
        """An example of a property, or of a part of a path."""
        if (here := f"{owner}.{name}") in _HERE:
            return _HERE[here]
        if name in _WORDS and _fits(_WORDS[name], schema):
            return _WORDS[name]
        return self._of(schema, owner=owner, name=name)

    def _of(self, schema: Json, *, owner: str, name: str) -> Any:
        match schema:
            case {"examples": [first, *_]} | {"enum": [first, *_]} | {"const": first}:
                return first
            case {"$ref": str(ref)}:
                shape = ref.removeprefix(REF)
                return self._of(self._shapes[shape], owner=shape, name=name)
            case {"anyOf": [first, *_]}:
                return self._of(first, owner=owner, name=name)
            case {"type": "object"}:
                properties = schema.get("properties", {}).items()
                return {key: self.of_property(key, value, owner=owner) for key, value in properties}
            case {"type": "array", "items": one}:
                return [self.of_property(name.removesuffix("s"), one, owner=owner)]
        return _plain(schema, owner=owner, name=name)


def _fits(value: Any, schema: Json) -> bool:
    """Whether a property's usual value can stand here."""
    kinds = [one.get("type", "object") for one in schema.get("anyOf", [schema])]
    if value is None:
        return "null" in kinds
    if "$ref" in json.dumps(schema) or "enum" in schema:
        return False
    names = {str: "string", int: "integer", bool: "boolean", dict: "object", float: "number"}
    wanted = names[type(value)]
    return wanted in kinds


def _plain(schema: Json, *, owner: str, name: str) -> Any:
    if schema["type"] == "boolean":
        return False
    if schema["type"] == "integer":
        return schema.get("minimum", 1) if schema.get("minimum", 1) > 0 else 1
    if schema.get("format") == "date-time":
        return _MORNING
    return _id(owner if name == "id" else name)


def _id(name: str) -> str:
    """An id of what a name says: `store_id`, `StoreView`."""
    for kind, prefix in _KINDS.items():
        if kind in name.lower():
            return f"{prefix}_{_ULID}"
    return f"{UNKNOWN} {name}"
