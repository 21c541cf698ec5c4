// The export of the responses: what is fixed about each, then its answers. Unless it is asked for as the data controller may,
// nothing in it names or reaches a person or tells why confidentiality was asked for; what opens a response is never in it.
import { columnGuide, columnsOf, rowMaker, type Apart, type Column, type GuideRow } from "#app/forms/columns.ts";
import type { Answers } from "#app/forms/answer.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { languageNames } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { CellKind, SheetColumn } from "#app/shared/workbook.ts";
import { channels } from "./channel.ts";
import { permissions, respondentTypes, type Organisation } from "./response.ts";

/** Each has a dot, which no question's id may have. What they mean is the text `office:columns.<name after the dot>`. */
export const fixedColumns = [
  "response.id",
  "response.received",
  "response.channel",
  "response.language",
  "response.type",
  "response.permission",
  "response.confidentiality",
  "response.version",
  "response.revision",
] as const;
type FixedColumn = (typeof fixedColumns)[number];

/** What names or reaches a person, before the answers to personal questions. */
const contactColumns = ["person.name", "person.organisation", "person.members", "person.gathered", "person.email", "person.confidential-because"] as const;

/** Which of what a response holds is in the file. */
export type ExportedParts = { answers: boolean; contacts: boolean };
export const forAnalysis: ExportedParts = { answers: true, contacts: false };

export type ExportedContact = {
  name: string | null;
  organisation: Organisation | null;
  email: string | null;
  confidentialityReason: string | null;
  answers: Answers;
};

export type ExportedVersion = { id: string; number: number; definition: FormDefinition };

export type ExportedResponse = {
  id: string;
  receivedAt: Date;
  channel: string;
  language: string;
  respondentType: string;
  permission: string;
  confidentialityRequested: boolean;
  formVersionId: string;
  revision: number;
  answers: Answers;
};

// The newest version's columns in its order, then those that only earlier versions had.
function answerColumns(versions: readonly ExportedVersion[], apart: Apart): Column[] {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  const found = new Map<string, Column>();
  for (const column of newestFirst.flatMap(({ definition }) => columnsOf(definition, apart))) if (!found.has(column.id)) found.set(column.id, column);
  return [...found.values()];
}

const kinds: Partial<Record<string, CellKind>> = {
  ...{ number: "number", pounds: "number", rating: "number", tick: "number", position: "number", points: "number" },
  ...{ latitude: "number", longitude: "number", date: "day" },
};
const fixedKinds: Partial<Record<FixedColumn, CellKind>> = { "response.received": "moment", "response.version": "number", "response.revision": "number" };
const widths: Record<CellKind, number> = { text: 24, number: 12, day: 12, moment: 18 };

/** The export's columns, and what is in each; the answers to every version there was. */
export function exportColumns(versions: readonly ExportedVersion[], parts = forAnalysis): SheetColumn[] {
  const columnOf = (heading: string, kind: CellKind = "text"): SheetColumn => ({ heading, kind, width: widths[kind] });
  return [
    ...fixedColumns.map((column) => columnOf(column, fixedKinds[column])),
    ...(parts.contacts ? contactColumns.map((column) => columnOf(column)) : []),
    ...apartsOf(parts).flatMap((apart) => answerColumns(versions, apart)).map(({ id, meaning }) => columnOf(id, kinds[meaning])),
  ];
}

function apartsOf({ answers, contacts }: ExportedParts): Apart[] {
  return [...(contacts ? (["personal"] as const) : []), ...(answers ? (["answers"] as const) : [])];
}

/** Makes a response's line, as it is written; a column that its version did not have stays blank. */
export function exportRowMaker(versions: readonly ExportedVersion[], parts = forAnalysis): (response: ExportedResponse, contact?: ExportedContact) => string[] {
  const aparts = apartsOf(parts).map((apart) => {
    const columns = answerColumns(versions, apart).map(({ id }) => id);
    const makers = new Map(versions.map(({ id, definition }) => [id, rowMaker(definition, columns, apart)]));
    return { apart, makers, blank: columns.map(() => "") };
  });
  const numbers = new Map(versions.map(({ id, number }) => [id, String(number)]));
  return (response, contact) => {
    const row = [
      response.id,
      response.receivedAt.toISOString(),
      response.channel,
      response.language,
      response.respondentType,
      response.permission,
      response.confidentialityRequested ? "yes" : "no",
      numbers.get(response.formVersionId) ?? "",
      String(response.revision),
    ];
    if (parts.contacts) row.push(...contactCells(contact));
    for (const { apart, makers, blank } of aparts) {
      const given = apart === "answers" ? response.answers : contact?.answers;
      row.push(...((given && makers.get(response.formVersionId)?.(given)) ?? blank));
    }
    return row;
  };
}

function contactCells(contact: ExportedContact | undefined): string[] {
  const { name, organisation, email, confidentialityReason } = contact ?? {};
  return [name, organisation?.name, organisation?.membersRepresented, organisation?.howViewsGathered, email, confidentialityReason].map((cell) => cell ?? "");
}

/** The guide's columns, in the reader's language. */
export function guideColumns({ t }: Words): SheetColumn[] {
  const names = { column: 28, question: 60, part: 32, meaning: 40, code: 24, "code-means": 40 };
  return Object.entries(names).map(([name, width]) => ({ heading: t(`office:columns.header.${name}`), kind: "text", width }));
}

type Explained = {
  /** Whether the moments are those that clocks here show, as in a spreadsheet, which knows no other. */
  isOfSheet?: boolean;
  parts?: ExportedParts;
};

/** What every column means: the fixed ones, then those of the answers as their newest version words them. */
export function exportGuide(versions: readonly ExportedVersion[], words: Words, { isOfSheet = false, parts = forAnalysis }: Explained = {}): string[][] {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  const guided = new Set<string>();
  const explained = (apart: Apart, definition: FormDefinition) => {
    const rows = columnGuide(definition, words, apart).filter(({ column }) => !guided.has(column));
    for (const { column } of rows) guided.add(column);
    return rows.map(cellsOfGuide);
  };
  const answers = apartsOf(parts).flatMap((apart) => newestFirst.flatMap(({ definition }) => explained(apart, definition)));
  const contacts = parts.contacts ? contactColumns.map((column) => [column, "", "", words.t(`office:columns.${column.slice("person.".length)}`), "", ""]) : [];
  return [...fixedGuide(words, isOfSheet), ...contacts, ...answers];
}

function cellsOfGuide({ column, question, part, meaning, code, codeMeans }: GuideRow): string[] {
  return [column, question, part, meaning, code, codeMeans];
}

function fixedGuide(words: Words, isOfSheet: boolean): string[][] {
  const { t } = words;
  const codes: Partial<Record<FixedColumn, [code: string, means: string][]>> = {
    "response.channel": channels.map((channel) => [channel, t(`consultations:channel.${channel}`)]),
    "response.language": Object.entries(languageNames),
    "response.type": respondentTypes.map((type) => [type, t(`office:respondent.${type}`)]),
    "response.permission": permissions.map((permission) => [permission, t(`office:permission.${permission}`)]),
  };
  return fixedColumns.flatMap((column) => {
    const name = column.slice(column.indexOf(".") + 1);
    const meaning = t(name === "received" && isOfSheet ? "office:columns.received-here" : `office:columns.${name}`);
    return (codes[column] ?? [["", ""]]).map(([code, means]) => [column, "", "", meaning, code, means]);
  });
}
