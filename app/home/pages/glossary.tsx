// What the words on a partnership's pages mean, and those of the papers that partnerships were built by.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { howWeWorkPath } from "#app/bodies/public-paths.ts";
import { olderWords, ourWords } from "#app/home/glossary.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";

export async function loader({ params, context: { now, language } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const { slug, name } = partnership;
  return data({ title: titleOf(wordsFor(language).t("glossary:title"), language, partnership), slug, name }, { headers: keepPage(partnership.id, now) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function GlossaryPage() {
  const { slug, name } = useLoaderData<typeof loader>();
  const { t, language } = useWords();
  const inOrder = <Row extends { label: string }>(rows: Row[]) => rows.sort((one, other) => one.label.localeCompare(other.label, language));
  const ours = ourWords.map((key) => ({ key, label: t(`glossary:ours-word.${key}.word`), value: t(`glossary:ours-word.${key}.meaning`) }));
  const older = Object.entries(olderWords).map(([key, short]) => {
    const word = t(`glossary:older-word.${key}.word`);
    return { key, label: short === null ? word : t("glossary:word", { word, short }), value: t(`glossary:older-word.${key}.meaning`) };
  });
  return (
    <>
      <BackLink to={howWeWorkPath({ slug })} text={t("structure:how.title")} />
      <PageHeading caption={<InLanguage text={name} />}>{t("glossary:title")}</PageHeading>
      <p className="govuk-body-l">{t("glossary:lead")}</p>
      <h2 className="govuk-heading-m">{t("glossary:ours")}</h2>
      <SummaryList rows={inOrder(ours)} />
      <h2 className="govuk-heading-m">{t("glossary:older")}</h2>
      <p className="govuk-body">{t("glossary:older-text")}</p>
      <SummaryList rows={inOrder(older)} />
    </>
  );
}
