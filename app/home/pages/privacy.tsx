// What is held about people, why, for how long, and what they can ask for.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Contacts } from "#app/home/ui/contacts.tsx";
import { Points, Section } from "#app/home/ui/section.tsx";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { titleOf } from "#app/shared/title.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const partnerships = await listPartnerships(db());
  return {
    title: titleOf(wordsFor(context.language).t("home:privacy.title"), context.language),
    partnerships: partnerships.map(({ id, name, contact }) => ({ id, name, contact })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PrivacyPage() {
  const { partnerships } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <PageHeading>{t("home:privacy.title")}</PageHeading>
      <p className="govuk-body">{t("home:privacy.who")}</p>
      <Section heading={t("home:privacy.heldHeading")} paragraphs={[t("home:privacy.held")]}>
        <Points
          points={[
            { key: "answers", text: t("home:privacy.heldAnswers") },
            { key: "contact", text: t("home:privacy.heldContact") },
            { key: "equality", text: t("home:privacy.heldEquality") },
            { key: "account", text: t("home:privacy.heldAccount") },
            { key: "trail", text: t("home:privacy.heldTrail") },
          ]}
        />
      </Section>
      <Section heading={t("home:privacy.basisHeading")}>
        <Points
          points={[
            { key: "task", text: t("home:privacy.basisTask") },
            { key: "equality", text: t("home:privacy.basisEquality") },
            { key: "consent", text: t("home:privacy.basisConsent") },
          ]}
        />
      </Section>
      <Section heading={t("home:privacy.seenHeading")} paragraphs={[t("home:privacy.seen"), t("home:privacy.information")]} />
      <Table
        caption={t("home:privacy.keptHeading")}
        columns={[
          { key: "what", heading: t("home:privacy.keptWhat") },
          { key: "long", heading: t("home:privacy.keptLong") },
        ]}
        rows={[
          { key: "drafts", cells: [t("home:privacy.keptDrafts"), t("home:privacy.keptDraftsLong")] },
          { key: "contact", cells: [t("home:privacy.keptContact"), t("home:privacy.keptContactLong")] },
          { key: "answers", cells: [t("home:privacy.keptAnswers"), t("home:privacy.keptAnswersLong")] },
          { key: "equality", cells: [t("home:privacy.keptEquality"), t("home:privacy.keptEqualityLong")] },
          { key: "elections", cells: [t("home:privacy.keptElections"), t("home:privacy.keptElectionsLong")] },
          { key: "nominated", cells: [t("home:privacy.keptNominated"), t("home:privacy.keptNominatedLong")] },
        ]}
      />
      <Table
        caption={t("home:privacy.cookiesHeading")}
        columns={[
          { key: "name", heading: t("home:privacy.cookieName") },
          { key: "use", heading: t("home:privacy.cookieUse") },
          { key: "long", heading: t("home:privacy.keptLong") },
        ]}
        rows={[
          {
            key: "draft",
            cells: [<bdi key="name">draft-…</bdi>, t("home:privacy.cookieDraft"), t("home:privacy.cookieDraftLong")],
          },
          {
            key: "language",
            cells: [<bdi key="name">language</bdi>, t("home:privacy.cookieLanguage"), t("home:privacy.cookieLanguageLong")],
          },
          {
            key: "session",
            cells: [<bdi key="name">session</bdi>, t("home:privacy.cookieSession"), t("home:privacy.cookieSessionLong")],
          },
        ]}
      />
      <p className="govuk-body">{t("home:privacy.cookiesOnly")}</p>
      <Section heading={t("home:privacy.rightsHeading")} paragraphs={[t("home:privacy.rights")]}>
        <Points
          points={[
            { key: "see", text: t("home:privacy.rightsSee") },
            { key: "correct", text: t("home:privacy.rightsCorrect") },
            { key: "object", text: t("home:privacy.rightsObject") },
            { key: "equality", text: t("home:privacy.rightsEquality") },
          ]}
        />
        <p className="govuk-body">{t("home:privacy.withdraw")}</p>
        <Contacts partnerships={partnerships} />
        <p className="govuk-body">{t("home:privacy.complain")}</p>
        <p className="govuk-body">
          <a className="govuk-link" href="https://ico.org.uk/make-a-complaint/">
            {t("home:privacy.complainLink")}
          </a>
        </p>
      </Section>
    </>
  );
}
