// Which of the twelve safeguards each body keeps to.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adoptedByEach } from "#app/bodies/adoptions.store.server.ts";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { adoptable } from "#app/bodies/safeguard.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { bodySafeguardsPath, officeDecisionsPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const bodies = await listBodies(db(), partnership.id);
  const adopted = await adoptedByEach(db(), partnership.id, dayOf(now));
  return {
    title: titleOf(wordsFor(language).t("decisions:safeguards.title"), language, partnership),
    partnership,
    bodies: bodies
      .filter(({ endedOn }) => endedOn === null)
      .map(({ id, slug, name, isFull }) => ({ slug, name, of: adoptable({ isFull }).length, codes: adopted.get(id)?.codes ?? [] })),
    isDone: new URL(args.request.url).searchParams.has("done"),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SafeguardsPage() {
  const { partnership, bodies, isDone } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={officeDecisionsPath(partnership)} text={t("decisions:office.title")} />
      {isDone && <NotificationBanner kind="success">{t("decisions:done.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("decisions:safeguards.title")}</PageHeading>
      <p className="govuk-body">{t("decisions:safeguards.lead")}</p>
      {bodies.length === 0 ? (
        <p className="govuk-body">{t("decisions:safeguards.none")}</p>
      ) : (
        <Table
          caption={t("decisions:safeguards.title")}
          captionSize="hidden"
          stacks
          columns={[
            { key: "body", heading: t("decisions:safeguards.body") },
            { key: "count", heading: t("decisions:safeguards.count"), numeric: true },
            { key: "which", heading: t("decisions:safeguards.which") },
          ]}
          rows={bodies.map(({ slug, name, of, codes }) => ({
            key: slug,
            cells: [
              <PageLink to={bodySafeguardsPath(partnership, { slug })}>
                <InLanguage text={name} />
              </PageLink>,
              t("decisions:safeguards.of", { number: number(codes.length), of: number(of) }),
              codes.length === 0 ? (
                t("decisions:safeguards.no-codes")
              ) : (
                <ul className="govuk-list">
                  {codes.map((code) => (
                    <li key={code}>{t(`decisions:safeguard.${code}.name`)}</li>
                  ))}
                </ul>
              ),
            ],
          }))}
        />
      )}
    </>
  );
}
