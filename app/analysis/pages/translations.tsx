// Translations of one text: written or pasted by whoever reads it, changed and taken away.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isLanguage, languageNamed, languages } from "#app/shared/languages.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { readingPath, translationsPath } from "../paths.ts";
import { findQuestionToRead, recordReading } from "../reading.server.ts";
import { readingAt } from "../reading.ts";
import { listTexts } from "../texts.store.server.ts";
import { checkTranslation, longestTranslation, seenOf, translationShown, typedTranslation } from "../translation.ts";
import { listTranslations, removeTranslation, saveTranslation } from "../translations.store.server.ts";

const deeds = ["write", "remove"] as const;

async function findHere(args: LoaderFunctionArgs) {
  const found = await findQuestionToRead(args);
  const { partnership, consultation, question, set } = found;
  const text = (await listTexts(db(), set.id, [args.params.text ?? ""])).find(({ questionId }) => questionId === question.id);
  if (!text) throw notFound();
  const translations = (await listTranslations(db(), [text.id])).get(text.id) ?? [];
  return { ...found, text, translations, here: translationsPath(partnership, consultation, question.id, text.id) };
}

export async function loader(args: LoaderFunctionArgs) {
  const found = await findHere(args);
  const { partnership, consultation, question, set, reading, text, translations, here } = found;
  const words = wordsFor(args.context.language);
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get("language");
  const names = await listNames(db(), translations.map(({ personId }) => personId));
  const changed = translations.find(({ language }) => language === asked);
  await recordReading(found, { set: set.number, questionId: question.id, shown: 1 });
  return {
    title: titleOf(words.t("translations:title-of", { id: text.responseId }), words.language, partnership),
    label: question.label,
    text: { text: text.text, language: text.language },
    here: readingAt(here, reading),
    back: readingAt(readingPath(partnership, consultation, question.id, text.id), reading),
    translations: translations.map((one) => ({ ...translationShown(one, names, words), change: readingAt(here, reading, { language: one.language }) })),
    form: { language: isLanguage(asked) ? asked : "", text: changed?.text ?? "", isMachineMade: changed?.isMachineMade ?? false, seen: seenOf(changed) },
    isChange: changed !== undefined,
    done: deeds.find((one) => one === searchParams.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { consultation, signedIn, text, reading, here } = await findHere(args);
  const form = await readForm(args.request, { longest: longestTranslation + 1_000 });
  const by = { textId: text.id, personId: signedIn.personId, now };
  const deed = deeds.find((one) => one === form.get("deed"));
  const typed = typedTranslation(form);
  if (deed === "remove" && isLanguage(typed.language)) {
    const gone = typed.language;
    await inTransaction((transaction) => removeTranslation(transaction, consultation, by, gone));
  } else if (deed === "write") {
    const { t, number } = wordsFor(language);
    const checked = checkTranslation(typed);
    const saved = checked.ok ? await inTransaction((transaction) => saveTranslation(transaction, consultation, by, { ...checked.value, seen: typed.seen })) : checked;
    if (!saved.ok) {
      const field = saved.problem === "language-missing" ? "language" : "text";
      return data({ ...typed, field, problem: t(`translations:problem.${saved.problem}`, { most: number(longestTranslation) }) } as const, { status: 422 });
    }
  } else throw badRequest();
  throw redirect(readingAt(here, reading, { done: deed }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function TranslationsPage() {
  const { label, text, here, back, translations, form, isChange, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language: spoken } = useWords();
  const typed = refused ?? form;
  const errorAt = (field: "language" | "text") => (refused?.field === field ? refused.problem : undefined);
  return (
    <>
      <BackLink to={back} text={t("translations:back")} />
      {done && <NotificationBanner kind="success">{t(`translations:done.${done}`)}</NotificationBanner>}
      <ErrorSummary errors={refused ? [{ href: `#${refused.field}`, text: refused.problem }] : []} />
      <PageHeading caption={<InLanguage text={label} />}>{t("translations:title")}</PageHeading>
      <p className="govuk-body">{t("translations:lead")}</p>
      <h2 className="govuk-heading-m">{t("translations:original")}</h2>
      <blockquote className="govuk-inset-text written-answer__words" lang={text.language} dir="auto">
        {text.text}
      </blockquote>
      {translations.map((one) => (
        <section key={one.language} aria-labelledby={`there-${one.language}`}>
          <h2 className="govuk-heading-m" id={`there-${one.language}`}>
            {one.heading}
          </h2>
          <blockquote className="govuk-inset-text written-answer__words" lang={one.language} dir="auto">
            {one.text}
          </blockquote>
          <p className="govuk-hint">{one.says}</p>
          <p className="govuk-body">
            <PageLink to={`${one.change}#text`}>
              {t("translations:change")}
              <span className="govuk-visually-hidden"> ({one.heading})</span>
            </PageLink>
          </p>
          <form method="post" action={here}>
            <input type="hidden" name="language" value={one.language} />
            <Button name="deed" value="remove" look="secondary">
              {t("translations:remove")}
              <span className="govuk-visually-hidden"> ({one.heading})</span>
            </Button>
          </form>
        </section>
      ))}
      <h2 className="govuk-heading-m">{t(isChange ? "translations:form-change" : "translations:form")}</h2>
      <form method="post" noValidate>
        <input type="hidden" name="deed" value="write" />
        <input type="hidden" name="seen" value={typed.seen} />
        <Select
          name="language"
          label={t("translations:language")}
          value={typed.language}
          error={errorAt("language")}
          options={[{ value: "", label: t("translations:language-none") }, ...languages.map((value) => ({ value, label: languageNamed(value, spoken) }))]}
        />
        <Textarea name="text" label={t("translations:text")} value={typed.text} error={errorAt("text")} />
        <Checkboxes
          name="machine"
          label={t("translations:made")}
          values={typed.isMachineMade ? ["yes"] : []}
          choices={[{ value: "yes", label: t("translations:machine"), hint: t("translations:machine-hint") }]}
        />
        <Button>{t("translations:save")}</Button>
      </form>
    </>
  );
}
