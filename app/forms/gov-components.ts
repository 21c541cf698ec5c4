// The components of XGov's and DEFRA's forms as questions of ours.
import type { Text } from "#app/shared/languages.ts";
import type { Asked } from "./foreign-condition.ts";
import { optionsFrom, type Draft, type NewQuestion } from "./foreign-draft.ts";
import { countIn, inLanguagesOf, listOf, numberIn, partsOf, said, type FixedTexts, type Parts } from "./foreign-form.ts";
import { numberQuestion } from "./foreign-number.ts";
import { tellOfSettings } from "./foreign-settings.ts";
import { plainFromMarkdown } from "./foreign-text.ts";
import { componentFates, itemFates, optionFates, schemaFates } from "./gov-settings.ts";
import type { Tell } from "./left-out.ts";
import type { FileKind } from "./question.ts";

const largestFile = 20_000_000;

export type ListItem = { value: string; label: Text; hint?: Text; isExclusive: boolean; further: Parts[]; parts: Parts };

export type Component = {
  key: string;
  parts: Parts;
  label: Text;
  hint?: Text;
  content?: Text;
  /** What it offers to choose from. */
  items: ListItem[];
};

const display = ["Para", "Html", "InsetText", "Details", "Markdown", "FlashCard", "List", "NotificationBanner", "Sidebar"];

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
  const tell: Tell = (code, values) => draft.leaveOut(`${key}: ${Object.values(label)[0] ?? ""}`, code, values);
  const condition = when ? { when } : {};
  const schema = partsOf(parts.schema);
  const options = partsOf(parts.options);
  tellOfSettings(parts, componentFates, tell);
  tellOfSettings(options, optionFates, tell);
  tellOfSettings(schema, schemaFates, tell);
  tellOfItems(items, tell);
  const hint = component.hint ?? (isDisplay(parts) || said(parts.type) === "DeclarationField" ? component.content : undefined);
  const common = { label, ...(hint && { hint }), ...(heading && { heading }), ...(isRequired(parts) && !isDisplay(parts) && { required: true }) };
  if (said(schema.regex) !== "") tell("pattern");
  for (const name of ["maxDaysInPast", "maxDaysInFuture"]) if (said(options[name]) !== "") tell("days-from-today");
  const choice = choiceOf(component, schema, options, fixed, common, tell);
  if (choice) {
    draft.take(key, choice.question, { values: choice.values, ...condition });
    takeFurther(draft, key, items, options, when);
    return;
  }
  const question = plainQuestion(said(parts.type), schema, options, common, component, tell);
  if (question) draft.take(key, question, condition);
}

function tellOfItems(items: readonly ListItem[], tell: Tell): void {
  for (const { value, parts } of items) {
    tellOfSettings(parts, itemFates, (code, { name }) => tell(code, code === "option-some" ? { option: value } : { name }));
    const others = listOf(parts.extensions).map((one) => said(one.type)).filter((type) => !["exclusive", "additional-question"].includes(type));
    for (const name of others) tell("setting-unknown", { name });
  }
}

type Common = { label: Text; hint?: Text; heading?: Text; required?: boolean };

