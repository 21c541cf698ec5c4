// A form of pages with components, as XGov's form builder and DEFRA's forms engine keep it.
import { filled, languages as ours, type Language, type Text } from "#app/shared/languages.ts";
import { fail } from "#app/shared/result.ts";
import type { Asked } from "./foreign-condition.ts";
import { startDraft, takeDeclaration, type Draft } from "./foreign-draft.ts";
import { languageFor, listOf, partsOf, said, summaryFrom, type FixedTexts, type ForeignForm, type Parts } from "./foreign-form.ts";
import { isSet, tellOfSettings } from "./foreign-settings.ts";
import { lostInPlainText, plainFromMarkdown } from "./foreign-text.ts";
import { isDisplay, isRequired, itemsOf, takeComponent, type Component } from "./gov-components.ts";
import { conditionNamed, type Known } from "./gov-conditions.ts";
import { formFates, pageFates } from "./gov-settings.ts";
import { routesOf, type Routes } from "./page-routes.ts";

const mostParts = 2_000;

type Page = { parts: Parts; key: string; title: Text; components: Component[] };

/** The form as one of ours. Never throws. `inOrder`: its pages follow one another, each shown where its own condition holds. */
export function readPages(form: Parts, inOrder: boolean, fixed: FixedTexts): ForeignForm {
  const count = listOf(form.pages).reduce((sum, page) => sum + 1 + listOf(page.components).length, 0);
  if (count > mostParts) return fail({ refused: { code: "too-many-pages", values: { limit: mostParts } }, leftOut: [] });
  const languages = languagesOf(form);
  const [main] = languages;
  const draft = startDraft(languages);
  const translations = partsOf(partsOf(form.metadata).translations);
  for (const tag of Object.keys(translations)) if (!languageFor(tag)) draft.leaveOut(tag, "language");
  tellOfSettings(form, formFates, (code, { name }) => draft.leaveOut(name, code, { name }));
  const textOf = (kind: string) => (part: Parts, name: string) => textIn(part, name, kind, { languages, translations, draft });
  const listText = textOf("listItems");
  // because a component that has no list names none, and a list without a name is nobody's
  const lists = new Map(listOf(form.lists).flatMap((list) => [said(list.id), said(list.name)].filter((name) => name !== "").map((name) => [name, list] as const)));
  const known = new Map<string, Known[]>();
  const pages = listOf(form.pages).map((parts, index): Page => {
    const key = inOrder ? said(parts.id) || `page ${index + 1}` : said(parts.path) || `page ${index + 1}`;
    const itemsIn = (name: string, own: unknown) => itemsOf(lists.get(name)?.items ?? own, listText);
    const components = isSummary(parts) ? [] : listOf(parts.components).map((one) => componentOf(one, parts, known, textOf("components"), itemsIn));
    return { parts, key, title: textOf("pages")(parts, "title") ?? {}, components };
  });
  const named = conditionNamed(form, known);
  const asked = (name: unknown) => (said(name) === "" ? undefined : named(said(name)));
  const routes = inOrder ? linear(pages, asked) : routed(form, pages, asked, known, draft);
  const title = textOf("pages")(form, "name") ?? pages.find((page) => filled(page.title))?.title ?? { [main]: "Form" };
  const sectionTitles = new Map(listOf(form.sections).flatMap((one) => [said(one.id), said(one.name)].map((name) => [name, textOf("sections")(one, "title")] as const)));
  const byKey = new Map(pages.map((page) => [page.key, page]));
  const taking: Taking = { draft, title, sectionTitles, fixed, pageText: textOf("pages"), conditionOf: ({ parts }) => asked(partsOf(parts.options).condition) };
  let running: string | undefined;
  for (const key of routes.order) {
    const page = byKey.get(key);
    if (!page || isSummary(page.parts)) continue;
    tellOfPage(draft, page);
    running = takePage(page, routes.shownWhen.get(key), running, taking);
  }
  const declaration = textOf("pages")(form, "declaration");
  if (declaration) takeDeclaration(draft, title, declaration);
  return draft.finish({ title, summary: summaryFrom(title), purpose: {} });
}

type Taking = {
  draft: Draft;
  /** Of the form. */
  title: Text;
  sectionTitles: ReadonlyMap<string, Text | undefined>;
  fixed: FixedTexts;
  pageText: (part: Parts, name: string) => Text | undefined;
  /** When a component by itself is shown. */
  conditionOf: (component: Component) => Asked | undefined;
};

