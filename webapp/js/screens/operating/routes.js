/** What those who work for the platform see and decide. */
const words = ["operating", "trading"];
const place = (path, load) => ({ path, load, words });

export default [
  place("/operating", () => import("./desk.js")),
  place("/operating/hearings", () => import("./hearings.js")),
  place("/operating/hearings/:order/:refund", () => import("./hearing.js")),
  place("/operating/work", () => import("./work.js")),
  place("/operating/messages", () => import("./messages.js")),
  place("/operating/reviews", () => import("./reviews.js")),
  place("/operating/suppliers", () => import("./suppliers.js")),
  place("/operating/books", () => import("./books.js")),
  place("/operating/books/:day", () => import("./book.js")),
  place("/operating/pools", () => import("./pools.js")),
];
