// What the README shows, here so that the compiler looks at it.
import { guanxi, type Shapes } from "./index";

export async function openStore(baseUrl: string, email: string, password: string): Promise<Shapes["StoreView"]> {
  const signIn = await guanxi(baseUrl).POST("/sign-in", { body: { email, password } });
  if (signIn.error) throw new Error(signIn.error.detail);
  const session = signIn.data;
  const mei = guanxi(baseUrl, () => session.id_token);
  const { data, error } = await mei.POST("/stores", {
    params: { header: { "Idempotency-Key": crypto.randomUUID() } },
    body: { name: "梅的小铺", currency: "CNY", time_zone: "Asia/Shanghai" },
  });
  if (error) throw new Error(`${error.code}: ${error.detail}`);
  return data;
}