/**
 * Takes what a page asks or tells. A page of one question stands in one section with those before it that belong to the same
 * (`running`); what comes back is the section that the next such page may go on in.
 */
function takePage(page: Page, when: Asked | undefined, running: string | undefined, taking: Taking): string | undefined {
  const { draft, title, sectionTitles, fixed, pageText, conditionOf } = taking;
  const { key, components } = page;
  const [only, another] = components;
  if (only && !another && !isDisplay(only.parts)) {
    const section = said(page.parts.section);
    if (running !== section) draft.openSection({ key: section || key, heading: sectionTitles.get(section) ?? title, layout: "one-question-a-page" });
    const heading = filled(page.title) && page.title[draft.main] !== only.label[draft.main] ? page.title : undefined;
    takeComponent(draft, only, fixed, heading, both(when, conditionOf(only)));
    return section;
  }
  if (only) {
    draft.openSection({ key, heading: filled(page.title) ?? title, layout: "one-page" }, when);
    for (const component of components) takeComponent(draft, component, fixed, undefined, conditionOf(component));
  } else if (filled(page.title) && !/start|repeat/i.test(said(page.parts.controller)) && key !== "/summary") {
    // A page of nothing but its title and words of its own tells people something all the same.
    const more = joined(["insetText", "details"].map((name) => pageText(partsOf(partsOf(page.parts.options).customText), name)));
    draft.openSection({ key, heading: title, layout: "one-page" });
    draft.take(key, { type: "statement", label: page.title, ...(more && { hint: more }) }, when ? { when } : {});
  }
  return undefined;
}

function languagesOf(form: Parts): [Language, ...Language[]] {
  const metadata = partsOf(form.metadata);
  const main = languageFor(metadata.language) ?? (metadata.isWelsh === true ? "cy" : "en");
  const parts = listOf(form.pages).flatMap((page) => [page, ...listOf(page.components)]);
  const tags = [...Object.keys(partsOf(metadata.translations)), ...parts.flatMap((part) => Object.keys(partsOf(part.title)))];
  return [main, ...ours.filter((language) => language !== main && tags.some((tag) => languageFor(tag) === language))];
}

function joined(texts: readonly (Text | undefined)[]): Text | undefined {
  return filled(Object.fromEntries(ours.map((language) => [language, texts.flatMap((text) => text?.[language] ?? []).join("\n\n")])));
}

type Reading = { languages: readonly Language[]; translations: Parts; draft: Draft };

function textIn(part: Parts, name: string, kind: string, { languages, translations, draft }: Reading): Text | undefined {
  const [main = "en"] = languages;
  const value = part[name];
  const own = typeof value === "object" ? partsOf(value) : { [main]: value };
  const what = said(part.name) || said(part.id) || said(part.path) || name;
  const text: Text = {};
  for (const [tag, words] of Object.entries(own)) {
    const language = languageFor(tag);
    if (language && languages.includes(language)) text[language] = plain(said(words), what, draft);
  }
  for (const [tag, translated] of Object.entries(translations)) {
    const language = languageFor(tag);
    const words = said(partsOf(partsOf(partsOf(translated)[kind])[said(part.id)])[name]);
    if (language && words !== "") text[language] = plain(words, what, draft);
  }
  return filled(text);
}

