// One meeting for hustings: planned, changed or called off until it begins; what was said there is written down afterwards.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { DetailsProblem } from "#app/meetings/meeting-form.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits, type Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { isSame } from "#app/shared/same.ts";
import { textAsTyped } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useGatheringErrors } from "#app/shared/ui/use-gathering-errors.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { electionState, holdElection } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { hustingsAsTyped, hustingsUnits, isRecordable, isToCome, mayPlanHustings, mostHustings, readHustings, readHustingsText, type HustingsTextProblem } from "../hustings-meeting.ts";
import { cancelHustings, changeHustings, findHustings, listHustings, planHustings, recordHustings } from "../hustings-meetings.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { keepsNominations } from "../rooms.ts";
import { HustingsForm, HustingsTextForm } from "../ui/hustings-forms.tsx";
import { HustingsFacts } from "../ui/hustings-list.tsx";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.hustings === "new";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, state } = await requireElectionOffice(args, keepsNominations);
  const meeting = isNew(args) ? null : await findHustings(db(), election, args.params.hustings);
  const words = wordsFor(language);
  return {
    title: titleOf(meeting ? words.t("candidates:meeting.one", { when: words.instant(meeting.startsAt) }) : words.t("candidates:meeting.plan"), language, partnership),
    ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title }, meeting },
    ...{ mayChange: meeting ? isToCome(meeting, now) : mayPlanHustings(state), mayRecord: meeting !== null && isRecordable(meeting, now) },
    entries: hustingsAsTyped(meeting),
  };
}

type Refused = { entries: Entries; now: Entries; problems: DetailsProblem[]; textProblem: HustingsTextProblem | null; clashes: string[][]; isTooLate: boolean };
type Done = "planned" | "changed" | "cancelled" | "recorded";

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election: seen, by } = await requireElectionOffice(args, keepsNominations);
  const form = await readForm(args.request);
  const deed = form.get("deed");
  if (deed !== "save" && deed !== "cancel" && deed !== "record") throw badRequest();
  const done = await inTransaction(async (transaction): Promise<Refused | Done> => {
    const election = await holdElection(transaction, partnership.id, seen.id);
    const changing = { partnership, election, by };
    const meeting = isNew(args) ? null : await findHustings(transaction, election, args.params.hustings);
    const there = hustingsAsTyped(meeting);
    const refuse = (refused: Partial<Refused>): Refused => ({ entries: Object.fromEntries(form), now: there, problems: [], textProblem: null, clashes: [], isTooLate: false, ...refused });
    if (deed !== "save") {
      const name = deed === "cancel" ? "why" : "record";
      const read = readHustingsText(name, Object.fromEntries(form));
      if (!read.ok) return refuse({ textProblem: read.problem });
      if (meeting === null || !(deed === "cancel" ? isToCome(meeting, now) : isRecordable(meeting, now))) return refuse({ isTooLate: true });
      await (deed === "cancel" ? cancelHustings : recordHustings)(transaction, changing, meeting, read.value);
      return deed === "cancel" ? "cancelled" : "recorded";
    }
    const { merged, clashes } = takeEdits(hustingsUnits, form, there);
    const read = readHustings(merged, now);
    if (!read.ok) return refuse({ entries: merged, problems: read.problem, clashes });
    const isFull = meeting === null && (await listHustings(transaction, election)).length >= mostHustings;
    const isTooLate = isFull || !(meeting ? isToCome(meeting, now) : mayPlanHustings(electionState(election, now)));
    if (isTooLate || clashes.length > 0) return refuse({ entries: merged, clashes, isTooLate });
    if (meeting === null) {
      await planHustings(transaction, changing, read.value);
      return "planned";
    }
    if (!isSame(there, hustingsAsTyped(read.value))) await changeHustings(transaction, changing, meeting, read.value);
    return "changed";
  });
  if (typeof done !== "string") return data(done, { status: 422 });
  return redirect(officeElectionPath(partnership, seen, "hustings", { done }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeHustingsMeetingPage() {
  const { partnership, election, meeting, mayChange, mayRecord, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const { nameOf, worded } = useGatheringErrors();
  const before = refused?.now ?? entries;
  const textProblem = refused?.textProblem ?? null;
  const errors = [
    ...worded(refused?.problems ?? []),
    ...(refused?.clashes ?? []).map((unit) => ({ input: unit[0] ?? "", text: t("meetings:clash-with", { field: nameOf(unit[0] ?? ""), theirs: unit.map((input) => before[input]).join(" ") }) })),
    ...(textProblem ? [{ input: textProblem.input, text: t(`candidates:meeting.problem.${textProblem.code}`, { most: number(textProblem.most) }) }] : []),
    ...(refused?.isTooLate ? [{ input: "main", text: t("candidates:meeting.over") }] : []),
  ];
  const byInput = Object.fromEntries(errors.map(({ input, text }) => [input, text]));
  const typed = refused?.entries ?? {};
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election, "hustings")} text={t("candidates:meeting.heading")} />
      <ErrorSummary errors={errors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={election.title} />}>{meeting ? t("candidates:meeting.one", { when: instant(meeting.startsAt) }) : t("candidates:meeting.plan")}</PageHeading>
      {!mayChange && !mayRecord && <InsetText>{t(meeting?.cancelledAt ? "candidates:meeting.was-cancelled" : "candidates:meeting.over")}</InsetText>}
      {meeting && !mayChange && <HustingsFacts meeting={meeting} isComing={false} />}
      {mayChange && <HustingsForm entries={refused && !textProblem ? typed : entries} before={meeting ? before : null} errors={byInput} />}
      {mayChange && meeting && <HustingsTextForm name="why" entries={textProblem ? typed : {}} errors={byInput} />}
      {mayRecord && meeting && <HustingsTextForm name="record" entries={textProblem ? typed : textAsTyped("record", meeting.record)} errors={byInput} />}
    </>
  );
}
