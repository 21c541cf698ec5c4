// The codeframes of a consultation: which questions each serves, and how far the coding with it is.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayCode } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { codedQuestions } from "../coded-questions.ts";
import { listCodeframes, listCodes } from "../codeframes.store.server.ts";
import { countCodes } from "../codings.store.server.ts";
import { codeframeDetailsPath, codeframePath, crossCuttingPath } from "../paths.ts";
import { findNewestSet } from "../sets.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayCode);
  const questions = codedQuestions(await listVersions(db(), consultation.formId));
  const set = await findNewestSet(db(), consultation);
  const frames = [];
  for (const frame of await listCodeframes(db(), consultation)) {
    const codes = await listCodes(db(), frame);
    const counts = set && (await countCodes(db(), frame, [], set.id));
    frames.push({
      ...{ id: frame.id, name: frame.name, version: frame.version, inUse: codes.filter(({ retiredAt }) => retiredAt === null).length },
      ...{ counts: counts && { answers: counts.answers, coded: counts.coded } },
      questions: questions.filter(({ id }) => frame.questionIds.includes(id)).map(({ id, label }) => ({ id, label })),
    });
  }
  const { t } = wordsFor(language);
  return {
    title: titleOf(t("codeframe:frames.title-of", { title: within(consultation.title, { language }) }), language, partnership),
    ...{ partnership, consultation, frames, set: set?.number ?? null, hasQuestions: questions.length > 0 },
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeframesPage() {
  const { partnership, consultation, frames, set, hasQuestions } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("codeframe:frames.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("codeframe:frames.title")}</PageHeading>
      <p className="govuk-body">{t("codeframe:frames.lead")}</p>
      {!hasQuestions && <p className="govuk-body">{t("codeframe:frames.no-questions")}</p>}
      {frames.length > 0 && (
        <Table
          caption={set === null ? t("codeframe:frames.caption") : t("codeframe:frames.caption-set", { set: number(set) })}
          stacks
          rowsAreNamed
          columns={[
            { key: "name", heading: t("codeframe:column.name") },
            { key: "questions", heading: t("codeframe:column.questions") },
            { key: "codes", heading: t("codeframe:column.codes"), numeric: true },
            { key: "coded", heading: t("codeframe:column.coded"), numeric: true },
            { key: "version", heading: t("codeframe:column.version") },
          ]}
          rows={frames.map((frame) => ({
            key: frame.id,
            cells: [
              <PageLink key="name" to={codeframePath(partnership, consultation, frame)}>
                <InLanguage text={frame.name} />
              </PageLink>,
              <ul key="questions" className="govuk-list">
                {frame.questions.map(({ id, label }) => (
                  <li key={id}>
                    <InLanguage text={label} />
                  </li>
                ))}
              </ul>,
              number(frame.inUse),
              frame.counts ? t("codeframe:of", { some: number(frame.counts.coded), all: number(frame.counts.answers) }) : t("codeframe:frames.no-set"),
              frame.version === 0 ? t("codeframe:version.none") : number(frame.version),
            ],
          }))}
        />
      )}
      {frames.length > 0 && (
        <p className="govuk-body">
          <PageLink to={crossCuttingPath(partnership, consultation)}>{t("exchange:themes.title")}</PageLink>
        </p>
      )}
      {hasQuestions && <ButtonLink to={codeframeDetailsPath(partnership, consultation, "new")}>{t("codeframe:frames.add")}</ButtonLink>}
    </>
  );
}
