// How large a file is, as people say it.
import type { Words } from "./words.ts";

/** In kilobytes, or in megabytes with one decimal; never none of them. */
export function sizeText(bytes: number, { t, number }: Pick<Words, "t" | "number">): string {
  if (bytes >= 1_000_000) return t("shared:size.megabytes", { size: number(bytes / 1_000_000, 1) });
  return t("shared:size.kilobytes", { size: number(Math.max(1, Math.round(bytes / 1000))) });
}
