// A published report as a .docx file, in the reader's language.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { reportPath } from "#app/consultations/paths.ts";
import { within } from "#app/forms/wording.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { downloadOf } from "#app/shared/download.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { zipOf } from "#app/shared/zip.server.ts";
import { ours, said } from "../blocks.ts";
import { findPublicReport } from "../find.server.ts";
import { documentParts } from "../word-document.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const words = wordsFor(language);
  const { t, number, instant } = words;
  const { partnership, consultation, version, shown, sections } = await findPublicReport(args, words, new URL(args.request.url).searchParams.get("version"));
  if (version.withdrawn) throw notFound();
  const site = siteOfPartnership(partnership);
  const { set } = shown;
  const parts = documentParts(
    sections,
    {
      ...{ title: t("reports:title"), caption: said(words, consultation.title), creator: within(partnership.name, words), language, madeAt: version.publishedAt },
      front: [
        ours(words, t("reports:published", { at: instant(version.publishedAt), number: number(version.number) })),
        ...(version.kind === "first" ? [] : [ours(words, t(`reports:version.says.${version.kind}`, { number: number(version.number) })), said(words, version.reason ?? {})]),
        ours(words, t("reports:of-set", { set: number(set.number), at: instant(new Date(set.frozenAt)), included: number(set.included) })),
      ],
      address: t("reports:file.address", { address: site + pathInLanguage(reportPath(partnership, consultation), language) }),
    },
    words,
    site,
  );
  const bytes = zipOf(parts.map(({ name, text }) => ({ name, bytes: [Buffer.from(text)] })));
  return downloadOf(`report-${consultation.id}-${version.number}.docx`, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes);
}
