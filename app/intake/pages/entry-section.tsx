// One section of a paper: all its questions on one page, asked of everybody; what breaks a rule can be kept as it stands.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { entriesIn } from "#app/consultations/draft.ts";
import { fieldsOf, mergeEntries, readPosted } from "#app/forms/entries.ts";
import { FormErrors } from "#app/forms/ui/form-errors.tsx";
import { within } from "#app/forms/wording.ts";
import { db } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { saveEntry } from "../entry-drafts.store.server.ts";
import { askedOnPaper, marked, placeOf, withoutAnswers } from "../entry.ts";
import { findWithEntry } from "../guard.server.ts";
import { readPaper } from "../paper.ts";
import { entryCheckPath, entryDetailsPath, entrySectionPath } from "../paths.ts";
import { PaperQuestions } from "../ui/paper-questions.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, entry, version } = await findWithEntry(args);
  const place = placeOf(version.definition, args.params.section);
  if (!place) throw notFound();
  const words = wordsFor(language);
  const numbers = { number: words.number(place.number), of: words.number(place.of) };
  const questions = askedOnPaper(place.section);
  return {
    title: titleOf(words.t("intake:section.title", { ...numbers, heading: within(place.section.heading, words) }), language, partnership),
    caption: words.t("intake:section.caption", numbers),
    ...{ partnership, consultation, questions },
    heading: place.section.heading,
    before: placeBefore(partnership, consultation, entry, place.before),
    entries: entriesIn(entry.entries, questions.flatMap(fieldsOf)),
    illegible: entry.illegible,
    original: entry.purpose === "again" ? null : (entry.details.original ?? null),
    purpose: entry.purpose,
    hasFiles: place.section.questions.some(({ type }) => type === "file"),
  };
}

function placeBefore(partnership: { slug: string }, consultation: { id: string }, entry: { id: string; purpose: string }, before: string | null) {
  if (before !== null) return entrySectionPath(partnership, consultation, entry.id, before);
  return entry.purpose === "again" ? null : entryDetailsPath(partnership, consultation, entry.id);
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, entry, version } = await findWithEntry(args);
  const place = placeOf(version.definition, args.params.section);
  if (!place) throw notFound();
  const questions = askedOnPaper(place.section);
  const form = await readForm(args.request, { longest: Infinity });
  const typed = mergeEntries(entry.entries, readPosted(questions, form), questions);
  const entries = withoutAnswers(typed, questions, marked(questions, form.getAll("_blank")));
  const own = new Set(questions.map(({ id }) => id));
  const illegible = [...entry.illegible.filter((id) => !own.has(id)), ...marked(questions, form.getAll("_illegible"))];
  await saveEntry(db(), entry, { entries, illegible }, now);
  const way = form.get("_way");
  const { notCounted } = readPaper(version.definition, entries);
  const errors = notCounted.filter(({ question }) => own.has(question.id)).flatMap((one) => one.errors);
  if (errors.length > 0 && way !== "keep" && way !== "back") return data({ errors, entries, illegible }, { status: 422 });
  const check = entryCheckPath(partnership, consultation, entry.id);
  if (way === "back") return redirect(placeBefore(partnership, consultation, entry, place.before) ?? check);
  const isChecking = new URL(args.request.url).searchParams.has("check");
  return redirect(isChecking || place.after === null ? check : entrySectionPath(partnership, consultation, entry.id, place.after));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function EntrySectionPage() {
  const { caption, heading, before, questions, original, purpose, hasFiles, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const errors = refused?.errors ?? [];
  return (
    <>
      {before && <BackLink to={before} />}
      <FormErrors questions={questions} errors={errors} />
      <PageHeading caption={caption}>
        <InLanguage text={heading} />
      </PageHeading>
      {purpose === "again" && <p className="govuk-body">{t("intake:section.again")}</p>}
      {original && (
        <Details summary={t("intake:section.original")} open>
          <div className="plain-text" dir="auto">
            {original}
          </div>
        </Details>
      )}
      {hasFiles && (
        <InsetText>
          <p className="govuk-body">{t("intake:section.files")}</p>
        </InsetText>
      )}
      <form method="post" noValidate>
        <PaperQuestions questions={questions} entries={refused?.entries ?? loaded.entries} illegible={refused?.illegible ?? loaded.illegible} errors={errors} />
        {errors.length > 0 && <p className="govuk-body">{t("intake:section.keep-text")}</p>}
        <ButtonGroup>
          <Button>{t("intake:continue")}</Button>
          {errors.length > 0 && (
            <Button look="secondary" name="_way" value="keep">
              {t("intake:section.keep")}
            </Button>
          )}
          {before && (
            <Button look="secondary" name="_way" value="back">
              {t("intake:section.back")}
            </Button>
          )}
        </ButtonGroup>
      </form>
    </>
  );
}
