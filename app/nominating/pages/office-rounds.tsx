// Rounds of nominations for those who run them.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { officeElectionsPath } from "#app/elections/paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireRoundsKeeper } from "../guard.server.ts";
import { officeRoundPath, officeRoundsPath, roundDetailsPath } from "../paths.ts";
import { roundState } from "../round.ts";
import { listRounds } from "../rounds.store.server.ts";
import { StateTag } from "../ui/state-tag.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireRoundsKeeper(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const { rounds, nextAfter } = await listRounds(db(), partnership.id, { isPublic: false, after });
  return {
    title: titleOf(wordsFor(language).t("nominating:office.title"), language, partnership),
    ...{ partnership: { slug: partnership.slug, name: partnership.name }, nextAfter, isFirst: after === null },
    rounds: rounds.map((round) => ({ id: round.id, title: round.title, body: round.line.body.name, seats: round.seats, closesOn: round.closesOn, state: roundState(round, dayOf(now)) })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeRoundsPage() {
  const { partnership, rounds, nextAfter, isFirst } = useLoaderData<typeof loader>();
  const { t, date, number } = useWords();
  return (
    <>
      <BackLink to={officeElectionsPath(partnership)} text={t("elections:office-list.title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("nominating:office.title")}</PageHeading>
      <p className="govuk-body">{t("nominating:office.lead")}</p>
      <ButtonLink to={roundDetailsPath(partnership)}>{t("nominating:office.begin")}</ButtonLink>
      {rounds.length === 0 ? (
        <p className="govuk-body">{t("nominating:office.none")}</p>
      ) : (
        <Table
          caption={t("nominating:office.title")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "title", heading: t("nominating:office.column.round") },
            { key: "body", heading: t("nominating:fact.body") },
            { key: "seats", heading: t("nominating:fact.seats"), numeric: true },
            { key: "closes", heading: t("nominating:office.column.closes") },
            { key: "state", heading: t("nominating:office.column.state") },
          ]}
          rows={rounds.map((round) => ({
            key: round.id,
            cells: [
              <PageLink key="title" to={officeRoundPath(partnership, round)}>
                <InLanguage text={round.title} />
              </PageLink>,
              <InLanguage key="body" text={round.body} />,
              number(round.seats),
              date(round.closesOn),
              <StateTag key="state" state={round.state} />,
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : officeRoundsPath(partnership)} next={nextAfter ? { to: officeRoundsPath(partnership, { after: nextAfter }) } : null} />
    </>
  );
}
