"""What is wrong with a value, as a sentence that says what to do, in each language.

Pydantic tells the kind of a fault and its bounds; its own sentences are for programmers. A form of text is
told by what it is, never by its regular expression. A test holds that each kind, form and refusal that the
contract can give stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from chalicelib.foundation.languages import Language

Said: TypeAlias = tuple[str, str]
"""In English and in Chinese."""

_MOMENT: Said = (
    "Give a moment with its offset from UTC, such as 2026-12-12T08:00:00+08:00.",
    "请填写带时区的时间，例如 2026-12-12T08:00:00+08:00。",
)
_DAY: Said = ("Give a day such as 2026-12-12.", "请填写日期，例如 2026-12-12。")
_WHOLE: Said = ("Give a whole number.", "请填写整数。")
_NUMBER: Said = ("Give a number.", "请填写数字。")
_TRUTH: Said = ("Give true or false.", "请填写 true 或 false。")
_OBJECT: Said = ("Give an object with its named parts.", "请填写由具名字段组成的对象。")
_CHOICE: Said = ("Give {expected}.", "请从这些值中选一个：{expected}。")
_ID: Said = ("Give the id as the API gave it.", "请填写 API 给出的编号。")
_TOKEN: Said = ("Give the text as the API gave it, unchanged.", "请原样填写 API 给出的文字。")
_UNKNOWN: Said = (
    "This can't be used here. The API's documentation says what can.",
    "这里不能用这个值。可用的值请看 API 文档。",
)

KINDS: Mapping[str, Said] = {
    "missing": ("Give this too: it is required.", "这一项必填，请补上。"),
    "extra_forbidden": ("Leave this out: there is no such part.", "没有这一项，请去掉。"),
    "json_invalid": (
        "Send JSON whose texts are whole characters of Unicode.",
        "请发送 JSON，其中的文字须是完整的 Unicode 字符。",
    ),
    "string_type": ("Give a text.", "请填写文字。"),
    "string_unicode": ("Give a text of whole characters.", "请填写由完整字符组成的文字。"),
    "string_too_short": ("Write at least {min_length} characters.", "至少写 {min_length} 个字符。"),
    "string_too_long": ("Write at most {max_length} characters.", "最多写 {max_length} 个字符。"),
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": ("Give a smaller whole number.", "请填写小一些的整数。"),
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "greater_than_equal": ("Give at least {ge}.", "至少为 {ge}。"),
    "less_than_equal": ("Give at most {le}.", "最多为 {le}。"),
    "greater_than": ("Give more than {gt}.", "须大于 {gt}。"),
    "less_than": ("Give less than {lt}.", "须小于 {lt}。"),
    "multiple_of": ("Give a multiple of {multiple_of}.", "须为 {multiple_of} 的倍数。"),
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "list_type": ("Give a list.", "请填写列表。"),
    "too_short": ("Give at least {min_length} of them.", "至少给 {min_length} 项。"),
    "too_long": ("Give at most {max_length} of them.", "最多给 {max_length} 项。"),
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "datetime_object_invalid": _MOMENT,
    "timezone_aware": _MOMENT,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
}
"""By pydantic's name of the fault: https://docs.pydantic.dev/latest/errors/validation_errors/."""

