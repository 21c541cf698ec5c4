// One request for information: what is asked, until when it is due, what happened, what is given, and what happens next.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { informationRequestsPath } from "#app/consultations/office-paths.ts";
import { listNames } from "#app/people/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { countInScope, discloseCleared } from "../decisions.store.server.ts";
import { requireRequest } from "../guard.server.ts";
import { informationRequestPath } from "../paths.ts";
import { isDecidable, isGiving, stepsFrom, workingDaysLeft } from "../request.ts";
import { findAsker, holdRequest, takeRequestStep } from "../requests.store.server.ts";
import { listNewestSets } from "../scope.store.server.ts";
import { readStep, type Problem } from "../typed-request.ts";
import { Given } from "../ui/given.tsx";
import { Log } from "../ui/log.tsx";
import { useProblems } from "../ui/problems.tsx";
import { StepForm } from "../ui/step-form.tsx";
import { WhenDue } from "../ui/when-due.tsx";

const told = ["written", "moved-on", "disclosed", "late", "undecided"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, request } = await requireRequest(args);
  const today = dayOf(now);
  const names = await listNames(db(), [...new Set(request.steps.map(({ byId }) => byId))]);
  const sets = await listNewestSets(db(), partnership, request.consultations.map(({ id }) => id));
  const left = (on: string | null) => (on === null ? null : { on, left: workingDaysLeft(on, today) });
  const { state, dueOn, isExtended, reviewDueOn, reviewLatestOn, reviewUntil } = request.clock;
  return {
    title: titleOf(wordsFor(language).t("information-requests:one.title", { name: request.fileNumber ?? request.id }), language, partnership),
    ...{ partnership, id: request.id, law: request.law, receivedOn: request.receivedOn, asked: request.asked, name: request.fileNumber ?? request.id },
    ...{ state, isExtended, reviewLatestOn, reviewUntil, isDecidable: isDecidable(request.clock) },
    due: state === "running" ? left(dueOn) : null,
    reviewDue: state === "review" ? left(reviewDueOn) : null,
    asker: await findAsker(db(), partnership, request.id),
    consultations: request.consultations.map((one) => {
      const set = sets.find(({ consultationId }) => consultationId === one.id);
      return { ...one, set: set?.number ?? null, excluded: set?.excluded ?? 0 };
    }),
    steps: request.steps.map(({ byId, at: _, ...step }) => ({ ...step, by: names.get(byId) ?? null })),
    next: stepsFrom(request.clock, today),
    counted: await countInScope(db(), request.id),
    done: told.find((one) => one === new URL(args.request.url).searchParams.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn, request } = await requireRequest(args);
  const by = { personId: signedIn.personId, now };
  const here = (done: (typeof told)[number]) => redirect(informationRequestPath(partnership, request.id, { done }));
  const typed: Record<string, string> = Object.fromEntries(await readForm(args.request));
  if (typed.deed === "disclose-cleared") {
    const isDone = await inTransaction(async (transaction) => {
      const held = await holdRequest(transaction, partnership, request.id);
      if (isDecidable(held.clock)) await discloseCleared(transaction, partnership, held, by);
      return isDecidable(held.clock);
    });
    return here(isDone ? "disclosed" : "late");
  }
  const today = dayOf(now);
  const from = request.steps.findLast(({ kind }) => kind !== "bundle")?.on ?? request.receivedOn;
  const read = readStep(typed, stepsFrom(request.clock, today), from, today);
  const problems: Problem[] = read.ok ? [] : read.problem;
  // because whoever is given an answer is told of each response what became of it
  if (read.ok && isGiving(read.value.kind) && (await countInScope(db(), request.id)).undecided > 0) problems.push({ field: "kind", code: "undecided" });
  if (!read.ok || problems.length > 0) return data({ typed, problems }, { status: 422 });
  const isTaken = await inTransaction(async (transaction) => {
    const held = await holdRequest(transaction, partnership, request.id);
    if (!stepsFrom(held.clock, today).includes(read.value.kind)) return false;
    await takeRequestStep(transaction, partnership, request.id, read.value, by);
    return true;
  });
  return here(isTaken ? "moved-on" : "late");
}

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function InformationRequestPage() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date } = useWords();
  const { errors, errorOf } = useProblems(refused?.problems ?? []);
  const { partnership, id, law, state, due, reviewDue, asker, done, next } = shown;
  const row = (key: string, value: React.ReactNode) => ({ key, label: t(`information-requests:one.${key}`), value });
  const isAnswered = state === "answered" || state === "reviewed";
  return (
    <>
      <BackLink to={informationRequestsPath(partnership)} text={t("information-requests:one.back")} />
      <ErrorSummary errors={errors} />
      {done && !refused && <NotificationBanner {...(done === "late" || done === "undecided" ? {} : { kind: "success" })}>{t(`information-requests:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("information-requests:one.title", { name: shown.name })}</PageHeading>
      <SummaryList
        rows={[
          row("law", t(`information-requests:law.${law}`)),
          row("received", date(shown.receivedOn)),
          row("state", t(`information-requests:state.${state}`)),
          ...(due ? [row("due", <WhenDue key="due" {...due} />)] : []),
          ...(shown.isExtended ? [row("extended", t("information-requests:one.extended-to"))] : []),
          ...(reviewDue ? [row("review-due", <WhenDue key="review" {...reviewDue} />)] : []),
          ...(reviewDue && shown.reviewLatestOn !== null && shown.reviewLatestOn !== reviewDue.on ? [row("review-latest", date(shown.reviewLatestOn))] : []),
          ...(isAnswered && shown.reviewUntil !== null ? [row("review-until", date(shown.reviewUntil))] : []),
          row("asker", asker === null ? t("information-requests:one.forgotten") : <bdi>{asker.contact === "" ? asker.name : `${asker.name}, ${asker.contact}`}</bdi>),
          row("asked", <bdi className="in-languages__text">{shown.asked}</bdi>),
        ]}
      />
      <Given {...{ partnership, consultations: shown.consultations, counted: shown.counted, isDecidable: shown.isDecidable }} requestId={id} />
      <Log steps={shown.steps} />
      {isAnswered && <p className="govuk-body">{t("information-requests:one.commissioner")}</p>}
      {next.length > 0 && <StepForm next={next} hint={state === "review" ? t("information-requests:next.reviewer") : null} typed={refused?.typed ?? {}} errorOf={errorOf} />}
    </>
  );
}
