// A paper of an item: a text or a file, added, changed or taken away until it goes out.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keepFile } from "#app/files/store.server.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import type { Entries } from "#app/shared/edits.ts";
import { within } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findItem } from "../agenda.store.server.ts";
import { isChangeable } from "../meeting.ts";
import { findMeeting, holdMeeting } from "../meetings.store.server.ts";
import { paperAsTyped, paperTypes, readPaper, type PaperProblem } from "../paper-form.ts";
import { daysLeft, papersDueOn } from "../paper.ts";
import { addPaper, changePaper, findPaper, listComments, removePaper } from "../papers.store.server.ts";
import { officeAgendaPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { lateRuleOf } from "../sending.server.ts";
import { Comments } from "../ui/comments.tsx";
import { PaperForm, PaperSent } from "../ui/paper-form.tsx";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.paper === "new";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const item = await findItem(db(), meeting, args.params.item);
  const paper = isNew(args) ? null : await findPaper(db(), meeting, args.params.paper);
  const words = wordsFor(language);
  const comments = paper ? await listComments(db(), paper) : [];
  return {
    title: titleOf(paper ? words.t("meetings:paper.change-title", { title: within(paper.title, words) }) : words.t("meetings:paper.add-title", { title: within(item.title, words) }), language, partnership),
    ...{ partnership, meeting: { id: meeting.id, name: meeting.body.name }, item: item.title, paper, mayChange: isChangeable(meeting, now) && paper?.sentAt == null },
    entries: paper ? paperAsTyped(paper) : ({} as Entries),
    ...{ dueOn: words.date(papersDueOn(meeting)), isLateNow: daysLeft(meeting, now) === 0, lateRule: await lateRuleOf(db(), meeting) },
    comments: comments.map(({ createdAt, ...comment }) => ({ ...comment, at: words.instant(createdAt) })),
  };
}

type Refused = { entries: Entries; problems: PaperProblem[]; isStale: boolean; revision: number };

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepMeetings);
  const { now } = args.context;
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const { fields, files } = await readUpload(args.request);
  const entries: Entries = Object.fromEntries(fields);
  const uploaded = files.find(({ field }) => field === "file");
  const there = isNew(args) ? null : await findPaper(db(), await findMeeting(db(), partnership.id, args.params.meeting), args.params.paper);
  const removes = entries.deed === "remove";
  const read = readPaper(entries, uploaded !== undefined || (there?.file ?? null) !== null);
  const kept = uploaded && read.ok && !removes ? await keepFile({ partnershipId: partnership.id, visibility: "paper", ...uploaded, types: paperTypes }, now) : null;
  const done = await inTransaction(async (transaction): Promise<Refused | string> => {
    const meeting = await holdMeeting(transaction, partnership.id, args.params.meeting);
    const back = officeAgendaPath(partnership, meeting);
    const item = await findItem(transaction, meeting, args.params.item);
    const paper = isNew(args) ? null : await findPaper(transaction, meeting, args.params.paper);
    if (!isChangeable(meeting, now) || paper?.sentAt) return `${back}?over`;
    if (paper && removes) {
      await removePaper(transaction, by, meeting, paper);
      return `${back}?paper-removed`;
    }
    const [isStale, revision] = [paper !== null && entries.revision !== String(paper.revision), paper?.revision ?? 0];
    if (!read.ok) return { entries, problems: read.problem, isStale, revision };
    if (kept && !kept.ok) return { entries, problems: [{ input: "file", code: "file", problem: kept.problem }], isStale, revision };
    if (isStale) return { entries, problems: [], isStale, revision };
    if (paper) await changePaper(transaction, by, meeting, paper, read.value, kept?.value ?? null);
    else if ((await addPaper(transaction, by, meeting, item.id, read.value, kept?.value ?? null)) === null) return `${back}?full`;
    return `${back}?paper`;
  });
  return typeof done === "string" ? redirect(done) : data(done, { status: done.isStale ? 409 : 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficePaperPage() {
  const { partnership, meeting, item, paper, mayChange, dueOn, isLateNow, lateRule, comments, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const textOf = (problem: PaperProblem) => {
    if (problem.code !== "file") return t(`meetings:paper-problem.${problem.code}`, { most: number(problem.most ?? 0) });
    const { problem: ofFile } = problem;
    return t(`prepare:file-problem.${ofFile.kind}`, { most: number("mostBytes" in ofFile ? Math.floor(ofFile.mostBytes / 1024 / 1024) : 0) });
  };
  const errors = [
    ...(refused?.problems ?? []).map((problem) => ({ input: problem.input, text: textOf(problem) })),
    ...(refused?.isStale ? [{ input: "typed", text: t("meetings:stale") }] : []),
  ];
  return (
    <>
      <BackLink to={officeAgendaPath(partnership, meeting)} text={t("meetings:agenda.title")} />
      <ErrorSummary errors={errors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={item} />}>{paper ? <InLanguage text={paper.title} /> : t("meetings:paper.add")}</PageHeading>
      {mayChange ? (
        <PaperForm
          entries={refused?.entries ?? loaded.entries}
          errors={Object.fromEntries(errors.map(({ input, text }) => [input, text]))}
          revision={refused?.revision ?? paper?.revision ?? 0}
          fileName={paper?.file?.name ?? null}
          isNew={paper === null}
          {...{ dueOn, isLateNow, lateRule }}
        />
      ) : (
        paper && <PaperSent paper={paper} />
      )}
      {comments.length > 0 && <Comments comments={comments} />}
    </>
  );
}
