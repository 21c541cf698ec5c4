// Changes one page of what a consultation says of itself, while it may still be designed. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inTransaction } from "#app/shared/db.server.ts";
import { readsTheSame, takeEdits, type Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isLanguage, languageNames } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { fieldsOf, isTextPart, unitsOf, type TextPart } from "../design-fields.ts";
import { changeConsultation } from "../design.store.server.ts";
import { readTexts, textsAsTyped, type TextProblem } from "../design-texts.ts";
import { mayChangePart, mayDesign } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { textsPath } from "../office-paths.ts";
import { holdConsultation } from "../store.server.ts";
import { DesignField } from "../ui/design-field.tsx";

const longestTyped = 20_000;

function partOf(part: string | undefined): TextPart {
  if (!isTextPart(part)) throw notFound();
  return part;
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayDesign);
  const part = partOf(args.params.part);
  return {
    title: titleOf(wordsFor(language).t(`prepare:part.${part}`), language, partnership),
    ...{ partnership, consultation, part, isOpenToIt: mayChangePart(part, consultation, args.context.now) },
    isPublic: consultation.publishedAt !== null,
    entries: textsAsTyped(consultation, part),
  };
}

/** What was typed, what is wrong with it, the answers that somebody else changed too, and what stands there now. */
type Refused = { entries: Entries; problems: TextProblem[]; clashes: string[][]; now: Entries };

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const part = partOf(args.params.part);
  const form = await readForm(args.request, { longest: longestTyped });
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const units = unitsOf(part);
    const now = textsAsTyped(held, part);
    const { merged, mine, clashes } = takeEdits(units, form, now);
    if (!mayChangePart(part, held, args.context.now)) return { entries: mine, problems: [], clashes: [], now };
    const read = readTexts(part, merged, held, args.context.now);
    if (!read.ok) return { entries: merged, problems: read.problem, clashes, now };
    if (clashes.length > 0) return { entries: merged, problems: [], clashes, now };
    const changed = units.filter((unit) => !readsTheSame(unit, now, merged)).map((unit) => unit[0]!);
    const { personId } = signedIn;
    if (changed.length > 0) await changeConsultation(transaction, held, { personId, changed, now: args.context.now }, read.value);
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(`${textsPath(partnership, consultation)}?saved=${part}#${part}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DesignTextsPartPage() {
  const { partnership, consultation, part, isOpenToIt, isPublic, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const entries = refused?.entries ?? loaded.entries;
  const before = refused?.now ?? loaded.entries;
  const clashes = refused?.clashes ?? [];
  const theirs = Object.fromEntries(clashes.flat().map((input) => [input, before[input] ?? ""]));
  const nameOf = (input: string) => {
    const [name = "", language] = input.split("-");
    const field = t(`prepare:field.${name}`);
    return isLanguage(language) ? t("shared:field-in", { field, language: languageNames[language] }) : field;
  };
  const textOf = ({ field, input, code, most = 0 }: TextProblem) =>
    t(field === "opens" || field === "closes" ? `prepare:moment-problem.${field}.${code}` : `prepare:problem.${code}`, { field: nameOf(input), most: number(most) });
  const errors = [
    ...(refused?.problems ?? []).map((problem) => ({ input: problem.input, text: textOf(problem) })),
    ...clashes.map(([input = ""]) => ({ input, text: t("shared:edits.clash", { field: nameOf(input) }) })),
  ];
  return (
    <>
      <BackLink to={textsPath(partnership, consultation)} text={t("prepare:back")} />
      {!isOpenToIt && refused ? (
        <ErrorSummary errors={[{ href: "#typed", text: t("prepare:fixed-meanwhile") }]} />
      ) : (
        <ErrorSummary errors={errors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      )}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(`prepare:part.${part}`)}</PageHeading>
      {isOpenToIt ? isPublic && <InsetText>{t("prepare:shown-dated")}</InsetText> : <InsetText>{t("prepare:fixed")}</InsetText>}
      {(isOpenToIt || refused) && (
        <form method="post" id="typed" noValidate>
          {fieldsOf[part].map((field) => (
            <DesignField
              key={field.name}
              {...{ field, entries, theirs }}
              errors={Object.fromEntries(errors.map(({ input, text }) => [input, text]))}
            />
          ))}
          <AsOpened entries={before} />
          {isOpenToIt && <Button>{t("prepare:save")}</Button>}
        </form>
      )}
    </>
  );
}
