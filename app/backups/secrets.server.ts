// What a backup tells of the installation's secrets without telling them.
import { createHmac } from "node:crypto";
import { keyOf } from "#app/shared/keys.server.ts";
import { textForMac, type Closing } from "./backup.ts";

/** Tells one secret from another. */
export function markOf(secret: string): string {
  return keyOf(secret, "backup mark").slice(0, 32);
}

/** What only an installation with this secret could have written under a backup. */
export function macOf(secret: string, closing: Omit<Closing, "mac">): string {
  return createHmac("sha256", keyOf(secret, "backup")).update(textForMac(closing)).digest("hex");
}
