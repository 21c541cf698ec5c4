// The dates of an election: proposed from the day of its notice, changed one by one and argued with. After the notice a change is told to all with
// its reason; while the poll is open its returning officer may have it go on longer.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { readText } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { readDay } from "#app/shared/typed-day.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { argueWith, changedDays, datesAsTyped, dateUnits, passedDays, readDates, seenOf } from "../dates-form.ts";
import type { ElectionState } from "../election.ts";
import { reasonProblems } from "../election-form.ts";
import { electionState, holdElection, saveTimetable } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { isExtension, listMovedReaders, moveDates } from "../moved.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { officeRoomsOf, type Office } from "../rooms.ts";
import { movedLater, proposedTimetable, type Timetable, type TimetableProblem } from "../timetable.ts";
import { DateFields } from "../ui/date-fields.tsx";
import { ProposeDates } from "../ui/propose-dates.tsx";
import { sayProblem } from "../timetable-said.ts";

/** Until voting begins dates are the keepers'; while it goes on, the returning officer's. */
const who: readonly Office[] = ["keeper", "returning-officer"];
const mayChange = (state: ElectionState, offices: readonly Office[]) => officeRoomsOf({ state, steps: [] }, offices).some(({ part }) => part === "dates");

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, state, offices } = await requireElectionOffice(args, who);
  if (!mayChange(state, offices)) throw redirect(officeElectionPath(partnership, election, "", { done: "stands" }));
  const isPublished = state !== "planned";
  const told = isPublished ? await listMovedReaders(db(), election, now) : null;
  const asked = Object.fromEntries(new URL(args.request.url).searchParams);
  const notice = isPublished ? null : readDay("notice", asked);
  const proposed = notice?.date ? proposedTimetable(notice.date) : null;
  const shown = proposed ?? election.timetable;
  return {
    title: titleOf(wordsFor(language).t(state === "poll-open" ? "elections:dates.extend-of" : "elections:dates.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, isPublished, isOpen: state === "poll-open", told: told && { letters: told.readers.length, without: told.withoutAddress }, isProposed: proposed !== null },
    notice: { day: asked["notice-day"] ?? "", month: asked["notice-month"] ?? "", year: asked["notice-year"] ?? "" },
    noNotice: notice !== null && !notice.isBlank && notice.date === null,
    ...{ kept: election.timetable, passed: isPublished && election.timetable ? passedDays(election.timetable, now) : [] },
    entries: datesAsTyped(shown),
    /** What stands there now, against which a change is told. */
    stands: datesAsTyped(election.timetable),
    doubts: shown ? argueWith(shown, isPublished, now).doubts : [],
    shown,
  };
}

type Argued = Refused & { wrong: TimetableProblem[]; doubts: TimetableProblem[]; typed: Timetable | null; seen: string; /** Dates moved to follow those that were typed; not saved yet. */ isMoved: boolean };

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election: asked, by, offices } = await requireElectionOffice(args, who);
  const form = await readForm(args.request);
  const refused = await inTransaction(async (transaction): Promise<Argued | "stands" | "dates" | "dates-told" | "extended"> => {
    const election = await holdElection(transaction, partnership.id, asked.id);
    const state = electionState(election, now);
    if (!mayChange(state, offices)) return "stands";
    const kept = state === "planned" ? null : election.timetable;
    const theirs = datesAsTyped(election.timetable);
    const { merged, clashes } = takeEdits(dateUnits, form, theirs);
    const reason = readText("reason", Object.fromEntries(form), passage);
    const entries = { ...merged, ...Object.fromEntries([...form].filter(([name]) => name.startsWith("reason-"))) };
    const refuse = (problems: Refused["problems"], more: Partial<Argued> = {}): Argued => ({ entries, problems, clashes, now: theirs, wrong: [], doubts: [], typed: null, seen: "", isMoved: false, ...more });
    const read = readDates(merged, kept, now);
    if (!read.ok || clashes.length > 0) return refuse(read.ok ? [] : read.problem);
    if (form.get("deed") === "later") {
      const moved = movedLater(read.value, kept === null ? [] : passedDays(kept, now));
      const { errors: wrong, doubts } = argueWith(moved, kept !== null, now);
      return { ...refuse([], { wrong, doubts, typed: moved, seen: seenOf(moved, doubts), isMoved: true }), entries: { ...entries, ...datesAsTyped(moved) } };
    }
    const { errors, doubts } = argueWith(read.value, kept !== null, now);
    const changed = kept === null ? [] : changedDays(kept, read.value);
    const reasons = kept !== null && changed.length > 0 ? reasonProblems(reason) : [];
    const seen = seenOf(read.value, doubts);
    if (errors.length > 0 || reasons.length > 0) return refuse(reasons, { wrong: errors, doubts, typed: read.value, seen });
    if (seen !== (form.get("seen") ?? "")) return refuse([], { doubts, typed: read.value, seen });
    if (kept !== null && changed.length === 0) return "dates";
    if (kept === null) {
      await saveTimetable(transaction, by, election, read.value);
      return "dates";
    }
    await moveDates(transaction, by, partnership, election, read.value, reason);
    return isExtension(election, read.value, now) ? "extended" : "dates-told";
  });
  if (typeof refused !== "string") return data(refused, { status: refused.isMoved && refused.wrong.length === 0 ? 200 : 422 });
  return redirect(officeElectionPath(partnership, asked, "", { done: refused }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DatesPage() {
  const { partnership, election, isPublished, isOpen, told, isProposed, notice, noNotice, kept, passed, stands, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useWords();
  const { t, number, language } = words;
  const fields = useFields(
    { say: (name, values) => t(`elections:date-field.${name}`, values), sayProblem: (code, values) => t(`elections:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const typed = refused ? refused.typed : loaded.shown;
  const argued = (problems: readonly TimetableProblem[]) => problems.map((problem) => ({ href: `#${problem.day}-day`, text: sayProblem(problem, typed!, words) }));
  // only where moving them puts all in order
  const moved = refused?.typed && refused.wrong.some(({ code }) => code === "before") ? movedLater(refused.typed, passed) : null;
  const later = refused?.typed && moved && argueWith(moved, true, new Date(0)).errors.length === 0 ? changedDays(refused.typed, moved).map((day) => ({ day, on: moved[day] })) : [];
  const errors = [...fields.errors, ...argued(refused?.wrong ?? [])];
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      <ErrorSummary errors={noNotice && !refused ? [{ href: "#notice-day", text: t("elections:problem.date", { field: t("elections:date-field.notice") }) }] : errors} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t(isOpen ? "elections:room.extend.title" : "elections:room.dates.title")}</PageHeading>
      {isOpen && <p className="govuk-body">{t("elections:dates.extend-when")}</p>}
      {told && (
        <>
          <p className="govuk-body">{t("elections:dates.told", { count: told.letters, number: number(told.letters) })}</p>
          {isOpen && <p className="govuk-body">{t("elections:dates.told-all")}</p>}
          {told.without > 0 && <p className="govuk-body">{t("elections:dates.told-without", { count: told.without, number: number(told.without) })}</p>}
        </>
      )}
      {isPublished ? <p className="govuk-body">{t("elections:dates.published")}</p> : <ProposeDates notice={notice} isWrong={noNotice} isFirst={kept === null} />}
      {(kept !== null || isProposed || refused) && (
        <DateFields
          {...{ fields, isPublished, isProposed: isProposed || refused?.isMoved === true, passed, kept, stands: refused ? fields.before : stands, errors }}
          later={later}
          doubts={argued((refused ? refused.doubts : loaded.doubts) as TimetableProblem[])}
          seen={refused ? refused.seen : typed ? seenOf(typed, loaded.doubts as TimetableProblem[]) : ""}
        />
      )}
    </>
  );
}
