// A LimeSurvey survey (.lss) as the tables it is: rows of fields, each in every language it is written in.
import { listOf, partsOf, said } from "./foreign-form.ts";

export type XmlElement = { name: string; text: string; children: XmlElement[] };

export type Row = Record<string, string>;

export type Tables = ReadonlyMap<string, readonly Row[]>;

function childrenOf(element: unknown): { name: string; element: Record<string, unknown> }[] {
  return listOf(partsOf(element).children).map((child) => ({ name: said(child.name), element: child }));
}

/** What the file says it is: "Survey", "Group", "Question"…; blank where it is no file of LimeSurvey's. */
export function limeSurveyKind(input: unknown): string {
  const { xml } = partsOf(input);
  if (said(partsOf(xml).name) !== "document") return "";
  return said(childrenOf(xml).find(({ name }) => name === "LimeSurveyDocType")?.element.text);
}

/** Every table of the file by its name. */
export function tablesOf(input: unknown): Tables {
  const { xml } = partsOf(input);
  return new Map(
    childrenOf(xml).map(({ name, element }) => [
      name,
      childrenOf(element)
        .filter((part) => part.name === "rows")
        .flatMap((part) => childrenOf(part.element))
        .map(({ element: row }) => Object.fromEntries(childrenOf(row).map((field) => [field.name, said(field.element.text)]))),
    ]),
  );
}

/** The languages named at the top of the file. */
export function languagesNamed(input: unknown): string[] {
  const named = childrenOf(partsOf(input).xml).find(({ name }) => name === "languages");
  return childrenOf(named?.element).map(({ element }) => said(element.text));
}

/** The rows of a table, one for each id: older files repeat a row in each language. */
export function rowsOf(tables: Tables, name: string, idField: string): Row[] {
  const first = new Map<string, Row>();
  for (const row of tables.get(name) ?? []) if (row[idField] && !first.has(row[idField])) first.set(row[idField], row);
  return [...first.values()];
}

/** A field of each id in each language, from the table itself and from the one that newer files keep the languages in. */
export function wordsIn(tables: Tables, names: readonly string[], idField: string, field: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const words = new Map<string, Map<string, string>>();
  for (const row of names.flatMap((name) => tables.get(name) ?? [])) {
    const [id, language, text] = [row[idField], row.language, row[field]];
    if (!id || !language || !text) continue;
    const each = words.get(id) ?? new Map<string, string>();
    if (!each.has(language)) words.set(id, each.set(language, text));
  }
  return words;
}
