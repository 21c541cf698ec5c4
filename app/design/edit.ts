// Edits of a form: each a value, done to a definition and giving one that may be asked, or the reason why it would not be.
import type { Condition } from "#app/forms/condition.ts";
import { checkDefinition, questionsOf, type DefinitionProblem, type FormDefinition, type Question, type Section } from "#app/forms/definition.ts";
import { newId } from "#app/forms/ids.ts";
import type { Picture } from "#app/forms/picture.ts";
import { textIn, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { isInOrder, numbered } from "./numbering.ts";

type WithoutId<Each> = Each extends Question ? Omit<Each, "id"> : never;
/** A question that has no id yet. */
export type NewQuestion = WithoutId<Question>;
export type SectionHead = Pick<Section, "heading" | "layout"> & { intro?: Text };

/** `after` names what it comes after; null puts it first. */
export type Edit =
  | { kind: "add-section"; head: SectionHead; question: NewQuestion; after: string | null }
  | { kind: "change-section"; section: string; head: SectionHead }
  | { kind: "move-section"; section: string; after: string | null }
  | { kind: "remove-section"; section: string }
  | { kind: "add-question"; question: NewQuestion; section: string; after: string | null }
  | { kind: "change-question"; to: Question }
  | { kind: "move-question"; question: string; section: string; after: string | null }
  | { kind: "copy-question"; question: string }
  | { kind: "remove-question"; question: string }
  | { kind: "reuse-section"; from: Section; after: string | null }
  | { kind: "change-condition"; part: string; showWhen: Condition | null }
  | { kind: "change-picture"; part: string; picture: Picture | null }
  | { kind: "change-languages"; languages: Language[] }
  | { kind: "number-questions"; how: "in-order" | "not" };

/** What is done by an edit, and what undoing and doing again are called beside them. */
export type EditKind = Edit["kind"] | "undo" | "redo";

/** The question or section, by id and name, that an edit was about; null where it is about the whole form. */
export type About = { id: string; name: Text } | null;

export type Edited = { definition: FormDefinition; about: About };

/** A problem of the form that would come of it, with the question or section it lies in. */
export type Refusal = Pick<DefinitionProblem, "code" | "values"> & { of: About };

export type EditProblem =
  /** What it is about, or what it was to come after, is not there any more. */
  | { code: "gone" }
  /** A section keeps a question and a form a section. */
  | { code: "last-question" | "last-section" }
  | { code: "refused"; refusals: Refusal[] };

/** Does it. `earlier` are the published versions, whose ids no new part takes. */
export function applyEdit(definition: FormDefinition, edit: Edit, earlier: readonly FormDefinition[] = []): Result<Edited, EditProblem> {
  const done = changed(definition, edit, [...earlier, definition]);
  if (!done.ok) return done;
  const keepsOrder = edit.kind !== "number-questions" && edit.kind !== "change-question" && isInOrder(definition);
  const next = keepsOrder ? numbered(done.value.definition, "in-order") : done.value.definition;
  const checked = checkDefinition(next);
  if (!checked.ok) return fail({ code: "refused", refusals: checked.problem.map(({ path, code, values }) => ({ code, ...(values && { values }), of: placeOf(next, path) })) });
  return succeed({ definition: checked.value, about: done.value.about });
}

type Changed = Result<Edited, EditProblem>;
const gone = fail({ code: "gone" } as const);

function changed(definition: FormDefinition, edit: Edit, all: readonly FormDefinition[]): Changed {
  const { sections, languages } = definition;
  const [main = "en"] = languages;
  const idFor = (text: Text) => newId(textIn(text, main).text, all);
  const withSections = (next: Section[] | null, about: About): Changed => (next ? succeed({ definition: { ...definition, sections: next }, about }) : gone);
  switch (edit.kind) {
    case "add-section": {
      const { heading, intro, layout } = edit.head;
      const head = { id: idFor(heading), heading, ...(intro && { intro }), layout };
      const first = { ...edit.question, id: newId(nameOf(edit.question, main), [...all, { languages, sections: [{ ...head, questions: [] }] }]) } as Question;
      return withSections(placed(sections, { ...head, questions: [first] }, edit.after), { id: head.id, name: heading });
    }
    case "change-section": {
      const found = sections.find(({ id }) => id === edit.section);
      if (!found) return gone;
      const { intro: _, ...rest } = found;
      const { heading, intro, layout } = edit.head;
      const next = { ...rest, heading, ...(intro && { intro }), layout };
      return withSections(sections.map((section) => (section === found ? next : section)), { id: found.id, name: heading });
    }
    case "move-section": {
      const found = sections.find(({ id }) => id === edit.section);
      if (!found) return gone;
      return withSections(placed(sections.filter((section) => section !== found), found, edit.after), aboutSection(found));
    }
    case "remove-section": {
      const found = sections.find(({ id }) => id === edit.section);
      if (!found) return gone;
      if (sections.length === 1) return fail({ code: "last-section" });
      return withSections(sections.filter((section) => section !== found), aboutSection(found));
    }
    case "reuse-section": {
      const section = withNewIds(edit.from, main, all);
      return withSections(placed(sections, section, edit.after), aboutSection(section));
    }
    case "add-question": {
      const question = { ...edit.question, id: newId(nameOf(edit.question, main), all) } as Question;
      return withSections(withQuestion(sections, question, edit.section, edit.after), aboutQuestion(question));
    }
    case "change-question":
      return withSections(replaced(sections, edit.to), aboutQuestion(edit.to));
    case "copy-question": {
      const section = sections.find(({ questions }) => questions.some(({ id }) => id === edit.question));
      const found = section?.questions.find(({ id }) => id === edit.question);
      if (!section || !found) return gone;
      const { number: _, ...rest } = found;
      const copy = { ...rest, id: newId(nameOf(found, main), all) } as Question;
      return withSections(withQuestion(sections, copy, section.id, found.id), aboutQuestion(copy));
    }
    case "move-question":
    case "remove-question": {
      const from = sections.find(({ questions }) => questions.some(({ id }) => id === edit.question));
      const found = from?.questions.find(({ id }) => id === edit.question);
      if (!from || !found) return gone;
      const without = sections.map((section) => (section === from ? { ...section, questions: section.questions.filter((one) => one !== found) } : section));
      const staysIn = edit.kind === "move-question" && edit.section === from.id;
      if (from.questions.length === 1 && !staysIn) return fail({ code: "last-question" });
      const next = edit.kind === "move-question" ? withQuestion(without, found, edit.section, edit.after) : without;
      return withSections(next, aboutQuestion(found));
    }
    case "change-condition":
      return withChange(definition, edit.part, ({ showWhen: _, ...rest }) => ({ ...rest, ...(edit.showWhen && { showWhen: edit.showWhen }) }));
    case "change-picture":
      return withChange(definition, edit.part, ({ picture: _, ...rest }) => ({ ...rest, ...(edit.picture && { picture: edit.picture }) }));
    case "change-languages":
      return succeed({ definition: { ...definition, languages: edit.languages }, about: null });
    case "number-questions":
      return succeed({ definition: numbered(definition, edit.how), about: null });
  }
}

function nameOf(question: NewQuestion | Question, main: Language): string {
  return textIn(question.label, main).text;
}

function aboutSection({ id, heading }: Section): About {
  return { id, name: heading };
}

function aboutQuestion({ id, label }: Question): About {
  return { id, name: label };
}

/** The list with something put after the member of this id, or first; null where there is no such member. */
function placed<Member extends { id: string }>(list: readonly Member[], member: Member, after: string | null): Member[] | null {
  const at = after === null ? 0 : list.findIndex(({ id }) => id === after) + 1;
  return after !== null && at === 0 ? null : [...list.slice(0, at), member, ...list.slice(at)];
}

function withQuestion(sections: readonly Section[], question: Question, sectionId: string, after: string | null): Section[] | null {
  const section = sections.find(({ id }) => id === sectionId);
  const questions = section && placed(section.questions, question, after);
  return questions ? sections.map((one) => (one === section ? { ...one, questions } : one)) : null;
}

function replaced(sections: readonly Section[], question: Question): Section[] | null {
  if (!sections.some(({ questions }) => questions.some(({ id }) => id === question.id))) return null;
  return sections.map((section) => ({ ...section, questions: section.questions.map((one) => (one.id === question.id ? question : one)) }));
}

// Changes what sections and questions have in common.
function withChange(definition: FormDefinition, part: string, change: (of: Section | Question) => object): Changed {
  const changedPart = <Part extends Section | Question>(of: Part) => change(of) as Part;
  const section = definition.sections.find(({ id }) => id === part);
  const question = questionsOf(definition).find(({ id }) => id === part);
  if (!section && !question) return gone;
  const sections = definition.sections.map((one) =>
    one === section ? changedPart(one) : { ...one, questions: one.questions.map((each) => (each === question ? changedPart(each) : each)) },
  );
  return succeed({ definition: { ...definition, sections }, about: section ? aboutSection(section) : question ? aboutQuestion(question) : null });
}

// Ids of another form may be taken here; conditions on what was not brought along say nothing any more.
function withNewIds(from: Section, main: Language, all: readonly FormDefinition[]): Section {
  const { showWhen: _, ...head } = from;
  const section: Section = { ...head, id: newId(textIn(from.heading, main).text, all), questions: [] };
  for (const { showWhen: _when, number: _number, ...question } of from.questions) {
    const id = newId(textIn(question.label, main).text, [...all, { languages: [main], sections: [section] }]);
    section.questions.push({ ...question, id } as Question);
  }
  return section;
}

/** The question or section that a path of a problem leads into. */
function placeOf(definition: FormDefinition, path: DefinitionProblem["path"]): About {
  const [, sectionIndex, , questionIndex] = path;
  const section = definition.sections[Number(sectionIndex)];
  const question = section?.questions[Number(questionIndex)];
  return question ? aboutQuestion(question) : section ? aboutSection(section) : null;
}
