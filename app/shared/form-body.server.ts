// The fields of a posted form without files; uploads are read by files/.
import { badRequest } from "./responses.server.ts";

/** The fields as they were typed; 400 when the body is not a form of ours. A NUL, which no database text holds, is left out. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") throw badRequest();
  const body = await request.text().catch(() => {
    throw badRequest();
  });
  const fields = new URLSearchParams();
  // because what is left out before it is read can make another: "%%0000"
  for (const [name, value] of new URLSearchParams(body)) fields.append(name.replaceAll("\0", ""), value.replaceAll("\0", ""));
  return fields;
}
