// The export of the responses for analysis: what is fixed about each, then its answers. Nothing in it names or reaches a
// person, opens a response or tells why confidentiality was asked for.
import { columnGuide, columnsOf, rowMaker, safeCell, type GuideRow } from "#app/forms/columns.ts";
import type { Answers } from "#app/forms/answer.ts";
import type { FormDefinition } from "#app/forms/definition.ts";
import { languageNames } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { channels } from "./channel.ts";
import { permissions, respondentTypes } from "./response.ts";

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
function answerColumns(versions: readonly ExportedVersion[]): string[] {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  return [...new Set(newestFirst.flatMap(({ definition }) => columnsOf(definition).map(({ id }) => id)))];
}

/** The first line of the export; the answers to every version there was. */
export function exportHeader(versions: readonly ExportedVersion[]): string[] {
  return [...fixedColumns, ...answerColumns(versions)];
}

/** Makes a response's line, every cell safe for a spreadsheet; a column that its version did not have stays blank. */
export function exportRowMaker(versions: readonly ExportedVersion[]): (response: ExportedResponse) => string[] {
  const columns = answerColumns(versions);
  const blank = columns.map(() => "");
  const makers = new Map(versions.map(({ id, number, definition }) => [id, { number, cellsOf: rowMaker(definition, columns) }]));
  return (response) => {
    const maker = makers.get(response.formVersionId);
    const fixed = [
      response.id,
      response.receivedAt.toISOString(),
      response.channel,
      response.language,
      response.respondentType,
      response.permission,
      response.confidentialityRequested ? "yes" : "no",
      String(maker?.number ?? ""),
      String(response.revision),
    ];
    return [...fixed, ...(maker?.cellsOf(response.answers) ?? blank)].map(safeCell);
  };
}

/** The guide's first line, in the reader's language. */
export function guideHeader({ t }: Words): string[] {
  const names = ["column", "question", "part", "meaning", "code", "code-means"] as const;
  return names.map((name) => t(`office:columns.header.${name}`));
}

/** What every column means: the fixed ones, then those of the answers as their newest version words them. */
export function exportGuide(versions: readonly ExportedVersion[], words: Words): string[][] {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number);
  const guided = new Set<string>();
  const answers = newestFirst.flatMap(({ definition }) => {
    const rows = columnGuide(definition, words).filter(({ column }) => !guided.has(column));
    for (const { column } of rows) guided.add(column);
    return rows.map(cellsOfGuide);
  });
  return [...fixedGuide(words), ...answers].map((row) => row.map(safeCell));
}

function cellsOfGuide({ column, question, part, meaning, code, codeMeans }: GuideRow): string[] {
  return [column, question, part, meaning, code, codeMeans];
}

function fixedGuide(words: Words): string[][] {
  const { t } = words;
  const codes: Partial<Record<(typeof fixedColumns)[number], [code: string, means: string][]>> = {
    "response.channel": channels.map((channel) => [channel, t(`consultations:channel.${channel}`)]),
    "response.language": Object.entries(languageNames),
    "response.type": respondentTypes.map((type) => [type, t(`office:respondent.${type}`)]),
    "response.permission": permissions.map((permission) => [permission, t(`office:permission.${permission}`)]),
  };
  return fixedColumns.flatMap((column) => {
    const meaning = t(`office:columns.${column.slice(column.indexOf(".") + 1)}`);
    return (codes[column] ?? [["", ""]]).map(([code, means]) => [column, "", "", meaning, code, means]);
  });
}
