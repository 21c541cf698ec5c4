// How many answers of a set carry each code: all, unique and campaign, individuals apart from organisations, and with which stance.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { within } from "#app/forms/wording.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isOtherLarge } from "../code-counts.ts";
import { findCodeCounts } from "../code-counts.server.ts";
import { stances } from "../coding.ts";
import { codeCountsPath } from "../paths.ts";
import { fewestForShares } from "../set-table.ts";

export async function loader(args: LoaderFunctionArgs) {
  const words = wordsFor(args.context.language);
  const { partnership, consultation, set, frames, counted } = await findCodeCounts(args);
  const title = words.t("code-counts:title-of", { set: words.number(set.number), title: within(consultation.title, words) });
  return { title: titleOf(title, words.language, partnership), partnership, consultation, set: set.number, frames, counted };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeCountsPage() {
  const { partnership, consultation, set, frames, counted } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number } = words;
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("analysis:set.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("code-counts:title", { set: number(set) })}</PageHeading>
      {counted === null ? (
        <p className="govuk-body">{t("code-counts:none")}</p>
      ) : (
        <>
          <form method="get" noValidate>
            <Select name="codeframe" label={t("code-counts:which")} value={counted.frame.id} options={frames} />
            {counted.questions.length > 1 && (
              <Select name="question" label={t("code-counts:question")} value={counted.questionId ?? ""} options={[{ value: "", label: t("code-counts:every-question") }, ...counted.questions]} />
            )}
            <Button look="secondary">{t("code-counts:show")}</Button>
          </form>
          <Counts {...{ counted, set }} file={`${codeCountsPath(partnership, consultation, { number: set })}.csv?${new URLSearchParams({ codeframe: counted.frame.id, question: counted.questionId ?? "" })}`} />
        </>
      )}
    </>
  );
}

type Counted = NonNullable<Awaited<ReturnType<typeof findCodeCounts>>["counted"]>;

function Counts({ counted: { frame, rows, base, coded, other }, set, file }: { counted: Counted; set: number; file: string }) {
  const { t, number, share } = useWords();
  const withShare = (count: number, of: number) => (of < fewestForShares ? number(count) : t("code-counts:count", { number: number(count), share: share(count, of) }));
  const cells = ({ all, unique, campaign, individuals, organisations }: Pick<Counted["coded"], "all" | "unique" | "campaign" | "individuals" | "organisations">) => [
    withShare(all, base.all),
    number(unique),
    number(campaign),
    withShare(individuals, base.individuals),
    withShare(organisations, base.organisations),
  ];
  const named = ({ own, level }: Counted["rows"][number]) => (
    <div className={`code-at-${level}`}>
      <bdi>{own}</bdi>
    </div>
  );
  return (
    <>
      <h2 className="govuk-heading-m">
        <bdi>{frame.name}</bdi>
      </h2>
      <p className="govuk-body">{frame.version === 0 ? t("code-counts:no-version") : t("code-counts:version", { version: number(frame.version) })}</p>
      <p className="govuk-body">
        {t("code-counts:base", {
          ...{ coded: number(coded.all), answers: number(base.all), set: number(set), share: share(coded.all, base.all) },
          ...{ individuals: number(base.individuals), organisations: number(base.organisations) },
        })}
      </p>
      {isOtherLarge(other, coded.all) && <WarningText>{t("code-counts:other", { share: share(other, coded.all) })}</WarningText>}
      <p className="govuk-body">{t("code-counts:campaigns")}</p>
      <Table
        caption={t("code-counts:caption")}
        rowsAreNamed
        columns={[
          { key: "code", heading: t("code-counts:column.code") },
          ...(["all", "unique", "campaign", "individuals", "organisations"] as const).map((key) => ({ key, heading: t(`code-counts:column.${key}`), numeric: true })),
        ]}
        rows={[
          { key: "answers", cells: [t("code-counts:answers"), number(base.all), number(base.unique), number(base.campaign), number(base.individuals), number(base.organisations)] },
          { key: "coded", cells: [t("code-counts:carrying"), ...cells(coded)] },
          ...rows.map((row) => ({ key: row.id, cells: [named(row), ...cells(row)] })),
        ]}
      />
      <p className="govuk-body">{t("code-counts:stances")}</p>
      <Table
        caption={t("code-counts:caption-stances")}
        rowsAreNamed
        columns={[{ key: "code", heading: t("code-counts:column.code") }, ...stances.map((stance) => ({ key: stance, heading: t(`coding:stance.${stance}`), numeric: true }))]}
        rows={rows.map((row) => ({ key: row.id, cells: [named(row), ...stances.map((stance) => number(row.stances[stance]))] }))}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={file}>
          {t("code-counts:download", { set: number(set) })}
        </a>
      </p>
    </>
  );
}
