// Adds a document to a consultation, changes what one is called and is in, or puts a new file in its place.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keepFile, type StoredFile } from "#app/files/store.server.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { config } from "#app/shared/config.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readsTheSame, takeEdits, type Entries } from "#app/shared/edits.ts";
import { languageNames, languages } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { recordSupplement } from "../changes.store.server.ts";
import { documentFormats, isDocumentFormat, longestDocumentTitle, mostDocuments, typesOfFormat } from "../consultation-document.ts";
import { documentAsTyped, documentUnits, newDocumentEntries, readDocument, type DocumentProblem } from "../design-document.ts";
import { inputIn } from "../design-fields.ts";
import { addDocument, changeDocument, findDocument, listDocuments, replaceDocument } from "../documents.store.server.ts";
import { isSupplementable, mayDesign } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { designDocumentsPath } from "../office-paths.ts";
import { holdConsultation } from "../store.server.ts";

/** The address of a document that is not there yet. */
const newDocument = "new";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const isNew = args.params.document === newDocument;
  const document = isNew ? null : await findDocument(db(), consultation, args.params.document);
  return {
    title: titleOf(wordsFor(language).t(isNew ? "prepare:document.add" : "prepare:document.change"), language, partnership),
    ...{ partnership, consultation, isNew },
    isOpenToIt: isSupplementable(consultation, now),
    isPublic: consultation.publishedAt !== null,
    entries: document ? documentAsTyped(document) : newDocumentEntries,
    mostMegabytes: Math.floor(config().maxUploadBytes / 1024 / 1024),
  };
}

type Refused = { entries: Entries; now: Entries; problems: DocumentProblem[]; clashes: string[][]; isTooLate: boolean };

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const { now } = args.context;
  const isNew = args.params.document === newDocument;
  const { fields, files } = await readUpload(args.request);
  const [uploaded] = files;
  const format = fields.get("format");
  const types = isDocumentFormat(format) ? typesOfFormat[format] : [];
  const kept = uploaded && types.length > 0 ? await keepFile({ partnershipId: partnership.id, visibility: "public", ...uploaded, types }) : null;
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const document = isNew ? null : await findDocument(transaction, held, args.params.document);
    const there = document ? documentAsTyped(document) : newDocumentEntries;
    const { merged, mine, clashes } = takeEdits(documentUnits, fields, there);
    const read = readDocument(merged, document?.format);
    const problems: DocumentProblem[] = read.ok ? [] : read.problem;
    if (isNew && !uploaded) problems.push({ input: "file", code: "missing" });
    if (kept && !kept.ok) problems.push({ input: "file", code: kept.problem.kind, ...(kept.problem.kind === "too-big" ? { mostBytes: kept.problem.mostBytes } : {}) });
    if (isNew && (await listDocuments(transaction, held)).length >= mostDocuments) problems.push({ input: "file", code: "full" });
    const isTooLate = !isSupplementable(held, now);
    if (isTooLate || !read.ok || problems.length > 0 || clashes.length > 0) return { entries: isTooLate ? mine : merged, now: there, problems, clashes, isTooLate };
    const file: StoredFile | null = kept?.ok ? kept.value : null;
    const record = (kind: "document-added" | "document-changed" | "document-replaced", documentId: string) =>
      recordSupplement(transaction, held, { personId: signedIn.personId, now, kind, name: read.value.title, facts: { documentId, ...(file && { fileId: file.id }) } });
    if (document === null && file) {
      const added = await addDocument(transaction, held, read.value, file, now);
      if (added) await record("document-added", added);
    } else if (document) {
      const isChanged = documentUnits.some((unit) => !readsTheSame(unit, there, merged));
      if (isChanged) await changeDocument(transaction, held, document.id, read.value);
      if (file) await replaceDocument(transaction, held, document, file, now);
      if (file || isChanged) await record(file ? "document-replaced" : "document-changed", document.id);
    }
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(`${designDocumentsPath(partnership, consultation)}?saved`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DesignDocumentPage() {
  const { partnership, consultation, isNew, isOpenToIt, isPublic, mostMegabytes, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const entries = refused?.entries ?? loaded.entries;
  const before = refused?.now ?? loaded.entries;
  const nameOf = (input: string) => t(`prepare:document.${input.split("-")[0]}`);
  const errors = [
    ...(refused?.problems ?? []).map((problem) => ({
      input: problem.input,
      text: t(problem.input === "file" && problem.code !== "full" ? `prepare:file-problem.${problem.code}` : `prepare:document-problem.${problem.code}`, {
        most: number("mostBytes" in problem && problem.mostBytes ? problem.mostBytes / 1024 / 1024 : problem.code === "full" ? mostDocuments : longestDocumentTitle),
      }),
    })),
    ...(refused?.clashes ?? []).map(([input = ""]) => ({ input, text: t("prepare:clash-with", { field: nameOf(input), theirs: theirsIn(input) }) })),
    ...(refused?.isTooLate ? [{ input: "typed", text: t("prepare:too-late") }] : []),
  ];
  function theirsIn(input: string): string {
    const theirs = before[input] ?? "";
    return input === "format" ? t(`consultations:documents.format.${theirs}`) : theirs;
  }
  const errorAt = (input: string) => errors.find((error) => error.input === input)?.text;
  const fileError = errorAt("file");
  const formats = isDocumentFormat(before.format) ? documentFormats : [before.format ?? "", ...documentFormats];
  return (
    <>
      <BackLink to={designDocumentsPath(partnership, consultation)} text={t("prepare:documents.back")} />
      <ErrorSummary errors={errors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(isNew ? "prepare:document.add" : "prepare:document.change")}</PageHeading>
      {isOpenToIt ? isPublic && <InsetText>{t("prepare:shown-dated")}</InsetText> : <InsetText>{t("prepare:over")}</InsetText>}
      {(isOpenToIt || refused) && (
        <form method="post" encType="multipart/form-data" id="typed" noValidate>
          <FieldsInLanguages
            name="title"
            legend={t("prepare:document.title")}
            hint={t("prepare:document.title-hint", { most: number(longestDocumentTitle) })}
            valueOf={(language) => entries[inputIn("title", language)] ?? ""}
            errorOf={(language) => errorAt(inputIn("title", language))}
          />
          <Select
            name="language"
            label={t("prepare:document.language")}
            labelSize="m"
            value={entries.language}
            error={errorAt("language")}
            options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          />
          <Radios
            name="format"
            small
            label={t("prepare:document.format")}
            hint={t("prepare:document.format-hint")}
            value={entries.format}
            error={errorAt("format")}
            choices={formats.map((format) => ({ value: format, label: t(`consultations:documents.format.${format}`) }))}
          />
          <FormGroup
            id="file"
            label={t(isNew ? "prepare:document.file" : "prepare:document.another")}
            labelSize="m"
            hint={t(isNew ? "prepare:document.file-hint" : "prepare:document.another-hint", { most: number(mostMegabytes) })}
            error={fileError}
          >
            <input className="govuk-file-upload" id="file" name="file" type="file" aria-describedby={fileError ? "file-hint file-error" : "file-hint"} />
          </FormGroup>
          {!isNew && <AsOpened entries={before} />}
          {isOpenToIt && <Button>{t("prepare:save")}</Button>}
        </form>
      )}
    </>
  );
}
