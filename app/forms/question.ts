// A question of a form: its types, what each may hold, and which are personal.
import { z } from "zod";
import { textSchema } from "#app/shared/languages.ts";
import { conditionSchema, idSchema } from "./condition.ts";
import { pictureSchema } from "./picture.ts";

const optionSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  hint: textSchema.optional(),
  /** Choosing it reveals a short text; at most one option of a question may. */
  writeIn: z.boolean().optional(),
  /** Drawn after an "or". */
  divider: z.boolean().optional(),
});
export type Option = z.infer<typeof optionSchema>;

const optionsSchema = z.array(optionSchema).min(1).max(200);
const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const pence = z.int().min(-10_000_000_000).max(10_000_000_000);
const quantity = z.number().min(-10_000_000_000).max(10_000_000_000);

const common = {
  id: idSchema,
  label: textSchema,
  hint: textSchema.optional(),
  number: z.string().min(1).max(20).optional(),
  /** A sub-heading, drawn above the question when it differs from that of the question before. */
  heading: textSchema.optional(),
  required: z.boolean().optional(),
  picture: pictureSchema.optional(),
  showWhen: conditionSchema.optional(),
};

const textLimits = { maxWords: z.int().min(1).max(20_000).optional(), maxLength: z.int().min(1).max(100_000).optional() };

export const questionSchema = z.discriminatedUnion("type", [
  z.strictObject({ ...common, type: z.literal("short-text"), ...textLimits }),
  z.strictObject({ ...common, type: z.literal("long-text"), ...textLimits }),
  z.strictObject({ ...common, type: z.literal("one-choice"), options: optionsSchema }),
  z.strictObject({
    ...common,
    type: z.literal("several-choices"),
    options: optionsSchema,
    /** "None of these": chosen alone or not at all. */
    noneOption: optionSchema.optional(),
    atLeast: z.int().min(1).max(200).optional(),
    atMost: z.int().min(1).max(200).optional(),
  }),
  z.strictObject({ ...common, type: z.literal("yes-no-unsure") }),
  z.strictObject({
    ...common,
    type: z.literal("agreement"),
    /** Asks for the reasons beside the level, so that the two are answered together. */
    reasons: z.boolean().optional(),
    reasonsLabel: textSchema.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal("rating"),
    highest: z.int().min(3).max(10),
    lowLabel: textSchema.optional(),
    highLabel: textSchema.optional(),
  }),
  z.strictObject({ ...common, type: z.literal("ranking"), options: z.array(optionSchema).min(2).max(30) }),
  z.strictObject({
    ...common,
    type: z.literal("point-budget"),
    options: z.array(optionSchema).min(2).max(30),
    points: z.int().min(1).max(1_000_000),
    /** The points must all be used; otherwise they may not be exceeded. */
    spendAll: z.boolean().optional(),
    unit: textSchema.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal("number"),
    min: quantity.optional(),
    max: quantity.optional(),
    /** Decimal places allowed; none unless told. */
    decimals: z.int().min(0).max(4).optional(),
    unit: textSchema.optional(),
  }),
  z.strictObject({ ...common, type: z.literal("money"), min: pence.optional(), max: pence.optional() }),
  z.strictObject({ ...common, type: z.literal("date"), earliest: dateSchema.optional(), latest: dateSchema.optional() }),
  z.strictObject({ ...common, type: z.literal("name") }),
  z.strictObject({ ...common, type: z.literal("email") }),
  z.strictObject({ ...common, type: z.literal("telephone") }),
  z.strictObject({ ...common, type: z.literal("address") }),
  z.strictObject({ ...common, type: z.literal("postcode") }),
  z.strictObject({
    ...common,
    type: z.literal("file"),
    kinds: z.array(z.enum(["image", "pdf", "document"])).min(1).max(3),
    maxBytes: z.int().min(1).max(100_000_000),
  }),
  z.strictObject({ ...common, type: z.literal("map-point") }),
  z.strictObject({ ...common, type: z.literal("map-line") }),
  z.strictObject({ ...common, type: z.literal("map-area") }),
  z.strictObject({ ...common, type: z.literal("statement") }),
  z.strictObject({
    ...common,
    type: z.literal("matrix"),
    rows: z.array(optionSchema).min(1).max(30),
    columns: z.array(optionSchema).min(2).max(15),
  }),
]);

export type Question = z.infer<typeof questionSchema>;
export type QuestionType = Question["type"];
export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>;
export type FileKind = QuestionOf<"file">["kinds"][number];

export const questionTypes = questionSchema.options.map((option) => option.shape.type.value);

export const agreementLevels = [
  "strongly-agree",
  "agree",
  "neither",
  "disagree",
  "strongly-disagree",
  "do-not-know",
] as const;
export type AgreementLevel = (typeof agreementLevels)[number];

export const yesNoUnsure = ["yes", "no", "unsure"] as const;
export type YesNoUnsure = (typeof yesNoUnsure)[number];

const personalTypes: readonly QuestionType[] = ["name", "email", "telephone", "address", "postcode"];

/** Whether its answer tells who somebody is or how to reach them: such answers are stored apart. */
export function isPersonal(question: Pick<Question, "type">): boolean {
  return personalTypes.includes(question.type);
}

/** The options of a choice, "none of these" last; the rows of a matrix; nothing for other types. */
export function optionsOf(question: Question): Option[] {
  switch (question.type) {
    case "one-choice":
    case "ranking":
    case "point-budget":
      return question.options;
    case "several-choices":
      return question.noneOption ? [...question.options, question.noneOption] : question.options;
    case "matrix":
      return question.rows;
    default:
      return [];
  }
}

/** The values a condition may ask for with "is": option ids, agreement levels or yes, no and unsure. */
export function valuesOf(question: Question): readonly string[] {
  switch (question.type) {
    case "one-choice":
    case "several-choices":
      return optionsOf(question).map((option) => option.id);
    case "yes-no-unsure":
      return yesNoUnsure;
    case "agreement":
      return agreementLevels;
    default:
      return [];
  }
}
