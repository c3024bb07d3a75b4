/**
 * The public API, asked as any client may ask it.
 *
 * The id token is kept in memory alone; what outlives the page is an HttpOnly cookie that scripts can't read.
 */
import { language } from "./i18n.js";
import { API } from "./place.js";

let token = null;
let expires = 0;
let renewing = null;
const MARGIN = 30_000;
const ended = new Set();

/** What the API refuses, as its problem document tells it. */
export class Problem extends Error {
  constructor(status, told) {
    super(told.detail || told.title || String(status));
    this.status = status;
    this.code = told.code || "";
    this.field = told.field || "";
    this.errors = told.errors || [];
    this.told = told;
  }

  /** The sentence about one field, or nothing. */
  of(field) {
    const fault = this.errors.find((one) => one.field === field || one.field?.startsWith(`${field}.`));
    if (fault) return fault.detail || fault.message || this.message;
    return this.field === field || this.field.startsWith(`${field}.`) ? this.message : "";
  }
}

/** Hear when the session has ended and somebody has to sign in again. */
export const onEnd = (listener) => ended.add(listener);

/** A key under which a deed is done once, however often it is asked for. */
export const newKey = () => crypto.randomUUID();

/** What is answered; a Problem without a status when nothing is. */
async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch (lost) {
    throw options.signal?.aborted ? lost : new Problem(0, { title: "no answer" });
  }
}

async function problem(reply) {
  const kind = reply.headers.get("content-type") || "";
  const told = kind.includes("json") ? await reply.json().catch(() => ({})) : {};
  return new Problem(reply.status, told);
}

function keep(session) {
  token = session.id_token;
  expires = Date.now() + session.expires_in * 1000;
}

/** The groups of the user pool that whoever is signed in belongs to, as her id token tells; the API judges by it too. */
export function groups() {
  const told = token?.split(".")[1]?.replaceAll("-", "+").replaceAll("_", "/");
  const found = told ? JSON.parse(atob(told))["cognito:groups"] : [];
  return [found ?? []].flat();
}

const forget = () => { token = null; expires = 0; };

async function session(method, path, body) {
  const reply = await reach(`${API}${path}`, {
    method,
    credentials: "same-origin",
    headers: { "Accept-Language": language.get(), ...(body ? { "Content-Type": "application/json" } : {}) },
    body: body && JSON.stringify(body),
  });
  if (!reply.ok) throw await problem(reply);
  return reply.status === 204 ? null : reply.json();
}

export async function signIn(credentials) {
  keep(await session("POST", "/session", credentials));
}

/** Go on with the session of the cookie. Answers whether there is one; several at once ask once. */
export function resume() {
  renewing ??= session("POST", "/session/refresh")
    .then((told) => { keep(told); return true; })
    .catch((error) => {
      if (!error.status || error.status >= 500) throw error;
      forget();
      return false;
    })
    .finally(() => { renewing = null; });
  return renewing;
}

export async function signOut() {
  forget();
  await session("DELETE", "/session");
}

async function authorisation() {
  if (token && Date.now() < expires - MARGIN) return token;
  return (await resume()) ? token : null;
}

async function ask(method, path, { query, body, key, signal, open = false, raw = false, again = true } = {}) {
  const words = new URLSearchParams(Object.entries(query ?? {}).filter(([, value]) => value != null && value !== ""));
  const headers = { "Accept-Language": language.get() };
  if (!open) {
    const told = await authorisation();
    if (told) headers.Authorization = told;
  }
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  const reply = await reach(`${API}${path}${words.size ? `?${words}` : ""}`, {
    method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (reply.status === 401 && !open && again) {
    forget();
    if (await resume()) return ask(method, path, { query, body, key, signal, raw, again: false });
    for (const listener of ended) listener();
  }
  if (!reply.ok) throw await problem(reply);
  if (raw) return reply;
  if (reply.status === 204) return null;
  return (reply.headers.get("content-type") || "").includes("json") ? reply.json() : reply.text();
}

export const get = (path, query, options) => ask("GET", path, { query, ...options });
export const post = (path, body, options) => ask("POST", path, { body, ...options });
export const put = (path, body, options) => ask("PUT", path, { body, ...options });
export const patch = (path, body, options) => ask("PATCH", path, { body, ...options });
export const remove = (path, options) => ask("DELETE", path, options);
/** The bytes of an answer, such as a PDF that only she may see. */
export const blob = async (path, query) => (await ask("GET", path, { query, raw: true })).blob();
