// The fields of a posted form without files; uploads are read by files/.
import { badRequest } from "./responses.server.ts";

/** More than anybody types on one line, an address or a reference with the letter it was copied from. */
const longestLine = 5_000;

/**
 * The fields as they were typed; 400 when the body is not a form of ours. A NUL, which no database text holds, is left out,
 * and so is what goes beyond `longest` in a field: a page that asks for a line does not work through megabytes.
 */
export async function readForm(request: Request, { longest = longestLine }: { longest?: number } = {}): Promise<URLSearchParams> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") throw badRequest();
  const body = await request.text().catch(() => {
    throw badRequest();
  });
  const fields = new URLSearchParams();
  // because what is left out before it is read can make another: "%%0000"
  for (const [name, value] of new URLSearchParams(body)) fields.append(name.replaceAll("\0", ""), value.slice(0, longest).replaceAll("\0", ""));
  return fields;
}
