// Writes one reply to what people said, a new one or one that is there. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWriteReplies } from "#app/consultations/office-policy.ts";
import { findForOffice, type ForOffice } from "#app/consultations/office.server.ts";
import { officeOutcomePath } from "#app/consultations/office-paths.ts";
import { findCurrentVersion, findNewestDefinition, holdConsultation } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { defaultLanguage } from "#app/shared/languages.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { replyPath } from "../paths.ts";
import { addReply, changeReply, findReply, removeReply } from "../replies.store.server.ts";
import { longest, mostReplies, readReply, replyAsTyped, replyUnits, steps, verdicts, type Reply } from "../reply.ts";
import { listThemes } from "../themes.store.server.ts";

async function findAsked({ consultation: { formId, publishedAt } }: Pick<ForOffice, "consultation">) {
  const definition = publishedAt ? (await findCurrentVersion(db(), formId)).definition : await findNewestDefinition(db(), formId);
  return questionsOf(definition).filter(({ type }) => type !== "statement");
}

/** The reply of the address; null for a new one. */
function replyOf(on: Database, consultationId: string, id: string | undefined): Promise<Reply | null> {
  return id === "new" ? Promise.resolve(null) : findReply(on, consultationId, id);
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const found = await findForOffice(args, mayWriteReplies);
  const { partnership, consultation } = found;
  const reply = await replyOf(db(), consultation.id, args.params.reply);
  const words = wordsFor(language);
  const isPublic = consultation.outcomePublishedAt !== null;
  const mayRemove = reply !== null && !isPublic;
  const search = new URL(args.request.url).searchParams;
  const themes = await listThemes(db(), consultation);
  // a theme that waits for its reply brings itself and its questions
  const begun = reply ? undefined : themes.find(({ id }) => id === search.get("theme"));
  return {
    title: titleOf(words.t("replies:reply.title-of", { title: within(consultation.title, words) }), language, partnership),
    ...{ partnership, consultation, isPublic, mayRemove, replyId: reply?.id ?? null },
    entries: { ...replyAsTyped(reply), ...(begun && { theme: begun.id, question: begun.questionIds.join(" ") }) },
    // because what a theme brings has not been saved yet: sent as it stands, it is an edit
    opened: replyAsTyped(reply),
    themes,
    questions: (await findAsked(found)).map(({ id, label }) => ({ id, label })),
    asks: mayRemove && search.get("ask") === "remove",
  };
}

