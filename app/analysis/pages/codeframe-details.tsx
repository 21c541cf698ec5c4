// Begins a codeframe, or renames one and says which questions it serves. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Consultation } from "#app/consultations/consultation.ts";
import { mayCode } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { codedQuestions } from "../coded-questions.ts";
import { frameAsTyped, frameUnits, longestName, mostFrames, readFrame } from "../codeframe.ts";
import { addCodeframe, changeCodeframe, findCodeframe, holdCodeframe } from "../codeframes.store.server.ts";
import { codeframePath, codeframesPath } from "../paths.ts";

const asked = async (on: Database, { formId }: Consultation) => codedQuestions(await listVersions(on, formId));

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation } = await findForOffice(args, mayCode);
  const frame = args.params.codeframe === "new" ? null : await findCodeframe(db(), consultation, args.params.codeframe);
  const { t } = wordsFor(language);
  const title = frame ? t("codeframe:details.title-of", { name: within(frame.name, { language }) }) : t("codeframe:details.new");
  return {
    title: titleOf(title, language, partnership),
    ...{ partnership, consultation, frameId: frame?.id ?? null, entries: frameAsTyped(frame) },
    questions: (await asked(db(), consultation)).map(({ id, label }) => ({ id, label })),
  };
}

type NotDone = Refused & { isFull: boolean };

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayCode);
  const form = await readForm(args.request);
  const done = await inTransaction(async (transaction): Promise<NotDone | { id: string }> => {
    const frame = args.params.codeframe === "new" ? null : await holdCodeframe(transaction, consultation, args.params.codeframe);
    const theirs = frameAsTyped(frame);
    const { merged, clashes } = takeEdits(frameUnits, form, theirs);
    const read = readFrame(merged, (await asked(transaction, consultation)).map(({ id }) => id));
    const refused = { entries: merged, clashes, now: theirs, isFull: false };
    if (!read.ok) return { ...refused, problems: read.problem };
    if (clashes.length > 0) return { ...refused, problems: [] };
    const by = { consultation, personId: signedIn.personId, now: args.context.now };
    if (frame) {
      await changeCodeframe(transaction, by, frame.id, read.value);
      return { id: frame.id };
    }
    const id = await addCodeframe(transaction, by, read.value);
    return id === null ? { ...refused, problems: [], isFull: true } : { id };
  });
  return "id" in done ? redirect(`${codeframePath(partnership, consultation, done)}?done=saved`) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function CodeframeDetailsPage() {
  const { partnership, consultation, frameId, questions, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as NotDone | undefined;
  const { t, number } = useWords();
  const { entries, before, errors, errorAt, inEach } = useFields(
    { say: (name, values) => t(`codeframe:details.${name}`, values), sayProblem: (code, values) => t(`codeframe:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const full = refused?.isFull ? [{ href: "#main", text: t("codeframe:details.full", { most: number(mostFrames) }) }] : [];
  return (
    <>
      <BackLink to={frameId ? codeframePath(partnership, consultation, { id: frameId }) : codeframesPath(partnership, consultation)} />
      <ErrorSummary errors={[...full, ...errors]} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(frameId ? "codeframe:details.title" : "codeframe:details.new")}</PageHeading>
      <form method="post" noValidate>
        {inEach("name", { most: longestName })}
        <Checkboxes
          small
          name="question"
          label={t("codeframe:details.question")}
          labelSize="m"
          hint={t("codeframe:details.question-hint")}
          error={errorAt("question")}
          values={(entries.question ?? "").split(" ")}
          choices={questions.map(({ id, label }) => ({ value: id, label: <InLanguage text={label} /> }))}
        />
        <AsOpened entries={before} />
        <Button>{t("codeframe:details.save")}</Button>
      </form>
    </>
  );
}
