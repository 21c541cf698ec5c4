// Writes what was decided after a consultation, and why. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWriteReplies } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { officeOutcomePath } from "#app/consultations/office-paths.ts";
import { replyDueOn } from "#app/consultations/reply-due.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits, type Entries, type Unit } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { defaultLanguage } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { longest, outcomeAsTyped, outcomeFields, outcomeUnits, readOutcome, type OutcomeProblem } from "../outcome.ts";
import { findOutcome, saveOutcome } from "../outcome.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayWriteReplies);
  const words = wordsFor(language);
  return {
    title: titleOf(words.t("replies:decision.title-of", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, dueOn: replyDueOn(consultation) },
    entries: outcomeAsTyped(await findOutcome(db(), consultation.id)),
  };
}

type Refused = { entries: Entries; problems: OutcomeProblem[]; clashes: Unit[]; now: Entries };

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, mayWriteReplies);
  const form = await readForm(args.request, { longest: longest.reasons * 8 });
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const theirs = outcomeAsTyped(await findOutcome(transaction, held.id));
    const { merged, clashes } = takeEdits(outcomeUnits, form, theirs);
    const read = readOutcome(merged, { main: defaultLanguage, today: dayOf(now), dueOn: replyDueOn(held) });
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    await saveOutcome(transaction, { consultation: held, personId: signedIn.personId, now }, read.value);
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(`${officeOutcomePath(partnership, consultation)}?done=saved`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DecisionPage() {
  const { partnership, consultation, dueOn, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, date } = useWords();
  const { errors, inEach, dayField, theirs, before } = useFields(
    { say: (name, values) => t(`replies:decision.${name}`, values), sayProblem: (code, values) => t(`replies:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  return (
    <>
      <BackLink to={officeOutcomePath(partnership, consultation)} text={t("replies:office.title")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("replies:decision.title")}</PageHeading>
      {consultation.outcomePublishedAt && <InsetText>{t("replies:decision.public")}</InsetText>}
      <form method="post" noValidate>
        <DateField {...dayField("decided")} />
        <Theirs said={theirs("decided")} />
        {outcomeFields.slice(0, 3).map((field) => (
          <div key={field}>{inEach(field, { rows: 6, most: longest[field] })}</div>
        ))}
        <DateField {...dayField("later")} hint={dueOn ? t("replies:decision.later-hint", { date: date(dueOn) }) : t("replies:decision.later-hint-open")} />
        <Theirs said={theirs("later")} />
        {inEach("laterReason", { rows: 3, most: longest.laterReason })}
        <AsOpened entries={before} />
        <Button>{t("replies:decision.save")}</Button>
      </form>
    </>
  );
}
