// An election is abandoned: a plan by whoever keeps elections, one that was announced by its returning officer, with a reason that all can read.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { readText } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longestReason, reasonProblems } from "../election-form.ts";
import { electionState, holdElection, takeStep } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { officeElectionPath } from "../paths.ts";
import { officeRoomsOf } from "../rooms.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, election, state, offices } = await requireElectionOffice(args);
  const room = officeRoomsOf({ state, steps: election.steps }, offices).find(({ part }) => part === "abandon");
  if (!room) throw redirect(officeElectionPath(partnership, election, "", { done: "not-yours" }));
  return {
    title: titleOf(wordsFor(language).t("elections:abandon.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, room: room.name, election: { id: election.id, title: election.title } },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election: asked, offices, by } = await requireElectionOffice(args);
  const form = await readForm(args.request, { longest: longestReason * 8 });
  const entries = Object.fromEntries(form);
  const done = await inTransaction(async (transaction): Promise<Refused | "abandoned" | "already" | "not-yours"> => {
    const election = await holdElection(transaction, partnership.id, asked.id);
    const state = electionState(election, now);
    if (state === "abandoned") return "already";
    if (!officeRoomsOf({ state, steps: election.steps }, offices).some(({ part }) => part === "abandon")) return "not-yours";
    const reason = readText("reason", entries, passage);
    const problems = reasonProblems(reason);
    if (problems.length > 0) return { entries, problems, clashes: [], now: {} };
    await takeStep(transaction, by, election, { kind: "abandoned", reason });
    return "abandoned";
  });
  if (typeof done !== "string") return data(done, { status: 422 });
  return redirect(officeElectionPath(partnership, asked, "", { done }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AbandonPage() {
  const { partnership, room, election } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const { inEach, errors } = useFields(
    { say: (name, values) => t(`elections:abandon-field.${name}`, values), sayProblem: (code, values) => t(`elections:problem.${code}`, values) },
    { loaded: {}, refused },
  );
  const back = officeElectionPath(partnership, election);
  return (
    <>
      <BackLink to={back} text={textIn(election.title, language).text} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t(`elections:room.${room}.title`)}</PageHeading>
      <WarningText>{t(`elections:abandon.${room}`)}</WarningText>
      <form method="post" noValidate>
        {inEach("reason", { rows: 4, most: longestReason })}
        <ButtonGroup>
          <Button look="warning">{t(`elections:room.${room}.title`)}</Button>
          <PageLink to={back}>{t("elections:publish.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
