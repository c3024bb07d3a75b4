/** Sending a picture as a phone does: announced, sent to where the API says, and checked. */
import { post, Problem } from "../../api.js";

const KINDS = new Set(["image/jpeg", "image/png", "image/webp"]);
const MOST = 5 * 1024 * 1024;
const LONGEST = 2560;

/** A picture that the API takes: what is too large or of another kind is drawn anew as a JPEG. */
async function fit(file) {
  if (KINDS.has(file.type) && file.size <= MOST) return file;
  const drawn = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(drawn.width, drawn.height));
  const canvas = new OffscreenCanvas(Math.round(drawn.width * scale), Math.round(drawn.height * scale));
  canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.88 });
}

/** Answers the photo `{id, path, width, height}`. Raises Problem with the API's sentence where it is none. */
export async function upload(file, purpose) {
  const picture = await fit(file);
  const { id, upload: where } = await post("/photos", { content_type: picture.type, bytes: picture.size, purpose });
  const form = new FormData();
  for (const [name, value] of Object.entries(where.fields)) form.append(name, value);
  form.append("file", picture);
  const sent = await fetch(where.url, { method: "POST", body: form });
  if (!sent.ok) throw new Problem(sent.status, {});
  const checked = await post(`/photos/${id}/check`);
  if (checked.rejection) throw new Problem(422, { detail: checked.rejection.detail });
  return checked;
}