FORMS: Mapping[str, Said] = {
    r"^#[0-9a-fA-F]{6}$": ("Give a colour such as #c2185b.", "请填写颜色，例如 #c2185b。"),
    r"^#[0-9a-f]{6}$": (
        "Give a colour in small letters, such as #c2185b.",
        "请用小写字母填写颜色，例如 #c2185b。",
    ),
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": ("Give a time of the day such as 09:30.", "请填写时刻，例如 09:30。"),
    r"^(ba|acct)_[A-Za-z0-9_]{1,56}$": (
        "Give the bank account's id; it begins with ba_ or acct_.",
        "请填写银行账户编号，以 ba_ 或 acct_ 开头。",
    ),
    r"^20[0-9]{2}-[01][0-9](-[0-3][0-9])?$": (
        "Give a month such as 2026-12, or a day such as 2026-12-12.",
        "请填写月份（例如 2026-12）或日期（例如 2026-12-12）。",
    ),
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": _DAY,
    r"^[0-9]{6}$": ("Give 6 digits.", "请填写 6 位数字。"),
    r"^[0-9]{2,6}$": ("Give a region's code of 2 to 6 digits.", "请填写 2 至 6 位数字的地区代码。"),
    r"^[0-9]{6}([0-9]{3})?$": (
        "Give the code of a county or a township: 6 or 9 digits.",
        "请填写县级或乡级的地区代码：6 位或 9 位数字。",
    ),
    r"^[A-Z]{2}$": (
        "Give a country's code of 2 capitals, such as CN.",
        "请填写 2 个大写字母的国家代码，例如 CN。",
    ),
    r"^[A-Z]{3}$": (
        "Give a currency's code of 3 capitals, such as CNY.",
        "请填写 3 个大写字母的货币代码，例如 CNY。",
    ),
    r"^[A-Za-z0-9-]{4,40}$": (
        "Give the parcel's number: 4 to 40 letters, digits or hyphens.",
        "请填写运单号：4 至 40 个字母、数字或连字符。",
    ),
    r"^[A-Za-z0-9]{4,20}$": (
        "Give a code of 4 to 20 letters and digits.",
        "请填写 4 至 20 个字母和数字的券码。",
    ),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        "Give the category's name as the list of categories tells it, such as hair-clips.",
        "请填写分类列表里的分类名，例如 hair-clips。",
    ),
    r"^[a-z]{1,30}\.[a-z]{1,30}$": (
        "Give the courier's service as a quote names it, such as sf.standard.",
        "请填写报价里给出的快递服务，例如 sf.standard。",
    ),
    r"^https?://[\x21-\x7e]{1,1000}$": (
        "Give the address that the browser gave, with https://.",
        "请填写浏览器给出的地址，以 https:// 开头。",
    ),
    r"^[A-Za-z0-9_-]{22}(==)?$": _TOKEN,
    r"^[A-Za-z0-9_-]{87}=?$": _TOKEN,
    r"^[A-Za-z0-9_.-]{1,400}$": _TOKEN,
    r"^[A-Za-z0-9_.-]{1,900}$": _TOKEN,
    r"^[A-Za-z0-9_.~-]{1,100}$": _TOKEN,
    r"^[A-Za-z0-9_.~-]{1,2000}$": _TOKEN,
    r"^[\x21-\x7e]+$": _TOKEN,
    r"^[0-9a-f]{64}$": _TOKEN,
    r"^[0-9A-Za-z]{1,20}$": (
        "Give the link's code: up to 20 letters and digits.",
        "请填写链接代码：最多 20 个字母和数字。",
    ),
    r"^[0-9A-Za-z_-]{8,64}$": (
        "Make an id of 8 to 64 letters, digits, hyphens or underscores.",
        "请用 8 至 64 个字母、数字、连字符或下划线做编号。",
    ),
    r"^[0-9A-Za-z_-]{16,64}$": (
        "Make an id of 16 to 64 letters, digits, hyphens or underscores.",
        "请用 16 至 64 个字母、数字、连字符或下划线做编号。",
    ),
    r"^[A-Za-z0-9_.-]{1,64}$": (
        "Make an id of up to 64 letters, digits, dots, hyphens or underscores.",
        "请用最多 64 个字母、数字、点、连字符或下划线做编号。",
    ),
    r"^[A-Za-z0-9_]{1,40}$": _ID,
    r"^[A-Za-z0-9_]{1,60}$": _ID,
    r"^adr_[0-9A-Z]{26}$": _ID,
    r"^chk_[0-9A-Z]{26}$": _ID,
    r"^lst_[0-9A-Z]{26}$": _ID,
    r"^ord_[0-9A-Z]{26}$": _ID,
    r"^per_[0-9a-z]{1,64}$": _ID,
    r"^pho_[0-9A-Z]{26}$": _ID,
    r"^sto_[0-9A-Z]{26}$": _ID,
    r"^vis_[0-9A-Z]{26}$": _ID,
}
"""What a text must be, by the pattern of its schema."""

