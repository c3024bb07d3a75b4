/** Bringing a photo to the API: made small enough, announced, uploaded where the API says, checked. */
import { newKey, post } from "./api.js";

const LONGEST_SIDE = 2048;
const MOST_BYTES = 5_242_880;
const TAKEN = new Set(["image/jpeg", "image/png", "image/webp"]);

/** Upload a photo that somebody chose; answers `{id, …}`. Raises Problem, which tells why it wasn't taken. */
export async function upload(chosen, purpose) {
  const photo = await fitting(chosen);
  const announced = await post("/photos", { content_type: photo.type, bytes: photo.size, purpose }, { key: newKey() });
  const form = new FormData();
  for (const [name, value] of Object.entries(announced.upload.fields)) form.append(name, value);
  form.append("file", photo);
  const reply = await fetch(announced.upload.url, { method: "POST", body: form });
  if (!reply.ok) throw new Error(`The photo wasn't taken: ${reply.status}.`);
  const checked = await post(`/photos/${announced.id}/check`, undefined, { key: newKey() });
  if (checked.rejection) throw Object.assign(new Error(checked.rejection.detail), { status: 422 });
  return checked;
}

/** The photo itself if the API takes it as it is, else one drawn anew, no larger than a screen shows. */
async function fitting(chosen) {
  if (TAKEN.has(chosen.type) && chosen.size <= MOST_BYTES) return chosen;
  const drawn = await createImageBitmap(chosen);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(drawn.width * scale);
  canvas.height = Math.round(drawn.height * scale);
  canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("This is no picture."))), "image/jpeg", 0.85);
  });
}
