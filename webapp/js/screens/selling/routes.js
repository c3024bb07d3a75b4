/** The places of a merchant's console. */
const words = ["selling", "goods"];

export default [
  { path: "/sell/new", load: () => import("./open-store.js"), words },
  { path: "/sell/:store", load: () => import("./home.js"), words },
  { path: "/sell/:store/edit", load: () => import("./editor.js"), words },
  { path: "/sell/:store/goods", load: () => import("./goods.js"), words },
  { path: "/sell/:store/goods/new", load: () => import("./goods-new.js"), words },
  { path: "/sell/:store/goods/sheet", load: () => import("./spreadsheet.js"), words },
  { path: "/sell/:store/goods/:listing", load: () => import("./goods-one.js"), words },
  { path: "/sell/:store/share", load: () => import("./share.js"), words },
  { path: "/sell/:store/promotions", load: () => import("./promotions.js"), words },
  { path: "/sell/:store/staff", load: () => import("./staff.js"), words },
  { path: "/sell/:store/reviews", load: () => import("./reviews.js"), words },
  { path: "/sell/:store/settings", load: () => import("./settings.js"), words },
  { path: "/invitations/:code", load: () => import("./invitation.js"), words },
];
