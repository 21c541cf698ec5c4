// The accessibility statement, made from its one dated file.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accessibilityStatement, isOutOfDate, type Gap, type GapKind } from "#app/home/accessibility-statement.ts";
import { Contacts } from "#app/home/ui/contacts.tsx";
import { Points, Section } from "#app/home/ui/section.tsx";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { titleOf } from "#app/shared/title.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const partnerships = await listPartnerships(db());
  return {
    title: titleOf(wordsFor(context.language).t("home:accessibility.title"), context.language),
    isOutOfDate: isOutOfDate(accessibilityStatement, dayOf(context.now)),
    partnerships: partnerships.map(({ id, name, contact }) => ({ id, name, contact })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const enforcer = "https://www.equalityadvisoryservice.com/";
const law = "https://www.legislation.gov.uk/uksi/2018/952/contents";

export default function AccessibilityPage() {
  const { partnerships, isOutOfDate } = useLoaderData<typeof loader>();
  const { t, date } = useWords();
  const { able, compliance, gaps, preparedOn, reviewedOn, tested, testedOn } = accessibilityStatement;
  const complianceText = {
    full: t("home:accessibility.compliance.full"),
    partial: t("home:accessibility.compliance.partial"),
    none: t("home:accessibility.compliance.none"),
  };
  return (
    <>
      <PageHeading>{t("home:accessibility.title")}</PageHeading>
      {isOutOfDate && <WarningText>{t("home:accessibility.outOfDate", { date: date(reviewedOn) })}</WarningText>}
      <p className="govuk-body">{t("home:accessibility.scope")}</p>
      <Section heading={t("home:accessibility.ableHeading")} paragraphs={[t("home:accessibility.able")]}>
        <Points points={able.map((one) => ({ key: one.en ?? "", text: <InLanguage text={one} /> }))} />
      </Section>
      <Section
        heading={t("home:accessibility.complianceHeading")}
        paragraphs={[complianceText[compliance], t("home:accessibility.law")]}
      >
        <p className="govuk-body">
          <a className="govuk-link" href={law}>
            {t("home:accessibility.lawLink")}
          </a>
        </p>
      </Section>
      {/* [8(4)(a) and (b)] what is not accessible, why, and the alternatives */}
      <Gaps kind="failing" heading={t("home:accessibility.failingHeading")} gaps={gaps} />
      <Gaps kind="burden" heading={t("home:accessibility.burdenHeading")} gaps={gaps} />
      <Gaps kind="excluded" heading={t("home:accessibility.excludedHeading")} gaps={gaps} />
      {/* [8(4)(c)] telling of a failure and asking for what is left out */}
      <Section heading={t("home:accessibility.contactHeading")} paragraphs={[t("home:accessibility.contact")]}>
        <Contacts partnerships={partnerships} />
      </Section>
      {/* [8(4)(d)] the enforcement procedure */}
      <Section heading={t("home:accessibility.enforcementHeading")} paragraphs={[t("home:accessibility.enforcement")]}>
        <p className="govuk-body">
          <a className="govuk-link" href={enforcer}>
            {t("home:accessibility.enforcerLink")}
          </a>
        </p>
      </Section>
      <Section heading={t("home:accessibility.testedHeading")} paragraphs={[t("home:accessibility.tested")]}>
        <Points points={tested.map((one) => ({ key: one.en ?? "", text: <InLanguage text={one} /> }))} />
      </Section>
      <Section heading={t("home:accessibility.datesHeading")}>
        <SummaryList
          rows={[
            { key: "prepared", label: t("home:accessibility.preparedOn"), value: date(preparedOn) },
            { key: "reviewed", label: t("home:accessibility.reviewedOn"), value: date(reviewedOn) },
            { key: "tested", label: t("home:accessibility.testedOn"), value: date(testedOn) },
          ]}
        />
      </Section>
    </>
  );
}

function Gaps({ kind, heading, gaps }: { kind: GapKind; heading: string; gaps: readonly Gap[] }) {
  const { t } = useWords();
  const ofKind = gaps.filter((gap) => gap.kind === kind);
  if (ofKind.length === 0) return null;
  return (
    <Section heading={heading}>
      {ofKind.map((gap) => (
        <div key={gap.id}>
          <p className="govuk-body">
            <strong>
              <InLanguage text={gap.what} />
            </strong>{" "}
            <InLanguage text={gap.why} />
          </p>
          <p className="govuk-body">
            <InLanguage text={gap.alternative} />
          </p>
          <p className="govuk-body">
            {t("home:accessibility.criteria")} <bdi>{gap.criteria.join(", ")}</bdi>
          </p>
        </div>
      ))}
    </Section>
  );
}
