// Brings the roll of an election in which people vote, pasted or as a file: whole or not at all. Which lines cannot be taken, and why, is
// told line by line, and what was brought stays in the page to be mended.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readUpload } from "#app/files/upload.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { languages, textIn } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { isPlainText, readTable, textOfFile } from "#app/shared/table.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { electionState, holdElection, type Election } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { mayMakeRoll } from "../roll.ts";
import { mostLines, readRollFile, rollColumns } from "../roll-file.ts";
import { bringRoll, countVoters } from "../roll.store.server.ts";
import { rollPath } from "../roll-paths.ts";
import { isPrepared } from "../steps.ts";

const mostBytes = 4_000_000;
/** Of what cannot be taken, so many lines are shown; the rest is counted. */
const mostShown = 200;

function mayBring(election: Election, now: Date, offices: Parameters<typeof mayMakeRoll>[1]): boolean {
  const of = { state: electionState(election, now), isPrepared: isPrepared(election), hasTimetable: election.timetable !== null };
  return election.electorate === "people" && mayMakeRoll(of, offices);
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, election, offices, by } = await requireElectionOffice(args, ["keeper", "returning-officer"]);
  if (!mayBring(election, by.now, offices)) throw notFound();
  const { language } = args.context;
  const title = titleOf(wordsFor(language).t("roll:file.title-of", { title: textIn(election.title, language).text }), language, partnership);
  return { title, partnership, election: { id: election.id, title: election.title }, there: (await countVoters(db(), election)).all };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, election: { id, ...there }, offices, by } = await requireElectionOffice(args, ["keeper", "returning-officer"]);
  if (!mayBring({ id, ...there }, by.now, offices)) throw notFound();
  const { fields, files } = await readUpload(args.request, { mostBytes });
  const [file] = files;
  const text = file?.bytes ? textOfFile(file.bytes) : (fields.get("text") ?? "");
  const refuse = (code: "missing" | "too-big" | "not-text" | "unclosed" | "too-many" | "no-headings" | "nobody" | "lines", line = 0, problems: NonNullable<ReturnType<typeof readRollFile>>["problems"] = []) =>
    data({ code, line, problems: problems.slice(0, mostShown), count: problems.length, text: code === "not-text" ? "" : text }, { status: 422 });
  if (file && !file.bytes) return refuse("too-big");
  if (!isPlainText(text)) return refuse("not-text");
  if (text.trim() === "") return refuse("missing");
  const table = readTable(text.replaceAll("\0", ""));
  if (!table.ok) return refuse("unclosed", table.problem.line);
  if (table.value.length > mostLines + 1) return refuse("too-many");
  const ownHeadings = Object.fromEntries(rollColumns.map((column) => [column, languages.map((language) => wordsFor(language).t(`roll:column.${column}`))]));
  const roll = readRollFile(table.value, ownHeadings);
  if (roll === null) return refuse("no-headings");
  if (roll.problems.length > 0) return refuse("lines", 0, roll.problems);
  if (roll.heads.length === 0) return refuse("nobody");
  const taken = await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnership.id, id);
    if (!mayBring(election, by.now, offices)) throw notFound();
    return bringRoll(transaction, by, election, roll.heads);
  });
  return redirect(rollPath(partnership, { id }, { taken: String(taken) }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RollFilePage() {
  const { partnership, election, there } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const most = number(refused?.code === "too-many" ? mostLines : mostBytes / 1_000_000);
  const error = refused && t(`roll:file.refused.${refused.code}`, { line: number(refused.line), most, count: refused.count, number: number(refused.count) });
  return (
    <>
      <BackLink to={rollPath(partnership, election)} text={t("roll:list.title")} />
      <ErrorSummary errors={error ? [{ href: "#text", text: error }] : []} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t("roll:file.title")}</PageHeading>
      <p className="govuk-body">{t("roll:file.lead")}</p>
      <ul className="govuk-list govuk-list--bullet">
        {rollColumns.map((column) => (
          <li key={column}>{t(`roll:column.${column}`)}</li>
        ))}
      </ul>
      {there > 0 && <WarningText>{t("roll:file.instead", { count: there, number: number(there) })}</WarningText>}
      {refused && refused.problems.length > 0 && (
        <Table
          caption={t("roll:file.lines")}
          stacks
          columns={(["line", "says", "problem"] as const).map((key) => ({ key, heading: t(`roll:file.column.${key}`) }))}
          rows={refused.problems.map(({ line, says, code, of = 0 }, index) => ({
            key: String(index),
            cells: [number(line), <bdi key="says">{says}</bdi>, t(`roll:file.problem.${code}`, { of: number(of) })],
          }))}
        />
      )}
      <form method="post" encType="multipart/form-data" noValidate>
        <Textarea name="text" rows={12} label={t("roll:file.text")} labelSize="s" hint={t("roll:file.text-hint")} value={refused?.text} error={error} />
        <FormGroup id="file" label={t("roll:file.file")} labelSize="s" hint={t("roll:file.file-hint")}>
          <input className="govuk-file-upload" id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" aria-describedby="file-hint" />
        </FormGroup>
        <Button>{t("roll:file.save")}</Button>
      </form>
    </>
  );
}
