// The components of XGov's and DEFRA's forms as questions of ours.
import type { Text } from "#app/shared/languages.ts";
import type { Asked } from "./foreign-condition.ts";
import { optionsFrom, type Draft, type NewQuestion } from "./foreign-draft.ts";
import { countIn, listOf, numberIn, partsOf, said, type FixedTexts, type Parts } from "./foreign-form.ts";
import type { FileKind } from "./question.ts";

const largestFile = 20_000_000;

export type ListItem = { value: string; label: Text; hint?: Text; isExclusive: boolean; further: Parts[] };

export type Component = {
  key: string;
  parts: Parts;
  label: Text;
  hint?: Text;
  content?: Text;
  /** What it offers to choose from. */
  items: ListItem[];
};

const display = ["Para", "Html", "InsetText", "Details", "Markdown", "FlashCard", "List", "NotificationBanner"];

/** Whether it only tells something. */
export function isDisplay(parts: Parts): boolean {
  return display.includes(said(parts.type));
}

/** Whether it is to be answered unless the form says otherwise. */
export function isRequired(parts: Parts): boolean {
  return partsOf(parts.options).required !== false;
}

/** Takes what the component asks, with what opens under its options; lists what it asks otherwise than we can. */
export function takeComponent(draft: Draft, component: Component, fixed: FixedTexts, heading: Text | undefined, when: Asked | undefined): void {
  const { key, parts, label, items } = component;
  const tell = (why: string) => draft.leaveOut(`${key}: ${Object.values(label)[0] ?? ""}`, why);
  const condition = when ? { when } : {};
  const hint = component.hint ?? (isDisplay(parts) || said(parts.type) === "DeclarationField" ? component.content : undefined);
  const common = { label, ...(hint && { hint }), ...(heading && { heading }), ...(isRequired(parts) && !isDisplay(parts) && { required: true }) };
  const schema = partsOf(parts.schema);
  const options = partsOf(parts.options);
  for (const name of ["regex", "error"]) if (said(schema[name]) !== "") tell("checks what is typed by a pattern, which is left out");
  for (const name of ["maxDaysInPast", "maxDaysInFuture"]) if (said(options[name]) !== "") tell("allows only dates so many days from today; here any date is taken");
  const choice = choiceOf(said(parts.type), items, schema, fixed, common);
  if (choice) {
    draft.take(key, choice.question, { values: choice.values, ...condition });
    takeFurther(draft, key, items, options, when);
    return;
  }
  const question = plainQuestion(said(parts.type), schema, options, common, component, tell);
  if (question) draft.take(key, question, condition);
}

type Common = { label: Text; hint?: Text; heading?: Text; required?: boolean };

function choiceOf(
  type: string,
  items: readonly ListItem[],
  schema: Parts,
  fixed: FixedTexts,
  common: Common,
): { question: NewQuestion; values: ReadonlyMap<string, string> } | undefined {
  if (type === "YesNoField") {
    const options = [{ id: "yes", label: fixed.yes }, { id: "no", label: fixed.no }];
    return { question: { type: "one-choice", options, ...common }, values: new Map([["true", "yes"], ["false", "no"]]) };
  }
  if (type === "DeclarationField") {
    const options = [{ id: "agree", label: fixed.agree }];
    return { question: { type: "several-choices", options, ...common }, values: new Map([["true", "agree"]]) };
  }
  if (!["RadiosField", "SelectField", "AutocompleteField", "CheckboxesField"].includes(type)) return undefined;
  const several = type === "CheckboxesField";
  const none = several ? items.filter(({ isExclusive }) => isExclusive).slice(0, 1) : [];
  const others = items.filter((item) => !none.includes(item));
  const { options, values } = optionsFrom([...others, ...none]);
  if (!several) return { question: { type: "one-choice", options, ...common }, values };
  const [noneOption] = none.length > 0 ? options.slice(-1) : [];
  const exactly = countIn(schema.length);
  const [atLeast, atMost] = [exactly ?? countIn(schema.min), exactly ?? countIn(schema.max)];
  const limits = { ...(atLeast && { atLeast }), ...(atMost && { atMost }), ...(noneOption && { noneOption }) };
  return { question: { type: "several-choices", options: options.slice(0, others.length), ...limits, ...common }, values };
}

// What opens when an option is chosen is a question of its own here, shown to those who chose it.
function takeFurther(draft: Draft, key: string, items: readonly ListItem[], options: Parts, when: Asked | undefined): void {
  const revealed = Object.entries(partsOf(options.conditionallyRevealedComponents));
  for (const { value, further, isExclusive } of items) {
    const opened = [...further, ...revealed.filter(([name]) => name === value).map(([, parts]) => partsOf(parts))];
    for (const parts of opened) {
      const title = said(parts.title);
      const type = said(parts.type);
      if (!["", "TextField", "additional-question"].includes(type)) {
        draft.leaveOut(`${key}: ${title}`, `opens under “${value}” as “${type}”, which is left out`);
        continue;
      }
      const isChosen: Asked = { about: key, is: value };
      const required = partsOf(parts.options).required !== false && (isExclusive || type !== "");
      const question: NewQuestion = { type: "short-text", label: { en: title }, ...(said(parts.hint) !== "" && { hint: { en: said(parts.hint) } }), ...(required && { required }) };
      draft.take(`${key}-${said(parts.name) || "more"}`, question, { when: when ? { all: [when, isChosen] } : isChosen });
    }
  }
}

