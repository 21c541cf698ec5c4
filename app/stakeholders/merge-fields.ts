// A letter's text with fields in braces that each reader's own words take the place of: "Dear {name}".

/** The words that tell what each becomes are `mailings:field.<field>`; in a text they stand as they are here, in every language. */
export const mergeFields = ["name", "organisation", "consultation", "closes", "link", "partnership"] as const;
export type MergeField = (typeof mergeFields)[number];
export type MergeValues = Record<MergeField, string>;

const field = /\{([^{}]*)\}/g;

/** The fields of a text that nobody knows, and whether a brace stands alone. */
export function unknownIn(text: string): { fields: string[]; hasLoneBrace: boolean } {
  const found = [...text.matchAll(field)].map(([, name = ""]) => name.trim());
  const known: readonly string[] = mergeFields;
  return { fields: [...new Set(found.filter((name) => !known.includes(name)))], hasLoneBrace: /[{}]/.test(text.replace(field, "")) };
}

export function hasField(text: string, wanted: MergeField): boolean {
  return [...text.matchAll(field)].some(([, name = ""]) => name.trim() === wanted);
}

/** The text with each field's value in its place; what a value holds is not read again. */
export function merge(text: string, values: MergeValues): string {
  return text.replace(field, (whole, name: string) => (mergeFields as readonly string[]).includes(name.trim()) ? values[name.trim() as MergeField] : whole);
}
