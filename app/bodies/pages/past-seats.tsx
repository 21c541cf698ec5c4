// Who sat on a body before, the last first.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findAppointment, listPast, pastInARun } from "../appointments.store.server.ts";
import { findBody } from "../bodies.store.server.ts";
import { appointmentPath, officeBodyPath, pastSeatsPath } from "../body-paths.ts";
import { mayKeepBodies } from "../policy.ts";
import { lastDay } from "../term.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepBodies);
  const body = await findBody(db(), partnership.id, args.params.body);
  const after = new URL(args.request.url).searchParams.get("after");
  if (after !== null) await findAppointment(db(), body.id, after);
  const rows = await listPast(db(), body.id, dayOf(now), after);
  const shown = rows.slice(0, pastInARun);
  return {
    ...{ title: titleOf(wordsFor(language).t("seats:past.title"), language, partnership), partnership, body, isFirst: after === null },
    next: rows.length > pastInARun ? pastSeatsPath(partnership, body, { after: shown.at(-1)!.id }) : null,
    past: shown.map((one) => ({
      ...{ id: one.id, name: one.name, organisation: one.organisation?.name ?? null, holder: one.line.holder },
      ...{ from: one.startsOn, until: lastDay(one), endedFor: one.endedFor ?? "term-over" },
    })),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PastSeatsPage() {
  const { partnership, body, past, next, isFirst } = useLoaderData<typeof loader>();
  const { t, date } = useWords();
  return (
    <>
      <BackLink to={officeBodyPath(partnership, body)} />
      <PageHeading caption={<InLanguage text={body.name} />}>{t("seats:past.title")}</PageHeading>
      {past.length === 0 ? (
        <p className="govuk-body">{t("seats:past.none")}</p>
      ) : (
        <Table
          caption={t("seats:past.title")}
          captionSize="hidden"
          stacks
          columns={(["who", "seat", "from", "until", "why"] as const).map((key) => ({ key, heading: t(`seats:table.${key}`) }))}
          rows={past.map((one) => ({
            key: one.id,
            cells: [
              <PageLink key="who" to={appointmentPath(partnership, body, one.id)}>
                <bdi>{one.name === "" ? t("seats:nameless") : one.name}</bdi>
              </PageLink>,
              <>
                <InLanguage text={one.holder} />
                {one.organisation && (
                  <span className="govuk-!-display-block">
                    <InLanguage text={one.organisation} />
                  </span>
                )}
              </>,
              date(one.from),
              date(one.until),
              t(`bodies:ended.${one.endedFor}`),
            ],
          }))}
        />
      )}
      <Pagination first={isFirst ? null : pastSeatsPath(partnership, body)} next={next ? { to: next } : null} />
    </>
  );
}