function plainQuestion(type: string, schema: Parts, options: Parts, common: Common, component: Component, tell: (why: string) => void): NewQuestion | undefined {
  const maxLength = countIn(schema.max) ?? countIn(schema.length);
  const maxWords = countIn(options.maxWords);
  const limits = { ...(maxLength && { maxLength }), ...(maxWords && { maxWords }) };
  const asText = (why: string): NewQuestion => {
    tell(why);
    return { type: "short-text", ...common };
  };
  if (isDisplay(component.parts)) return statementOf(component, common);
  if (/Text/.test(type) && (numberIn(schema.min) ?? 0) > 1) tell(`asks for at least ${said(schema.min)} characters, which is left out`);
  switch (type) {
    case "TextField":
      return { type: "short-text", ...limits, ...common };
    case "MultilineTextField":
    case "FreeTextField":
      return { type: "long-text", ...limits, ...common };
    case "NumberField":
      return numberOf(schema, options, common, tell);
    case "DateField":
    case "DatePartsField":
      return { type: "date", ...common };
    case "MonthYearField":
      return asText("asks for a month and a year; here it is a short text that is not checked");
    case "TimeField":
    case "DateTimeField":
    case "DateTimePartsField":
      return asText("asks for a time of day; here it is a short text that is not checked");
    case "WebsiteField":
      return asText("asks for an address on the web; here it is a short text that is not checked");
    case "EmailAddressField":
      return { type: "email", ...common };
    case "TelephoneNumberField":
      return { type: "telephone", ...common };
    case "UkAddressField":
      return { type: "address", ...common };
    case "FileUploadField":
      if ((numberIn(schema.max) ?? 1) > 1 || options.multiple === true) tell("takes several files there, and one here");
      return { type: "file", kinds: kindsIn(said(options.accept), tell), maxBytes: largestFile, ...common };
    case "EastingNorthingField":
    case "LatLongField":
    case "OsGridRefField":
    case "NationalGridFieldNumberField":
      return { type: "map-point", ...common };
    case "GeospatialField":
      tell("takes points and lines as well as areas; here it is one area");
      return { type: "map-area", ...common };
    default:
      return void tell(`is left out: “${type}” is not a kind of question here`);
  }
}

function statementOf({ label, content, items, hint }: Component, { heading }: Common): NewQuestion {
  const list = items.map((item) => item.label);
  const listed = list.length === 0 ? undefined : Object.fromEntries(Object.keys(list[0] ?? {}).map((tag) => [tag, list.map((one) => `- ${one[tag as "en"] ?? ""}`).join("\n")]));
  const more = content ?? listed ?? hint;
  const isNamed = Object.values(label).some((words) => words.trim() !== "");
  const named = heading && { heading };
  if (isNamed) return { type: "statement", label, ...(more && { hint: more }), ...named };
  return { type: "statement", label: more ?? {}, ...named };
}

function numberOf(schema: Parts, options: Parts, common: Common, tell: (why: string) => void): NewQuestion {
  const [min, max] = [numberIn(schema.min), numberIn(schema.max)];
  const prefix = said(options.prefix);
  if (prefix === "£") {
    const pence = { ...(min !== undefined && { min: Math.round(min * 100) }), ...(max !== undefined && { max: Math.round(max * 100) }) };
    return { type: "money", ...pence, ...common };
  }
  if (prefix !== "") tell(`has “${prefix}” before the number, which is left out`);
  const suffix = said(options.suffix);
  const decimals = "precision" in schema ? Math.min(4, countIn(schema.precision, 0) ?? 4) : 4;
  return { type: "number", decimals, ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(suffix !== "" && { unit: { en: suffix } }), ...common };
}

function kindsIn(accept: string, tell: (why: string) => void): FileKind[] {
  if (accept === "") return ["image", "pdf", "document"];
  const kindOf = (type: string): FileKind | undefined =>
    /image|\.(jpe?g|png|gif|webp)$/.test(type) ? "image" : /pdf/.test(type) ? "pdf" : /word|opendocument\.text|rtf|text\/plain|\.(docx?|odt|rtf|txt)$/.test(type) ? "document" : undefined;
  const types = accept.split(",").map((type) => type.trim().toLowerCase());
  const other = types.filter((type) => kindOf(type) === undefined);
  if (other.length > 0) tell(`takes files of a kind that is not taken here: ${other.join(", ")}`);
  const kinds = new Set(types.map(kindOf).filter((kind) => kind !== undefined));
  return kinds.size > 0 ? [...kinds] : ["image", "pdf", "document"];
}

/** The items of a list with what opens under each. */
export function itemsOf(list: Parts | undefined, textOf: (part: Parts, name: string) => Text | undefined): ListItem[] {
  return listOf(list?.items).map((item) => {
    const extensions = listOf(item.extensions);
    const hint = textOf(item, "hint") ?? textOf(item, "description");
    return {
      value: said(item.value) || said(item.text),
      label: textOf(item, "text") ?? {},
      ...(hint && { hint }),
      isExclusive: extensions.some((one) => said(one.type) === "exclusive"),
      further: [...extensions.filter((one) => said(one.type) === "additional-question"), ...listOf(partsOf(item.conditional).components)],
    };
  });
}
