// The codes of a codeframe as a file, and the codes of a file looked at and brought in: all of them or none.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readUpload } from "#app/files/upload.server.ts";
import { within } from "#app/forms/wording.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { isPlainText, readTable, textOfFile } from "#app/shared/table.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findFramePage } from "../code-page.server.ts";
import { mostCodes } from "../code.ts";
import { fileColumns, isEmptyFrame, levelsOf, readCodeDocument, readCodeTable, type FileProblem, type FileRead } from "../codeframe-file.ts";
import { importCodes, type NotBroughtIn } from "../codeframe-files.store.server.ts";
import { holdCodeframe } from "../codeframes.store.server.ts";
import { codeframeFilePath, codeframePath, exchangePath } from "../paths.ts";

const mostBytes = 1_000_000;
const mostLines = 2_000;
/** Of what has to be mended so many places are told at once. */
const mostShown = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, frame, codes } = await findFramePage(args);
  return {
    title: titleOf(wordsFor(language).t("exchange:title-of", { name: within(frame.name, { language }) }), language, partnership),
    ...{ frame: { name: frame.name }, isEmpty: isEmptyFrame(codes), back: codeframePath(partnership, consultation, frame), here: exchangePath(partnership, consultation, frame) },
    files: (["csv", "json"] as const).map((format) => ({ format, to: codeframeFilePath(partnership, consultation, frame, format) })),
  };
}

type Problem = "missing" | "too-big" | "not-text" | "unclosed" | "too-many" | "no-headings" | "shape" | "nothing" | "wrong" | NotBroughtIn;

