// How answers to a consultation become decisions.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Section } from "#app/home/ui/section.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { titleOf } from "#app/shared/title.ts";

export function loader({ context }: LoaderFunctionArgs) {
  return { title: titleOf(wordsFor(context.language).t("home:work.title"), context.language) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HowWeWorkPage() {
  const { t } = useWords();
  return (
    <>
      <PageHeading>{t("home:work.title")}</PageHeading>
      <p className="govuk-body-l">{t("home:work.lead")}</p>
      <Section heading={t("home:work.askHeading")} paragraphs={[t("home:work.ask"), t("home:work.fixed")]} />
      <Section heading={t("home:work.answerHeading")} paragraphs={[t("home:work.answer"), t("home:work.change")]} />
      <Section heading={t("home:work.readHeading")} paragraphs={[t("home:work.read"), t("home:work.count")]} />
      <Section heading={t("home:work.decideHeading")} paragraphs={[t("home:work.decide"), t("home:work.notVote")]} />
      <Section heading={t("home:work.tellHeading")} paragraphs={[t("home:work.tell")]} />
    </>
  );
}
