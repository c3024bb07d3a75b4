/** The places where a store ships what it sold. */
const words = ["shipping", "addresses"];

export default [
  { path: "/sell/:store/orders", load: () => import("./orders.js"), words },
  { path: "/sell/:store/orders/:order", load: () => import("./order.js"), words },
  { path: "/sell/:store/orders/:order/ship", load: () => import("./ship.js"), words },
  { path: "/sell/:store/orders/:order/parcels/:parcel", load: () => import("./parcel.js"), words },
  { path: "/sell/:store/orders/:order/refunds/:refund", load: () => import("./refund.js"), words },
  { path: "/sell/:store/origin", load: () => import("./origin.js"), words },
];
