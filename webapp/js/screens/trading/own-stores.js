/** The stores that one may hire for. */
import { get } from "../../api.js";
import { useLoaded } from "../../loading.js";

export const useOwnStores = () => useLoaded(async () => (await get("/stores")).items);
