// Texts on which their two readers differ, to be settled one by one; and those that were settled.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayLeadCoding } from "#app/consultations/office-policy.ts";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { codedPieces } from "../coded-text.ts";
import { findWorked } from "../coders.server.ts";
import { countDifferences, listDifferences } from "../differences.store.server.ts";
import { agreementsPath, differencesPath } from "../paths.ts";
import { recordReading } from "../reading.server.ts";
import { TextWords } from "../ui/text-words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const found = await findWorked(args, mayLeadCoding);
  const { partnership, consultation, set, questions } = found;
  const search = new URL(args.request.url).searchParams;
  const isSettled = search.get("show") === "settled";
  const after = search.get("after");
  const { differences, nextAfter } = await listDifferences(db(), set.id, { isSettled, after });
  const names = await listNames(db(), differences.flatMap(({ firstId, secondId }) => [firstId, secondId]));
  for (const { id } of questions) {
    const shown = differences.filter(({ questionId }) => questionId === id).length;
    if (shown > 0) await recordReading(found, { set: set.number, questionId: id, shown });
  }
  const words = wordsFor(args.context.language);
  const nameOf = (id: string) => names.get(id) ?? words.t("reading:somebody");
  return {
    title: titleOf(words.t(isSettled ? "differences:settled-of" : "differences:title-of", { title: within(consultation.title, words) }), words.language, partnership),
    ...{ partnership, consultation, set: set.number, isSettled, nextAfter, isFirstPage: after === null },
    counts: await countDifferences(db(), set.id),
    differences: differences.map(({ id, questionId, text, language, firstId, secondId }) => ({
      ...{ id, language, pieces: codedPieces([{ text, isFound: false }], []), names: [nameOf(firstId), nameOf(secondId)] },
      label: questions.find((one) => one.id === questionId)?.label ?? {},
    })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DifferencesPage() {
  const { partnership, consultation, set, isSettled, counts, differences, nextAfter, isFirstPage } = useLoaderData<typeof loader>();
  const { t, number, list } = useWords();
  const at = (more: Record<string, string>) => {
    const query = new URLSearchParams({ ...(isSettled && { show: "settled" }), ...more }).toString();
    return `${differencesPath(partnership, consultation)}${query === "" ? "" : `?${query}`}`;
  };
  const first = differences[0];
  return (
    <>
      <BackLink to={agreementsPath(partnership, consultation)} text={t("agreement:one.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(isSettled ? "differences:settled" : "differences:title")}</PageHeading>
      <p className="govuk-body">
        {t("differences:counts", { set: number(set), both: number(counts.both), differing: number(counts.differing), settled: number(counts.settled), waiting: number(counts.waiting) })}
      </p>
      <p className="govuk-body">{t("differences:lead")}</p>
      {first && !isSettled && <ButtonLink to={differencesPath(partnership, consultation, first.id)}>{t("differences:one-by-one")}</ButtonLink>}
      {differences.length === 0 && <p className="govuk-body">{t(isSettled ? "differences:none-settled" : "differences:none")}</p>}
      {differences.map(({ id, label, language, pieces, names }) => (
        <article key={id} className="written-answer" aria-labelledby={`text-${id}`}>
          <h2 className="govuk-heading-s" id={`text-${id}`}>
            <PageLink to={differencesPath(partnership, consultation, id)}>
              <InLanguage text={label} />
            </PageLink>
          </h2>
          <TextWords text={{ language, pieces }} />
          <p className="govuk-body-s">{t("differences:readers", { names: list(names) })}</p>
        </article>
      ))}
      <Pagination first={isFirstPage ? null : at({})} next={nextAfter === null ? null : { to: at({ after: nextAfter }) }} />
      <p className="govuk-body">
        {isSettled ? (
          <PageLink to={differencesPath(partnership, consultation)}>{t("differences:title")}</PageLink>
        ) : (
          <PageLink to={`${differencesPath(partnership, consultation)}?show=settled`}>{t("differences:settled")}</PageLink>
        )}
      </p>
    </>
  );
}
