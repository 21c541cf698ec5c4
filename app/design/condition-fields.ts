// A condition's form: what stands in it is posted whole, so that a group or a row can be added or taken away without a script.
import type { Question } from "#app/forms/question.ts";
import { howsFor, isJoin, newGroup, newLeaf, type Group, type Node } from "./condition-draft.ts";

type Posted = { get: (name: string) => string | null; getAll: (name: string) => string[] };

const mostParts = 50;
const deepest = 6;
const longestFigure = 50;

/** What a node is, in its hidden field "node-0-1". */
export function markOf(node: Node): string {
  return node.kind === "group" ? "group" : `leaf ${node.question}`;
}

/** What was posted; what cannot be understood is left out. */
export function readDraft(posted: Posted, questions: readonly Question[]): Group {
  const root = readNode(posted, "0", 0, questions);
  return root?.kind === "group" ? root : newGroup("all");
}

function readNode(posted: Posted, path: string, depth: number, questions: readonly Question[]): Node | null {
  const [kind, id] = (posted.get(`node-${path}`) ?? "").split(" ", 2);
  const how = posted.get(`how-${path}`);
  if (kind === "group" && depth < deepest) {
    const parts: Node[] = [];
    for (let index = 0; index < mostParts && posted.get(`node-${path}-${index}`) !== null; index += 1) {
      const part = readNode(posted, `${path}-${index}`, depth + 1, questions);
      if (part) parts.push(part);
    }
    return { kind: "group", how: isJoin(how) ? how : "all", parts };
  }
  const question = kind === "leaf" ? questions.find((one) => one.id === id) : undefined;
  if (!question) return null;
  const leaf = newLeaf(question);
  const figure = (name: string) => (posted.get(`${name}-${path}`) ?? "").slice(0, longestFigure);
  return {
    ...leaf,
    how: howsFor(question).find((one) => one === how) ?? leaf.how,
    ...{ values: posted.getAll(`values-${path}`), low: figure("low"), high: figure("high") },
  };
}

/** Adds a row or a group to a group, or takes one out; anything else leaves the draft as it is. */
export function changeDraft(root: Group, deed: string, posted: Posted, questions: readonly Question[]): Group {
  const [what, path = ""] = deed.split(" ", 2);
  const steps = path.split("-").slice(1).map(Number);
  if (what === "remove") return steps.length === 0 ? newGroup("all") : without(root, steps);
  if (what === "group") return withPart(root, steps, newGroup());
  const question = questions.find(({ id }) => id === posted.get(`about-${path}`));
  return what === "add" && question ? withPart(root, steps, newLeaf(question)) : root;
}

function withPart(group: Group, [step, ...rest]: number[], added: Node): Group {
  if (step === undefined) return group.parts.length < mostParts ? { ...group, parts: [...group.parts, added] } : group;
  return { ...group, parts: group.parts.map((part, index) => (index === step && part.kind === "group" ? withPart(part, rest, added) : part)) };
}

function without(group: Group, [step, ...rest]: number[]): Group {
  if (rest.length === 0) return { ...group, parts: group.parts.filter((_, index) => index !== step) };
  return { ...group, parts: group.parts.map((part, index) => (index === step && part.kind === "group" ? without(part, rest) : part)) };
}
