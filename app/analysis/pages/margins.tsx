// What is known of everybody from elsewhere: brought in as a table, each mistake told with its line, listed, replaced and taken away.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { equalitySides } from "#app/consultations/equality-variables.ts";
import { sidesOf } from "#app/consultations/cross-tabulation.ts";
import { mayAnalyse } from "#app/consultations/office-policy.ts";
import { analysisPath } from "#app/consultations/office-paths.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { sideText } from "#app/consultations/side-text.ts";
import { holdConsultation, listVersions } from "#app/consultations/store.server.ts";
import { answerText } from "#app/consultations/answer-name.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { languages } from "#app/shared/languages.ts";
import { isPlainText, readTable, textOfFile } from "#app/shared/table.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { namedSides, readMargins, type MarginProblem } from "../margin.ts";
import { listMargins, removeMargin, saveMargins } from "../margins.store.server.ts";
import { marginsPath } from "../paths.ts";

const mostBytes = 500_000;
const mostLines = 2_000;
/** Of what has to be mended so many lines are told at once. */
const mostShown = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation } = await findForOffice(args, mayAnalyse);
  const words = wordsFor(args.context.language);
  const sides = [...sidesOf(await listVersions(db(), consultation.formId)).filter(({ isSeveral }) => !isSeveral), ...equalitySides(textInAll)];
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: titleOf(words.t("tables:margins.title", { title: within(consultation.title, words) }), words.language, partnership),
    ...{ partnership, consultation, margins: await listMargins(db(), consultation) },
    questions: sides.map((side) => ({ key: side.key, name: sideText(side, words), answers: side.values.map(({ name }) => answerText(name, words)) })),
    done: done === "loaded" || done === "removed" ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayAnalyse);
  const { fields, files } = await readUpload(args.request, { mostBytes });
  const by = { personId: signedIn.personId, now: args.context.now };
  const remove = fields.get("remove");
  if (remove !== null) {
    await inTransaction(async (transaction) => removeMargin(transaction, await holdConsultation(transaction, partnership.id, consultation.id), remove, by.personId));
    return redirect(`${marginsPath(partnership, consultation)}?done=removed`);
  }
  const [file] = files;
  const text = file?.bytes ? textOfFile(file.bytes) : (fields.get("text") ?? "");
  const refuse = (code: "missing" | "too-big" | "not-text" | "unclosed" | "too-many" | "no-headings" | "wrong", { line = 0, problems = [] as MarginProblem[] } = {}) =>
    data({ code, line, problems: problems.slice(0, mostShown), wrong: problems.length, text: code === "not-text" ? "" : text }, { status: 422 });
  if (file && !file.bytes) return refuse("too-big");
  if (!isPlainText(text)) return refuse("not-text");
  if (text.trim() === "") return refuse("missing");
  const table = readTable(text.replaceAll("\0", ""));
  if (!table.ok) return refuse("unclosed", { line: table.problem.line });
  if (table.value.length > mostLines) return refuse("too-many");
  const inEach = languages.map((language) => wordsFor(language));
  const sides = [...sidesOf(await listVersions(db(), consultation.formId)), ...equalitySides(textInAll)];
  const read = readMargins(table.value, namedSides(sides, inEach), (column) => inEach.map(({ t }) => t(`tables:margins.column.${column}`)));
  if (read === null || (read.margins.length === 0 && read.problems.length === 0)) return refuse("no-headings");
  if (read.problems.length > 0) return refuse("wrong", { problems: read.problems });
  await inTransaction(async (transaction) => saveMargins(transaction, await holdConsultation(transaction, partnership.id, consultation.id), read.margins, by));
  return redirect(`${marginsPath(partnership, consultation)}?done=loaded`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MarginsPage() {
  const { partnership, consultation, margins, questions, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, date } = useWords();
  const nameOf = (key: string) => questions.find((question) => question.key === key)?.name ?? key;
  const error = refused && t(`tables:margins.refused.${refused.code}`, { line: number(refused.line), most: number(refused.code === "too-many" ? mostLines : mostBytes / 1000), wrong: number(refused.wrong) });
  return (
    <>
      <BackLink to={analysisPath(partnership, consultation)} text={t("tables:design.back")} />
      <ErrorSummary errors={error ? [{ href: "#text", text: error }] : []} />
      {done && !refused && <NotificationBanner kind="success">{t(`tables:margins.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("tables:margins.heading")}</PageHeading>
      <p className="govuk-body">{t("tables:margins.lead")}</p>
      {refused && refused.problems.length > 0 && (
        <Table
          caption={t("tables:margins.to-mend")}
          columns={[
            { key: "line", heading: t("tables:margins.line") },
            { key: "says", heading: t("tables:margins.says") },
            { key: "problem", heading: t("tables:margins.wrong") },
          ]}
          rows={refused.problems.map(({ line, says, code }, index) => ({ key: `${line}-${index}`, cells: [number(line), <bdi key="says">{says}</bdi>, t(`tables:margins.problem.${code}`)] }))}
        />
      )}
      {margins.length > 0 && (
        <form method="post" noValidate>
          <Table
            caption={t("tables:margins.caption")}
            stacks
            columns={[
              { key: "question", heading: t("tables:margins.column.variable") },
              { key: "groups", heading: t("tables:margins.groups"), numeric: true },
              { key: "area", heading: t("tables:margins.column.area") },
              { key: "source", heading: t("tables:margins.column.source") },
              { key: "date", heading: t("tables:margins.column.date") },
              { key: "remove", heading: t("tables:margins.remove-heading") },
            ]}
            rows={margins.map(({ side, area, source, asOf, shares }) => ({
              key: side,
              cells: [
                nameOf(side),
                number(Object.keys(shares).length),
                <bdi key="area">{area}</bdi>,
                <bdi key="source">{source}</bdi>,
                date(asOf),
                <Button key="remove" look="secondary" name="remove" value={side}>
                  {t("tables:margins.remove")}
                  <span className="govuk-visually-hidden"> {nameOf(side)}</span>
                </Button>,
              ],
            }))}
          />
        </form>
      )}
      <form method="post" encType="multipart/form-data" noValidate>
        <h2 className="govuk-heading-m">{t("tables:margins.bring-in")}</h2>
        <p className="govuk-body">{t("tables:margins.columns")}</p>
        <Textarea name="text" rows={8} label={t("tables:margins.text")} hint={t("tables:margins.text-hint")} value={refused?.text} error={error} />
        <FormGroup id="file" label={t("tables:margins.file")} hint={t("tables:margins.file-hint")}>
          <input className="govuk-file-upload" id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" aria-describedby="file-hint" />
        </FormGroup>
        <Details summary={t("tables:margins.names")}>
          <ul className="govuk-list govuk-list--spaced">
            {questions.map(({ key, name, answers }) => (
              <li key={key}>
                {name}
                <ul className="govuk-list govuk-list--bullet">
                  {answers.map((answer) => (
                    <li key={answer}>{answer}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Details>
        <Button>{t("tables:margins.load")}</Button>
      </form>
    </>
  );
}
