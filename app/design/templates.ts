// Forms to begin with, of our own: to be changed, not to be asked as they are. Their texts are in locales/…/templates.json.
import type { FormDefinition, Option, Question, Section } from "#app/forms/definition.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import { numbered } from "./numbering.ts";

/** The words of each are `templates:name.<template>` and `templates:about.<template>`. */
export const templates = ["chapters", "budget", "site", "strategy"] as const;
export type Template = (typeof templates)[number];

export function isTemplate(value: unknown): value is Template {
  return templates.some((template) => template === value);
}

/** Says a text of ours in every language. */
type Say = (key: string) => Text;

/** The template's form, or one with a single question, in these languages. */
export function formOf(template: Template | "blank", say: Say, languages: readonly Language[]): FormDefinition {
  const inThese = (text: Text): Text => Object.fromEntries(languages.map((language) => [language, text[language] ?? ""]));
  const sections = makers[template]((key) => inThese(say(`templates:form.${key}`)));
  return numbered({ languages: [...languages], sections }, "in-order");
}

const makers: Record<Template | "blank", (say: Say) => Section[]> = { blank, chapters, budget, site, strategy };

const onePage = (id: string, heading: Text, questions: Question[], intro?: Text): Section => ({
  ...{ id, heading, layout: "one-page" },
  ...(intro && { intro }),
  questions,
});
const words = (id: string, label: Text): Question => ({ id, type: "long-text", label, maxWords: 500 });
const agree = (id: string, label: Text): Question => ({ id, type: "agreement", label, reasons: true });

function optionsFrom(say: Say, within: string, ids: readonly string[]): Option[] {
  return ids.map((id) => ({ id, label: say(`${within}.${id}`) }));
}

function none(say: Say): Option {
  return { id: "none", label: say("shared.none") };
}

function otherIssues(say: Say): Section {
  return onePage("other-issues", say("shared.other"), [words("anything-else", say("shared.other-words"))], say("shared.other-intro"));
}

function blank(say: Say): Section[] {
  return [onePage("questions", say("blank.heading"), [words("your-views", say("blank.question"))])];
}

function chapters(say: Say): Section[] {
  const own = (key: string) => say(`chapters.${key}`);
  const chapter = (id: string, ...questions: Question[]) => onePage(id, own(id), questions, own(`${id}-intro`));
  const kinds = optionsFrom(own, "kind", ["guidance", "training", "visits", "people", "money", "other"]);
  return [
    chapter("role", agree("vision", own("vision")), { id: "regard", type: "yes-no-unsure", label: own("regard") }, words("voice", own("voice"))),
    chapter("run", agree("board", own("board")), words("sectors", own("sectors")), agree("duty", own("duty"))),
    chapter("answering", agree("in-writing", own("in-writing")), words("councillors", own("councillors")), words("served", own("served"))),
    chapter(
      "support",
      {
        ...{ id: "kinds", type: "several-choices", label: own("kinds"), noneOption: none(say) },
        options: kinds.map((kind) => (kind.id === "other" ? { ...kind, writeIn: true } : kind)),
      },
      words("lacking", own("lacking")),
    ),
    otherIssues(say),
  ];
}

function budget(say: Say): Section[] {
  const own = (key: string) => say(`budget.${key}`);
  const services = optionsFrom(own, "service", ["care", "children", "roads", "waste", "parks", "homes"]);
  const tax: Question[] = [
    { id: "tax", type: "one-choice", label: own("tax"), options: optionsFrom(own, "tax-is", ["more", "same", "less", "unsure"]) },
    {
      ...{ id: "rise", type: "one-choice", label: own("rise"), showWhen: { question: "tax", is: "more" } },
      options: optionsFrom(own, "rise-by", ["two", "four", "more"]),
    },
  ];
  const saving: Question = {
    ...{ id: "saving", type: "several-choices", label: own("saving"), noneOption: none(say) },
    options: optionsFrom(own, "save", ["buildings", "online", "together", "charges"]),
  };
  return [
    onePage(
      "sharing",
      own("sharing"),
      [{ id: "points", type: "point-budget", label: own("points"), options: services, points: 100, spendAll: true }, words("why", own("why"))],
      own("sharing-intro"),
    ),
    onePage("money", own("money"), [...tax, saving, words("never", own("never"))], own("money-intro")),
    otherIssues(say),
  ];
}

function site(say: Say): Section[] {
  const own = (key: string) => say(`site.${key}`);
  return [
    onePage(
      "you",
      own("you"),
      [
        {
          ...{ id: "connection", type: "several-choices", label: own("connection"), noneOption: none(say) },
          options: optionsFrom(own, "by", ["live", "work", "pass", "use"]),
        },
        { id: "place", type: "map-point", label: own("place"), hint: own("place-hint") },
      ],
      own("you-intro"),
    ),
    onePage("proposal", own("proposal"), [
      agree("agree", own("agree")),
      { ...words("change", own("change")), showWhen: { question: "agree", isAnyOf: ["disagree", "strongly-disagree"] } },
      {
        ...{ id: "matters", type: "several-choices", label: own("matters"), atMost: 3 },
        options: optionsFrom(own, "matter", ["traffic", "paths", "homes", "nature", "look", "noise", "services", "water"]),
      },
      words("matters-words", own("matters-words")),
    ]),
    otherIssues(say),
  ];
}

function strategy(say: Say): Section[] {
  const own = (key: string) => say(`strategy.${key}`);
  const chapter = (id: string) =>
    onePage(
      id,
      own(`${id}.heading`),
      [agree(`${id}-agree`, own(`${id}.agree`)), words(`${id}-missing`, own("missing"))],
      own(`${id}.intro`),
    );
  return [
    ...["vision", "knowledge", "priorities", "action"].map(chapter),
    onePage("whole", own("whole"), [agree("right", own("right")), words("anything-else", say("shared.other-words"))]),
  ];
}
