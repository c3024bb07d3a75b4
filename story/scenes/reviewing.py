"""What came is reviewed, answered, and shown to whoever comes next."""

from __future__ import annotations

from demo import photos
from story.tale import Tale, expect, same, told


def review(tale: Tale) -> str:
    """Li is asked for his review, and gives four stars with a photo."""
    order_id = tale.refund["order_id"]
    order = tale.li.get(f"/orders/{order_id}")
    told(tale.li, "review_invited", order_id)
    seen = tale.li.upload(photos.photo_of(tale.goods[0].slug), "image/jpeg", "review")
    wish = {
        "line_id": order["lines"][0]["id"],
        "stars": 4,
        "text": "断了一根齿，老板二话不说退了钱，好评",
        "photo_ids": [seen],
        "anonymous": True,
    }
    tale.review = tale.li.post(f"/orders/{order_id}/reviews", wish)
    rating = tale.li.get(f"/listings/{tale.review['listing_id']}/rating")
    same("The rating", (rating["average"], rating["reviews"]), ("4.0", 1))
    return f"★★★★☆ {tale.review['author']}"


def reply(tale: Tale) -> str:
    """Mei answers, and the goods' page shows stars, review and reply."""
    listing_id = tale.review["listing_id"]
    told(tale.mei, "review_written", listing_id)
    reply = tale.mei.call("PUT", f"/reviews/{tale.review['id']}/reply", {"text": "谢谢体谅，欢迎再来"})
    same("The reply's answer", reply.status_code, 200)
    page = tale.visit(f"{tale.api_url}/shop/{tale.store['slug']}/{listing_id}?lang=zh").text
    for said in ("4.0", "二话不说", "谢谢体谅"):
        expect(said in page, f"The goods' page should show “{said}”.")
    rating = tale.li.get(f"/stores/{tale.store['id']}/rating")
    return f"{rating['average']} / 5 · 已售 {rating['sales']}"
