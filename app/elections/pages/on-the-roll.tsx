// Whoever wants to know whether they are on the roll, or has lost their code, gives an e-mail address. The answer is the same for every
// address and takes as long: a job does the looking, and what it finds goes to that address alone.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { keyedHash } from "#app/shared/keys.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { readEmail } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ContactList } from "#app/shared/ui/contact-list.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { mayAsk } from "../asking.store.server.ts";
import { electionState, findPublicElection } from "../elections.store.server.ts";
import { electionPath } from "../paths.ts";

export async function loader({ params, request, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const words = wordsFor(language);
  const isAsked = new URL(request.url).searchParams.has("asked");
  return {
    title: titleOf(words.t(isAsked ? "roll:ask.asked.title-of" : "roll:ask.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, contact: partnership.contact, isAsked, may: mayAsk(election, now), isOpen: electionState(election, now) === "poll-open", ofPeople: election.electorate === "people" },
    opens: election.timetable && words.date(election.timetable.pollOpensOn),
  };
}

export async function action({ params, request, context: { language, now, address } }: ActionFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const typed = (await readForm(request)).get("email") ?? "";
  const email = readEmail(typed)?.toLowerCase();
  if (email === undefined) return data({ typed, problem: "email" as const }, { status: 422 });
  const isWithin = (await isWithinLimit("asking for the roll from", address, 20, 3600)) && (await isWithinLimit("asking for the roll of", keyedHash("roll asked", `${election.id} ${email}`), 3, 3600));
  if (!isWithin) return data({ typed, problem: "too-many" as const }, { status: 429 });
  if (mayAsk(election, now)) await inTransaction((transaction) => addJob(transaction, "answer-on-the-roll", { partnershipId: partnership.id, electionId: election.id, email, language }));
  return redirect(electionPath(partnership, election, "on-the-roll", { asked: "yes" }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OnTheRollPage() {
  const { partnership, election, contact, isAsked, may, isOpen, ofPeople, opens } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const { t } = useWords();
  const error = tried && t(`roll:problem.${tried.problem}`);
  const caption = <InLanguage text={election.title} />;
  return (
    <>
      <BackLink to={electionPath(partnership, election)} text={t("roll:ask.back")} />
      <ErrorSummary errors={error ? [{ href: "#email", text: error }] : []} />
      <PageHeading caption={caption}>{t(isAsked && !tried ? "roll:ask.asked.title" : "roll:ask.title")}</PageHeading>
      {isAsked && !tried ? (
        <p className="govuk-body">{t("roll:ask.asked.text")}</p>
      ) : !may ? (
        <p className="govuk-body">{t("roll:ask.over")}</p>
      ) : (
        <>
          <p className="govuk-body">{t(isOpen ? "roll:ask.text-open" : "roll:ask.text", { date: opens ?? "" })}</p>
          <form method="post" noValidate>
            <TextField name="email" type="email" autoComplete="email" spellCheck={false} label={t("roll:ask.email")} hint={ofPeople ? undefined : t("roll:ask.email-hint")} value={tried?.typed} error={error} />
            <Button>{t("roll:ask.send")}</Button>
          </form>
        </>
      )}
      <h2 className="govuk-heading-m">{t("roll:ask.none.title")}</h2>
      <p className="govuk-body">{t("roll:ask.none.text")}</p>
      <ContactList contact={contact} />
    </>
  );
}
