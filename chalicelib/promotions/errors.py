"""What can go wrong with promotions and coupons."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class PromotionNotFound(NotFound):
    """There is no such promotion."""

    code = "promotion_not_found"


class TooManyPromotions(DomainError):
    """A store has at most 30 promotions and coupons that haven't ended. End some first."""

    status, code = HTTPStatus.CONFLICT, "too_many_promotions"


class CodeTaken(DomainError):
    """Another coupon of this store has this code and hasn't ended."""

    status, code = HTTPStatus.CONFLICT, "code_taken"


class WrongPromotionState(DomainError):
    """A promotion in this state can't do that."""

    status, code = HTTPStatus.CONFLICT, "wrong_promotion_state"


class PromotionOver(Invalid):
    """A promotion ends after it starts, and after now."""

    code = "promotion_over"


class CouponNotFound(Invalid):
    """None of these stores has such a coupon."""

    code = "coupon_not_found"


class OneCouponEach(Invalid):
    """Of each store one coupon can be used at a time."""

    code = "one_coupon_each"


class CouponNotRunning(DomainError):
    """This coupon isn't valid at the moment."""

    status, code = HTTPStatus.CONFLICT, "coupon_not_running"


class CouponNotTaken(DomainError):
    """This coupon is for who takes it over a link of the store first."""

    status, code = HTTPStatus.CONFLICT, "coupon_not_taken"


class CouponUnfit(DomainError):
    """This coupon is for other goods than these."""

    status, code = HTTPStatus.CONFLICT, "coupon_unfit"


class CouponThreshold(DomainError):
    """This coupon asks for more goods."""

    status, code = HTTPStatus.CONFLICT, "coupon_threshold"


class CouponUsedUp(DomainError):
    """This coupon is used up."""

    status, code = HTTPStatus.CONFLICT, "coupon_used_up"


class CouponUsed(DomainError):
    """You have used this coupon as often as you can."""

    status, code = HTTPStatus.CONFLICT, "coupon_used"


class CouponWorthless(DomainError):
    """This coupon would take nothing off: an order costs something at least."""

    status, code = HTTPStatus.CONFLICT, "coupon_worthless"


class CouponNotBetter(DomainError):
    """This coupon can't be used together with the store's promotion, which takes as much off or more."""

    status, code = HTTPStatus.CONFLICT, "coupon_not_better"


class PromotionUsedUp(DomainError):
    """A promotion has just been used up, so this costs more now. Please look at it again."""

    status, code = HTTPStatus.CONFLICT, "promotion_used_up"


class TooManyLimited(DomainError):
    """Too many stores give limited discounts for one checkout. Please check out fewer stores at once."""

    status, code = HTTPStatus.CONFLICT, "too_many_limited"


class UseGone(DomainError):
    """The use of a promotion that was held for this isn't held any more."""

    status, code = HTTPStatus.CONFLICT, "use_gone"
