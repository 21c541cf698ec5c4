// What an election is about, while it is planned. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { holdElection, saveElection, type Election } from "../elections.store.server.ts";
import { refusePublished, requirePlannedElection } from "../guard.server.ts";
import { headAsTyped, headUnits, longestPassage, readHead } from "../head-form.ts";
import { listElectingChair } from "../chairing.store.server.ts";
import { findFilledLine, listLinesOf } from "../lines.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { HeadFields } from "../ui/head-fields.tsx";

async function findChoices(on: Database, election: Election) {
  const lines = await listLinesOf(on, election.partnershipId, election.network.id);
  const kept = await findFilledLine(on, election);
  const { constituencies } = await findNetwork(on, election.partnershipId, election.network.slug);
  return { lines: kept && !lines.some(({ id }) => id === kept.id) ? [...lines, kept] : lines, parts: constituencies.map(({ id, kind, name }) => ({ id, kind, name })), chairs: await listElectingChair(on, election) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, election } = await requirePlannedElection(args);
  return {
    title: titleOf(wordsFor(language).t("elections:details.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, ...(await findChoices(db(), election)), entries: headAsTyped(election) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, election: asked, by } = await requirePlannedElection(args);
  const form = await readForm(args.request, { longest: longestPassage * 8 });
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const election = refusePublished(partnership, await holdElection(transaction, partnership.id, asked.id), by.now);
    const { lines, chairs, parts } = await findChoices(transaction, election);
    const theirs = headAsTyped(election);
    const { merged, clashes } = takeEdits(headUnits, form, theirs);
    const read = readHead(merged, { lines: lines.map(({ id }) => id), chairs: chairs.map(({ id }) => id), parts });
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    await saveElection(transaction, by, election, { ...read.value, reserves: election.reserves });
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(officeElectionPath(partnership, asked, "", { done: "saved" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DetailsPage() {
  const { partnership, election, lines, chairs, parts, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`elections:field.${name}`, values), sayProblem: (code, values) => t(`elections:problem.${code}`, values) },
    { loaded: entries, refused },
  );
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      <ErrorSummary errors={fields.errors} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("elections:room.details.title")}</PageHeading>
      <form method="post" noValidate>
        <HeadFields {...{ fields, lines, chairs, parts }} />
        <AsOpened entries={fields.before} />
        <Button>{t("elections:save")}</Button>
      </form>
    </>
  );
}
