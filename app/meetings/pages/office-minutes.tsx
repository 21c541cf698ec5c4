// The minutes of a meeting: what was said of each item, actions with owners and days, and when everybody may read it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { membersOf } from "#app/bodies/appointments.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits, type Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { within } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { actionStateOf } from "../action.ts";
import { addAction, listActions, mostActions, settleAction } from "../actions.store.server.ts";
import { listItems } from "../agenda.store.server.ts";
import { dayOfMeeting } from "../meeting.ts";
import { findMeeting, holdMeeting } from "../meetings.store.server.ts";
import { longestMinute, minutesAsTyped, minuteUnits, readAction, readMinutes } from "../minutes-form.ts";
import { approveMinutes, markReady, writeMinutes } from "../minutes.store.server.ts";
import { minutesOutOn, minutesStateOf } from "../minutes.ts";
import { officeMeetingPath, officeMinutesPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { MeetingName } from "../ui/meeting-name.tsx";
import { ActionForm, ActionTable } from "../ui/actions.tsx";
import { MinutesForm, MinutesState } from "../ui/minutes-form.tsx";

const dones = ["written", "ready", "reopened", "approved", "action", "settled"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const words = wordsFor(language);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const [items, actions, members] = await Promise.all([listItems(db(), meeting), listActions(db(), meeting), membersOf(db(), meeting.body.id, dayOfMeeting(meeting))]);
  const query = new URL(args.request.url).searchParams;
  const outOn = minutesOutOn(meeting);
  return {
    title: titleOf(words.t("meetings:minutes.title-of", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) }), language, partnership),
    ...{ partnership, meeting: { id: meeting.id, name: meeting.body.name, startsAt: meeting.startsAt }, hasBegun: meeting.startsAt <= now && meeting.cancelledAt === null },
    ...{ items: items.map(({ id, title }) => ({ id, title })), entries: minutesAsTyped(items) },
    state: { state: minutesStateOf(meeting, now), rule: meeting.body.minutesRule, outOn: outOn && words.date(outOn), isReady: meeting.minutesReadyAt !== null, isApproved: meeting.minutesApprovedOn !== null },
    actions: actions.map(({ id, itemId, text, owner, dueOn, doneOn }) => ({ id, itemId, text, owner, dueOn: words.date(dueOn), doneOn: doneOn && words.date(doneOn), isOverdue: actionStateOf({ dueOn, doneOn }, dayOf(now)) === "overdue" })),
    members: members.map(({ id, name }) => ({ id, name })),
    done: dones.find((one) => query.has(one)) ?? null,
  };
}

type Refused = { entries: Entries; now: Entries; problems: { input: string; code: string; most?: number }[]; clashes: string[][] };

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { now } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const form = await readForm(args.request, { longest: longestMinute * 4 });
  const done = await inTransaction(async (transaction): Promise<Refused | string> => {
    const meeting = await holdMeeting(transaction, partnership.id, args.params.meeting);
    const items = await listItems(transaction, meeting);
    const deed = form.get("deed");
    const refuse = (problems: Refused["problems"], clashes: string[][] = []): Refused => ({ entries: { ...Object.fromEntries(form) }, now: minutesAsTyped(items), problems, clashes });
    if (meeting.startsAt > now) throw badRequest();
    if (deed === "write") {
      const { merged, clashes } = takeEdits(minuteUnits(items), form, minutesAsTyped(items));
      const read = readMinutes(items, merged);
      if (!read.ok) return refuse(read.problem.map((input) => ({ input, code: "minute-long", most: longestMinute })), clashes);
      if (clashes.length > 0) return refuse([], clashes);
      await writeMinutes(transaction, by, meeting, read.value);
      return "written";
    }
    if (deed === "action") {
      const members = await membersOf(transaction, meeting.body.id, dayOfMeeting(meeting));
      const read = readAction(Object.fromEntries(form), items.map(({ id }) => id), members.map(({ id }) => id));
      if (!read.ok) return refuse(read.problem);
      return (await addAction(transaction, by, meeting, read.value)) ? "action" : refuse([{ input: "item", code: "full", most: mostActions }]);
    }
    const [settles, id = ""] = (form.get("settle") ?? "").split(".");
    if (settles === "done" || settles === "open") {
      await settleAction(transaction, by, meeting, id, settles === "done" ? { doneOn: dayOf(now) } : null);
      return "settled";
    }
    if (deed === "approve") await approveMinutes(transaction, by, meeting, dayOf(now));
    else if (deed === "ready" || deed === "reopen") await markReady(transaction, by, meeting, deed === "ready");
    else throw badRequest();
    return deed === "approve" ? "approved" : deed === "ready" ? "ready" : "reopened";
  });
  return typeof done === "string" ? redirect(`${officeMinutesPath(partnership, { id: args.params.meeting ?? "" })}?${done}`) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeMinutesPage() {
  const { partnership, meeting, hasBegun, items, state, actions, members, done, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const before = refused?.now ?? loaded.entries;
  const listOfErrors = [
    ...(refused?.problems ?? []).map(({ input, code, most = 0 }) => ({ input, text: t(`meetings:action-problem.${code}`, { most: number(most) }) })),
    ...(refused?.clashes ?? []).map(([input = ""]) => ({ input, text: t("meetings:minutes.clash", { theirs: before[input] ?? "" }) })),
  ];
  const errors = Object.fromEntries(listOfErrors.map(({ input, text }) => [input, text]));
  const entries: Entries = { ...loaded.entries, ...(refused?.entries ?? {}) };
  return (
    <>
      <BackLink to={officeMeetingPath(partnership, meeting)} text={t("meetings:to-meeting")} />
      <ErrorSummary errors={listOfErrors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      {done && <NotificationBanner kind="success">{t(`meetings:minutes.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<MeetingName body={meeting.name} startsAt={meeting.startsAt} />}>{t("meetings:task.minutes")}</PageHeading>
      {!hasBegun || items.length === 0 ? (
        <p className="govuk-body">{t(hasBegun ? "meetings:minutes.no-agenda" : "meetings:minutes.not-yet")}</p>
      ) : (
        <>
          <MinutesState {...state} />
          <MinutesForm items={items} entries={entries} before={before} errors={errors} />
          <ActionTable actions={actions} maySettle />
          <ActionForm items={items} members={members} entries={entries} errors={errors} />
        </>
      )}
    </>
  );
}
