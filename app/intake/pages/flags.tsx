// What is striking about a consultation's responses, for those who decide whether they count.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countNotWithdrawn } from "#app/consultations/counts.store.server.ts";
import { mayExcludeResponses } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { flagsPath, officeConsultationPath } from "#app/consultations/office-paths.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { cameText, nameFlag } from "../flag-words.ts";
import { countFlags, listFlags } from "../flags.store.server.ts";
import { flagPath } from "../paths.ts";

const filters = ["open", "decided"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayExcludeResponses);
  const search = new URL(args.request.url).searchParams;
  const filter = filters.find((one) => one === search.get("show")) ?? "open";
  const after = search.get("after");
  const words = wordsFor(language);
  const { flags, nextAfter } = await listFlags(db(), consultation, { isOpen: filter === "open", after });
  return {
    title: titleOf(words.t("intake:flags.title"), language, partnership),
    ...{ partnership, consultation, filter, nextAfter, isFirstPage: after === null },
    flags: flags.map((flag) => ({ ...flag, name: nameFlag(flag, words) })),
    counts: await countFlags(db(), consultation.id),
    responses: await countNotWithdrawn(db(), consultation.id),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function FlagsPage() {
  const { partnership, consultation, filter, flags, counts, responses, nextAfter, isFirstPage } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number } = words;
  const pathOf = (shown: string) => `${flagsPath(partnership, consultation)}?show=${shown}`;
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("intake:entries.back")} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("intake:flags.title")}</PageHeading>
      <p className="govuk-body">{t("intake:flags.lead")}</p>
      <p className="govuk-body">{t("intake:flags.fair")}</p>
      <Filters
        label={t("intake:flags.filters")}
        shown={filter}
        choices={filters.map((one) => ({ value: one, text: t(`intake:flags.${one}`, { number: number(counts[one]) }), to: pathOf(one) }))}
      />
      {flags.length === 0 ? (
        <p className="govuk-body">{t(`intake:flags.none-${filter}`)}</p>
      ) : (
        <Table
          caption={t("intake:flags.caption")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "noticed", heading: t("intake:flags.noticed") },
            { key: "responses", heading: t("intake:flags.responses") },
            { key: "came", heading: t("intake:flags.came") },
            { key: "state", heading: t("intake:flags.state") },
          ]}
          rows={flags.map((flag) => ({
            key: flag.id,
            cells: [
              <PageLink to={flagPath(partnership, consultation, flag.id)}>{flag.name}</PageLink>,
              t("intake:flags.of", { number: number(flag.responses), base: number(responses) }),
              cameText(flag, words),
              <>
                <Tag colour={flag.decidedAt ? "grey" : "yellow"}>{t(`intake:flags.is-${flag.decidedAt ? (flag.decision ?? "keep") : "open"}`)}</Tag>{" "}
                {flag.decidedAt && flag.since > 0 && t("intake:flags.since", { count: flag.since, number: number(flag.since) })}
              </>,
            ],
          }))}
        />
      )}
      <Pagination first={isFirstPage ? null : pathOf(filter)} next={nextAfter ? { to: `${pathOf(filter)}&after=${nextAfter}` } : null} />
    </>
  );
}
