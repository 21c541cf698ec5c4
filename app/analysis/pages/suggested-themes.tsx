// Themes that the texts of a question suggest: a person makes a code of one, or dismisses it. Its texts are suggested for that code.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { questionName, within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { defaultLanguage } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longest, mostCodes, readCode } from "../code.ts";
import { holdCodeframe } from "../codeframes.store.server.ts";
import { addCode } from "../codes.store.server.ts";
import { suggestedCodesPath, suggestedThemesPath, suggestionsPath } from "../paths.ts";
import { recordReading } from "../reading.server.ts";
import { findQuestionPage } from "../suggesting.server.ts";
import { dismissTheme, findRun, holdTheme, listThemes, takeTheme } from "../suggestions.store.server.ts";
import { listTexts } from "../texts.store.server.ts";

/** So many typical texts are shown of each. */
const typical = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const found = await findQuestionPage(args);
  const { partnership, consultation, set, question, frames } = found;
  const { searchParams } = new URL(args.request.url);
  const after = /^\d{1,6}$/.test(searchParams.get("after") ?? "") ? Number(searchParams.get("after")) : 0;
  const run = await findRun(db(), { setId: set.id, questionId: question.id, kind: "themes", codeframeId: null }, { isFinished: true });
  const { themes, nextAfter } = run ? await listThemes(db(), run.id, { after }) : { themes: [], nextAfter: null };
  const texts = await listTexts(db(), set.id, themes.flatMap(({ textIds }) => textIds.slice(0, typical * 5)));
  if (texts.length > 0) await recordReading(found, { set: set.number, questionId: question.id, shown: texts.length });
  const words = wordsFor(language);
  const done = searchParams.get("done");
  return {
    title: titleOf(words.t("suggestions:themes.title-of", { question: questionName(question, words), set: words.number(set.number) }), language, partnership),
    ...{ label: question.label, set: set.number, hasRun: run !== null, nextAfter, isFirstPage: after === 0, done: done === "taken" || done === "dismissed" ? done : null },
    frames: frames.map(({ id, name }) => ({ value: id, label: within(name, { language }) })),
    themes: themes.map(({ id, place, terms, pairs, textIds }) => ({
      ...{ id, place, terms, pairs, count: textIds.length },
      name: terms.slice(0, 3).join(", "),
      definition: wordsFor(defaultLanguage).t("suggestions:themes.definition", { terms: terms.join(", ") }),
      texts: unlike(textIds.flatMap((textId) => texts.find((text) => text.id === textId) ?? [])).slice(0, typical).map((text) => ({ id: text.id, text: text.text, language: text.language })),
    })),
    back: suggestionsPath(partnership, consultation, set),
    here: suggestedThemesPath(partnership, consultation, set, question.id),
  };
}

/** Each wording once. */
function unlike<One extends { text: string }>(texts: readonly One[]): One[] {
  return [...new Map(texts.map((text) => [text.text.toLowerCase(), text])).values()];
}

