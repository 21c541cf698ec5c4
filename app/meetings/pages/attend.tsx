// A meeting for those who sit in the partnership: whether they come, whom they send, what they need; agenda, papers and the link.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accessFacts } from "#app/shared/access-facts.ts";
import { substitutesOn } from "#app/bodies/substitutes.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { within } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listItems } from "../agenda.store.server.ts";
import { sayings, substituteValue } from "../attendance.ts";
import { listAttendance, observe, sayBeforehand } from "../attendance.store.server.ts";
import { dayOfMeeting, isChangeable } from "../meeting.ts";
import { findMeeting, holdMeeting } from "../meetings.store.server.ts";
import { addNeed, endNeed, listNeeds, mostNeeds } from "../needs.store.server.ts";
import { listPapers } from "../papers.store.server.ts";
import { attendPath, commentPath, mySeatsPath } from "../paths.ts";
import { agendaFor } from "../public-agenda.ts";
import { requireSeated, seatAt } from "../seated.server.ts";
import { listPools, membersAt } from "../turns.store.server.ts";
import { Agenda } from "../ui/agenda.tsx";
import { MeetingFacts } from "../ui/meeting-facts.tsx";
import { MyNeeds, ObserveForm, SayForm } from "../ui/attend-forms.tsx";

const longest = { standIn: 120, need: 300 } as const;
const dones = ["said", "observing", "not-observing", "needed", "ended"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, seats } = await requireSeated(args);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const { own, seat } = seatAt(seats, meeting.body.id);
  const [items, papers, { ofSeats, others }, needs, substitutes] = await Promise.all([
    listItems(db(), meeting),
    listPapers(db(), meeting),
    listAttendance(db(), meeting),
    listNeeds(db(), meeting, [seat.appointmentId]),
    own ? substitutesOn(db(), [own.appointmentId], dayOfMeeting(meeting)) : new Map<string, string[]>(),
  ]);
  const query = new URL(args.request.url).searchParams;
  const words = wordsFor(language);
  const pool = own && (await listPools(db(), meeting)).find(({ people }) => people.some(({ appointmentId }) => appointmentId === own.appointmentId));
  const turn = !own || !pool ? null : pool.named === null ? ("not-yet" as const) : pool.named.includes(own.appointmentId) ? ("named" as const) : ("not-named" as const);
  const row = own ? ofSeats.get(own.appointmentId) : undefined;
  return {
    title: titleOf(words.t("meetings:attend.title-of", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) }), language, partnership),
    ...{ slug: partnership.slug, meeting, isComing: isChangeable(meeting, now), sitsThere: own !== null, turn, needs },
    ...{ said: row?.said ?? null, standIn: row?.said === "substitute" ? row.name : "", substitutes: (own && substitutes.get(own.appointmentId)) ?? [], isObserving: others.some(({ appointmentId }) => appointmentId === seat.appointmentId) },
    agenda: agendaFor(meeting, items, papers, { sitsThere: own !== null }),
    done: dones.find((one) => query.has(one)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn, seats } = await requireSeated(args);
  const { now } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const typed = Object.fromEntries(await readForm(args.request));
  const done = await inTransaction(async (transaction) => {
    const meeting = await holdMeeting(transaction, partnership.id, args.params.meeting);
    const { own, seat } = seatAt(seats, meeting.body.id);
    const refuse = (input: string, code: string, most = 0) => ({ problem: { input, code, most } });
    if (!isChangeable(meeting, now)) return refuse("said", "over");
    if (typed.deed === "say" && own) {
      if (!(await membersAt(transaction, meeting)).some(({ id }) => id === own.appointmentId)) return refuse("said", "not-named");
      const said = sayings.find((one) => one === typed.said);
      const named = (await substitutesOn(transaction, [own.appointmentId], dayOfMeeting(meeting))).get(own.appointmentId) ?? [];
      const standIn = named.find((_, index) => typed.substitute === substituteValue(index)) ?? line(typed.standIn ?? "");
      if (!said) return refuse("said", "said");
      if (said === "substitute" && (standIn === "" || [...standIn].length > longest.standIn)) return refuse("standIn", "stand-in", longest.standIn);
      await sayBeforehand(transaction, by, meeting, { appointmentId: own.appointmentId, said, standIn });
      return "said";
    }
    if ((typed.deed === "observe" || typed.deed === "not-observe") && !own) {
      await observe(transaction, by, meeting, { appointmentId: seat.appointmentId, comes: typed.deed === "observe" });
      return typed.deed === "observe" ? "observing" : "not-observing";
    }
    if (typed.end !== undefined) {
      await endNeed(transaction, by, typed.end, [seat.appointmentId]);
      return "ended";
    }
    if (typed.deed !== "need") throw badRequest();
    const text = line(typed.text ?? "");
    const fact = accessFacts.find((one) => one === typed.need);
    if (!fact && (typed.need !== "other" || text === "")) return refuse("need", "need");
    if ([...text].length > longest.need) return refuse("text", "need-long", longest.need);
    const isAdded = await addNeed(transaction, by, { appointmentId: seat.appointmentId, need: fact ?? "other", text: fact ? "" : text });
    return isAdded ? "needed" : refuse("need", "needs-full", mostNeeds);
  });
  if (typeof done !== "string") return data({ typed, ...done }, { status: 422 });
  return redirect(`${attendPath(partnership, { id: args.params.meeting ?? "" })}?${done}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AttendPage() {
  const { slug, meeting, isComing, sitsThere, turn, said, standIn, substitutes, isObserving, needs, agenda, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const at = { slug };
  const problem = refused?.problem;
  const error = problem && t(`meetings:attend.problem.${problem.code}`, { most: number(problem.most) });
  const errorAt = (input: string) => (problem?.input === input ? error : undefined);
  const typed = refused?.typed ?? {};
  return (
    <>
      <BackLink to={mySeatsPath(at)} text={t("meetings:seats.title")} />
      <ErrorSummary errors={problem && error ? [{ href: `#${problem.input}`, text: error }] : []} />
      {done && <NotificationBanner kind="success">{t(`meetings:attend.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={meeting.body.name} />}>{instant(meeting.startsAt)}</PageHeading>
      <MeetingFacts meeting={meeting} isComing={isComing} showsLink={sitsThere} />
      {turn !== null && <InsetText>{t(`meetings:turns.you.${turn}`)}</InsetText>}
      {!isComing ? (
        <p className="govuk-body">{t("meetings:attend.over")}</p>
      ) : turn === "not-named" ? null : sitsThere ? (
        <SayForm said={typed.said ?? said ?? undefined} standIn={typed.standIn ?? standIn} substitutes={substitutes} substitute={typed.substitute} error={errorAt("said")} standInError={errorAt("standIn")} />
      ) : (
        <ObserveForm isObserving={isObserving} />
      )}
      {isComing && <MyNeeds needs={needs} typed={typed} error={errorAt("need")} textError={errorAt("text")} />}
      <h2 className="govuk-heading-m">{t("meetings:agenda.title")}</h2>
      {agenda.length === 0 ? <p className="govuk-body">{t("meetings:agenda.none-yet")}</p> : <Agenda items={agenda} paperPathOf={(paper) => commentPath(at, meeting, paper)} />}
    </>
  );
}
