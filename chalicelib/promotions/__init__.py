"""What a store takes off the price of goods: promotions that apply by themselves, and coupons."""
