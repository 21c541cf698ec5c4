// An app for one-time codes, as somebody has it on their telephone.
import { Secret, TOTP } from "otpauth";
import { authenticatorPath } from "#app/people/paths.ts";
import { locationOf } from "./requests.ts";
import type { Visitor } from "./application.ts";

/** The code that an app with this key shows at an instant. */
export function codeAt(key: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) }).generate({ timestamp: at.getTime() });
}

/** The key that a page offers, and what is posted back with its code. */
function offerIn(html: string): { key: string; sealed: string } {
  return { key: /account-key"[^>]*>([A-Z2-7 ]+)</.exec(html)?.[1] ?? "", sealed: /name="sealed" value="([^"]+)"/.exec(html)?.[1] ?? "" };
}

/** Sets up an app as somebody does who is signed in, or is just signing in: its key, and where that leads. */
export async function setUpApp(visitor: Visitor, at: Date): Promise<{ key: string; to: string | null }> {
  const { key, sealed } = offerIn(await (await visitor.open(authenticatorPath())).text());
  const answer = await visitor.post(authenticatorPath(), { sealed, code: codeAt(key, at) });
  return { key, to: locationOf(answer) };
}
