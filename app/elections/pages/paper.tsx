// One paper ballot after the close: keyed by one person, then by another who does not see what the first read; where they differ, settled by
// the returning officer, who looks at the paper.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest, forbidden, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsetGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { crossField, kindOfBallot, rankField, readPaper, spoiltReasons, typedOn, type Keyed } from "../ballot.ts";
import { findPaper } from "../box.store.server.ts";
import { electionState, holdElection } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { dropPaper, findDifference, keyPaper, findKeyed, settlePaper } from "../papers.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { useKeyedWords } from "../ui/keyed.tsx";

/** What a paper may be: filled in, left blank, or spoilt for a reason. */
const kinds = ["marked", "blank", ...spoiltReasons] as const;

function serialOf(serial: string | undefined): number {
  if (!/^[1-9]\d{0,5}$/.test(serial ?? "")) throw notFound();
  return Number(serial);
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, election, state, offices, signedIn } = await requireElectionOffice(args, ["keeper", "returning-officer"]);
  const serial = serialOf(args.params.serial);
  // because nobody looks at a paper while the poll is open, and after sealing there is none
  if (state !== "poll-closed") throw redirect(officeElectionPath(partnership, election, "papers"));
  const words = wordsFor(language);
  const paper = await findPaper(db(), election);
  const found = await findKeyed(db(), election, serial);
  const isReturning = offices.includes("returning-officer");
  const isOver = election.steps.some(({ kind }) => kind === "papers-reconciled");
  const turn = turnOf(found, signedIn.personId, isReturning);
  return {
    title: titleOf(words.t("poll:paper-of.title-of", { number: words.number(serial), title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, serial, isOver, turn, isThere: found !== null },
    ...{ named: paper.named, kind: kindOfBallot(paper.rules), settled: found?.settled ?? null },
    both: turn === "settle" ? await findDifference(db(), election, serial) : null,
  };
}

type Found = { state: "once" | "agreed" | "differ"; firstById: string | null };

/** What is to be done with a paper by somebody; the words are `poll:paper-of.turn.<turn>`. */
function turnOf(found: Found | null, personId: string, isReturning: boolean) {
  if (!found) return "first" as const;
  if (found.state === "agreed") return "agreed" as const;
  if (found.state === "differ") return isReturning ? ("settle" as const) : ("differ" as const);
  return found.firstById === personId ? ("yours" as const) : ("second" as const);
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, election: asked, offices, by } = await requireElectionOffice(args, ["keeper", "returning-officer"]);
  const serial = serialOf(args.params.serial);
  const form = await readForm(args.request);
  const deed = form.get("deed");
  const paper = await findPaper(db(), asked);
  const typed = typedOn(form, paper);
  const kind = kinds.find((one) => one === form.get("kind"));
  const refuse = (field: string, problem: string, status = 422) => data({ ranks: Object.fromEntries(typed.ranks), crosses: [...typed.crosses], kind: kind ?? "", field, problem }, { status });
  if (deed !== "drop" && deed !== "key" && deed !== "settle") throw badRequest();
  if (deed === "settle" && !offices.includes("returning-officer")) throw forbidden();
  let keyed: Keyed = { preferences: [], spoilt: null };
  if (deed !== "drop") {
    if (kind === undefined) return refuse("kind", "kind");
    const preferences = readPaper(typed, paper);
    if (preferences === null) return refuse("ballot", "rank");
    const isEmpty = preferences.flat().length === 0;
    if (kind === "marked" && isEmpty) return refuse("kind", "marked-empty");
    if (kind === "blank" && !isEmpty) return refuse("kind", "blank-marked");
    keyed = { preferences: kind === "marked" ? preferences : [], spoilt: kind === "marked" || kind === "blank" ? null : kind };
  }
  const outcome = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, args.params.election);
    const isOver = electionState(election, args.context.now) !== "poll-closed" || election.steps.some((step) => step.kind === "papers-reconciled");
    if (isOver) return "over";
    if (deed === "key") return keyPaper(transaction, by, election, serial, keyed);
    if (deed === "drop") await dropPaper(transaction, by, election, serial);
    else await settlePaper(transaction, by, election, serial, keyed);
    return deed === "drop" ? "dropped" : "settled";
  });
  if (outcome === "over" || outcome === "same-person" || outcome === "done") return refuse("kind", outcome, 409);
  return redirect(officeElectionPath(partnership, asked, "papers", { done: outcome, number: String(serial) }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PaperPage() {
  const { partnership, election, serial, isOver, turn, isThere, named, kind, settled, both } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const say = useKeyedWords(named, kind);
  const error = (field: string) => (refused?.field === field ? t(`poll:paper-of.problem.${refused.problem}`) : undefined);
  const keys = !isOver && (turn === "first" || turn === "second" || turn === "settle");
  const choices = kinds.map((value) => ({ value, label: value === "marked" || value === "blank" ? t(`poll:paper-of.kind.${value}`) : t(`poll:spoilt.${value}`) }));
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election, "papers")} text={t("poll:papers.title")} />
      <ErrorSummary errors={refused ? [{ href: `#${refused.field === "ballot" ? rankField(named[0]?.number ?? 1) : refused.field}`, text: error(refused.field)! }] : []} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("poll:papers.paper", { number: number(serial) })}</PageHeading>
      <p className="govuk-body">{t(isOver ? "poll:paper-of.problem.over" : `poll:paper-of.turn.${turn}`)}</p>
      {both && <SummaryList rows={(["first", "second"] as const).map((key) => ({ key, label: t(`poll:paper-of.${key}`), value: say(both[key]) }))} />}
      {settled && <SummaryList rows={[{ key: "settled", label: t("poll:paper-of.settled"), value: say(settled) }]} />}
      {keys && (
        <form method="post" noValidate autoComplete="off">
          {kind === "ranks" ? (
            <FieldsetGroup id="ballot" label={t("poll:paper-of.ranks")} hint={t("poll:paper-of.ranks-hint")} error={error("ballot")}>
              {named.map((one) => (
                <TextField key={one.number} name={rankField(one.number)} label={one.name} value={refused?.ranks[one.number] ?? ""} width={3} inputMode="numeric" autoComplete="off" dir="ltr" />
              ))}
            </FieldsetGroup>
          ) : (
            <Checkboxes name={crossField} id="ballot" label={t("poll:paper-of.crosses")} error={error("ballot")} values={(refused?.crosses ?? []).map(String)} choices={named.map((one) => ({ value: String(one.number), label: one.name }))} />
          )}
          <Radios name="kind" label={t("poll:paper-of.kind.label")} error={error("kind")} value={refused?.kind} choices={choices} />
          <Button name="deed" value={turn === "settle" ? "settle" : "key"}>{t(turn === "settle" ? "poll:paper-of.settle" : "poll:paper-of.save")}</Button>
        </form>
      )}
      {!isOver && isThere && (
        <form method="post">
          <p className="govuk-body">{t("poll:paper-of.drop-text")}</p>
          <Button look="warning" name="deed" value="drop">{t("poll:paper-of.drop")}</Button>
        </form>
      )}
    </>
  );
}
