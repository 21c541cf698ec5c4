// A new version of a notice as it is posted, for the partnership's page and the consultation's alike.
import { readForm } from "#app/shared/form-body.server.ts";
import { defaultLanguage, type Text } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { passage } from "#app/shared/typed.ts";
import { isNoticeKind, longestNotice, type NoticeKind } from "./notice.ts";

/** "clash": somebody else wrote a version since the form was opened; then nothing is saved and both are shown. */
export type NoticeProblem = { input: string; code: "missing" | "long" | "clash" | "same" | "over" };
export type PostedNotice = { kind: NoticeKind; text: Text; latest: string; problems: NoticeProblem[] };

export async function readPostedNotice(request: Request): Promise<PostedNotice> {
  const form = await readForm(request, { longest: 4 * longestNotice });
  const kind = form.get("kind");
  if (!isNoticeKind(kind)) throw badRequest();
  const text = readText(kind, Object.fromEntries(form), passage);
  const problems: NoticeProblem[] = tooLong(kind, text, longestNotice).map((input) => ({ input, code: "long" }));
  if (text[defaultLanguage] === undefined) problems.push({ input: `${kind}-${defaultLanguage}`, code: "missing" });
  return { kind, text, latest: form.get("latest") ?? "", problems };
}

/** What is wrong besides, given the version that is the latest now. */
export function problemsBeside({ kind, text, latest, problems }: PostedNotice, now: { version: string; text: Text }): NoticeProblem[] {
  const input = `${kind}-${defaultLanguage}`;
  if (problems.length > 0) return problems;
  if (latest !== now.version) return [{ input, code: "clash" }];
  const isSame = JSON.stringify(Object.entries(text).sort()) === JSON.stringify(Object.entries(now.text).map(([language, said]) => [language, passage(said)]).sort());
  return isSame ? [{ input, code: "same" }] : [];
}
