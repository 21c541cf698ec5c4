// The pictures of a form.
import type { FormDefinition, Question, Section } from "./definition.ts";

/** The sections and questions that have a picture, in order. */
export function partsWithPictures({ sections }: FormDefinition): (Section | Question)[] {
  return sections.flatMap((section) => [section, ...section.questions]).filter(({ picture }) => picture !== undefined);
}

/** The same form without the pictures that are not among these. */
export function withPicturesOf(definition: FormDefinition, files: ReadonlySet<string>): FormDefinition {
  const kept = <Part extends Section | Question>({ picture, ...part }: Part): Part => ({ ...part, ...(picture && files.has(picture.file) && { picture }) }) as Part;
  return { ...definition, sections: definition.sections.map((section) => kept({ ...section, questions: section.questions.map(kept) })) };
}
