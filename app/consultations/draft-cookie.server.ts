// The cookie that brings a person back to their draft and response on the device they began on: signed, and read by no script.
import { createHmac, timingSafeEqual } from "node:crypto";
import { readCookie, writeCookie } from "#app/shared/cookie.server.ts";
import { keysFor } from "#app/shared/keys.server.ts";
import { readReference } from "./reference.ts";

/** Counted from the last page that was saved. */
export const draftCookieSeconds = 28 * 86_400;

const nameOf = (consultationId: string): string => `draft-${consultationId}`;

function signatureOf(consultationId: string, reference: string, key: string): Buffer {
  return createHmac("sha256", key).update(`${consultationId} ${reference}`).digest();
}

/** The reference the request's cookie holds for a consultation, or null. */
export function readDraftCookie(request: Request, consultationId: string): string | null {
  const held = readCookie(request.headers.get("Cookie"), nameOf(consultationId));
  const [written = "", signature = ""] = held?.split(".") ?? [];
  const reference = readReference(written);
  if (reference === null) return null;
  const given = Buffer.from(signature, "base64url");
  const isOurs = keysFor("draft cookie").some((key) => {
    const right = signatureOf(consultationId, reference, key);
    return given.length === right.length && timingSafeEqual(given, right);
  });
  return isOurs ? reference : null;
}

/** The Set-Cookie header that brings back to a draft for 28 days more. */
export function draftCookie(consultationId: string, reference: string): { "Set-Cookie": string } {
  const signature = signatureOf(consultationId, reference, keysFor("draft cookie")[0]!).toString("base64url");
  return { "Set-Cookie": writeCookie(nameOf(consultationId), `${reference}.${signature}`, draftCookieSeconds) };
}

/** The headers that make this device forget the draft, and the pages it has seen. */
export function forgetDraft(consultationId: string): Record<string, string> {
  return {
    "Set-Cookie": writeCookie(nameOf(consultationId), "", 0),
    "Clear-Site-Data": '"cache", "storage"',
  };
}
