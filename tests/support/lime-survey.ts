// A survey as LimeSurvey keeps it, with every construct met in its public examples.
import { readXml } from "#app/forms/xml.server.ts";

type Rows = Record<string, string>[];

/** A file of LimeSurvey's with these tables. */
export function lssOf(tables: Record<string, Rows>, languages: string[] = ["en", "cy", "de"], kind = "Survey"): string {
  const cell = ([name, value]: [string, string]) => (value === "" ? `<${name}/>` : `<${name}><![CDATA[${value}]]></${name}>`);
  const table = ([name, rows]: [string, Rows]) =>
    `<${name}><fields/><rows>${rows.map((row) => `<row>${Object.entries(row).map(cell).join("")}</row>`).join("\n")}</rows></${name}>`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<document><LimeSurveyDocType>${kind}</LimeSurveyDocType><DBVersion>490</DBVersion>`,
    `<languages>${languages.map((language) => `<language>${language}</language>`).join("")}</languages>`,
    ...Object.entries(tables).map(table),
    "</document>",
  ].join("\n");
}

/** The same as the importers are handed it. */
export function limeTree(lss: string): { xml: unknown } {
  const xml = readXml(lss);
  if (!xml.ok) throw new Error(xml.problem.code);
  return { xml: xml.value };
}

let order = 0;
const row = (qid: number, type: string, title: string, question: string, more: Record<string, string> = {}) => ({
  row: { qid: String(qid), parent_qid: "0", gid: "1", type, title, other: "N", mandatory: "N", question_order: String((order += 1)), relevance: "1", ...more },
  l10n: { qid: String(qid), question, help: "", language: "en" },
});
const asked = [
  row(1, "L", "bus", "<p>How do you <b>usually</b> travel?</p>", { mandatory: "Y", other: "Y" }),
  row(2, "M", "why", "Why?", { relevance: '((bus.NAOK == "A1"))' }),
  row(3, "N", "age", "How old is your bus pass?", { relevance: 'why_price.NAOK == "Y" and !is_empty(bus.NAOK)' }),
  row(4, "T", "more", "Tell us more", { relevance: 'age.NAOK >= 5 or bus.NAOK == "-oth-"' }),
  row(5, "S", "nick", "What may we call you?", { preg: "/[a-z]+/" }),
  row(6, "Y", "again", "Would you again?"),
  row(7, "G", "sex", "Are you…"),
  row(8, "5", "stars", "How good is it?"),
  row(9, "D", "since", "Since when?"),
  row(10, "O", "stop", "Which stop?"),
  row(11, "P", "faults", "What is wrong?"),
  row(12, "R", "rank", "What matters most?"),
  row(13, "Q", "names", "Name three places", { mandatory: "Y" }),
  row(14, "K", "costs", "What does it cost?"),
  row(15, "F", "table", "How often?"),
  row(16, "C", "sure", "Do you know?"),
  row(17, "E", "change", "Has it changed?"),
  row(18, "A", "five", "From one to five"),
  row(19, "X", "note", "Thank you, {bus.shown}"),
  row(20, "|", "photo", "A photograph"),
  row(21, "!", "town", "Your town", { relevance: '641X1X8.NAOK > 2 && (again.NAOK != "N")' }),
  row(22, "*", "sum", "{age * 2}"),
  row(23, "1", "dual", "Twice"),
  row(24, ";", "texts", "Texts"),
  row(25, "I", "tongue", "Language"),
  row(26, "T", "secret", "Hidden"),
  row(27, "T", "odd", "Odd", { relevance: "sum(costs_one.NAOK, costs_two.NAOK) > 10", mandatory: "S" }),
  row(28, "U", "never", "Never", { relevance: "0" }),
  row(29, "N", "fare", "The fare", { gid: "2", relevance: "1" }),
];
const part = (qid: number, parent: number, title: string, question: string) => ({
  row: { qid: String(qid), parent_qid: String(parent), gid: "1", type: "T", title, question_order: String(qid), scale_id: "0", relevance: "1" },
  l10n: { qid: String(qid), question, help: "", language: "en" },
});
const parts = [
  ...[part(101, 2, "price", "The price"), part(102, 2, "time", "The time"), part(103, 2, "none", "Nothing")],
  ...[part(104, 11, "late", "Late"), part(105, 11, "full", "Full"), part(106, 13, "a", "First"), part(107, 13, "b", "Second")],
  ...[part(108, 14, "one", "There"), part(109, 14, "two", "Back"), part(110, 15, "mon", "On Mondays"), part(111, 15, "sun", "On Sundays")],
  ...[part(112, 16, "x", "The price"), part(113, 17, "y", "The price"), part(114, 18, "z", "The seats"), part(115, 23, "r", "The stop")],
];
const answer = (qid: number, code: string, text: string, at: number, scale = "0") => ({ aid: `${qid}${code}`, qid: String(qid), code, answer: text, sortorder: String(at), language: "en", scale_id: scale });

export const limeTables: Record<string, Rows> = {
  groups: [{ gid: "2", group_order: "2", grelevance: 'again.NAOK == "Y"', randomization_group: "r" }, { gid: "1", group_order: "1", grelevance: "1", randomization_group: "" }],
  group_l10ns: [
    { gid: "1", group_name: "Buses", description: "<p>About <a href=\"https://example.org/b\">buses</a>.</p>", language: "en" },
    { gid: "1", group_name: "Bysiau", description: "", language: "cy" },
    { gid: "2", group_name: "Fares", description: "", language: "en" },
  ],
  questions: asked.map(({ row: one }) => one),
  subquestions: parts.map(({ row: one }) => one),
  question_l10ns: [...asked, ...parts].map(({ l10n }) => l10n).concat({ qid: "1", question: "Sut ydych chi’n teithio?", help: "", language: "cy" }),
  answers: [
    ...[answer(1, "A2", "By car", 2), answer(1, "A1", "By bus", 1), answer(10, "S1", "Church", 1), answer(10, "S2", "Mill", 2)],
    ...[answer(12, "R1", "Price", 1), answer(12, "R2", "Speed", 2), answer(15, "C1", "Often", 1), answer(15, "C2", "Seldom", 2), answer(21, "T1", "Ludlow", 1)],
    ...[answer(23, "B1", "Clean", 1), answer(23, "B2", "Dirty", 2), answer(23, "B1", "Light", 1, "1"), answer(23, "B2", "Dark", 2, "1")],
  ],
  question_attributes: [
    ...[{ qid: "2", attribute: "exclude_all_others", value: "none" }, { qid: "2", attribute: "max_answers", value: "2" }, { qid: "3", attribute: "num_value_int_only", value: "1" }],
    ...[{ qid: "3", attribute: "max_num_value_n", value: "90" }, { qid: "3", attribute: "suffix", value: "years" }, { qid: "26", attribute: "hidden", value: "1" }],
    ...[{ qid: "1", attribute: "random_order", value: "1" }, { qid: "29", attribute: "prefix", value: "£" }, { qid: "9", attribute: "date_min", value: "1990" }],
    ...[{ qid: "20", attribute: "max_num_of_files", value: "3" }, { qid: "20", attribute: "allowed_filetypes", value: "png, jpg" }],
  ],
  conditions: [
    { cid: "1", qid: "10", scenario: "1", cqid: "6", cfieldname: "641X1X6", method: "==", value: "Y" },
    { cid: "2", qid: "10", scenario: "2", cqid: "2", cfieldname: "+641X1X2time", method: "==", value: "Y" },
  ],
  defaultvalues: [{ qid: "6", value: "Y" }],
  quota: [{ id: "1", name: "Enough", qlimit: "10" }],
  surveys: [{ sid: "641", language: "en", additional_languages: "cy de", format: "G", startdate: "2026-07-01 00:00:00", expires: "2026-09-30 23:59:59" }],
  surveys_languagesettings: [
    { surveyls_language: "en", surveyls_title: "Buses in the valley", surveyls_description: "Tell us about buses.", surveyls_welcometext: "<p>Welcome.</p>", surveyls_endtext: "Bye." },
    { surveyls_language: "cy", surveyls_title: "Bysiau’r cwm", surveyls_description: "Dywedwch.", surveyls_welcometext: "", surveyls_endtext: "" },
  ],
};