type Refused = { id: string; frame: string; name: string; definition: string; problems: { field: string; code: string }[] };

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, set, question, frames } = await findQuestionPage(args);
  const form = await readForm(args.request, { longest: 20_000 });
  const [deed, id = ""] = (form.get("deed") ?? "").split(":");
  const run = await findRun(db(), { setId: set.id, questionId: question.id, kind: "themes", codeframeId: null }, { isFinished: true });
  if (!run || (deed !== "take" && deed !== "dismiss")) throw badRequest();
  const deciding = { consultation, personId: signedIn.personId, now, runId: run.id };
  const here = suggestedThemesPath(partnership, consultation, set, question.id);
  if (deed === "dismiss") {
    await inTransaction((transaction) => dismissTheme(transaction, deciding, id));
    return redirect(`${here}?done=dismissed`);
  }
  const [name, definition, frameId] = [form.get("name") ?? "", form.get("definition") ?? "", form.get("frame") ?? ""];
  const refused: Refused = { id, frame: frameId, name, definition, problems: [] };
  const frame = frames.find((one) => one.id === frameId);
  const read = readCode({ [`name-${defaultLanguage}`]: name, [`definition-${defaultLanguage}`]: definition });
  if (!frame || !read.ok) {
    const wrong = read.ok ? [] : read.problem.map(({ field, code }) => ({ field: field.split("-")[0]!, code }));
    return data({ ...refused, problems: [...(frame ? [] : [{ field: "frame", code: "no-frame" }]), ...wrong] }, { status: 422 });
  }
  const problem = await inTransaction(async (transaction) => {
    const held = await holdCodeframe(transaction, consultation, frame.id);
    const theme = await holdTheme(transaction, partnership.id, run.id, id);
    if (!theme) return null; // because somebody decided already, or a press came twice
    const added = await addCode(transaction, { frame: held, personId: signedIn.personId, now }, { parentId: null, texts: read.value });
    if (!added.ok) return added.problem;
    await takeTheme(transaction, deciding, theme, added.codeId);
    return null;
  });
  if (problem !== null) return data({ ...refused, problems: [{ field: "name", code: problem }] }, { status: 422 });
  return redirect(`${suggestedCodesPath(partnership, consultation, set, question.id, frame)}?done=taken`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SuggestedThemesPage() {
  const { label, set, hasRun, themes, frames, nextAfter, isFirstPage, done, back, here } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const say = (code: string) => (code === "no-frame" ? t("suggestions:problem.no-frame") : t(`codeframe:problem.${code}`, { field: "", most: number(code === "full" ? mostCodes : longest.name) }));
  const errors = (refused?.problems ?? []).map(({ field, code }) => ({ href: `#${field}-${refused!.id}`, text: say(code) }));
  return (
    <>
      <BackLink to={back} text={t("suggestions:back")} />
      <ErrorSummary errors={errors} />
      {done && !refused && <NotificationBanner kind="success">{t(`suggestions:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={label} />}>{t("suggestions:themes.title")}</PageHeading>
      <p className="govuk-body">{t("suggestions:themes.lead", { set: number(set) })}</p>
      {frames.length === 0 && <p className="govuk-body">{t("suggestions:themes.no-frame")}</p>}
      {themes.length === 0 && <p className="govuk-body">{hasRun ? t("suggestions:themes.none") : t("suggestions:run.none")}</p>}
      {themes.map((theme) => {
        const typed = refused?.id === theme.id ? refused : null;
        const errorAt = (field: string) => (typed ? errors.find(({ href }) => href === `#${field}-${theme.id}`)?.text : undefined);
        return (
          <section key={theme.id} aria-labelledby={`theme-${theme.id}`}>
            <h2 className="govuk-heading-m" id={`theme-${theme.id}`}>
              {t("suggestions:themes.one", { number: number(theme.place) })} <bdi>{theme.terms.join(", ")}</bdi>
            </h2>
            <p className="govuk-body">{t("suggestions:themes.texts", { texts: number(theme.count) })}</p>
            {theme.pairs.length > 0 && (
              <p className="govuk-body">
                {t("suggestions:themes.pairs")} <bdi>{theme.pairs.join("; ")}</bdi>
              </p>
            )}
            {theme.texts.map((text) => (
              <blockquote key={text.id} className="govuk-inset-text written-answer__words" lang={text.language} dir="auto">
                {text.text}
              </blockquote>
            ))}
            <form method="post" noValidate>
              {frames.length > 0 && (
                <>
                  <Select name="frame" id={`frame-${theme.id}`} label={t("codeframe:column.name")} value={typed?.frame ?? frames[0]!.value} error={errorAt("frame")} options={frames} />
                  <TextField name="name" id={`name-${theme.id}`} label={t("suggestions:themes.name")} value={typed?.name ?? theme.name} error={errorAt("name")} />
                  <Textarea name="definition" id={`definition-${theme.id}`} rows={3} label={t("suggestions:themes.meaning")} value={typed?.definition ?? theme.definition} error={errorAt("definition")} />
                </>
              )}
              <ButtonGroup>
                {frames.length > 0 && (
                  <Button name="deed" value={`take:${theme.id}`}>
                    {t("suggestions:themes.take")}
                  </Button>
                )}
                <Button look="secondary" name="deed" value={`dismiss:${theme.id}`}>
                  {t("suggestions:themes.dismiss")}
                </Button>
              </ButtonGroup>
            </form>
          </section>
        );
      })}
      <Pagination first={isFirstPage ? null : here} next={nextAfter === null ? null : { to: `${here}?after=${nextAfter}` }} />
    </>
  );
}
