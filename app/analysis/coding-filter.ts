// Which texts are read by what is coded on them: a code or none at all, by whom, and with which stance.
import { isStance, type Stance } from "./coding.ts";

export type CodingFilter = {
  /** The id of a code, which stands for all under it too; `none` for the texts that carry no code. */
  code: string | null;
  coderId: string | null;
  stance: Stance | null;
};

export const anyCoding: CodingFilter = { code: null, coderId: null, stance: null };

/** What stands for texts without a code. */
export const noCode = "none";

const idIn = (text: string | null) => (text !== null && /^[\w-]{1,64}$/.test(text) ? text : null);

export function codingFilterIn(search: URLSearchParams): CodingFilter {
  const [code, stance] = [idIn(search.get("code")), search.get("stance")];
  // because a text without a code has neither a coder nor a stance
  if (code === noCode) return { ...anyCoding, code };
  return { code, coderId: idIn(search.get("coder")), stance: isStance(stance) ? stance : null };
}

export function isCodingFiltered({ code, coderId, stance }: CodingFilter): boolean {
  return code !== null || coderId !== null || stance !== null;
}

export function queryOfCoding({ code, coderId, stance }: CodingFilter): Record<string, string> {
  return { ...(code !== null && { code }), ...(coderId !== null && { coder: coderId }), ...(stance !== null && { stance }) };
}
