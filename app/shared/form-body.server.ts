// The fields of a posted form without files; uploads are read by files/.
import { badRequest } from "./responses.server.ts";

/** The fields as they were typed; 400 when the body is not a form of ours. A NUL, which no database text holds, is left out. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") throw badRequest();
  const body = await request.text().catch(() => {
    throw badRequest();
  });
  return new URLSearchParams(body.replaceAll("%00", "").replaceAll("\0", ""));
}
