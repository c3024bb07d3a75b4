/**
 * The WebSocket on which one hears at once what is said: one for all screens of a buyer, one for each store.
 *
 * It is connected anew when it breaks, later each time; as long as it isn't open the screens that are seen ask by
 * themselves every few seconds. So everything works without it, only later.
 */
import { newKey, post } from "../../api.js";
import { useEffect, useRef } from "../../ui/html.js";

const ASK_EVERY = 4_000;
const PING_EVERY = 240_000;  // API Gateway ends a connection in which nothing is said for ten minutes
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
const LINGER = 5_000;
const OPEN = 1;

const channels = new Map();

function channelOf(store) {
  const name = store ?? "";
  if (!channels.has(name)) channels.set(name, new Channel(store));
  return channels.get(name);
}

class Channel {
  constructor(store) {
    this.store = store;
    this.listeners = new Set();
    this.socket = null;
    this.connecting = false;
    this.wait = FIRST_WAIT;
    this.timers = [];
    this.seen = () => { if (!document.hidden) this.refresh(); };
  }

  /** Hear frames, and be asked to load anew what may have been missed. Answers how to hear no more. */
  listen(listener) {
    clearTimeout(this.ending);
    if (!this.listeners.size && !this.timers.length) this.begin();
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (!this.listeners.size) this.ending = setTimeout(() => this.end(), LINGER);
    };
  }

  begin() {
    this.timers = [
      setInterval(() => { if (!this.open && !document.hidden) this.refresh(); }, ASK_EVERY),
      setInterval(() => this.say({ action: "ping" }), PING_EVERY),
    ];
    document.addEventListener("visibilitychange", this.seen);
    this.connect();
  }

  end() {
    for (const timer of this.timers) clearInterval(timer);
    clearTimeout(this.again);
    this.timers = [];
    document.removeEventListener("visibilitychange", this.seen);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  get open() { return this.socket?.readyState === OPEN; }

  async connect() {
    if (this.socket || this.connecting || !this.timers.length) return;
    this.connecting = true;
    try {
      const { url } = await post("/conversations/ticket", this.store ? { store_id: this.store } : {}, { key: newKey() });
      if (this.timers.length) this.opened(new WebSocket(url));
    } catch (error) {
      if (!(error.status >= 400 && error.status < 500)) this.later();  // who isn't let in asks no more
    } finally {
      this.connecting = false;
    }
  }

  opened(socket) {
    this.socket = socket;
    socket.onopen = () => { this.wait = FIRST_WAIT; this.refresh(); };
    socket.onmessage = ({ data }) => this.hear(data);
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.later();
    };
  }

  later() {
    if (!this.timers.length) return;
    clearTimeout(this.again);
    this.again = setTimeout(() => this.connect(), this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(LONGEST_WAIT, this.wait * 2);
  }

  hear(data) {
    let frame = null;
    try { frame = JSON.parse(data); } catch { return; }
    for (const listener of [...this.listeners]) listener.hear(frame);
  }

  refresh() {
    for (const listener of [...this.listeners]) listener.refresh();
  }

  /** Say a frame, if anybody hears it; what must not be lost goes over the API instead. */
  say(frame) {
    if (this.open) this.socket.send(JSON.stringify(frame));
  }
}

/** Hear what is said to a buyer (no store) or to a store while a component is shown. Answers how to say a frame. */
export function useLive(store, { hear, refresh }) {
  const latest = useRef({});
  latest.current = { hear, refresh };
  useEffect(() => channelOf(store).listen({
    hear: (frame) => latest.current.hear?.(frame),
    refresh: () => latest.current.refresh?.(),
  }), [store]);
  return (frame) => channelOf(store).say(frame);
}
