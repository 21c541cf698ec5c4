// How far coders agree, as a file: a row for each code and one for all, each with what it comes from.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { within } from "#app/forms/wording.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { csvDownload } from "#app/shared/csv.server.ts";
import { db } from "#app/shared/db.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findAgreement } from "../agreement.server.ts";
import { fullName } from "../code.ts";
import type { Judged } from "../code-agreement.ts";

const columns = ["set", "codeframe", "versions", "question", "drawn", "handed-out", "code", "texts", "coders", "alpha", "reliability", "kappa", "raw", "prevalence"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn, set, frame, codes, asked, questionId, comparison, versions, sample } = await findAgreement(args);
  const words = wordsFor(args.context.language);
  const { t, number } = words;
  const figure = (value: number | null) => (value === null ? "" : value.toFixed(4));
  const chosen = asked.filter(({ id }) => questionId === null || id === questionId).map(({ label }) => within(label, words));
  const of = [t("analysis:set.name", { set: number(set.number) }), within(frame.name, words), versions === null ? "" : [...new Set([versions.from, versions.to])].join("–"), chosen.join("; "), String(sample.drawn), String(sample.texts)];
  const row = (name: string, { texts, coders, alpha, reliability, kappa, raw, prevalence, isEnough }: Judged) => {
    const said = isEnough ? [figure(alpha), reliability === null ? "" : t(`agreement:reliability.${reliability}`), figure(kappa), figure(raw), figure(prevalence)] : ["", "", "", "", ""];
    return [...of, name, String(texts), String(coders), ...said];
  };
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "analysis.export-agreement", subjectKind: "consultation", subjectId: consultation.id },
    facts: { set: set.number, count: comparison.codes.length },
  });
  const rows = [row(t("agreement:all-codes"), comparison.all), ...comparison.codes.map((code) => row(fullName(codes, code.codeId, words.language), code))];
  return csvDownload(`set-${set.number}-agreement-${frame.id}.csv`, columns.map((name) => t(`agreement:file.${name}`)), [rows]);
}
