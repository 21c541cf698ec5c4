// What is before the bodies somebody sits on, or was agreed there lately: to vote on, to stop, to step aside from.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addDays, dayOf, startOfDay } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { stateOf } from "../decision.ts";
import { listBefore } from "../decisions.store.server.ts";
import { requireMember } from "../guard.server.ts";
import { decisionsPath, takePartPath } from "../paths.ts";
import { findFull } from "../situation.store.server.ts";
import { DecisionCards } from "../ui/decision-cards.tsx";

/** As long as a veto may last, with weekends and holidays. */
const daysBack = 40;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, seats } = await requireMember(args);
  const full = await findFull(db(), partnership.id);
  const bodyIds = seats.map(({ bodyId }) => bodyId);
  const since = startOfDay(addDays(dayOf(now), -daysBack));
  const decisions = await listBefore(db(), partnership.id, bodyIds, { hasFull: full !== null && bodyIds.includes(full.id), since });
  return {
    title: titleOf(wordsFor(language).t("decisions:mine.title"), language, partnership),
    ...{ partnership, seats: seats.length },
    decisions: decisions.map((one) => ({ id: one.id, title: one.title, body: one.body.name, state: stateOf(one), outcome: one.outcome })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OwnDecisionsPage() {
  const { partnership, seats, decisions } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={decisionsPath(partnership)} text={t("decisions:feed.title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("decisions:mine.title")}</PageHeading>
      {seats === 0 ? (
        <p className="govuk-body">{t("decisions:mine.no-seat")}</p>
      ) : decisions.length === 0 ? (
        <p className="govuk-body">{t("decisions:mine.none")}</p>
      ) : (
        <DecisionCards decisions={decisions} pathOf={(one) => takePartPath(partnership, one)} />
      )}
    </>
  );
}
