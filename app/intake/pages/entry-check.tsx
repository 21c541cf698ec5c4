// Everything that was entered, to be looked through and saved: as a response, as a correction, or to be compared with the first entry.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { entriesPath, officeResponsePath } from "#app/consultations/office-paths.ts";
import { entriesIn } from "#app/consultations/draft.ts";
import { fieldsOf } from "#app/forms/entries.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { AnswerSummary } from "#app/forms/ui/answer-summary.tsx";
import { findFormVersion } from "#app/consultations/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { saveComparison } from "../again.store.server.ts";
import { compareEntries } from "../comparison.ts";
import { readDetails, sameAgain } from "../details.ts";
import { correctPaper, savePaper, type Paper } from "../entered.store.server.ts";
import { removeEntry } from "../entry-drafts.store.server.ts";
import { isBlankPaper, typedElsewhere } from "../entry.ts";
import { findWithEntry } from "../guard.server.ts";
import { readPaper } from "../paper.ts";
import { againPath, differencesPath, entryCheckPath, entryDetailsPath, entrySectionPath } from "../paths.ts";
import { isLate } from "../receipt.ts";
import { findSavedPaper } from "../saved-paper.server.ts";
import { DetailsSummary } from "../ui/details-summary.tsx";
import { AskedElsewhere, Illegible, NotCountedList } from "../ui/not-counted.tsx";

const longestReason = 2_000;

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, entry, version, versions } = await findWithEntry(args);
  const { definition } = version;
  const { answers, personal, notCounted } = readPaper(definition, entry.entries);
  const details = entry.purpose === "again" ? null : readDetails(entry.details, consultation, { now, say: textInAll, versions });
  const { t } = wordsFor(language);
  const asks = new URL(args.request.url).searchParams.get("ask") === "discard";
  return {
    title: titleOf(t(asks ? "intake:discard.question" : `intake:check.title.${entry.purpose}`), language, partnership),
    ...{ partnership, consultation, notCounted, asks },
    entry: { id: entry.id, purpose: entry.purpose },
    sections: definition.sections.map(({ id, heading, questions }) => ({ id, heading, questions })),
    answers: { ...answers, ...personal },
    illegible: questionsOf(definition).filter(({ id }) => entry.illegible.includes(id)),
    version: version.number,
    elsewhere: typedElsewhere(definition, versions.map((one) => one.definition), entry.entries),
    isBlank: isBlankPaper(definition, entry.entries),
    details: details?.ok ? { ...details.value, isLate: isLate(details.value.receivedAt, consultation) } : null,
    problems: details && !details.ok ? details.problem : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, entry, version, versions, signedIn } = await findWithEntry(args);
  const form = await readForm(args.request);
  const by = { personId: signedIn.personId, now };
  const list = entriesPath(partnership, consultation);
  const way = form.get("_way");
  if (way === "discard") {
    await inTransaction((transaction) => removeEntry(transaction, entry));
    return redirect(list);
  }
  if (entry.purpose === "again") return redirect(await compare(args));
  const read = readPaper(version.definition, entry.entries);
  const details = readDetails(entry.details, consultation, { now, say: textInAll, versions });
  if (!details.ok) return redirect(`${entryDetailsPath(partnership, consultation, entry.id)}?check`);
  const paper: Paper = { details: details.value, read, illegible: entry.illegible, formVersionId: entry.formVersionId };
  const { responseId } = entry;
  if (entry.purpose === "correction" && responseId !== null) {
    const reason = passage((form.get("reason") ?? "").slice(0, longestReason));
    if (reason === "") return data({ problem: wordsFor(language).t("intake:problem.reason-missing") }, { status: 422 });
    await inTransaction(async (transaction) => {
      // because a second press finds it saved already
      if (await removeEntry(transaction, entry)) await correctPaper(transaction, consultation, responseId, paper, { ...by, reason });
    });
    return redirect(`${officeResponsePath(partnership, consultation, responseId)}?done=correct`);
  }
  const saved = await inTransaction(async (transaction) =>
    (await removeEntry(transaction, entry)) ? savePaper(transaction, consultation, paper, by) : null,
  );
  if (saved === null) return redirect(list);
  if (way !== "next") return redirect(`${officeResponsePath(partnership, consultation, saved)}?done=enter`);
  const next = new URLSearchParams({ ...sameAgain(entry.details), saved });
  return redirect(`${entryDetailsPath(partnership, consultation)}?${next}`);
}

