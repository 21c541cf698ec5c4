// The named conditions of XGov's and DEFRA's forms, in their own terms.
import { unsayable, type Asked } from "./foreign-condition.ts";
import { listOf, numberIn, partsOf, said, type Parts } from "./foreign-form.ts";

/** A component that can be asked about: each part of the form that its name may mean, with the values it offers. */
export type Known = { key: string; values: readonly string[]; isRequired: boolean; isSeveral: boolean };
/** The components by each name they go by; two on different ways through the form may share one. */
export type KnownByName = ReadonlyMap<string, readonly Known[]>;

/** The condition with this name, or the reason why it cannot be said. */
export function conditionNamed(form: Parts, known: KnownByName): (name: string) => Asked {
  const all = new Map(listOf(form.conditions).map((one) => [said(one.id) || said(one.name), one]));
  for (const one of listOf(form.conditions)) if (said(one.name) !== "" && !all.has(said(one.name))) all.set(said(one.name), one);
  const itemValues = new Map(
    listOf(form.lists).flatMap((list) => listOf(list.items).map((item) => [`${said(list.id)} ${said(item.id)}`, said(item.value)] as const)),
  );

  const named = (name: string, within: readonly string[]): Asked => {
    const found = all.get(name);
    if (!found) return unsayable("condition-absent", { name });
    if (within.includes(name)) return unsayable("condition-circle", { name });
    if (within.length > 20) return unsayable("condition-deep");
    const inside = [...within, name];
    if (typeof found.value === "string") {
      const parts = partsOfFormula(found.value);
      return parts ? joined(parts, undefined, inside) : unsayable("condition-formula", { name });
    }
    if (Array.isArray(found.items)) return joined(listOf(found.items), said(found.coordinator), inside);
    return joined(listOf(partsOf(found.value).conditions), undefined, inside);
  };

  // "and" holds together more tightly than "or".
  const joined = (parts: Parts[], every: string | undefined, within: readonly string[]): Asked => {
    const groups: Asked[][] = [[]];
    parts.forEach((part, index) => {
      if (index > 0 && (every ?? said(part.coordinator)) === "or") groups.push([]);
      groups.at(-1)?.push(one(part, within));
    });
    const any = groups.map((group): Asked => (group.length === 1 && group[0] ? group[0] : { all: group }));
    if (parts.length === 0) return unsayable("condition-empty");
    return any.length === 1 && any[0] ? any[0] : { any };
  };

  const one = (part: Parts, within: readonly string[]): Asked => {
    const other = said(part.conditionName) || said(part.conditionId);
    if (other !== "") return named(other, within);
    if (Array.isArray(part.conditions)) {
      return within.length > 20 ? unsayable("condition-deep") : joined(listOf(part.conditions), undefined, [...within, ""]);
    }
    const name = said(part.componentId) || said(partsOf(part.field).name);
    const about = known.get(name);
    if (!about) return unsayable("condition-unknown", { about: name });
    const value = valueOf(part, itemValues);
    if (value === undefined) return unsayable("condition-days", { about: name });
    const each = about.map((component) => compared(component, said(part.operator), value));
    return each.length === 1 && each[0] ? each[0] : { any: each };
  };

  return (name) => named(name, []);
}

const comparison = /^\s*([\w.-]+)\s*(==|!=|>=|<=|>|<)\s*(?:"([^"]*)"|'([^']*)'|([\w.+-]+))\s*$/;
const longestFormula = 2_000;
const operators: Record<string, string> = { "==": "is", "!=": "is not", ">=": "is at least", "<=": "is at most", ">": "is more than", "<": "is less than" };

/** What the oldest forms write as "details.age >= 18 and details.driver == true"; undefined where it is more than such comparisons. */
function partsOfFormula(formula: string): Parts[] | undefined {
  if (formula.length > longestFormula) return undefined;
  const [first = "", ...more] = formula.split(/\s(and|or)\s/);
  const parts = [first, ...more.filter((_, index) => index % 2 === 1)].map((one, index): Parts | undefined => {
    const [, name, sign = "", double, single, bare] = comparison.exec(one) ?? [];
    return name === undefined ? undefined : { field: { name }, operator: operators[sign], value: double ?? single ?? bare, coordinator: more[2 * index - 2] };
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function valueOf(part: Parts, itemValues: ReadonlyMap<string, string>): string | undefined {
  if (typeof part.value !== "object") return said(part.value);
  const value = partsOf(part.value);
  if ("itemId" in value) return itemValues.get(`${said(value.listId)} ${said(value.itemId)}`) ?? said(value.itemId);
  return "value" in value ? said(value.value) : undefined;
}

function compared({ key, values }: Known, operator: string, value: string): Asked {
  const is: Asked = { about: key, is: value };
  switch (operator) {
    case "is":
    case "contains":
      return is;
    case "is not":
    case "does not contain":
      return { not: is };
    case "is at least":
    case "is at most":
    case "is less than":
    case "is more than":
      return measured(key, values, operator, value);
    default:
      return unsayable("condition-operator", { about: key, operator, value });
  }
}

function measured(key: string, values: readonly string[], operator: string, value: string): Asked {
  const limit = numberIn(value);
  if (limit === undefined) return unsayable("condition-no-number", { about: key, value });
  if (values.length > 0) {
    // A list of numbers to choose from: the choices that the comparison allows.
    const holds = (number: number) =>
      operator === "is at least" ? number >= limit : operator === "is at most" ? number <= limit : operator === "is less than" ? number < limit : number > limit;
    const chosen = values.filter((one) => numberIn(one) !== undefined && holds(Number(one))).map((one): Asked => ({ about: key, is: one }));
    return chosen.length === 0 ? unsayable("condition-never") : chosen.length === 1 && chosen[0] ? chosen[0] : { any: chosen };
  }
  if (operator === "is at least") return { about: key, atLeast: limit };
  if (operator === "is at most") return { about: key, atMost: limit };
  return operator === "is less than" ? { about: key, lessThan: limit } : { about: key, moreThan: limit };
}
