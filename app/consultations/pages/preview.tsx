// The working copy as residents will see it: each page in each language, as wide as a phone, a tablet or a desk has it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCondition } from "#app/forms/condition-words.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { questionName, within } from "#app/forms/wording.ts";
import { ConditionReading } from "#app/forms/ui/condition-reading.tsx";
import { db } from "#app/shared/db.server.ts";
import { isLanguage, languageNamed, languageNames, languages, textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { officeConsultationPath, previewPagePath, previewPath } from "../office-paths.ts";
import { isSize, previewPages, sizes, type PreviewPage, type Size } from "../preview.ts";
import { findNewestDefinition } from "../store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, maySeeOffice);
  const words = wordsFor(args.context.language);
  const definition = await findNewestDefinition(db(), consultation.formId);
  const pages = previewPages({ definition, asksEquality: consultation.asksEquality, say: textInAll });
  const search = new URL(args.request.url).searchParams;
  const at = Math.max(0, pages.findIndex(({ key }) => key === search.get("page")));
  const [chosen, size] = [search.get("in"), search.get("size")];
  const names = pages.map((page, index) => {
    const heading = page.heading ? textIn(page.heading, words.language).text : words.t("preview:read");
    return { key: page.key, name: words.t("preview:page", { number: words.number(index + 1), heading }) };
  });
  const title = words.t("preview:of", { title: within(consultation.title, words) });
  return {
    title: titleOf(title, words.language, partnership),
    ...{ partnership, consultation, names, at },
    shownIn: isLanguage(chosen) ? chosen : words.language,
    size: isSize(size) ? size : ("phone" satisfies Size as Size),
    conditions: conditionsOn(pages[at]).map(({ question, showWhen }) => ({
      name: question && questionName(question, words),
      reading: readCondition(showWhen, questionsOf(definition), words),
    })),
  };
}

/** The conditions that decide what of a page is shown: of its section, and of its questions. */
function conditionsOn(shown: PreviewPage | undefined) {
  if (shown?.kind !== "questions") return [];
  const { section, questions } = shown.page;
  const ofSection = section.showWhen ? [{ question: null, showWhen: section.showWhen }] : [];
  return [...ofSection, ...questions.flatMap((question) => (question.showWhen ? [{ question, showWhen: question.showWhen }] : []))];
}

export const handle = { width: "work", frames: true };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PreviewOfConsultation() {
  const { partnership, consultation, names, at, shownIn, size, conditions } = useLoaderData<typeof loader>();
  const { t, language } = useWords();
  const here = names[at]!;
  const address = pathInLanguage(previewPagePath(partnership, consultation, here.key, shownIn), shownIn);
  const neighbour = (page: { key: string; name: string } | undefined) =>
    page ? { to: `${previewPath(partnership, consultation)}?${new URLSearchParams({ page: page.key, in: shownIn, size })}`, label: page.name } : null;
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("preview:back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("preview:title")}</PageHeading>
      <p className="govuk-body">{t("preview:about")}</p>
      <form method="get" className="preview-choice">
        <Select name="page" label={t("preview:which")} value={here.key} options={names.map(({ key, name }) => ({ value: key, label: name }))} />
        <Select
          name="in"
          label={t("preview:language")}
          value={shownIn}
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        />
        <Select
          name="size"
          label={t("preview:screen")}
          value={size}
          options={Object.entries(sizes).map(([name, { width }]) => ({ value: name, label: t(`preview:size.${name}`, { width: String(width) }) }))}
        />
        <Button look="secondary">{t("preview:show")}</Button>
      </form>
      {!consultation.languages.includes(shownIn) && <p className="govuk-body">{t("preview:not-asked", { language: languageNamed(shownIn, language) })}</p>}
      {conditions.map(({ name, reading }, index) => (
        <section key={index} className="preview-condition">
          <h2 className="govuk-heading-s">{name ?? t("preview:whole-section")}</h2>
          <ConditionReading reading={reading} />
        </section>
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href={address} target="_blank" rel="noreferrer">
          {t("preview:alone")}
        </a>
      </p>
      <div className="preview-frame" tabIndex={0} role="region" aria-label={t("preview:frame", { page: here.name })}>
        <iframe title={t("preview:frame", { page: here.name })} src={address} {...sizes[size]} />
      </div>
      <Pagination previous={neighbour(names[at - 1])} next={neighbour(names[at + 1])} />
    </>
  );
}
