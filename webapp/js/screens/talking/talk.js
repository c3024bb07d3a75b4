/**
 * One conversation as a device keeps it: its messages without gaps, what one said that isn't acknowledged yet, and how
 * far the other side is.
 *
 * What one says is shown at once. It goes over the API under a client id that stays the same however often it is sent,
 * so that it is said once. Messages are known by their numbers: whatever comes twice or in disorder ends up the same.
 */
import { get, newKey, post } from "../../api.js";
import { counts } from "../../state.js";
import { upload } from "../../uploading.js";
import { useCallback, useEffect, useRef, useState } from "../../ui/html.js";
import { toast } from "../../ui/toast.js";
import { useLive } from "./live.js";

const PAGE = 40;
const WHOLE_PAGE = 100;
const MOST_PAGES = 5;
const TYPES_FOR = 5_000;
const TELL_TYPING_EVERY = 3_000;

/** `{talk, messages, sending, more, older(), say(), again(), …}` of a conversation; `problem` if it couldn't be read. */
export function useTalk(id, store) {
  const path = `/conversations/${id}`;
  const [state, setState] = useState({ messages: [] });
  const [sending, setSending] = useState([]);
  const [typing, setTyping] = useState(false);
  const now = useRef(state);
  now.current = state;
  const busy = useRef({});

  const add = useCallback((messages, talk) => {
    setState((was) => ({ ...was, talk: talk ?? was.talk, messages: merged(was.messages, messages) }));
    const known = new Set(messages.map((one) => one.client_id));
    setSending((was) => (was.some((one) => known.has(one.client_id)) ? was.filter((one) => !known.has(one.client_id)) : was));
  }, []);

  const load = useCallback(async () => {
    setState((was) => ({ ...was, problem: null }));
    try {
      const page = await get(`${path}/messages`, { limit: PAGE });
      setState({ talk: page.conversation, messages: page.items });
    } catch (problem) {
      setState((was) => ({ ...was, problem }));
    }
  }, [path]);
  useEffect(() => { load(); }, [load]);

  const refresh = useCallback(() => once(busy, "refresh", async () => {
    const { talk, messages } = now.current;
    if (!talk) return load();
    for (let page = 0, after = messages.at(-1)?.seq ?? 0; page < MOST_PAGES; page += 1) {
      const told = await get(`${path}/messages`, { after, limit: WHOLE_PAGE }).catch(() => null);
      if (!told) return undefined;
      add(told.items, told.conversation);
      after = told.items.at(-1)?.seq ?? after;
      if (after >= told.conversation.last) return undefined;
    }
    return load();  // too much was said meanwhile: begin at its end
  }), [path, load, add]);

  const older = useCallback((limit = PAGE) => once(busy, "older", async () => {
    const before = now.current.messages[0]?.seq ?? 1;
    if (before <= 1) return;
    try {
      const page = await get(`${path}/messages`, { before, limit });
      add(page.items, page.conversation);
    } catch (problem) {
      toast(problem.message, { tone: "bad" });
    }
  }), [path, add]);

  const hear = (frame) => {
    if (frame.kind === "message" && frame.message.conversation_id === id) {
      const last = now.current.messages.at(-1)?.seq ?? 0;
      if (frame.message.side !== now.current.talk?.side) setTyping(false);
      if (frame.message.seq > last + 1) refresh();
      else add([frame.message]);
    } else if (frame.conversation_id === id && frame.kind === "receipt") {
      setState((was) => ({ ...was, talk: told(was.talk, frame) }));
    } else if (frame.conversation_id === id && frame.kind === "typing") {
      setTyping(true);
      clearTimeout(busy.current.typing);
      busy.current.typing = setTimeout(() => setTyping(false), TYPES_FOR);
    }
  };
  const tell = useLive(store, { hear, refresh });
  useEffect(() => () => clearTimeout(busy.current.typing), []);

  const send = async (one) => {
    setSending((was) => [...was.filter((other) => other.client_id !== one.client_id), { ...one, state: "sending", problem: null }]);
    try {
      const photo = one.photo && !one.body.photo_id ? { photo_id: (await upload(one.photo, "message")).id } : {};
      one.body = { ...one.body, ...photo };
      add([await post(`${path}/messages`, { ...one.body, client_id: one.client_id }, { key: one.client_id })]);
    } catch (problem) {
      setSending((was) => was.map((other) => (other.client_id === one.client_id ? { ...one, state: "failed", problem } : other)));
    }
  };

  return {
    ...state, sending, typing, refresh, older,
    more: (state.messages[0]?.seq ?? 1) > 1,
    reload: load,
    setTalk: (talk) => setState((was) => ({ ...was, talk })),
    say: (body, photo) => send({ client_id: newKey(), body, photo, at: new Date().toISOString() }),
    again: send,
    drop: (one) => setSending((was) => was.filter((other) => other !== one)),
    types: () => {
      if (Date.now() - (busy.current.told ?? 0) < TELL_TYPING_EVERY) return;
      busy.current.told = Date.now();
      tell({ action: "typing", conversation_id: id });
    },
    read: () => once(busy, "read", async () => {
      const { talk, messages } = now.current;
      const last = messages.at(-1)?.seq ?? 0;
      if (!talk || document.hidden || last <= talk.read) return;
      const read = await post(`${path}/read`, { seq: last }, { key: newKey() }).catch(() => null);
      if (read && read.side === "buyer") counts.set((was) => ({ ...was, chats: Math.max(0, was.chats - (talk.unread - read.unread)) }));
      if (read) setState((was) => ({ ...was, talk: { ...read, last: Math.max(read.last, was.talk?.last ?? 0) } }));
    }),
  };
}

/** Do something unless it is being done. */
async function once(busy, name, deed) {
  if (busy.current[name]) return;
  busy.current[name] = true;
  try { await deed(); } finally { busy.current[name] = false; }
}

/** All messages of both, each once, in their order. */
function merged(known, told) {
  const found = new Map(known.map((one) => [one.seq, one]));
  for (const one of told) found.set(one.seq, one);
  return [...found.values()].sort((one, other) => one.seq - other.seq);
}

/** A conversation after a receipt: how far its other side is, or a device of one's own. */
function told(talk, frame) {
  if (!talk) return talk;
  if (frame.side === talk.side) return { ...talk, read: Math.max(talk.read, frame.read) };
  return {
    ...talk, read_by_other: Math.max(talk.read_by_other, frame.read),
    delivered_to_other: Math.max(talk.delivered_to_other, frame.delivered),
  };
}
