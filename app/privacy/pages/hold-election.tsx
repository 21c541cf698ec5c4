// Holds the file of an election, with a reason, or lets its year run on.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findElection } from "#app/elections/elections.store.server.ts";
import { findKeptElection, liftElectionHold, placeElectionHold } from "#app/elections/keeping.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { mayKeepPersonalData } from "#app/people/keeping-policy.ts";
import { listNames } from "#app/people/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { retentionPath } from "../paths.ts";
import { longestReason } from "../retention.ts";
import { HoldForm } from "../ui/hold-form.tsx";

async function findHeld(args: LoaderFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepPersonalData);
  return { partnership, signedIn, election: await findElection(db(), partnership.id, args.params.election) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election } = await findHeld(args);
  const { hold } = await findKeptElection(db(), election, dayOf(now));
  const { t } = wordsFor(language);
  return {
    ...{ partnership, heading: t(hold ? "privacy:hold.lift-title" : "privacy:hold.title"), election: election.title },
    title: titleOf(t("privacy:hold.election-title-of", { title: textIn(election.title, language).text }), language, partnership),
    hold: hold && { reason: hold.reason, placedAt: hold.placedAt, by: (await listNames(db(), [hold.placedById])).get(hold.placedById) ?? null },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, election, signedIn } = await findHeld(args);
  const form = await readForm(args.request);
  const deed = { partnershipId: partnership.id, electionId: election.id, by: signedIn.personId, now };
  if (form.get("deed") === "lift") {
    await inTransaction((transaction) => liftElectionHold(transaction, deed));
    return redirect(retentionPath(partnership, { done: "election-lifted" }));
  }
  if (form.get("deed") !== "hold") throw badRequest();
  const typed = form.get("reason") ?? "";
  const reason = passage(typed);
  const { t, number } = wordsFor(language);
  const refuse = (error: string) => data({ reason: typed, error }, { status: 422 });
  if (reason === "") return refuse(t("privacy:hold.error.missing"));
  if (reason.length > longestReason) return refuse(t("privacy:hold.error.long", { most: number(longestReason) }));
  await inTransaction((transaction) => placeElectionHold(transaction, deed, reason));
  return redirect(retentionPath(partnership, { done: "election-held" }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function HoldElectionPage() {
  const { partnership, heading, election, hold } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={retentionPath(partnership)} />
      <ErrorSummary errors={refused ? [{ href: "#reason", text: refused.error }] : []} />
      <PageHeading caption={<InLanguage text={election} />}>{heading}</PageHeading>
      <HoldForm {...{ hold, refused }} text={t("privacy:hold.election-text")} liftText={t("privacy:hold.election-lift-text")} />
    </>
  );
}
