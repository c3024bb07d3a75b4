/** The places of whoever looks for goods, buys them and pays. */
export default [
  { path: "/", load: () => import("./find.js"), words: "buying", open: true },
  { path: "/goods/:listing", load: () => import("./goods.js"), words: "buying", open: true },
  { path: "/goods/:listing/reviews", load: () => import("./goods-reviews.js"), words: "buying", open: true },
  { path: "/buy/:listing", load: () => import("./buy.js"), words: "buying", open: true },
  { path: "/cart", load: () => import("./cart.js"), words: "buying" },
  { path: "/checkout", load: () => import("./checkout.js"), words: ["buying", "addresses"] },
  { path: "/group/:group", load: () => import("./group.js"), words: ["buying", "addresses"], open: true },
  { path: "/orders", load: () => import("./orders.js"), words: "buying" },
  { path: "/orders/:order", load: () => import("./order.js"), words: "buying" },
  { path: "/orders/:order/refund", load: () => import("./refund.js"), words: "buying" },
  { path: "/orders/:order/review", load: () => import("./review.js"), words: "buying" },
  { path: "/wallet", load: () => import("./wallet.js"), words: "buying" },
  { path: "/favourites", load: () => import("./favourites.js"), words: "buying" },
  { path: "/followed", load: () => import("./followed.js"), words: "buying" },
  { path: "/follow/:store", load: () => import("./follow.js"), words: "buying", open: true },
  { path: "/promoter", load: () => import("./promoter.js"), words: "buying" },
];
