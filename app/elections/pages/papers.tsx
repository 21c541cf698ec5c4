// Voting on paper, for those who run an election: envelopes as they come in; after the close the papers, and that both come to the same.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage, plain } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { holdElection } from "../elections.store.server.ts";
import { requireElectionOffice, type ElectionOffice } from "../guard.server.ts";
import { isEven, listEnvelopes, listPapers, receiveEnvelope, reconcile, reconciliationOf } from "../papers.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { pollKey } from "../poll-key.server.ts";

const outcomes = ["accepted", "set-aside", "first", "agreed", "differ", "settled", "dropped", "reconciled"] as const;
const longestReason = 1000;

/** Whether envelopes and papers may still be taken in: the poll is open or closed, and nobody has reconciled. */
function isOngoing({ state, election }: Pick<ElectionOffice, "state" | "election">): boolean {
  return (state === "poll-open" || state === "poll-closed") && !election.steps.some(({ kind }) => kind === "papers-reconciled");
}

function numberIn(search: URLSearchParams, name: string): number {
  const given = Number(search.get(name) ?? 0);
  return Number.isInteger(given) && given >= 0 && given <= 999_999 ? given : 0;
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const office = await requireElectionOffice(args);
  const { partnership, election, state, offices } = office;
  // because nobody takes in papers of a poll that is online alone
  if (election.method === "online") throw redirect(officeElectionPath(partnership, election));
  const words = wordsFor(language);
  const search = new URL(args.request.url).searchParams;
  const [after, from, isWaiting] = [numberIn(search, "after"), numberIn(search, "from"), !search.has("all")];
  const { envelopes, nextAfter } = await listEnvelopes(db(), election, after);
  const keyed = state === "poll-open" ? null : await listPapers(db(), election, { after: from, isWaiting });
  return {
    title: titleOf(words.t("poll:papers.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, isOpen: state === "poll-open", isOngoing: isOngoing(office), isFirst: after === 0, nextAfter },
    mayTake: offices.some((one) => one !== "scrutineer"),
    mayReconcile: offices.includes("returning-officer"),
    envelopes: envelopes.map(({ paperOn, ...one }) => ({ ...one, on: words.date(dayOf(paperOn)) })),
    ...{ isWaiting, isFirstPaper: from === 0, nextFrom: keyed?.nextAfter ?? null },
    papers: (keyed?.papers ?? []).map(({ serial, state: paper }) => ({ serial, state: paper })),
    sums: await reconciliationOf(db(), election),
    done: outcomes.find((one) => one === search.get("done")) ?? null,
    number: search.get("number") ?? "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const office = await requireElectionOffice(args, ["keeper", "returning-officer"]);
  const { partnership, by, offices, state } = office;
  const form = await readForm(args.request);
  const deed = form.get("deed");
  const typed = { number: form.get("number") ?? "", serial: form.get("serial") ?? "", reason: form.get("reason") ?? "" };
  const refuse = (field: keyof typeof typed, problem: string, status = 422) => data({ typed, field, problem }, { status });
  const here = (query: Record<string, string>) => redirect(officeElectionPath(partnership, office.election, "papers", query));
  const read = (text: string) => (/^\d{1,6}$/.test(plain(text)) && Number(plain(text)) > 0 ? Number(plain(text)) : null);

  if (deed === "envelope") {
    const number = read(typed.number);
    if (number === null) return refuse("number", "roll-number");
    const outcome = await inTransaction(async (transaction) => {
      const election = await holdElection(transaction, partnership.id, args.params.election);
      const key = isOngoing({ state, election }) ? pollKey(election.id) : null;
      return key === null ? "over" : receiveEnvelope(transaction, by, key, election, number);
    });
    return outcome === "accepted" || outcome === "set-aside" ? here({ done: outcome, number: String(number) }) : refuse("number", outcome, outcome === "over" ? 409 : 422);
  }
  if (deed === "key") {
    const serial = read(typed.serial);
    if (serial === null) return refuse("serial", "serial");
    return redirect(officeElectionPath(partnership, office.election, `papers/${serial}`));
  }
  if (deed !== "reconcile") throw badRequest();
  if (!offices.includes("returning-officer")) throw forbidden();
  const reason = passage(typed.reason);
  if ([...reason].length > longestReason) return refuse("reason", "reason-long");
  const problem = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, args.params.election);
    const sums = await reconciliationOf(transaction, election);
    if (state !== "poll-closed" || !isOngoing({ state, election })) return "over";
    if (sums.agreed < sums.papers) return "not-agreed";
    if (!isEven(sums) && reason === "") return "reason-missing";
    await reconcile(transaction, by, election, sums, reason === "" ? {} : { [args.context.language]: reason });
    return null;
  });
  return problem === null ? here({ done: "reconciled" }) : refuse("reason", problem, problem === "over" ? 409 : 422);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PapersPage() {
  const { partnership, election, isOpen, isOngoing: ongoing, isFirst, nextAfter, isWaiting, isFirstPaper, nextFrom, mayTake, mayReconcile, envelopes, papers, sums, done, number: doneNumber } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const error = (field: string) => (refused?.field === field ? t(`poll:papers.problem.${refused.problem}`, { most: number(longestReason) }) : undefined);
  const here = (part: string, query = {}) => officeElectionPath(partnership, election, part, query);
  const rows = (["accepted", "setAside", ...(isOpen ? [] : (["papers", "once", "differing", "agreed"] as const))] as const).map((key) => ({ key, label: t(`poll:papers.sum.${key}`), value: number(sums[key]) }));
  return (
    <>
      <BackLink to={here("")} text={t("poll:papers.back")} />
      <ErrorSummary errors={refused ? [{ href: `#${refused.field}`, text: error(refused.field)! }] : []} />
      {done && !refused && <NotificationBanner kind="success">{t(`poll:papers.done.${done}`, { number: doneNumber })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("poll:papers.title")}</PageHeading>
      <SummaryList rows={rows} />
      {ongoing && mayTake && (
        <>
          <h2 className="govuk-heading-m">{t("poll:papers.receive")}</h2>
          <p className="govuk-body">{t("poll:papers.receive-text")}</p>
          <form method="post" noValidate>
            <TextField name="number" label={t("poll:papers.roll-number")} value={refused?.typed.number} error={error("number")} width={5} inputMode="numeric" dir="ltr" autoComplete="off" />
            <Button name="deed" value="envelope">{t("poll:papers.take-in")}</Button>
          </form>
        </>
      )}
      {envelopes.length > 0 && (
        <>
          <Table
            caption={t("poll:papers.envelopes")}
            columns={(["number", "name", "ruling", "on"] as const).map((key) => ({ key, heading: t(`poll:papers.column.${key}`), numeric: key === "number" }))}
            rows={envelopes.map((one) => ({ key: String(one.number), cells: [number(one.number), <bdi key="name">{one.name}</bdi>, t(`poll:envelope.${one.ruling}`), one.on] }))}
            rowsAreNamed={false}
          />
          <Pagination first={isFirst ? null : here("papers")} next={nextAfter === null ? null : { to: here("papers", { after: String(nextAfter) }) }} />
        </>
      )}
      <h2 className="govuk-heading-m">{t("poll:papers.keying")}</h2>
      {isOpen ? (
        <p className="govuk-body">{t("poll:papers.not-yet")}</p>
      ) : (
        <>
          {ongoing && mayTake && (
            <>
              <p className="govuk-body">{t("poll:papers.keying-text")}</p>
              <form method="post" noValidate>
                <TextField name="serial" label={t("poll:papers.serial")} value={refused?.typed.serial} error={error("serial")} width={5} inputMode="numeric" dir="ltr" autoComplete="off" />
                <Button name="deed" value="key">{t("poll:papers.key")}</Button>
              </form>
            </>
          )}
          {sums.papers > 0 && (
            <p className="govuk-body">
              <PageLink to={here("papers", isWaiting ? { all: "yes" } : {})}>{t(isWaiting ? "poll:papers.show-all" : "poll:papers.show-waiting", { number: number(isWaiting ? sums.papers : sums.papers - sums.agreed) })}</PageLink>
            </p>
          )}
          {papers.length > 0 && (
            <Table
              caption={t(isWaiting ? "poll:papers.waiting" : "poll:papers.papers")}
              columns={(["serial", "state"] as const).map((key) => ({ key, heading: t(`poll:papers.column.${key}`) }))}
              rows={papers.map(({ serial, state }) => ({ key: String(serial), cells: [<PageLink key="serial" to={here(`papers/${serial}`)}>{t("poll:papers.paper", { number: number(serial) })}</PageLink>, t(`poll:papers.state.${state}`)] }))}
            />
          )}
          <Pagination
            first={isFirstPaper ? null : here("papers", isWaiting ? {} : { all: "yes" })}
            next={nextFrom === null ? null : { to: here("papers", { from: String(nextFrom), ...(!isWaiting && { all: "yes" }) }) }}
          />
          {ongoing && mayReconcile && (
            <>
              <h2 className="govuk-heading-m">{t("poll:papers.reconcile")}</h2>
              <p className="govuk-body">{t("poll:papers.reconcile-text", { envelopes: number(sums.accepted), papers: number(sums.agreed) })}</p>
              <form method="post" noValidate>
                <Textarea name="reason" rows={3} label={t("poll:papers.reason")} hint={t("poll:papers.reason-hint")} value={refused?.typed.reason} error={error("reason")} />
                <Button name="deed" value="reconcile">{t("poll:papers.reconcile")}</Button>
              </form>
            </>
          )}
        </>
      )}
    </>
  );
}