/** The codes of a text, or what is wrong with it. */
function readSource(text: string): { ok: true; read: FileRead; isTable: boolean } | { ok: false; code: Problem; at: string } {
  const no = (code: Problem, at = "") => ({ ok: false, code, at }) as const;
  if (text.trim() === "") return no("missing");
  if (/^\s*[{[]/.test(text.replace(/^\uFEFF/, ""))) {
    const read = readCodeDocument(text.replace(/^\uFEFF/, ""));
    return "shape" in read ? no("shape", read.shape) : { ok: true, read, isTable: false };
  }
  const table = readTable(text);
  if (!table.ok) return no("unclosed", String(table.problem.line));
  if (table.value.length > mostLines) return no("too-many");
  const read = readCodeTable(table.value);
  return read === null ? no("no-headings") : { ok: true, read, isTable: true };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, frame, codes, signedIn } = await findFramePage(args);
  const { fields, files } = await readUpload(args.request, { mostBytes });
  const [file] = files;
  const text = (file?.bytes ? textOfFile(file.bytes) : (fields.get("text") ?? "")).replaceAll("\0", "");
  const refuse = (code: Problem, { at = "", problems = [] as FileProblem[], isTable = true } = {}) =>
    data({ kind: "refused" as const, code, at, isTable, problems: problems.slice(0, mostShown), wrong: problems.length, text: code === "not-text" ? "" : text }, { status: 422 });
  if (file && !file.bytes) return refuse("too-big");
  if (!isPlainText(text)) return refuse("not-text");
  const source = readSource(text);
  if (!source.ok) return refuse(source.code, { at: source.at });
  const { read, isTable } = source;
  if (read.problems.length > 0) return refuse("wrong", { problems: read.problems, isTable });
  if (read.codes.length === 0) return refuse("nothing");
  if (fields.get("deed") !== "bring-in") {
    const rewords = isEmptyFrame(codes);
    const shown = levelsOf(read.codes).map(({ name, definition, kind, level }) => ({ name, definition, level, becomes: kind === "usual" ? ("added" as const) : rewords ? ("reworded" as const) : ("left" as const) }));
    return data({ kind: "looked" as const, text, codes: shown });
  }
  const refusal = await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, frame.id);
    return importCodes(transaction, { frame: held, personId: signedIn.personId, now: args.context.now }, read.codes);
  });
  if (refusal !== null) return refuse(refusal);
  return redirect(`${codeframePath(partnership, consultation, frame)}?done=imported`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeframeExchangePage() {
  const { frame, isEmpty, files, back, here } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const { t, number } = useWords();
  const refused = done?.kind === "refused" ? done : undefined;
  const error = refused && t(`exchange:refused.${refused.code}`, { at: refused.at, most: number(refused.code === "too-many" ? mostLines : refused.code === "full" ? mostCodes : mostBytes / 1000), wrong: number(refused.wrong) });
  if (done?.kind === "looked") {
    return (
      <>
        <BackLink to={here} text={t("exchange:looked.back")} />
        <PageHeading caption={<InLanguage text={frame.name} />}>{t("exchange:looked.title")}</PageHeading>
        <InsetText>{t("exchange:looked.not-yet")}</InsetText>
        <Table
          caption={t("exchange:looked.caption")}
          stacks
          columns={[
            { key: "code", heading: t("codeframe:column.code") },
            { key: "definition", heading: t("codeframe:column.definition") },
            { key: "becomes", heading: t("exchange:looked.becomes") },
          ]}
          rows={done.codes.map((code, index) => ({
            key: String(index),
            cells: [
              <div key="code" className={`code-at-${code.level}`}>
                <span className="govuk-visually-hidden">{t(`codeframe:level.${code.level}`)}: </span>
                <InLanguage text={code.name} />
              </div>,
              <InLanguage key="definition" text={code.definition} />,
              t(`exchange:becomes.${code.becomes}`),
            ],
          }))}
        />
        <form method="post" noValidate>
          <input type="hidden" name="text" value={done.text} />
          <ButtonGroup>
            <Button name="deed" value="bring-in">
              {t("exchange:looked.bring-in")}
            </Button>
            <PageLink to={here}>{t("exchange:looked.back")}</PageLink>
          </ButtonGroup>
        </form>
      </>
    );
  }
  return (
    <>
      <BackLink to={back} text={t("codeframe:code.back")} />
      <ErrorSummary errors={error ? [{ href: "#text", text: error }] : []} />
      <PageHeading caption={<InLanguage text={frame.name} />}>{t("exchange:title")}</PageHeading>
      {refused && refused.problems.length > 0 && (
        <Table
          caption={t("exchange:to-mend")}
          columns={[
            { key: "at", heading: refused.isTable ? t("exchange:line") : t("exchange:which") },
            { key: "says", heading: t("exchange:says") },
            { key: "problem", heading: t("exchange:wrong") },
          ]}
          rows={refused.problems.map(({ at, says, code }, index) => ({ key: `${at}-${index}`, cells: [number(at), <bdi key="says">{says}</bdi>, t(`exchange:problem.${code}`)] }))}
        />
      )}
      <h2 className="govuk-heading-m">{t("exchange:take-along")}</h2>
      <p className="govuk-body">{t("exchange:take-along-lead")}</p>
      <ul className="govuk-list">
        {files.map(({ format, to }) => (
          <li key={format}>
            <a className="govuk-link" href={to}>
              {t(`exchange:format.${format}`)}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" encType="multipart/form-data" noValidate>
        <h2 className="govuk-heading-m">{t("exchange:bring-in")}</h2>
        <p className="govuk-body">{isEmpty ? t("exchange:into-empty") : t("exchange:as-new")}</p>
        <p className="govuk-body">{t("exchange:columns")}</p>
        <p className="govuk-body">
          <code>{fileColumns.join(", ")}</code>
        </p>
        <Textarea name="text" rows={8} label={t("exchange:text")} value={refused?.text} error={error} />
        <FormGroup id="file" label={t("exchange:file")}>
          <input className="govuk-file-upload" id="file" name="file" type="file" accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json" />
        </FormGroup>
        <Button>{t("exchange:look")}</Button>
      </form>
    </>
  );
}
