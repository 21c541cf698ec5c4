// Meetings at which places are taken by turns: for which of them it is settled who takes them. [A6.4]
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { partnershipOfficePath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { turnsPath } from "../paths.ts";
import { mayNameTurns } from "../policy.ts";
import { listMeetingsWithPools, namedFor } from "../turns.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayNameTurns);
  const meetings = await listMeetingsWithPools(db(), partnership.id, now);
  return {
    title: titleOf(wordsFor(language).t("meetings:turns.title"), language, partnership),
    partnership,
    meetings: await Promise.all(meetings.map(async ({ id, body, startsAt }) => ({ id, name: body.name, startsAt, named: (await namedFor(db(), { id })).size }))),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function TurnsPage() {
  const { partnership, meetings } = useLoaderData<typeof loader>();
  const { t, instant, number } = useWords();
  return (
    <>
      <BackLink to={partnershipOfficePath(partnership)} text={t("partnership-office:title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("meetings:turns.title")}</PageHeading>
      <p className="govuk-body">{t("meetings:turns.lead")}</p>
      {meetings.length === 0 ? (
        <p className="govuk-body">{t("meetings:turns.no-meetings")}</p>
      ) : (
        <Table
          caption={t("meetings:turns.title")}
          captionSize="hidden"
          columns={(["meeting", "body", "named"] as const).map((key) => ({ key, heading: t(`meetings:turns.column.${key}`), numeric: key === "named" }))}
          rows={meetings.map(({ id, name, startsAt, named }) => ({
            key: id,
            cells: [
              <PageLink key="meeting" to={turnsPath(partnership, { id })}>
                {instant(new Date(startsAt))}
              </PageLink>,
              <InLanguage key="body" text={name} />,
              named === 0 ? t("meetings:turns.not-yet") : number(named),
            ],
          }))}
        />
      )}
    </>
  );
}