REFUSALS: Mapping[str, Said] = {
    "Only characters that can be seen, on one line": (
        "Write it on one line, with characters that can be seen.",
        "请写在一行里，并使用看得见的字符。",
    ),
    "Only characters that can be seen": (
        "Write something, with characters that can be seen.",
        "请写些内容，并使用看得见的字符。",
    ),
    "This isn't an e-mail address": (
        "Give an e-mail address such as mei@example.com.",
        "请填写邮箱地址，例如 mei@example.com。",
    ),
    "This isn't a postal code": (
        "Give a postal code of letters and digits, such as 610000.",
        "请填写由字母和数字组成的邮政编码，例如 610000。",
    ),
    "This isn't a region's code": (
        "Give the region's code as the list of regions tells it.",
        "请填写地区列表里的地区代码。",
    ),
    "This isn't a code of digits": (
        "Give the code that we sent: digits alone.",
        "请填写收到的验证码：只有数字。",
    ),
    "give either email or phone": ("Give either email or phone.", "请填写 email 或 phone 其中之一。"),
    "give one of line_ids, items and offer_id": (
        "Give only one of line_ids, items and offer_id.",
        "line_ids、items、offer_id 只填其中之一。",
    ),
    "give basis_points, amount or price, one of them": (
        "Give one of basis_points, amount and price.",
        "basis_points、amount、price 填其中之一。",
    ),
    "give basis_points or amount, one of them": (
        "Give one of basis_points and amount.",
        "basis_points、amount 填其中之一。",
    ),
    "a flash sale needs listing_ids, and takes no code and no threshold": (
        "For a flash sale give listing_ids, and leave code and threshold out.",
        "限时特价请填 listing_ids，不要填 code 和 threshold。",
    ),
    "what one takes over a link is a coupon: give it a code": (
        "Give a code: what one takes over a link is a coupon.",
        "通过链接领取的是优惠券，请填写 code。",
    ),
    "give category or listing_ids, not both": (
        "Give category or listing_ids, not both.",
        "category 和 listing_ids 只填其中之一。",
    ),
    "each only once": ("Give each only once.", "每一项只能出现一次。"),
    "an acceptance, and nothing else, says how much": (
        "Give an amount with an acceptance, and with nothing else.",
        "接受时请填写金额，其他情况不要填。",
    ),
    "give at least one of the three some weight": (
        "Give at least one of the three some weight.",
        "三项中至少一项的权重要大于零。",
    ),
}
"""By what our own checks say in code."""

_PLACE: Mapping[Language, int] = {"en": 0, "zh": 1}


def sentence(fault: ErrorDetails, language: Language) -> str:
    """What to do about a fault of pydantic's, as a whole sentence."""
    facts: dict[str, Any] = dict(fault.get("ctx", {}))
    said = _said(fault["type"], facts)[_PLACE[language]]
    if "expected" in facts and language == "zh":
        facts["expected"] = facts["expected"].replace(", ", "、").replace(" or ", "、")
    return said.format(**facts)


def _said(kind: str, facts: Mapping[str, Any]) -> Said:
    match kind:
        case "string_pattern_mismatch":
            return FORMS.get(facts["pattern"], _UNKNOWN)
        case "text":
            return REFUSALS.get(facts["refusal"], _UNKNOWN)
        case "value_error":
            return REFUSALS.get(str(facts["error"]), _UNKNOWN)
        case _:
            return KINDS.get(kind, _UNKNOWN)
