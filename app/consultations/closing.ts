// What a consultation leaves as evidence when the last of its responses could be sent: how many came, and how.
import type { Finding } from "#app/evidence/finding.ts";
import { within } from "#app/forms/wording.ts";
import type { Words } from "#app/shared/words.ts";
import type { Consultation } from "./consultation.ts";

/** One is published for each consultation, once. */
export const closingFindingKind = "responses-received";

export type Received = { received: number; withdrawn: number; channels: number };

/** The finding in every language there are words for; of all that came, those not withdrawn. */
export function closingFinding(consultation: Consultation, came: Received, inEach: readonly Words[]): Finding {
  return {
    sourceSubject: "consultations",
    sourceId: consultation.id,
    kind: closingFindingKind,
    statement: Object.fromEntries(inEach.map((words) => [words.language, statement(consultation, came, words)])),
    figure: { count: came.received, base: came.received + came.withdrawn, of: "responses" },
    method: "count",
  };
}

function statement(consultation: Consultation, { received, channels }: Received, { t, ...words }: Words): string {
  const title = within(consultation.title, words);
  if (received === 0) return t("office:finding.none", { title });
  return t("office:finding.received", {
    responses: t("office:finding.responses", { count: received, number: words.number(received), title }),
    channels: t("office:finding.channels", { count: channels, number: words.number(channels) }),
  });
}
