// Loads a past election from a ballot file; it is counted by both counters and published with its sheet.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ruleSets } from "#app/counting/contest.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { listNetworks } from "#app/networks/networks.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { isPlainText, textOfFile } from "#app/shared/table.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { loadElection } from "../loaded.store.server.ts";
import { longest, readLoaded, type LoadProblem } from "../loading.ts";
import { electionPath, officeElectionsPath } from "../paths.ts";
import { mayKeepElections } from "../policy.ts";
import { FileProblemText } from "../ui/file-problem.tsx";

const mostBytes = 8_000_000;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayKeepElections);
  const networks = await listNetworks(db(), partnership.id);
  return { title: titleOf(wordsFor(args.context.language).t("results:load.title"), args.context.language, partnership), partnership, networks: networks.map(({ id, name }) => ({ id, name })) };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepElections);
  const { now } = args.context;
  const { fields, files } = await readUpload(args.request, { mostFiles: 2, mostBytes });
  const entries = Object.fromEntries(fields);
  const refuse = (problems: LoadProblem[]) => data({ entries, problems, clashes: [], now: {} }, { status: 422 });
  const textOf = (field: string) => {
    const file = files.find((one) => one.field === field);
    return file ? { isTooBig: file.bytes === null, text: file.bytes ? textOfFile(file.bytes) : "" } : null;
  };
  const [ballots, reserves] = [textOf("file"), textOf("reserves")];
  const unread = [...(ballots ? [["file", ballots] as const] : []), ...(reserves ? [["reserves", reserves] as const] : [])].flatMap(([field, { isTooBig, text }]): LoadProblem[] =>
    isTooBig ? [{ field, code: "too-big", most: mostBytes / 1_000_000 }] : isPlainText(text) ? [] : [{ field, code: "not-text" }],
  );
  if (unread.length > 0) return refuse(unread);
  const networks = await listNetworks(db(), partnership.id);
  const read = readLoaded(entries, { ballots: ballots?.text ?? null, reserves: reserves?.text ?? null }, { networkIds: networks.map(({ id }) => id), today: dayOf(now) });
  if (!read.ok) return refuse(read.problem);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const id = await inTransaction((transaction) => loadElection(transaction, by, read.value));
  return redirect(electionPath(partnership, { id }, "result"));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function LoadPage() {
  const { partnership, networks } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const { field, dayField, inEach, entries, errors, errorAt } = useFields(
    { say: (name, values) => t(`results:load.${name}`, values), sayProblem: (code, values) => t(`results:problem.${code}`, values) },
    { loaded: {}, refused },
  );
  const inFile = new Map((refused?.problems ?? []).flatMap(({ field: name, file }) => (file ? [[name, file] as const] : [])));
  const choose = { value: "", label: t("results:load.choose") };
  return (
    <>
      <BackLink to={officeElectionsPath(partnership)} text={t("results:load.back")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("results:load.title")}</PageHeading>
      <p className="govuk-body-l">{t("results:load.lead")}</p>
      {[...inFile].map(([name, problem]) => (
        <FileProblemText key={name} problem={problem} />
      ))}
      <form method="post" encType="multipart/form-data" noValidate>
        <Select {...field("network")} options={[choose, ...networks.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]} />
        {inEach("name", { most: longest.name })}
        <DateField {...dayField("heldOn")} />
        <Select {...field("rules")} options={[choose, ...ruleSets.map((value) => ({ value, label: t(`results:rule-name.${value}`) }))]} />
        <TextField {...field("seats")} hint={t("results:load.seats-hint")} width={4} inputMode="numeric" autoComplete="off" />
        {(["file", "reserves"] as const).map((name) => (
          <FormGroup key={name} id={name} label={t(`results:load.${name}`)} labelSize="s" hint={t(`results:load.${name}-hint`, { most: number(mostBytes / 1_000_000) })} error={errorAt(name)}>
            <input className="govuk-file-upload" id={name} name={name} type="file" accept=".blt,.con,.txt,text/plain" aria-describedby={`${name}-hint`} />
          </FormGroup>
        ))}
        <TextField {...field("lots")} hint={t("results:load.lots-hint")} width={20} dir="ltr" autoComplete="off" value={entries.lots ?? ""} />
        {inEach("source", { rows: 3, most: longest.source })}
        <Button>{t("results:load.save")}</Button>
      </form>
    </>
  );
}