function choiceOf(
  { parts, items }: Component,
  schema: Parts,
  options: Parts,
  fixed: FixedTexts,
  common: Common,
  tell: Tell,
): { question: NewQuestion; values: ReadonlyMap<string, string> } | undefined {
  const type = said(parts.type);
  if (type === "YesNoField") {
    const both = [{ id: "yes", label: fixed.yes }, { id: "no", label: fixed.no }];
    return { question: { type: "one-choice", options: both, ...common }, values: new Map([["true", "yes"], ["false", "no"]]) };
  }
  if (type === "DeclarationField") {
    const own = said(options.declarationConfirmationLabel);
    const agree = { id: "agree", label: own === "" ? fixed.agree : inLanguagesOf(common.label, own) };
    return { question: { type: "several-choices", options: [agree], ...common }, values: new Map([["true", "agree"]]) };
  }
  if (!["RadiosField", "SelectField", "AutocompleteField", "CheckboxesField"].includes(type)) return undefined;
  const several = type === "CheckboxesField";
  const alone = items.filter(({ isExclusive, value }) => isExclusive || (options.behaviour === "exclusive" && value === said(options.behaviourItemValue)));
  if (several && alone.length > 1) tell("alone-several", { option: alone[0]?.value ?? "" });
  const none = several ? alone.slice(0, 1) : [];
  const others = items.filter((item) => !none.includes(item));
  const { options: all, values } = optionsFrom([...others, ...none]);
  if (!several) return { question: { type: "one-choice", options: all, ...common }, values };
  const [noneOption] = none.length > 0 ? all.slice(-1) : [];
  const exactly = countIn(schema.length);
  const [atLeast, atMost] = [exactly ?? countIn(schema.min), exactly ?? countIn(schema.max)];
  const limits = { ...(atLeast && { atLeast }), ...(atMost && { atMost }), ...(noneOption && { noneOption }) };
  return { question: { type: "several-choices", options: all.slice(0, others.length), ...limits, ...common }, values };
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
        draft.leaveOut(`${key}: ${title}`, "opens-under", { option: value, kind: type });
        continue;
      }
      const isChosen: Asked = { about: key, is: value };
      const required = partsOf(parts.options).required !== false && (isExclusive || type !== "");
      const hint = said(parts.hint);
      const question: NewQuestion = { type: "short-text", label: { [draft.main]: title }, ...(hint !== "" && { hint: { [draft.main]: hint } }), ...(required && { required }) };
      draft.take(`${key}-${said(parts.name) || "more"}`, question, { when: when ? { all: [when, isChosen] } : isChosen });
    }
  }
}

function plainQuestion(type: string, schema: Parts, options: Parts, common: Common, component: Component, tell: Tell): NewQuestion | undefined {
  const maxLength = countIn(schema.max) ?? countIn(schema.length);
  const maxWords = countIn(options.maxWords) ?? countIn(options.totalWords);
  const limits = { ...(maxLength && { maxLength }), ...(maxWords && { maxWords }) };
  const asText = (code: "month" | "time" | "web-address"): NewQuestion => {
    tell(code);
    return { type: "short-text", ...common };
  };
  if (isDisplay(component.parts)) return statementOf(component, common);
  if (/Text/.test(type) && (numberIn(schema.min) ?? 0) > 1) tell("least-characters", { least: said(schema.min) });
  if (type !== "NumberField") for (const name of ["prefix", "suffix"] as const) if (said(options[name]) !== "") tell(name, { words: said(options[name]) });
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
      return dateOf(options, common, tell);
    case "MonthYearField":
      return asText("month");
    case "TimeField":
    case "DateTimeField":
    case "DateTimePartsField":
      return asText("time");
    case "WebsiteField":
      return asText("web-address");
    case "EmailAddressField":
      return { type: "email", ...common };
    case "TelephoneNumberField":
      return { type: "telephone", ...common };
    case "UkAddressField":
      return { type: "address", ...common };
    case "FileUploadField":
    case "ClientSideFileUploadField":
      return fileOf(schema, options, common, tell);
    case "EastingNorthingField":
    case "LatLongField":
    case "OsGridRefField":
    case "NationalGridFieldNumberField":
      return { type: "map-point", ...withInstructions(common, options) };
    case "GeospatialField":
      return placeOf(options, common, tell);
    case "HiddenField":
      return void tell("hidden");
    case "PaymentField":
      return void tell("pays", { name: said(options.description) || type });
    default:
      return void tell("kind-unknown", { kind: type });
  }
}

function withInstructions(common: Common, options: Parts): Common {
  const instructions = said(options.instructionText);
  return instructions === "" || common.hint ? common : { ...common, hint: inLanguagesOf(common.label, plainFromMarkdown(instructions)) };
}

