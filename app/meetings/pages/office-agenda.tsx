// The agenda of a meeting: items in their order, what is due and could be put on it, papers, and sending it all out.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { within } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isWay } from "#app/shared/way.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { addItem, listItems, moveItem, removeItem } from "../agenda.store.server.ts";
import { lengthOf } from "../agenda.ts";
import { findDue, listDue } from "../due.store.server.ts";
import { isChangeable } from "../meeting.ts";
import { findMeeting, holdMeeting } from "../meetings.store.server.ts";
import { daysLeft, packOf, papersDueOn } from "../paper.ts";
import { listPapers } from "../papers.store.server.ts";
import { agendaItemPath, officeAgendaPath, officeMeetingPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { lateRuleOf, sendOut, sortPapers } from "../sending.server.ts";
import { MeetingName } from "../ui/meeting-name.tsx";
import { DueList } from "../ui/due-list.tsx";
import { OfficeItems } from "../ui/office-items.tsx";
import { SendingState } from "../ui/sending-state.tsx";

const dones = ["saved", "removed", "kept", "added", "full", "sent", "nothing", "over", "paper", "paper-removed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const words = wordsFor(language);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const [items, papers, { due }, lateRule] = await Promise.all([
    listItems(db(), meeting),
    listPapers(db(), meeting),
    listDue(db(), { partnershipId: partnership.id, state: "waiting", bodyId: meeting.body.id }),
    lateRuleOf(db(), meeting),
  ]);
  const query = new URL(args.request.url).searchParams;
  const mayChange = isChangeable(meeting, now);
  const { ready, held } = sortPapers(papers, meeting, { now, lateRule });
  const mayMore = mayChange && items.length > 0 && (meeting.calledAt === null || ready.length > 0);
  const [asks, asked] = [mayMore && query.get("ask") === "send", mayChange ? (items.find(({ id }) => query.get("ask") === id) ?? null) : null];
  const question = asks ? words.t("meetings:send.ask", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) }) : asked ? words.t("meetings:item.ask", { title: within(asked.title, words) }) : null;
  const values = { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) };
  return {
    title: titleOf(question ?? words.t("meetings:agenda.title-of", values), language, partnership),
    ...{ partnership, meeting: { id: meeting.id, name: meeting.body.name, startsAt: meeting.startsAt, wasCalled: meeting.calledAt !== null }, items, mayChange, mayMore, asks, asked, question },
    papers: papers.map(({ id, itemId, title, sentAt, isLate }) => ({ id, itemId, title, isSent: sentAt !== null, isLate })),
    due: due.map(({ id, title, path, dueOn }) => ({ id, title, path, dueOn: dueOn && words.date(dueOn) })),
    sending: {
      ...{ dueOn: words.date(papersDueOn(meeting)), daysLeft: daysLeft(meeting, now), lateRule, ready: ready.length, late: ready.filter(({ isLate }) => isLate).length },
      ...{ held: held.map(({ paper, problem }) => ({ id: paper.id, title: paper.title, problem })), pack: packOf(papers) },
    },
    minutes: { planned: lengthOf(items), there: (meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000 },
    done: dones.find((one) => query.has(one)) ?? null,
    told: Number(query.get("told") ?? 0),
    moved: query.get("moved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { now } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const form = await readForm(args.request);
  const [way = "", moved = ""] = (form.get("do") ?? "").split(".");
  const { meeting, done } = await inTransaction(async (transaction) => {
    const meeting = await holdMeeting(transaction, partnership.id, args.params.meeting);
    if (!isChangeable(meeting, now)) return { meeting, done: "over" };
    if (form.has("due")) {
      const { id, title, purpose } = await findDue(transaction, partnership.id, form.get("due") ?? "");
      const details = { kind: "item" as const, purpose, title, about: {}, justification: {}, lengthInMinutes: null, isPrivate: false };
      return { meeting, done: (await addItem(transaction, by, meeting, details, id)) === null ? "full" : "added" };
    }
    if (form.has("remove")) return { meeting, done: (await removeItem(transaction, by, meeting, form.get("remove") ?? "")) ? "removed" : "kept" };
    if (form.get("deed") === "send") {
      const sent = await sendOut(transaction, by, partnership, meeting);
      return { meeting, done: sent === null ? "nothing" : `sent&told=${sent.told}` };
    }
    if (!isWay(way)) throw badRequest();
    await moveItem(transaction, by, meeting, moved, way);
    return { meeting, done: `moved=${way}.${moved}` };
  });
  return redirect(`${officeAgendaPath(partnership, meeting)}?${done}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeAgendaPage() {
  const { partnership, meeting, items, papers, due, sending, minutes, mayChange, mayMore, asks, asked, question, done, told, moved } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const here = officeAgendaPath(partnership, meeting);
  if (asks || asked) {
    const yes = asked ? { name: "remove", value: asked.id, text: t("meetings:item.ask-yes") } : { name: "deed", value: "send", text: t("meetings:send.yes"), look: "main" as const };
    const consequence = asked ? t("meetings:item.ask-text") : t("meetings:send.ask-text", { count: sending.ready, number: number(sending.ready), late: number(sending.late), held: number(sending.held.length) });
    return <Confirming question={question ?? ""} consequence={consequence} yes={yes} no={t("meetings:send.no")} backTo={here} />;
  }
  const isWrong = done !== null && ["kept", "full", "nothing", "over"].includes(done);
  return (
    <>
      <BackLink to={officeMeetingPath(partnership, meeting)} text={t("meetings:to-meeting")} />
      {done && <NotificationBanner kind={isWrong ? "important" : "success"}>{t(`meetings:agenda.done.${done}`, { told: number(told) })}</NotificationBanner>}
      <PageHeading caption={<MeetingName body={meeting.name} startsAt={meeting.startsAt} />}>{t("meetings:agenda.title")}</PageHeading>
      {!mayChange && <InsetText>{t("meetings:details.over")}</InsetText>}
      {minutes.planned !== null && minutes.planned > minutes.there && (
        <InsetText>{t("meetings:agenda.too-long", { planned: number(minutes.planned), there: number(minutes.there) })}</InsetText>
      )}
      {items.length === 0 ? <p className="govuk-body">{t("meetings:agenda.empty")}</p> : <OfficeItems partnership={partnership} meeting={meeting} items={items} papers={papers} mayChange={mayChange} moved={moved} />}
      {mayChange && (
        <ButtonGroup>
          <ButtonLink look="secondary" to={agendaItemPath(partnership, meeting, "new")}>{t("meetings:item.add")}</ButtonLink>
          {mayMore && <ButtonLink to={officeAgendaPath(partnership, meeting, { ask: "send" })}>{t(meeting.wasCalled ? "meetings:send.more" : "meetings:send.send")}</ButtonLink>}
        </ButtonGroup>
      )}
      <SendingState sending={sending} wasCalled={meeting.wasCalled} />
      {mayChange && <DueList due={due} />}
    </>
  );
}
