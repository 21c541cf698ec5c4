// Texts taken out for a model elsewhere, and what one said of them brought in: all of a file or nothing, and only as suggestions.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readUpload } from "#app/files/upload.server.ts";
import { questionName, within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { textOfFile } from "#app/shared/table.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { line } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longestModel } from "../outside-model.ts";
import { findOutsidePage } from "../outside.server.ts";
import { bringIn, listOutside, listTextIds } from "../outside.store.server.ts";
import { outsidePath, outsideRunPath, suggestionsPath } from "../paths.ts";
import { readDocument, type DocumentProblem } from "../theme-finder.ts";

/** Of what has to be mended so many places are told at once. */
const mostShown = 50;
/** A pasted file that is longer is not sent back to be mended. */
const longestShown = 200_000;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, set, question, frame, of } = await findOutsidePage(args);
  const words = wordsFor(language);
  const runs = await listOutside(db(), of);
  const here = outsidePath(partnership, consultation, set, question.id, frame);
  return {
    title: titleOf(words.t("outside:title-of", { name: within(frame.name, words), question: questionName(question, words) }), language, partnership),
    ...{ label: question.label, frame: { name: frame.name }, set: set.number, file: `${here}/themefinder.json`, back: suggestionsPath(partnership, consultation, set) },
    runs: runs.map((run) => ({ ...run, at: words.instant(run.askedAt), isWithdrawn: run.withdrawnAt !== null, to: outsideRunPath(partnership, consultation, set, question.id, frame, run) })),
  };
}

type Code = "model-missing" | "version-missing" | "too-long" | "missing" | "too-big" | "wrong";

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, set, question, frame, of, signedIn } = await findOutsidePage(args);
  const { fields, files } = await readUpload(args.request);
  const [file] = files;
  const [model, version] = [line(fields.get("model") ?? ""), line(fields.get("version") ?? "")];
  const source = file ? (file.bytes ? textOfFile(file.bytes) : "") : (fields.get("text") ?? "");
  const named = ([["model", model], ["version", version]] as const).flatMap(([field, typed]): { field: string; code: Code }[] =>
    typed === "" ? [{ field, code: `${field}-missing` }] : typed.length > longestModel ? [{ field, code: "too-long" }] : [],
  );
  const of2 = (errors: { field: string; code: Code }[], problems: DocumentProblem[] = []) =>
    data({ model, version, text: file || source.length > longestShown ? "" : source, errors, problems: problems.slice(0, mostShown), wrong: problems.length }, { status: 422 });
  if (file && !file.bytes) return of2([...named, { field: "text", code: "too-big" }]);
  if (source.trim() === "") return of2([...named, { field: "text", code: "missing" }]);
  const read = readDocument(source, await listTextIds(db(), of));
  if (!read.ok) return of2([...named, { field: "text", code: "wrong" }], read.problem);
  if (named.length > 0) return of2(named);
  const by = { personId: signedIn.personId, now: args.context.now };
  const id = await inTransaction((transaction) => bringIn(transaction, of, by, { model, version, source, read: read.value }));
  return redirect(`${outsideRunPath(partnership, consultation, set, question.id, frame, { id })}?done=brought-in`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OutsidePage() {
  const { label, frame, set, file, runs, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const say = (code: Code) => t(`outside:refused.${code}`, { most: number(longestModel), wrong: number(refused?.wrong ?? 0) });
  const errors = (refused?.errors ?? []).map(({ field, code }) => ({ href: `#${field}`, text: say(code) }));
  const errorAt = (field: string) => errors.find(({ href }) => href === `#${field}`)?.text;
  return (
    <>
      <BackLink to={back} text={t("suggestions:back")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={label} />}>
        {t("outside:title")} <InLanguage text={frame.name} />
      </PageHeading>
      <p className="govuk-body">{t("outside:lead")}</p>
      {refused && refused.problems.length > 0 && (
        <Table
          caption={t("outside:to-mend")}
          columns={[
            { key: "at", heading: t("outside:where") },
            { key: "problem", heading: t("outside:wrong") },
          ]}
          rows={refused.problems.map((problem, index) => ({
            key: String(index),
            cells: [
              <bdi key="at" dir="ltr">
                {problem.code === "shape" ? problem.at : problem.code === "theme-unknown" || problem.code === "stances-count" ? `response_id ${problem.response}` : ""}
              </bdi>,
              t(`outside:problem.${problem.code}`, { topic: problem.code === "theme-unknown" ? problem.topicId : "" }),
            ],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">{t("outside:out.heading")}</h2>
      <p className="govuk-body">{t("outside:out.lead", { set: number(set) })}</p>
      <WarningText>{t("outside:out.caution")}</WarningText>
      <p className="govuk-body">
        <a className="govuk-link" href={file}>
          {t("outside:out.file", { set: number(set) })}
        </a>
      </p>
      <form method="post" encType="multipart/form-data" noValidate>
        <h2 className="govuk-heading-m">{t("outside:in.heading")}</h2>
        <p className="govuk-body">{t("outside:in.lead")}</p>
        <TextField name="model" label={t("outside:in.model")} value={refused?.model} error={errorAt("model")} />
        <TextField name="version" label={t("outside:in.version")} value={refused?.version} error={errorAt("version")} />
        <FormGroup id="file" label={t("outside:in.file")}>
          <input className="govuk-file-upload" id="file" name="file" type="file" accept=".json,application/json" />
        </FormGroup>
        <Textarea name="text" rows={6} label={t("outside:in.text")} value={refused?.text} error={errorAt("text")} />
        <Button>{t("outside:in.bring-in")}</Button>
      </form>
      {runs.length > 0 && (
        <Table
          caption={t("outside:runs.caption", { set: number(set) })}
          stacks
          columns={[
            { key: "model", heading: t("outside:runs.model") },
            { key: "at", heading: t("outside:runs.at") },
            { key: "texts", heading: t("outside:runs.texts"), numeric: true },
            { key: "suggested", heading: t("suggestions:helped.suggested"), numeric: true },
            { key: "accepted", heading: t("suggestions:helped.accepted"), numeric: true },
            { key: "rejected", heading: t("suggestions:helped.rejected"), numeric: true },
          ]}
          rows={runs.map((run) => ({
            key: run.id,
            cells: [
              <PageLink key="model" to={run.to}>
                <bdi>
                  {run.model} {run.version}
                </bdi>
              </PageLink>,
              run.isWithdrawn ? `${run.at} ${t("outside:runs.withdrawn")}` : run.at,
              number(run.texts),
              number(run.suggested),
              number(run.accepted),
              number(run.rejected),
            ],
          }))}
        />
      )}
    </>
  );
}