type NotDone = Refused & { isFull: boolean };

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const found = await findForOffice(args, mayWriteReplies);
  const { partnership, consultation, signedIn } = found;
  const form = await readForm(args.request, { longest: longest.did * 8 });
  const asked = (await findAsked(found)).map(({ id }) => id);
  const themes = (await listThemes(db(), consultation)).map(({ id }) => id);
  const here = officeOutcomePath(partnership, consultation);
  const done = await inTransaction(async (transaction): Promise<NotDone | "saved" | "removed"> => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const reply = await replyOf(transaction, held.id, args.params.reply);
    const by = { consultation: held, personId: signedIn.personId, now };
    if (form.get("deed") === "remove" && reply) return (await removeReply(transaction, by, reply.id)) ? "removed" : "saved";
    const theirs = replyAsTyped(reply);
    const { merged, clashes } = takeEdits(replyUnits, form, theirs);
    const note = readText("note", Object.fromEntries(form), passage);
    const read = readReply(merged, { main: defaultLanguage, asked, themes });
    const problems: Refused["problems"] = [
      ...(read.ok ? [] : read.problem),
      // because whoever read the reply must be told what is different now
      ...(reply && held.outcomePublishedAt && !note[defaultLanguage] ? [{ field: `note-${defaultLanguage}`, code: "note-missing" }] : []),
      ...tooLong("note", note, longest.note).map((field) => ({ field, code: "too-long" })),
    ];
    const entries = { ...merged, ...Object.fromEntries([...form].filter(([name]) => name.startsWith("note-"))) };
    if (!read.ok || problems.length > 0 || clashes.length > 0) return { entries, problems, clashes, now: theirs, isFull: false };
    if (reply) await changeReply(transaction, by, reply.id, read.value, note);
    else if ((await addReply(transaction, by, read.value)) === null) return { entries, problems, clashes, now: theirs, isFull: true };
    return "saved";
  });
  return typeof done === "string" ? redirect(`${here}?done=${done}`) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReplyPage() {
  const { partnership, consultation, questions, themes, isPublic, mayRemove, replyId, asks, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const { entries, before, errors, errorAt, inEach, dayField, theirs } = useFields(
    { say: (name, values) => t(`replies:reply.${name}`, values), sayProblem: (code, values) => t(`replies:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const here = replyPath(partnership, consultation, replyId ?? "new");
  if (asks) {
    return (
      <Confirming
        question={t("replies:reply.remove-question")}
        consequence={t("replies:reply.remove-consequence")}
        yes={{ name: "deed", value: "remove", text: t("replies:reply.remove") }}
        no={t("replies:reply.remove-no")}
        backTo={here}
      />
    );
  }
  const full = refused?.isFull ? [{ href: "#main", text: t("replies:reply.full", { number: number(mostReplies) }) }] : [];
  return (
    <>
      <BackLink to={officeOutcomePath(partnership, consultation)} text={t("replies:office.title")} />
      <ErrorSummary errors={[...full, ...errors]} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(replyId ? "replies:reply.title" : "replies:reply.new")}</PageHeading>
      {isPublic && <InsetText>{t("replies:reply.public")}</InsetText>}
      <form method="post" noValidate>
        {inEach("said", { rows: 4, most: longest.said })}
        <Checkboxes
          small
          name="question"
          label={t("replies:reply.questions")}
          labelSize="m"
          hint={t("replies:reply.questions-hint")}
          values={(entries.question ?? "").split(" ")}
          choices={questions.map(({ id, label }) => ({ value: id, label: <InLanguage text={label} /> }))}
        />
        {themes.length > 0 && (
          <Checkboxes
            small
            name="theme"
            label={t("replies:reply.themes")}
            labelSize="m"
            hint={t("replies:reply.themes-hint")}
            values={(entries.theme ?? "").split(" ")}
            choices={themes.map(({ id, name, level, frame }) => ({
              value: id,
              label: <InLanguage text={name} />,
              hint: (
                <>
                  {t(`codeframe:level.${level}`)}, <InLanguage text={frame} />
                </>
              ),
            }))}
          />
        )}
        <Radios
          name="verdict"
          label={t("replies:reply.verdict")}
          labelSize="m"
          value={entries.verdict}
          error={errorAt("verdict")}
          choices={verdicts.map((value) => ({ value, label: t(`replies:verdict.${value}`) }))}
        />
        <Theirs said={theirs("verdict") && t(`replies:verdict.${theirs("verdict")}`)} />
        <Radios
          name="progress"
          label={t("replies:reply.progress")}
          labelSize="m"
          hint={t("replies:reply.progress-hint")}
          value={entries.progress}
          error={errorAt("progress")}
          choices={steps.map((value) => ({ value, label: t(`replies:progress.${value}`) }))}
        />
        <Theirs said={theirs("progress") && t(`replies:progress.${theirs("progress")}`)} />
        {inEach("did", { rows: 6, most: longest.did })}
        {inEach("owner", { most: longest.owner })}
        <DateField {...dayField("due")} hint={t("replies:reply.due-hint")} />
        <Theirs said={theirs("due")} />
        <TextField
          name="evidence"
          type="url"
          dir="ltr"
          label={t("replies:reply.evidence")}
          labelSize="m"
          hint={t("replies:reply.evidence-hint")}
          value={entries.evidence}
          error={errorAt("evidence")}
        />
        <Theirs said={theirs("evidence")} />
        {isPublic && replyId && inEach("note", { rows: 3, most: longest.note })}
        <AsOpened entries={refused ? before : loaded.opened} />
        <Button>{t("replies:reply.save")}</Button>
      </form>
      {mayRemove && (
        <p className="govuk-body">
          <PageLink to={`${here}?ask=remove`}>{t("replies:reply.remove")}</PageLink>
        </p>
      )}
    </>
  );
}
