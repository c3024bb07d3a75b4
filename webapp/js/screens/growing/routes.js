/** The places where a merchant makes her business grow: ads, figures, social media, credit, storage. */
const shop = (path, load, part) => ({ path: `/sell/:store${path}`, load, words: ["growing", part] });
const own = (path, load, part) => ({ path, load, words: ["growing", part] });

export default [
  shop("/ads", () => import("./ads/ads.js"), "ads"),
  shop("/ads/new", () => import("./ads/new.js"), "ads"),
  shop("/ads/:campaign", () => import("./ads/campaign.js"), "ads"),
  shop("/insights", () => import("./insights/insights.js"), "insights"),
  shop("/social", () => import("./social/social.js"), "social"),
  own("/credit", () => import("./credit/credit.js"), "credit"),
  own("/credit/:loan", () => import("./credit/loan.js"), "credit"),
  own("/storage", () => import("./storage/storage.js"), "storage"),
  own("/storage/files", () => import("./storage/files.js"), "storage"),
  own("/storage/invoices", () => import("./storage/invoices.js"), "storage"),
];
