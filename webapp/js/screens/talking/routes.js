/** The places where buyers and stores talk. */
const talking = "talking";

export default [
  { path: "/chats", load: () => import("./chats.js"), words: talking },
  { path: "/chats/:conversation", load: () => import("./room.js"), words: talking },
  { path: "/ask/:listing", load: () => import("./ask.js"), words: talking },
  { path: "/sell/:store/chats", load: () => import("./chats.js"), words: talking },
  { path: "/sell/:store/chats/:conversation", load: () => import("./room.js"), words: talking },
  { path: "/sell/:store/desk", load: () => import("./desk.js"), words: talking },
];
