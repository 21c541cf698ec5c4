// Themes that run through the answers to several questions: how many people said each in any answer, out of how many.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayCode } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { listVersions } from "#app/consultations/store.server.ts";
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
import { codedQuestions } from "../coded-questions.ts";
import { listCodeframes, listCodes } from "../codeframes.store.server.ts";
import { crossCuttingOf } from "../cross-cutting.ts";
import { countCrossCutting } from "../cross-cutting.store.server.ts";
import { codeframesPath, codePath } from "../paths.ts";
import { findNewestSet } from "../sets.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayCode);
  const frames = [];
  for (const frame of await listCodeframes(db(), consultation)) frames.push({ frame, codes: await listCodes(db(), frame) });
  const themes = crossCuttingOf(frames);
  const set = await findNewestSet(db(), consultation);
  const counts = set && (await countCrossCutting(db(), set.id, themes));
  const questions = codedQuestions(await listVersions(db(), consultation.formId));
  return {
    title: titleOf(wordsFor(language).t("exchange:themes.title-of", { title: within(consultation.title, { language }) }), language, partnership),
    ...{ consultation: { title: consultation.title }, set: set?.number ?? null, back: codeframesPath(partnership, consultation) },
    themes: themes.map(({ name, definition, codes }, index) => ({
      ...{ name, definition, inAny: counts?.[index]?.inAny ?? null },
      codes: codes.map(({ id, frameId, frame }) => ({ id, frame, to: codePath(partnership, consultation, { id: frameId }, { id }) })),
      byQuestion: [...(counts?.[index]?.byQuestion ?? [])].flatMap(([id, said]) => ({ id, label: questions.find((question) => question.id === id)?.label ?? {}, said })),
    })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CrossCuttingPage() {
  const { consultation, set, themes, back } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const told = ({ said, of }: { said: number; of: number }) => t("codeframe:of", { some: number(said), all: number(of) });
  return (
    <>
      <BackLink to={back} text={t("codeframe:tree.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("exchange:themes.title")}</PageHeading>
      <p className="govuk-body">{t("exchange:themes.lead")}</p>
      {themes.length === 0 && <p className="govuk-body">{t("exchange:themes.none")}</p>}
      {set === null && <p className="govuk-body">{t("codeframe:tree.no-set")}</p>}
      {themes.length > 0 && (
        <Table
          caption={set === null ? t("exchange:themes.title") : t("exchange:themes.caption", { set: number(set) })}
          stacks
          columns={[
            { key: "theme", heading: t("codeframe:level.theme") },
            { key: "frames", heading: t("codeframe:frames.title") },
            { key: "questions", heading: t("exchange:themes.by-question") },
            { key: "any", heading: t("exchange:themes.in-any"), numeric: true },
          ]}
          rows={themes.map((theme, index) => ({
            key: String(index),
            cells: [
              <div key="theme">
                <InLanguage text={theme.name} />
              </div>,
              <ul key="frames" className="govuk-list">
                {theme.codes.map(({ id, frame, to }) => (
                  <li key={id}>
                    <PageLink to={to}>
                      <InLanguage text={frame} />
                    </PageLink>
                  </li>
                ))}
              </ul>,
              <ul key="questions" className="govuk-list">
                {theme.byQuestion.map(({ id, label, said }) => (
                  <li key={id}>
                    <InLanguage text={label} />: {told(said)}
                  </li>
                ))}
              </ul>,
              theme.inAny && theme.inAny.of > 0 ? `${told(theme.inAny)} ${t("codeframe:share", { share: number((100 * theme.inAny.said) / theme.inAny.of, 1) })}` : "",
            ],
          }))}
        />
      )}
    </>
  );
}
