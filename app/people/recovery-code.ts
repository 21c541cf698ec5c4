// Recovery codes: each lets somebody in once in place of a second factor that was lost.
import { plain } from "#app/shared/typed.ts";

export const recoveryCodesInASet = 10;

/** The code as it is kept and compared, however it was typed: three groups of four, in capitals; undefined when it cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  const letters = plain(typed).toUpperCase().replace(/[^0-9A-Z]/g, "");
  return letters.length === 12 ? letters.replace(/(.{4})(?=.)/g, "$1-") : undefined;
}