function plain(words: string, what: string, draft: Draft): string {
  for (const lost of lostInPlainText(words)) draft.leaveOut(what, lost);
  if (/\{\{|\{%/.test(words)) draft.leaveOut(what, "takes-answer");
  return plainFromMarkdown(words);
}

function componentOf(
  parts: Parts,
  page: Parts,
  known: Map<string, Known[]>,
  textOf: (part: Parts, name: string) => Text | undefined,
  itemsIn: (list: string, own: unknown) => Component["items"],
): Component {
  const name = said(parts.name) || said(parts.id) || said(parts.type);
  const inSection = `${said(page.section)}.${name}`;
  const taken = new Set([...known.values()].flatMap((each) => each.map(({ key }) => key)));
  let key = taken.has(name) ? inSection : name;
  for (let next = 2; taken.has(key); next += 1) key = `${name}-${next}`;
  const items = itemsIn(said(parts.list) || said(partsOf(parts.values).list) || said(partsOf(parts.options).list), partsOf(parts.values).items);
  const values = said(parts.type) === "YesNoField" ? ["true", "false"] : items.map(({ value }) => value);
  const entry: Known = { key, values, isRequired: isRequired(parts), isSeveral: said(parts.type) === "CheckboxesField" };
  for (const alias of new Set([said(parts.id), name, inSection].filter((one) => one !== ""))) known.set(alias, [...(known.get(alias) ?? []), entry]);
  const [hint, content] = [textOf(parts, "hint"), textOf(parts, "content")];
  const label = textOf(parts, "title") ?? (isDisplay(parts) ? {} : (textOf(page, "title") ?? {}));
  return { key, parts, label, ...(hint && { hint }), ...(content && { content }), items };
}

function linear(pages: readonly Page[], asked: (name: unknown) => Asked | undefined): Pick<Routes, "order" | "shownWhen"> {
  const conditions = pages.flatMap(({ key, parts }) => {
    const when = asked(parts.condition);
    return when ? [[key, when] as const] : [];
  });
  return { order: [...new Set(pages.map(({ key }) => key))], shownWhen: new Map(conditions) };
}

// The oldest forms name the condition at the page itself, the newer ones at each way that leads to it.
function routed(form: Parts, pages: readonly Page[], asked: (name: unknown) => Asked | undefined, known: ReadonlyMap<string, readonly Known[]>, draft: Draft): Routes {
  const all = new Map([...known.values()].flatMap((each) => each.map((one) => [one.key, one] as const)));
  const ofPage = new Map("version" in form ? [] : pages.map(({ key, parts }) => [key, asked(parts.condition)]));
  const ways = pages.map(({ key, parts }) => ({
    key,
    ways: listOf(parts.next).map((link) => {
      if (said(link.redirect) !== "") draft.leaveOut(key, "leads-away", { to: said(link.redirect) });
      const to = said(link.path);
      const when = asked(link.condition) ?? ofPage.get(to);
      return { to, ...(when && { when }) };
    }),
  }));
  const start = pages.find(({ key }) => key === said(form.startPage))?.key ?? pages[0]?.key ?? "";
  const routes = routesOf(ways, start, (part) => {
    const found = all.get(part.about);
    if (!("is" in part) || !found?.isRequired || found.isSeveral || found.values.length !== 2) return undefined;
    const other = found.values.find((value) => value !== part.is);
    return other === undefined || !found.values.includes(part.is) ? undefined : { about: part.about, is: other };
  });
  for (const { from, to } of routes.back) draft.leaveOut(from, "leads-back", { to });
  for (const { from, to } of routes.nowhere) if (to !== "" && to !== "/summary") draft.leaveOut(from, "leads-nowhere", { to });
  for (const key of routes.unreachable) if (!isSummary(pages.find((page) => page.key === key)?.parts ?? {})) draft.leaveOut(key, "unreachable");
  return routes;
}

function both(first: Asked | undefined, second: Asked | undefined): Asked | undefined {
  return first && second ? { all: [first, second] } : (first ?? second);
}

function isSummary(parts: Parts): boolean {
  return /^(\.\/pages\/)?summary(\.js|page(withConfirmationEmail)?controller)?$/i.test(said(parts.controller)) && listOf(parts.components).length === 0;
}

const ownControllers = /^(\.\/pages\/)?(start|summary|status|page|home|repeat|repeatingField|repeatingSummary|fileUpload|terminal|multiStart|question|confirm|uploadPage)?(\.js|(page)?(withConfirmationEmail)?controller)?$/i;

function tellOfPage(draft: Draft, { key, parts }: Page): void {
  const controller = said(parts.controller);
  if (/repeat/i.test(controller) || "repeat" in parts || isSet(parts.repeatField)) draft.leaveOut(key, "page-repeats");
  if (/terminal|checkpoint/i.test(controller)) draft.leaveOut(key, "page-ends");
  if (!ownControllers.test(controller)) draft.leaveOut(key, "page-own", { name: controller });
  if (isSet(parts.events)) draft.leaveOut(key, "page-calls");
  tellOfSettings(parts, pageFates, (code, { name }) => draft.leaveOut(key, code, { name }));
}
