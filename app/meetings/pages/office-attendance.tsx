// Who came to a meeting: each seat, those who watched or helped, and what members need there.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { seniorities } from "#app/bodies/seniority.ts";
import { substitutesOn } from "#app/bodies/substitutes.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { within } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { comings, countAttendance, countSaid, isQuorate, mostOthers, substituteValue } from "../attendance.ts";
import { addOther, listAttendance, recordAttendance, removeOther, type Recorded } from "../attendance.store.server.ts";
import { dayOfMeeting } from "../meeting.ts";
import { findMeeting, holdMeeting } from "../meetings.store.server.ts";
import { answerNeed, listNeeds } from "../needs.store.server.ts";
import { officeAttendancePath, officeMeetingPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { membersAt } from "../turns.store.server.ts";
import { MeetingName } from "../ui/meeting-name.tsx";
import { NeedsToMeet } from "../ui/needs.tsx";
import { Others, SeatsForm } from "../ui/attendance-form.tsx";

const longestName = 120;
const dones = ["recorded", "added", "taken", "answered"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const words = wordsFor(language);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const [members, { ofSeats, others }, needs] = await Promise.all([membersAt(db(), meeting), listAttendance(db(), meeting), listNeeds(db(), meeting)]);
  const substitutes = await substitutesOn(db(), members.map(({ id }) => id), dayOfMeeting(meeting));
  const query = new URL(args.request.url).searchParams;
  const seats = members.map(({ id, name, organisation, line: seat, seniority }) => {
    const row = ofSeats.get(id);
    return { id, name, from: organisation?.name ?? seat.holder, said: row?.said ?? null, came: row?.came ?? null, standIn: row?.name ?? "", substitutes: substitutes.get(id) ?? [], seniority: row?.seniority ?? seniority };
  });
  return {
    title: titleOf(words.t("meetings:attendance.title-of", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) }), language, partnership),
    ...{ partnership, meeting: { id: meeting.id, name: meeting.body.name, startsAt: meeting.startsAt }, hasBegun: meeting.startsAt <= now && meeting.cancelledAt === null, seats, needs },
    others: others.map(({ id, role, shownName, organisation }) => ({ id, role, name: shownName, organisation })),
    ...{ count: countAttendance(seats), before: countSaid(seats), quorum: meeting.body.quorum, isQuorate: isQuorate(meeting.body.quorum, seats.map(({ came }) => ({ role: "member", came }))) },
    done: dones.find((one) => query.has(one)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { now } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const form = await readForm(args.request);
  const typed = Object.fromEntries(form);
  const done = await inTransaction(async (transaction) => {
    const meeting = await holdMeeting(transaction, partnership.id, args.params.meeting);
    const [answer, needId = ""] = (form.get("need") ?? "").split(".");
    if (answer === "met" || answer === "unmet") {
      await answerNeed(transaction, by, meeting, { needId, isMet: answer === "met", how: line(form.get(`how.${needId}`) ?? "").slice(0, 500) });
      return "answered";
    }
    if (form.has("take")) {
      await removeOther(transaction, by, meeting, form.get("take") ?? "");
      return "taken";
    }
    if (form.get("deed") === "other") {
      const name = line(form.get("name") ?? "");
      if (name === "" || [...name].length > longestName) return { problem: "name" as const };
      const role = form.get("role") === "attending" ? ("attending" as const) : ("observer" as const);
      return (await addOther(transaction, by, meeting, { role, name, organisationId: null })) ? "added" : { problem: "full" as const };
    }
    if (form.get("deed") !== "seats") throw badRequest();
    const members = await membersAt(transaction, meeting);
    const substitutes = await substitutesOn(transaction, members.map(({ id }) => id), dayOfMeeting(meeting));
    const recorded = members.flatMap(({ id }): Recorded[] => {
      const came = comings.find((one) => one === typed[`came.${id}`]);
      const named = substitutes.get(id)?.find((_, index) => typed[`substitute.${id}`] === substituteValue(index));
      const standIn = named ?? line(typed[`name.${id}`] ?? "").slice(0, longestName);
      const seniority = seniorities.find((one) => one === typed[`seniority.${id}`]) ?? "any";
      return came ? [{ appointmentId: id, came, standIn, seniority }] : [];
    });
    await recordAttendance(transaction, by, meeting, recorded);
    return "recorded";
  });
  if (typeof done !== "string") return data({ typed, ...done }, { status: 422 });
  return redirect(`${officeAttendancePath(partnership, { id: args.params.meeting ?? "" })}?${done}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeAttendancePage() {
  const { partnership, meeting, hasBegun, seats, others, needs, count, before, quorum, isQuorate: quorate, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const error = refused ? t(`meetings:attendance.problem.${refused.problem}`, { most: number(refused.problem === "full" ? mostOthers : longestName) }) : undefined;
  return (
    <>
      <BackLink to={officeMeetingPath(partnership, meeting)} text={t("meetings:to-meeting")} />
      <ErrorSummary errors={error ? [{ href: "#name", text: error }] : []} />
      {done && <NotificationBanner kind="success">{t(`meetings:attendance.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<MeetingName body={meeting.name} startsAt={meeting.startsAt} />}>{t("meetings:task.attendance")}</PageHeading>
      {seats.length === 0 ? (
        <p className="govuk-body">{t("meetings:attendance.nobody")}</p>
      ) : (
        <>
          <p className="govuk-body">
            {hasBegun ? (
              <>
                {t("meetings:attendance.count", { came: number(count.came), substituted: number(count.substituted), apologies: number(count.apologies), absent: number(count.absent), of: number(count.meetings) })}{" "}
                {quorate !== null && t(quorate ? "meetings:attendance.quorate" : "meetings:attendance.not-quorate", { quorum: number(quorum ?? 0) })}
              </>
            ) : (
              t("meetings:attendance.before", { coming: number(before.coming), substitute: number(before.substitute), apologies: number(before.apologies), silent: number(before.silent), of: number(before.of) })
            )}
          </p>
          <SeatsForm seats={seats} hasBegun={hasBegun} />
        </>
      )}
      <NeedsToMeet needs={needs} />
      <Others others={others} typed={refused?.typed.name ?? ""} role={refused?.typed.role ?? "observer"} error={error} />
    </>
  );
}
