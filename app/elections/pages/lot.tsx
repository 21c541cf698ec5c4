// The lot: a scrutineer enters what was drawn in public after the hash of the sealed ballots was published; it makes the order in which lots
// fall. Once entered it stands. [COUNTING 4.5]
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPaper } from "../box.store.server.ts";
import { electionState, holdElection } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { lotTextLength } from "../lot.ts";
import { enterLot, lotsOf } from "../lot.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { Chosen } from "../ui/chosen.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, election, state, offices } = await requireElectionOffice(args);
  const { named } = await findPaper(db(), election);
  const lots = await lotsOf(election, named.length);
  return {
    title: titleOf(wordsFor(language).t("poll:lot.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title, ballotHash: election.ballotHash, lotText: election.lotText }, named, lots },
    mayEnter: state === "counting" && lots === null && offices.includes("scrutineer"),
    isDone: new URL(args.request.url).searchParams.has("done"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, election: asked, by } = await requireElectionOffice(args, ["scrutineer"]);
  const form = await readForm(args.request);
  const deed = form.get("deed");
  const typed = form.get("text") ?? "";
  const text = line(typed);
  if (deed !== "check" && deed !== "enter" && deed !== "change") throw badRequest();
  const length = [...text].length;
  const problem = length === 0 ? "missing" : length < lotTextLength.least ? "short" : length > lotTextLength.most ? "long" : null;
  if (problem !== null) return data({ typed, problem, asks: false }, { status: 422 });
  if (deed !== "enter") return data({ typed: text, problem: null, asks: deed === "check" });
  const isLate = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, args.params.election);
    if (electionState(election, args.context.now) !== "counting" || election.lotText !== null) return true;
    await enterLot(transaction, by, election, text);
    return false;
  });
  if (isLate) return data({ typed: text, problem: "late", asks: false }, { status: 409 });
  return redirect(officeElectionPath(partnership, asked, "lot", { done: "yes" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function LotPage() {
  const { partnership, election, named, lots, mayEnter, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, number } = useWords();
  const back = <BackLink to={officeElectionPath(partnership, election)} text={t("poll:papers.back")} />;
  const error = answer?.problem ? t(`poll:lot.problem.${answer.problem}`, { least: number(lotTextLength.least), most: number(lotTextLength.most) }) : undefined;
  const hash = (value: string | null) => (
    <code dir="ltr" className="long-code">
      {value}
    </code>
  );
  if (answer?.asks) {
    return (
      <>
        {back}
        <PageHeading caption={<InLanguage text={election.title} />}>{t("poll:lot.question")}</PageHeading>
        <p className="govuk-body plain-text" dir="auto">{answer.typed}</p>
        <WarningText>{t("poll:lot.consequence")}</WarningText>
        <form method="post">
          <input type="hidden" name="text" value={answer.typed} />
          <ButtonGroup>
            <Button name="deed" value="enter">{t("poll:lot.yes")}</Button>
            <Button look="secondary" name="deed" value="change">{t("poll:check.change")}</Button>
          </ButtonGroup>
        </form>
      </>
    );
  }
  return (
    <>
      {back}
      <ErrorSummary errors={error ? [{ href: "#text", text: error }] : []} />
      {isDone && !error && <NotificationBanner kind="success">{t("poll:lot.done")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>{t("poll:lot.title")}</PageHeading>
      <p className="govuk-body">{t("poll:lot.text")}</p>
      {election.ballotHash === null ? (
        <WarningText>{t("poll:lot.not-sealed")}</WarningText>
      ) : (
        <SummaryList
          rows={[
            { key: "hash", label: t("poll:total.ballot-hash"), value: hash(election.ballotHash) },
            ...(lots ? [{ key: "text", label: t("poll:lot.drawn"), value: <span dir="auto">{election.lotText}</span> }, { key: "seed", label: t("poll:lot.seed"), value: hash(lots.seed) }] : []),
          ]}
        />
      )}
      {lots && (
        <>
          <h2 className="govuk-heading-m">{t("poll:lot.order")}</h2>
          <Chosen chosen={lots.order.flatMap((candidate) => named.find((one) => one.number === candidate) ?? [])} kind="ranks" />
        </>
      )}
      {mayEnter && (
        <form method="post" noValidate>
          <TextField name="text" label={t("poll:lot.field")} hint={t("poll:lot.hint")} value={answer?.typed} error={error} autoComplete="off" />
          <Button name="deed" value="check">{t("poll:lot.check")}</Button>
        </form>
      )}
      {election.ballotHash !== null && !lots && !mayEnter && <p className="govuk-body">{t("poll:lot.scrutineer")}</p>}
    </>
  );
}
