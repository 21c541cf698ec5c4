// The returning officer and the scrutineers of an election, chosen among people with an account; who cannot be it is told why.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import type { ElectionState } from "../election.ts";
import { electionState, holdElection } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { officersAsTyped, officerUnits, readOfficers } from "../officers-form.ts";
import { listChoosable, listNominated, saveOfficers } from "../officers.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { officeRoomsOf } from "../rooms.ts";

const isOpen = (state: ElectionState) => officeRoomsOf({ state, steps: [] }, ["keeper"]).some(({ name }) => name === "officers");

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, state } = await requireElectionOffice(args, ["keeper"]);
  if (!isOpen(state)) throw redirect(officeElectionPath(partnership, election, "", { done: "stands" }));
  const people = await listChoosable(db(), election, dayOf(now));
  return {
    title: titleOf(wordsFor(language).t("elections:officers.title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, entries: officersAsTyped(election, people) },
    people: people.map(({ id, name }) => ({ id, name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election: asked, by } = await requireElectionOffice(args, ["keeper"]);
  const form = await readForm(args.request);
  const done = await inTransaction(async (transaction): Promise<Refused | "officers" | "stands"> => {
    const election = await holdElection(transaction, partnership.id, asked.id);
    const state = electionState(election, now);
    if (!isOpen(state)) return "stands";
    const people = await listChoosable(transaction, election, dayOf(now));
    const theirs = officersAsTyped(election, people);
    const { merged, clashes } = takeEdits(officerUnits, form, theirs);
    const read = readOfficers(merged, people, await listNominated(transaction, election.id));
    const problems = read.ok ? [] : [...read.problem];
    // because an election that has been announced is never without those who answer for it
    if (state !== "planned" && read.ok && read.value.returningOfficerId === null) problems.push({ field: "returning", code: "returning-missing" });
    if (state !== "planned" && read.ok && read.value.scrutineerIds.length === 0) problems.push({ field: "scrutineers", code: "scrutineers-missing" });
    if (!read.ok || problems.length > 0 || clashes.length > 0) return { entries: merged, problems, clashes, now: theirs };
    await saveOfficers(transaction, by, election, read.value);
    return "officers";
  });
  if (typeof done !== "string") return data(done, { status: 422 });
  return redirect(officeElectionPath(partnership, asked, "", { done }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficersPage() {
  const { partnership, election, people, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language, list } = useWords();
  const { field, theirs, errors, before } = useFields(
    { say: (name, values) => t(`elections:field.${name}`, values), sayProblem: (code, values) => t(`elections:problem.${code}`, values) },
    { loaded: entries, refused },
  );
  const namesIn = (ids: string) => list(people.filter(({ id }) => ids.split(" ").includes(id)).map(({ name }) => `\u2068${name}\u2069`));
  const others = (input: string) => <Theirs said={theirs(input) && namesIn(theirs(input)!)} />;
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election)} text={textIn(election.title, language).text} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("elections:room.officers.title")}</PageHeading>
      <p className="govuk-body">{t("elections:officers.lead")}</p>
      <form method="post" noValidate>
        <Select
          {...field("returning")}
          hint={t("elections:field.returning-hint")}
          options={[{ value: "", label: t("elections:hub.nobody-yet") }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {others("returning")}
        <Checkboxes
          {...field("scrutineers")}
          labelSize="s"
          hint={t("elections:field.scrutineers-hint")}
          values={field("scrutineers").value.split(" ")}
          choices={people.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        />
        {others("scrutineers")}
        <AsOpened entries={before} />
        <Button>{t("elections:save")}</Button>
      </form>
    </>
  );
}