function dateOf(options: Parts, common: Common, tell: Tell): NewQuestion {
  const limit = (name: string) => {
    const value = said(options[name]);
    const [, day] = /^(\d{4}-\d{2}-\d{2})/.exec(value) ?? [];
    if (value !== "" && day === undefined) tell("date-limit");
    return day;
  };
  const [earliest, latest] = [limit("earliestDate"), limit("latestDate")];
  return { type: "date", ...(earliest && { earliest }), ...(latest && { latest }), ...common };
}

function fileOf(schema: Parts, options: Parts, common: Common, tell: Tell): NewQuestion {
  const dropzone = partsOf(options.dropzoneConfig);
  const most = numberIn(schema.max) ?? numberIn(schema.length) ?? numberIn(dropzone.maxFiles) ?? 1;
  const least = numberIn(schema.min) ?? numberIn(schema.length) ?? numberIn(options.minimumRequiredFiles) ?? 1;
  if (most > 1 || least > 1 || options.multiple === true) tell("several-files");
  const megabytes = countIn(dropzone.maxFilesize);
  const maxBytes = megabytes ? Math.min(largestFile, megabytes * 1_000_000) : largestFile;
  return { type: "file", kinds: kindsIn(said(options.accept) || said(dropzone.acceptedFiles), tell), maxBytes, ...common };
}

function placeOf(options: Parts, given: Common, tell: Tell): NewQuestion {
  const common = withInstructions(given, options);
  const shapes = Array.isArray(options.geometryTypes) ? options.geometryTypes.map(said) : [];
  const [only, another] = shapes;
  if (another !== undefined || only === undefined) tell("one-shape");
  if (another === undefined && only === "point") return { type: "map-point", ...common };
  if (another === undefined && only === "line") return { type: "map-line", ...common };
  return { type: "map-area", ...common };
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

function numberOf(schema: Parts, options: Parts, common: Common, tell: Tell): NewQuestion {
  const decimals = schema.integer === true ? 0 : "precision" in schema ? Math.min(4, countIn(schema.precision, 0) ?? 4) : 4;
  const asked = { min: numberIn(schema.min), max: numberIn(schema.max), decimals, prefix: said(options.prefix), suffix: said(options.suffix) };
  return numberQuestion(asked, common, tell);
}

function kindsIn(accept: string, tell: Tell): FileKind[] {
  if (accept === "") return ["image", "pdf", "document"];
  const kindOf = (type: string): FileKind | undefined =>
    /image|\.(jpe?g|png|gif|webp)$/.test(type) ? "image" : /pdf/.test(type) ? "pdf" : /word|opendocument\.text|rtf|text\/plain|\.(docx?|odt|rtf|txt)$/.test(type) ? "document" : undefined;
  const types = accept.split(",").map((type) => type.trim().toLowerCase());
  const other = types.filter((type) => kindOf(type) === undefined);
  if (other.length > 0) tell("file-kinds", { kinds: other.join(", ") });
  const kinds = new Set(types.map(kindOf).filter((kind) => kind !== undefined));
  return kinds.size > 0 ? [...kinds] : ["image", "pdf", "document"];
}

/** The items of a list with what opens under each; the oldest forms keep them inside the component. */
export function itemsOf(items: unknown, textOf: (part: Parts, name: string) => Text | undefined): ListItem[] {
  return listOf(items).map((item) => {
    const extensions = listOf(item.extensions);
    const hint = textOf(item, "hint") ?? textOf(item, "description");
    const under = [...listOf(partsOf(item.conditional).components), ...listOf(item.children)];
    return {
      value: said(item.value) || said(item.text),
      label: textOf(item, "text") ?? textOf(item, "label") ?? {},
      ...(hint && { hint }),
      isExclusive: extensions.some((one) => said(one.type) === "exclusive"),
      further: [...extensions.filter((one) => said(one.type) === "additional-question"), ...under],
      parts: item,
    };
  });
}
