// Texts of one question or several are handed out to coders, in parts that a lead says.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayCode, mayLeadCoding } from "#app/consultations/office-policy.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { within } from "#app/forms/wording.ts";
import { listThoseWho } from "#app/people/role-holders.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findWorked } from "../coders.server.ts";
import { readHandOut, typedIn, type HandOutProblem } from "../hand-out.ts";
import { countFree, handOutTexts } from "../hand-outs.store.server.ts";
import { codersPath } from "../paths.ts";
import { errorsOf, Parts } from "../ui/parts.tsx";
import { QuestionName } from "../ui/question-name.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, set, questions } = await findWorked(args, mayLeadCoding);
  const words = wordsFor(args.context.language);
  const free = await countFree(db(), { setId: set.id, consultationId: consultation.id }, questions.map(({ id }) => id));
  return {
    title: titleOf(words.t("work:hand-out.title-of", { title: within(consultation.title, words) }), words.language, partnership),
    ...{ partnership, consultation, set: set.number, once: newId() },
    questions: questions.map((question) => ({ ...question, free: free.get(question.id) ?? 0 })).filter(({ free: left }) => left > 0),
    coders: await listThoseWho(db(), mayCode, { partnershipId: partnership.id, consultationId: consultation.id }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, set, questions, signedIn } = await findWorked(args, mayLeadCoding);
  const form = await readForm(args.request);
  const typed = typedIn(form);
  const coders = await listThoseWho(db(), mayCode, { partnershipId: partnership.id, consultationId: consultation.id });
  const { asked, problems } = readHandOut(typed, { questionIds: questions.map(({ id }) => id), coderIds: coders.map(({ id }) => id) });
  const refuse = (wrong: HandOutProblem[]) => data({ typed, problems: wrong }, { status: 422 });
  if (problems.length > 0) return refuse(problems);
  const once = /^[\w-]{8,64}$/.test(typed.once ?? "") ? typed.once! : newId();
  const done = await inTransaction(async (transaction) => {
    await holdConsultation(transaction, partnership.id, consultation.id);
    return handOutTexts(transaction, { consultation, setId: set.id, personId: signedIn.personId, now, once }, asked);
  });
  if (!done.ok) return refuse([{ field: "question", code: done.problem }]);
  return redirect(`${codersPath(partnership, consultation)}?done=handed-out&count=${done.value}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function HandOutPage() {
  const { partnership, consultation, set, questions, coders, once } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as { typed: Record<string, string>; problems: HandOutProblem[] } | undefined;
  const words = useWords();
  const { t, number } = words;
  const { errors, errorAt } = errorsOf(refused?.problems ?? [], words);
  const typed = refused?.typed ?? {};
  return (
    <>
      <BackLink to={codersPath(partnership, consultation)} text={t("work:back")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("work:hand-out.title")}</PageHeading>
      {questions.length === 0 && !refused ? (
        <p className="govuk-body">{t("work:hand-out.nothing", { set: number(set) })}</p>
      ) : (
        <form method="post" noValidate>
          <input type="hidden" name="once" value={typed.once ?? once} />
          <p className="govuk-body">{t("work:hand-out.lead", { set: number(set) })}</p>
          <Checkboxes
            name="question"
            label={t("work:hand-out.questions")}
            labelSize="m"
            values={(typed.question ?? "").split(" ")}
            error={errorAt("question")}
            choices={questions.map((question) => ({ value: question.id, label: <QuestionName question={question} />, hint: t("work:hand-out.left", { number: number(question.free) }) }))}
          />
          <Parts {...{ coders, typed, errorAt }} />
          <TextField name="most" label={t("work:hand-out.most")} hint={t("work:hand-out.most-hint")} inputMode="numeric" width={5} value={typed.most} error={errorAt("most")} />
          <Button>{t("work:hand-out.send")}</Button>
        </form>
      )}
    </>
  );
}
