/** Buying wholesale, supplying others, and working with partners. */
const trading = ["trading", "addresses"];
const place = (path, load) => ({ path, load, words: trading });

export default [
  place("/sell/:store/sourcing", () => import("./sourcing.js")),
  place("/sell/:store/sourcing/goods/:listing", () => import("./wholesale-goods.js")),
  place("/sell/:store/sourcing/suppliers/:supplier", () => import("./supplier.js")),
  place("/sell/:store/sourcing/requests", () => import("./requests.js")),
  place("/sell/:store/sourcing/requests/new", () => import("./ask.js")),
  place("/sell/:store/sourcing/requests/:request", () => import("./request.js")),
  place("/sell/:store/sourcing/orders", () => import("./purchases.js")),
  place("/sell/:store/sourcing/orders/:order", () => import("./purchase.js")),
  place("/sell/:store/supplying", () => import("./supplying.js")),
  place("/sell/:store/supplying/plan", () => import("./plan.js")),
  place("/sell/:store/supplying/goods", () => import("./supplied.js")),
  place("/sell/:store/supplying/goods/:listing", () => import("./terms.js")),
  place("/sell/:store/supplying/requests", () => import("./open-requests.js")),
  place("/sell/:store/supplying/requests/:request", () => import("./quoting.js")),
  place("/sell/:store/partners", () => import("./store-partners.js")),
  place("/sell/:store/partners/deeds", () => import("./deeds.js")),
  place("/partners", () => import("./partners.js")),
  place("/partners/me", () => import("./own-partner.js")),
  place("/partners/me/profile", () => import("./own-profile.js")),
  place("/partners/me/packages", () => import("./own-packages.js")),
  place("/partners/me/portfolio", () => import("./own-portfolio.js")),
  place("/partners/me/calendar", () => import("./own-calendar.js")),
  place("/partners/:partner", () => import("./partner.js")),
  place("/briefs", () => import("./briefs.js")),
  place("/briefs/new", () => import("./new-brief.js")),
  place("/briefs/:brief", () => import("./brief.js")),
  place("/contracts", () => import("./contracts.js")),
  place("/contracts/:contract", () => import("./contract.js")),
];
