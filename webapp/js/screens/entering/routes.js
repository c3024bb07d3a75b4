/** The places where one comes in, and one's own corner. */
export default [
  { path: "/sign-in", load: () => import("./sign-in.js"), words: "frame", open: true, bare: true },
  { path: "/sign-up", load: () => import("./sign-up.js"), words: "frame", open: true, bare: true },
  { path: "/me", load: () => import("./me.js"), words: "frame" },
  { path: "/me/profile", load: () => import("./profile.js"), words: "frame" },
  { path: "/me/addresses", load: () => import("./addresses.js"), words: "addresses" },
  { path: "/me/notifications", load: () => import("./notifications.js"), words: "frame" },
  { path: "/me/privacy", load: () => import("./privacy.js"), words: "privacy" },
];
