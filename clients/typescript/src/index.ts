// Guanxi's API with types: paths, parameters, bodies and answers are checked by the compiler.
import createClient, { type Client } from "openapi-fetch";

import type { components, paths } from "./schema";

export type Guanxi = Client<paths>;
export type Problem = components["schemas"]["Problem"];
export type Shapes = components["schemas"];

/** A client of the stage at this address. `idToken` tells the token of who is signed in, each time anew. */
export function guanxi(baseUrl: string, idToken?: () => string | undefined): Guanxi {
  const client = createClient<paths>({ baseUrl });
  client.use({
    onRequest({ request }) {
      const token = idToken?.();
      if (token) request.headers.set("Authorization", token);
      return request;
    },
  });
  return client;
}
