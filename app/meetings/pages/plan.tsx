// Plans a year's meetings of a body: first how often, then which of the dates, each with what stands in its way.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isThere } from "#app/bodies/body.ts";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn, within } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useGatheringErrors } from "#app/shared/ui/use-gathering-errors.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listInTheWay, sittingOn } from "../clashes.store.server.ts";
import { clashText } from "../clash-words.ts";
import { clashesOf } from "../meeting-dates.ts";
import { planMeetings } from "../meetings.store.server.ts";
import { officeMeetingsPath, planningPath } from "../paths.ts";
import { planEntries, rangeOf, readPlan } from "../plan-form.ts";
import { mayKeepMeetings } from "../policy.ts";
import { PlanDates, PlanForm } from "../ui/plan-form.tsx";

async function readAsked(args: LoaderFunctionArgs | ActionFunctionArgs, typed: URLSearchParams) {
  const found = await requireWhoMay(args, mayKeepMeetings);
  const bodies = (await listBodies(db(), found.partnership.id)).filter((body) => isThere(body, dayOf(args.context.now)));
  const entries = planEntries(typed);
  return { ...found, bodies, entries, read: readPlan(entries, bodies.map(({ id }) => id), args.context.now) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const query = new URL(args.request.url).searchParams;
  const { partnership, bodies, entries, read } = await readAsked(args, query);
  const words = wordsFor(language);
  const isAsked = query.has("starts") && !query.has("again");
  const shown = {
    title: titleOf(words.t("meetings:plan.title"), language, partnership),
    ...{ partnership, entries, bodies: bodies.map(({ id, name, isOpen }) => ({ id, name, isOpen })), isNothingChosen: query.has("nothing") },
  };
  if (!isAsked) return { ...shown, problems: [], proposed: null };
  if (!read.ok) return data({ ...shown, problems: read.problem, proposed: null }, { status: 422 });
  const { bodyId, dates, detailsOn } = read.value;
  const [{ planned, reserved }, sitting] = await Promise.all([
    listInTheWay(db(), { partnershipId: partnership.id, ...rangeOf(dates) }),
    sittingOn(db(), [bodyId], dates[0] ?? dayOf(now)),
  ]);
  const proposed = dates.map((date) => {
    const { startsAt, endsAt, venue } = detailsOn(date);
    const meeting = { bodyId, startsAt, endsAt, place: textIn(venue, "en").text, sitting: sitting.get(bodyId) ?? [] };
    return { date, label: words.instant(startsAt), clashes: clashesOf(meeting, planned, reserved).map((clash) => clashText(clash, words)) };
  });
  const body = bodies.find(({ id }) => id === bodyId);
  return { ...shown, problems: [], proposed: { body: within(body?.name, words), dates: proposed } };
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request);
  const { partnership, signedIn, entries, read } = await readAsked(args, form);
  if (!read.ok) return redirect(planningPath(partnership, entries));
  const { bodyId, dates, detailsOn } = read.value;
  const chosen = dates.filter((date) => form.getAll("date").includes(date));
  if (chosen.length === 0) return redirect(planningPath(partnership, { ...entries, nothing: "yes" }));
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const added = await inTransaction((transaction) => planMeetings(transaction, by, chosen.map((date) => ({ bodyId, ...detailsOn(date) }))));
  return redirect(`${officeMeetingsPath(partnership)}?planned=${added.length}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PlanPage() {
  const { partnership, bodies, entries, problems, proposed, isNothingChosen } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { worded } = useGatheringErrors();
  const errors = [...worded(problems), ...(proposed && isNothingChosen ? [{ input: "date", text: t("meetings:plan.nothing-chosen") }] : [])];
  return (
    <>
      <BackLink to={proposed ? planningPath(partnership, { ...entries, again: "yes" }) : officeMeetingsPath(partnership)} text={proposed ? t("meetings:plan.back") : t("meetings:office.title")} />
      <ErrorSummary errors={errors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("meetings:plan.title")}</PageHeading>
      {proposed ? (
        <PlanDates entries={entries} proposed={proposed} error={errors[0]?.text} />
      ) : (
        <PlanForm entries={entries} bodies={bodies} errors={Object.fromEntries(errors.map(({ input, text }) => [input, text]))} />
      )}
    </>
  );
}
