// Who of a pool takes its places at one meeting: the rota says whose turn it is, and whoever keeps the network names them. [A6.4]
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn, within } from "#app/shared/languages.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isChangeable } from "../meeting.ts";
import { findMeeting, holdMeeting } from "../meetings.store.server.ts";
import { allTurnsPath, turnsPath } from "../paths.ts";
import { mayNameTurns } from "../policy.ts";
import { listPools, nameTurns } from "../turns.store.server.ts";
import { MeetingName } from "../ui/meeting-name.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayNameTurns);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const words = wordsFor(language);
  const pools = await listPools(db(), meeting);
  if (pools.length === 0) throw notFound();
  return {
    title: titleOf(words.t("meetings:turns.title-of", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) }), language, partnership),
    ...{ partnership, meeting: { id: meeting.id, name: meeting.body.name, startsAt: meeting.startsAt }, mayChange: isChangeable(meeting, now) },
    pools: pools.map((pool) => ({ ...pool, people: pool.people.map(({ lastOn, ...one }) => ({ ...one, last: lastOn && words.date(lastOn) })) })),
    isDone: new URL(args.request.url).searchParams.has("named"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayNameTurns);
  const form = await readForm(args.request);
  const deed = form.get("deed");
  if (deed !== "name" && deed !== "rota") throw badRequest();
  const refused = await inTransaction(async (transaction) => {
    const meeting = await holdMeeting(transaction, partnership.id, args.params.meeting);
    const pool = (await listPools(transaction, meeting)).find(({ lineId }) => lineId === form.get("line"));
    if (!pool) throw badRequest();
    if (!isChangeable(meeting, now)) return { lineId: pool.lineId, code: "over" as const, most: 0 };
    const chosen = deed === "rota" ? pool.proposed : pool.people.map(({ appointmentId }) => appointmentId).filter((id) => form.getAll("person").includes(id));
    if (chosen.length === 0) return { lineId: pool.lineId, code: "nobody" as const, most: 0 };
    if (chosen.length > pool.places) return { lineId: pool.lineId, code: "too-many" as const, most: pool.places };
    await nameTurns(transaction, { partnershipId: partnership.id, personId: signedIn.personId, now }, meeting, pool, chosen);
    return null;
  });
  if (refused) return data({ ...refused, chosen: form.getAll("person") }, { status: 422 });
  return redirect(`${turnsPath(partnership, { id: args.params.meeting ?? "" })}?named`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MeetingTurnsPage() {
  const { partnership, meeting, mayChange, pools, isDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, several, language } = useWords();
  const error = refused ? t(`meetings:turns.problem.${refused.code}`, { most: number(refused.most) }) : undefined;
  const said = ({ last, isAway }: (typeof pools)[number]["people"][number]) => several([last ? t("meetings:turns.last", { date: last }) : t("meetings:turns.never"), ...(isAway ? [t("meetings:turns.away")] : [])]);
  return (
    <>
      <BackLink to={allTurnsPath(partnership)} text={t("meetings:turns.title")} />
      <ErrorSummary errors={error ? [{ href: `#${refused!.lineId}`, text: error }] : []} />
      {isDone && !refused && <NotificationBanner kind="success">{t("meetings:turns.done")}</NotificationBanner>}
      <PageHeading caption={<MeetingName body={meeting.name} startsAt={meeting.startsAt} />}>{t("meetings:turns.heading")}</PageHeading>
      <p className="govuk-body">{t("meetings:turns.rule")}</p>
      {pools.map(({ lineId, holder, places, people, proposed, named }) => (
        <section key={lineId} aria-labelledby={`pool-${lineId}`}>
          <h2 className="govuk-heading-m" id={`pool-${lineId}`}>
            <InLanguage text={holder} />
          </h2>
          <p className="govuk-body">{t(named === null ? "meetings:turns.open" : "meetings:turns.settled", { places: number(places), people: number(people.length) })}</p>
          {people.length === 0 && <p className="govuk-body">{t("meetings:turns.empty")}</p>}
          {people.length > 0 && mayChange && (
            <form method="post">
              <input type="hidden" name="line" value={lineId} />
              <Checkboxes
                {...{ name: "person", id: lineId, labelSize: "s" as const }}
                label={t("meetings:turns.who", { places: number(places) })}
                hint={t("meetings:turns.who-hint")}
                error={refused?.lineId === lineId ? error : undefined}
                values={refused?.lineId === lineId ? refused.chosen : (named ?? proposed)}
                choices={people.map((one) => ({ value: one.appointmentId, label: one.organisation ? several([one.name, textIn(one.organisation, language).text]) : one.name, hint: said(one) }))}
              />
              <ButtonGroup>
                <Button name="deed" value="name">{t("meetings:turns.name")}</Button>
                <Button look="secondary" name="deed" value="rota">{t("meetings:turns.by-rota")}</Button>
              </ButtonGroup>
            </form>
          )}
          {!mayChange && named !== null && (
            <ul className="govuk-list govuk-list--bullet">
              {people
                .filter(({ appointmentId }) => named.includes(appointmentId))
                .map((one) => (
                  <li key={one.appointmentId}>
                    <bdi>{one.name}</bdi>
                  </li>
                ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
