/** A photo on its way: made small enough, announced, sent with its progress, and checked. */
import { newKey, post } from "./api.js";

const MOST_BYTES = 5 * 1024 * 1024;
const LONGEST_SIDE = 2400;
const TYPES = ["image/jpeg", "image/png", "image/webp"];

/** Answers the ready photo, or throws what went wrong; `told(share)` hears how much has been sent, 0 to 1. */
export async function upload(file, purpose, told = () => {}) {
  const small = await fitting(file);
  const asked = await post("/photos", { content_type: small.type, bytes: small.size, purpose }, { key: newKey() });
  await send(asked.upload, small, told);
  const checked = await post(`/photos/${asked.id}/check`);
  if (checked.state !== "ready") throw new PhotoRefused(checked.rejection);
  return checked;
}

/** The photo was checked and isn't taken. */
export class PhotoRefused extends Error {
  constructor(rejection) {
    super(rejection?.detail ?? "");
    this.status = rejection?.detail ? 422 : 0;
    this.code = rejection?.code ?? "not_a_picture";
  }
}

/** The file as it is where it may be sent so; else a JPEG of it that may. */
async function fitting(file) {
  if (TYPES.includes(file.type) && file.size <= MOST_BYTES) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => { throw new PhotoRefused({ code: "not_a_picture" }); });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new PhotoRefused({ code: "too_large" }))), "image/jpeg", 0.88);
  });
}

/** Send a file by the form that was given for it; a plain fetch wouldn't tell how far it is. */
export function send(form, file, told) {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append("file", file);
  return new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest();
    asked.upload.onprogress = (event) => { if (event.lengthComputable) told(event.loaded / event.total); };
    asked.onload = () => (asked.status < 300 ? resolve() : reject(new PhotoRefused({ code: "not_sent" })));
    asked.onerror = () => reject(new PhotoRefused({ code: "not_sent" }));
    asked.open("POST", form.url);
    asked.send(body);
  });
}
