// How a set was answered by equality groups, and whether those who answered are like everybody: for the statistics officer, from
// figures that have passed the gate.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMargins } from "#app/analysis/margins.store.server.ts";
import { equalityTablesPath, marginsPath, setPath } from "#app/analysis/paths.ts";
import { findSet } from "#app/analysis/sets.store.server.ts";
import { mayPublishEquality } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { confidential } from "#app/disclosure/published-table.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Words } from "#app/shared/words.ts";
import { equalityRepresentation } from "../equality-representation.ts";
import { findEqualityTables, isBehind } from "../equality-tables.store.server.ts";
import type { ShownTable } from "../published-results.ts";
import { EqualityRepresented } from "../ui/equality-represented.tsx";
import { PublishedTable } from "../ui/results.tsx";

const nameOf = ({ number, label, about }: ShownTable, words: Words) => {
  const asked = about ? words.t("office:cross.line", { question: within(label, words), line: within(about, words) }) : within(label, words);
  return number === null ? asked : words.t("forms:question-name", { number, label: asked });
};

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayPublishEquality);
  const set = await findSet(db(), consultation, args.params.set);
  const words = wordsFor(args.context.language);
  const { searchParams } = new URL(args.request.url);
  const tables = await findEqualityTables(db(), set.id);
  const { groups, questions } = tables?.shown ?? { groups: [], questions: [] };
  const group = groups.find(({ key }) => key === searchParams.get("group")) ?? groups[0] ?? null;
  const question = questions.find(({ key }) => key === searchParams.get("question")) ?? null;
  const margin = (await listMargins(db(), consultation)).find(({ side }) => side === group?.key) ?? null;
  const choiceOf = (table: ShownTable) => ({ value: table.key, label: nameOf(table, words) });
  return {
    title: titleOf(words.t("equality:title", { set: words.number(set.number) }), words.language, partnership),
    ...{ partnership, consultation, set, group, margin, isAsked: searchParams.get("asked") === "yes" },
    countedAt: tables?.countedAt ?? null,
    isStale: tables !== null && (await isBehind(db(), { consultationId: consultation.id, erasures: set.erasures }, tables)),
    choices: { groups: groups.map(choiceOf), questions: questions.map(choiceOf) },
    crossed: question && group && { ...question, by: question.by.filter((cross) => cross.group === group.key) },
    represented: group && margin && equalityRepresentation(group, margin.shares),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayPublishEquality);
  const set = await findSet(db(), consultation, args.params.set);
  await inTransaction((transaction) => addJob(transaction, "count-equality", { setId: set.id }));
  return redirect(`${equalityTablesPath(partnership, consultation, set)}?asked=yes`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function EqualityTablesPage() {
  const { partnership, consultation, set, group, margin, isAsked, countedAt, isStale, choices, crossed, represented } = useLoaderData<typeof loader>();
  const { t, number, instant } = useWords();
  return (
    <>
      <BackLink to={setPath(partnership, consultation, set)} text={t("tables:back", { set: number(set.number) })} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("equality:title", { set: number(set.number) })}</PageHeading>
      <p className="govuk-body">{t("equality:lead")}</p>
      {countedAt === null && (
        <form method="post" noValidate>
          <p className="govuk-body">{t(isAsked ? "equality:under-way" : "equality:none")}</p>
          <Button look="secondary">{t("equality:count")}</Button>
        </form>
      )}
      {isStale && (
        <form method="post" noValidate>
          <WarningText>{t(isAsked ? "equality:under-way" : "equality:stale")}</WarningText>
          <Button look="secondary">{t("equality:count-again")}</Button>
        </form>
      )}
      {countedAt !== null && group && (
        <>
          <p className="govuk-body">
            {t("tables:from-set", { set: number(set.number), at: instant(set.frozenAt) })} {t("equality:counted", { at: instant(countedAt) })}
          </p>
          <p className="govuk-body">{t("publication:confidential", { mark: confidential })}</p>
          <form method="get" noValidate>
            <Select name="group" label={t("equality:variable")} value={group.key} options={choices.groups} />
            <Select name="question" label={t("equality:question")} value={crossed?.key ?? ""} options={[{ value: "", label: t("equality:by-itself") }, ...choices.questions]} />
            <Button>{t("equality:show")}</Button>
          </form>
          <h2 className="govuk-heading-m">{t("equality:figures")}</h2>
          <PublishedTable table={group} />
          {represented && margin ? (
            <EqualityRepresented title={group.label} {...{ represented, margin, set }} />
          ) : (
            <p className="govuk-body">
              {t("equality:no-margin")} <PageLink to={marginsPath(partnership, consultation)}>{t("tables:margins.heading")}</PageLink>
            </p>
          )}
          {crossed && <PublishedTable table={crossed} isOpen />}
          {crossed && crossed.by.length === 0 && <p className="govuk-body">{t("equality:left-out")}</p>}
        </>
      )}
    </>
  );
}
