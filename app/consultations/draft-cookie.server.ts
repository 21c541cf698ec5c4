// The cookie that brings a person back to their draft and response on the device they began on: signed, and read by no script.
import { createCookie } from "@remix-run/node";
import { config } from "#app/shared/config.server.ts";
import { keysFor } from "#app/shared/keys.server.ts";
import { readReference } from "./reference.ts";

/** Counted from the last page that was saved. */
export const draftCookieSeconds = 28 * 86_400;

function cookieOf(consultationId: string) {
  return createCookie(`draft-${consultationId}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: config().baseUrl.startsWith("https://"),
    path: "/",
    maxAge: draftCookieSeconds,
    secrets: keysFor("draft cookie"),
  });
}

/** The reference the request's cookie holds for a consultation, or null. */
export async function readDraftCookie(request: Request, consultationId: string): Promise<string | null> {
  const held: unknown = await cookieOf(consultationId).parse(request.headers.get("Cookie"));
  return typeof held === "string" ? readReference(held) : null;
}

/** The Set-Cookie header that brings back to a draft for 28 days more. */
export async function draftCookie(consultationId: string, reference: string): Promise<{ "Set-Cookie": string }> {
  return { "Set-Cookie": await cookieOf(consultationId).serialize(reference) };
}

/** The headers that make this device forget the draft, and the pages it has seen. */
export async function forgetDraft(consultationId: string): Promise<Record<string, string>> {
  return {
    "Set-Cookie": await cookieOf(consultationId).serialize("", { maxAge: 0 }),
    "Clear-Site-Data": '"cache", "storage"',
  };
}
