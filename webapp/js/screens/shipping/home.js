/** Where a store sends from, or null as long as it hasn't told. */
import { get } from "../../api.js";

export async function originOf(store) {
  try {
    return await get(`/stores/${store}/origin`);
  } catch (problem) {
    if (problem.code === "origin_unknown") return null;
    throw problem;
  }
}