/** Compares a second entry with the first; where to go on. */
async function compare(args: ActionFunctionArgs): Promise<string> {
  const { partnership, consultation, entry, signedIn } = await findWithEntry(args);
  const { response, entries } = await findSavedPaper(db(), consultation, entry.responseId ?? undefined);
  const { definition } = await findFormVersion(db(), response.formVersionId);
  const comparison = compareEntries(definition, entries, entry.entries);
  const differing = questionsOf(definition).filter(({ id }) => comparison.differing.includes(id));
  const typed = Object.fromEntries(differing.map((question) => [question.id, entriesIn(entry.entries, fieldsOf(question))]));
  await inTransaction(async (transaction) => {
    if (!(await removeEntry(transaction, entry))) return;
    const of = { responseId: response.id, revision: response.revision };
    await saveComparison(transaction, consultation, of, { ...comparison, second: typed }, { personId: signedIn.personId, now: args.context.now });
  });
  return differing.length > 0 ? differencesPath(partnership, consultation, response.id) : `${againPath(partnership, consultation)}?same`;
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function EntryCheckPage() {
  const { partnership, consultation, entry, asks, sections, answers, notCounted, illegible, elsewhere, version, isBlank, details, problems } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const here = entryCheckPath(partnership, consultation, entry.id);
  const atDetails = `${entryDetailsPath(partnership, consultation, entry.id)}?check`;
  const last = sections.at(-1)?.id ?? "";
  if (asks) {
    return (
      <Confirming
        question={t("intake:discard.question")}
        consequence={t("intake:discard.consequence")}
        yes={{ name: "_way", value: "discard", text: t("intake:discard.yes") }}
        no={t("intake:discard.no")}
        backTo={here}
      />
    );
  }
  return (
    <>
      <BackLink to={entrySectionPath(partnership, consultation, entry.id, last)} />
      <ErrorSummary
        errors={[
          ...problems.map(({ code }) => ({ href: atDetails, text: t(`intake:problem.${code}`) })),
          ...(refused ? [{ href: "#reason", text: refused.problem }] : []),
        ]}
      />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(`intake:check.title.${entry.purpose}`)}</PageHeading>
      {details?.isLate && <WarningText>{t("intake:check.late")}</WarningText>}
      {isBlank && <WarningText>{t("intake:check.blank")}</WarningText>}
      <AskedElsewhere questions={elsewhere} version={version} />
      <NotCountedList notCounted={notCounted} />
      <Illegible questions={illegible} />
      {details && <DetailsSummary details={details} changeAt={atDetails} />}
      {sections.map(({ id, heading, questions }) => (
        <section key={id}>
          <h2 className="govuk-heading-m">
            <InLanguage text={heading} />
          </h2>
          <AnswerSummary
            questions={questions.filter(({ type }) => type !== "file")}
            answers={answers}
            changeAt={() => `${entrySectionPath(partnership, consultation, entry.id, id)}?check`}
          />
        </section>
      ))}
      <form method="post" noValidate>
        {entry.purpose === "correction" && (
          <Textarea name="reason" rows={2} label={t("intake:check.reason")} hint={t("intake:check.reason-hint")} error={refused?.problem} />
        )}
        <ButtonGroup>
          {entry.purpose === "first" && (
            <Button name="_way" value="next">
              {t("intake:check.next")}
            </Button>
          )}
          <Button look={entry.purpose === "first" ? "secondary" : "main"} name="_way" value="save">
            {t(`intake:check.save.${entry.purpose}`)}
          </Button>
          <ButtonLink to={`${here}?ask=discard`} look="secondary">
            {t("intake:check.discard")}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
