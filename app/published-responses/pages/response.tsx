// One published response: what it says, what was removed from it and why, under an address that stays.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publishedResponsesPath } from "#app/consultations/paths.ts";
import { db } from "#app/shared/db.server.ts";
import { languageNamed } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { answersOf } from "../answers.ts";
import { findPublicResponses, notForSearchEngines } from "../find.server.ts";
import { findPublicResponse, wasGiven } from "../public.store.server.ts";
import { Answers } from "../ui/answers.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, asked, extent } = await findPublicResponses(args);
  const reference = args.params.reference ?? "";
  const response = extent && (await findPublicResponse(db(), extent, reference));
  if (!response && !(await wasGiven(db(), consultation, reference))) throw notFound();
  const title = titleOf(wordsFor(language).t("published-responses:one.title", { reference }), language, partnership);
  const about = { title, partnership, consultation: { id: consultation.id, title: consultation.title }, reference };
  // because nobody is to learn whether it was withdrawn, withheld or never published
  if (!response) return data({ ...about, response: null }, { status: 410, headers: notForSearchEngines });
  const { respondentType, name, language: written } = response;
  const answers = answersOf(response, asked.put, asked.questions);
  return data({ ...about, response: { respondentType, name, language: written, answers } }, { headers: notForSearchEngines });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }, { name: "robots", content: "noindex, nofollow" }];

export default function PublishedResponsePage() {
  const { partnership, consultation, reference, response } = useLoaderData<typeof loader>();
  const { t, language } = useWords();
  const back = <BackLink to={publishedResponsesPath(partnership, consultation)} text={t("published-responses:one.back")} />;
  const caption = <InLanguage text={consultation.title} />;
  if (!response) {
    return (
      <>
        {back}
        <PageHeading caption={caption}>{t("published-responses:one.gone")}</PageHeading>
        <p className="govuk-body">{t("published-responses:one.gone-text")}</p>
      </>
    );
  }
  return (
    <>
      {back}
      <PageHeading caption={caption}>{response.name === null ? t(`office:respondent.${response.respondentType}`) : <bdi>{response.name}</bdi>}</PageHeading>
      <ul className="govuk-list">
        {response.name !== null && <li>{t(`office:respondent.${response.respondentType}`)}</li>}
        <li>{t("published-responses:one.written", { language: languageNamed(response.language, language) })}</li>
        <li>{t("published-responses:one.reference", { reference })}</li>
      </ul>
      <Answers answers={response.answers} language={response.language} />
    </>
  );
}
