/** Who is signed in, where she works, and what waits for her. */
import { end, renew } from "./pushing.js";
import { get, groups, resume, signIn, signOut } from "./api.js";
import { go, here } from "./router.js";
import { counts, me, workplaces } from "./state.js";
import { speak, told } from "./i18n.js";

/** Find out whether there is a session. Without an answer from the API nobody is signed in, for now. */
export async function begin() {
  try {
    if (await resume()) await load();
    else me.set(null);
  } catch {
    me.set(null);
  }
}

async function load() {
  me.set(await get("/me"));
  if (!told()) await speak(me.get().language).catch(() => {});
  await refreshWorkplaces().catch(() => {});
  lookAround();
}

/** What the tabs count, one after the other: whoever waits for a screen comes first. */
async function lookAround() {
  for (const look of [refreshCart, refreshUnread, refreshChats, renew]) await look().catch(() => {});
}

export async function enter(credentials) {
  await signIn(credentials);
  await load();
}

export async function leave() {
  await end().catch(() => {});
  await signOut().catch(() => {});
  ended();
  go("/", { instead: true });
}

/** Whether she works for the platform. */
export const isOperator = () => me.get() != null && groups().includes("operators");

/** Nobody is signed in any more. */
export function ended() {
  me.set(null);
  workplaces.set(null);
  counts.set({ cart: 0, unread: 0, chats: 0 });
}

/** What can be done in a store, all of which is an owner's to do. */
const ALL = [
  "store:read", "store:edit", "store:design", "goods:read", "goods:edit", "goods:count", "orders:read", "orders:ship", "orders:cancel",
  "chat", "links:read", "links:edit", "reviews:reply", "ads:edit", "insights:read", "staff:manage",
];

/** The first page of her own stores and of those in which she works; call it when she has opened one. */
export async function refreshWorkplaces() {
  const [own, others] = await Promise.all([get("/stores", { limit: 100 }), get("/my/workplaces", { limit: 50 })]);
  const mine = own.items.map((one) => ({ store_id: one.id, store_name: one.name, path: one.path, role: "owner", scopes: ALL, own: true }));
  workplaces.set([...mine, ...others.items]);
}

/** How many pieces are in the cart: call it after the cart has changed. */
export async function refreshCart() {
  const { lines } = await get("/cart");
  counts.set((was) => ({ ...was, cart: lines.reduce((sum, line) => sum + line.quantity, 0) }));
}

export async function refreshUnread() {
  const { items } = await get("/notifications");
  counts.set((was) => ({ ...was, unread: items.filter((one) => !one.read).length }));
}

/** How many messages of stores wait, in the conversations in which something was said last. */
export async function refreshChats() {
  const { items } = await get("/conversations");
  counts.set((was) => ({ ...was, chats: items.reduce((sum, one) => sum + one.unread, 0) }));
}

/** The store of which the place tells (`/sell/:store/…`), else the first in which she works. */
export function storeNow() {
  const told = /^\/sell\/(sto_\w+)/.exec(here.get().path)?.[1];
  const known = workplaces.get() ?? [];
  return known.find((one) => one.store_id === told) ?? known[0] ?? null;
}
