// The codeframes of a consultation, and of each how far two readings agree.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { mayAnalyse, mayLeadCoding } from "#app/consultations/office-policy.ts";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listDoubleReadings } from "../agreement.store.server.ts";
import { compare } from "../code-agreement.ts";
import { listCodeframes, listCodes } from "../codeframes.store.server.ts";
import { findWorked } from "../coders.server.ts";
import { countDifferences } from "../differences.store.server.ts";
import { agreementPath, codeframesPath, codersPath, differencesPath } from "../paths.ts";
import { Alpha } from "../ui/agreement-figures.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, set, roles } = await findWorked(args, mayAnalyse);
  const words = wordsFor(args.context.language);
  const frames = await listCodeframes(db(), consultation);
  const shown = [];
  for (const frame of frames) {
    const readings = await listDoubleReadings(db(), { setId: set.id, frame });
    const { all } = compare(readings, await listCodes(db(), frame));
    shown.push({ id: frame.id, name: frame.name, all });
  }
  return {
    title: titleOf(words.t("agreement:all.title-of", { title: within(consultation.title, words) }), words.language, partnership),
    ...{ partnership, consultation, set: set.number, frames: shown, mayLead: mayLeadCoding(roles) },
    waiting: (await countDifferences(db(), set.id)).waiting,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AgreementsPage() {
  const { partnership, consultation, set, frames, mayLead, waiting } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("analysis:set.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("agreement:all.title")}</PageHeading>
      <p className="govuk-body">{t("agreement:all.lead", { set: number(set) })}</p>
      {frames.length === 0 ? (
        <p className="govuk-body">{t("agreement:all.none")}</p>
      ) : (
        <Table
          caption={t("agreement:all.caption", { set: number(set) })}
          captionSize="hidden"
          stacks
          columns={[
            { key: "frame", heading: t("agreement:column.frame") },
            { key: "texts", heading: t("agreement:column.texts"), numeric: true },
            { key: "alpha", heading: t("agreement:column.alpha") },
          ]}
          rows={frames.map(({ id, name, all }) => ({
            key: id,
            cells: [
              <PageLink key="frame" to={agreementPath(partnership, consultation, { id })}>
                <InLanguage text={name} />
              </PageLink>,
              number(all.texts),
              <Alpha key="alpha" judged={all} />,
            ],
          }))}
        />
      )}
      {mayLead && (
        <ul className="govuk-list govuk-list--spaced">
          <li>
            <PageLink to={differencesPath(partnership, consultation)}>{t("agreement:all.differences", { number: number(waiting) })}</PageLink>
          </li>
          <li>
            <PageLink to={codersPath(partnership, consultation)}>{t("work:coders.title")}</PageLink>
          </li>
          <li>
            <PageLink to={codeframesPath(partnership, consultation)}>{t("agreement:all.codeframes")}</PageLink>
          </li>
        </ul>
      )}
    </>
  );
}
