// How far two readings of the same texts agree: on every code of a codeframe, and on all of them. [B7.3]
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findAgreement } from "../agreement.server.ts";
import { agreementPath, agreementsPath, driftPath } from "../paths.ts";
import { AgreementChoice } from "../ui/agreement-choice.tsx";
import { Alpha, Kappa } from "../ui/agreement-figures.tsx";
import { SampleWords } from "../ui/sample-words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, set, frame, codes, asked, questionId, comparison, versions, sample, pairs, pair } = await findAgreement(args);
  const words = wordsFor(args.context.language);
  return {
    title: titleOf(words.t("agreement:one.title-of", { name: within(frame.name, words) }), words.language, partnership),
    ...{ partnership, consultation, set: set.number, frame: { id: frame.id, name: frame.name }, asked, questionId, versions, sample, pairs, pair },
    all: comparison.all,
    codes: comparison.codes.map((one) => ({ ...one, ...(({ name, level }) => ({ name, level }))(codes.find(({ id }) => id === one.codeId)!) })),
    query: new URL(args.request.url).search,
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AgreementPage() {
  const { partnership, consultation, set, frame, asked, questionId, versions, sample, pairs, pair, all, codes, query } = useLoaderData<typeof loader>();
  const { t, number, share } = useWords();
  const percent = (value: number | null) => (value === null ? t("agreement:none.dash") : share(value, 1));
  const paradoxes = [all, ...codes].some(({ isParadox }) => isParadox);
  const here = agreementPath(partnership, consultation, frame);
  return (
    <>
      <BackLink to={agreementsPath(partnership, consultation)} text={t("agreement:one.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>
        {t("agreement:one.title")} <InLanguage text={frame.name} />
      </PageHeading>
      <p className="govuk-body">{t("agreement:one.lead")}</p>
      <SummaryList
        rows={[
          { key: "set", label: t("agreement:from.set"), value: t("analysis:set.name", { set: number(set) }) },
          {
            key: "questions",
            label: t("agreement:from.questions"),
            value: asked
              .filter(({ id }) => questionId === null || id === questionId)
              .map(({ id, label }) => (
                <p key={id} className="govuk-body">
                  <InLanguage text={label} />
                </p>
              )),
          },
          {
            key: "version",
            label: t("agreement:from.version"),
            value:
              versions === null || versions.to === 0
                ? t("codeframe:version.none")
                : versions.from === versions.to
                  ? number(versions.to)
                  : t("agreement:from.versions", { from: versions.from === 0 ? t("agreement:from.unpublished") : number(versions.from), to: number(versions.to) }),
          },
          { key: "sample", label: t("agreement:from.sample"), value: <SampleWords sample={sample} /> },
        ]}
      />
      <AgreementChoice {...{ here, asked, questionId, pairs, pair }} />
      <h2 className="govuk-heading-m">{t("agreement:all-codes")}</h2>
      <SummaryList
        rows={[
          { key: "texts", label: t("agreement:column.texts"), value: number(all.texts) },
          { key: "alpha", label: t("agreement:column.alpha"), value: <Alpha judged={all} /> },
          { key: "kappa", label: t("agreement:column.kappa"), value: <Kappa judged={all} /> },
          { key: "raw", label: t("agreement:column.raw"), value: all.isEnough ? percent(all.raw) : t("agreement:none.dash") },
        ]}
      />
      {all.isEnough && all.reliability && <p className="govuk-body">{t(`agreement:means.${all.reliability}`)}</p>}
      {paradoxes && <p className="govuk-inset-text">{t("agreement:paradox")}</p>}
      <Table
        caption={t("agreement:one.caption", { set: number(set), texts: number(all.texts) })}
        columns={[
          { key: "code", heading: t("agreement:column.code") },
          { key: "alpha", heading: t("agreement:column.alpha") },
          { key: "kappa", heading: t("agreement:column.kappa") },
          { key: "raw", heading: t("agreement:column.raw"), numeric: true },
          { key: "prevalence", heading: t("agreement:column.prevalence"), numeric: true },
          { key: "texts", heading: t("agreement:column.texts"), numeric: true },
        ]}
        rows={codes.map((code) => ({
          key: code.codeId,
          cells: [
            <span key="code" className={`code-at-${code.level}`}>
              <InLanguage text={code.name} />
            </span>,
            code.given === 0 && code.isEnough ? t("agreement:none.never") : <Alpha key="alpha" judged={code} />,
            code.given === 0 && code.isEnough ? t("agreement:none.dash") : <Kappa key="kappa" judged={code} />,
            code.isEnough ? percent(code.raw) : t("agreement:none.dash"),
            code.prevalence === null ? t("agreement:none.dash") : t("agreement:given", { number: number(code.given), of: number(code.texts * 2), share: share(code.given, code.texts * 2) }),
            number(code.texts),
          ],
        }))}
      />
      <p className="govuk-body">{t("agreement:one.exact")}</p>
      <h2 className="govuk-heading-m">{t("agreement:thresholds.heading")}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {(["reliable", "tentative", "unreliable", "kappa"] as const).map((name) => (
          <li key={name}>{t(`agreement:thresholds.${name}`)}</li>
        ))}
      </ul>
      <ul className="govuk-list govuk-list--spaced">
        <li>
          <PageLink to={`${here}/figures.csv${query}`}>{t("agreement:one.file")}</PageLink>
        </li>
        <li>
          <PageLink to={driftPath(partnership, consultation, frame)}>{t("agreement:one.drift")}</PageLink>
        </li>
      </ul>
    </>
  );
}
