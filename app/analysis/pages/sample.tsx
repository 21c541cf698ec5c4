// A random sample of what is coded is drawn to be read again by somebody else, who sees nothing of the first reading. [B7.3]
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
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findWorked } from "../coders.server.ts";
import { partsField, readSample, typedIn, type HandOutProblem } from "../hand-out.ts";
import { countForSample, drawSample } from "../hand-outs.store.server.ts";
import { codersPath } from "../paths.ts";
import { sampleSize, usualSample } from "../sample.ts";
import { errorsOf, Parts } from "../ui/parts.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, set } = await findWorked(args, mayLeadCoding);
  const words = wordsFor(args.context.language);
  const { texts, drawn } = await countForSample(db(), { setId: set.id, consultationId: consultation.id });
  return {
    title: titleOf(words.t("work:sample.title-of", { title: within(consultation.title, words) }), words.language, partnership),
    ...{ partnership, consultation, set: set.number, once: newId(), texts, drawn, wanted: sampleSize(texts) },
    coders: await listThoseWho(db(), mayCode, { partnershipId: partnership.id, consultationId: consultation.id }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, set, signedIn } = await findWorked(args, mayLeadCoding);
  const typed = typedIn(await readForm(args.request));
  const coders = await listThoseWho(db(), mayCode, { partnershipId: partnership.id, consultationId: consultation.id });
  const { asked, problems } = readSample(typed, { coderIds: coders.map(({ id }) => id) });
  const refuse = (wrong: HandOutProblem[]) => data({ typed, problems: wrong }, { status: 422 });
  if (problems.length > 0) return refuse(problems);
  const once = /^[\w-]{8,64}$/.test(typed.once ?? "") ? typed.once! : newId();
  const done = await inTransaction(async (transaction) => {
    await holdConsultation(transaction, partnership.id, consultation.id);
    return drawSample(transaction, { consultation, setId: set.id, personId: signedIn.personId, now, once }, asked);
  });
  if (!done.ok) return refuse([{ field: done.problem === "enough" ? "share" : partsField(coders[0]?.id ?? ""), code: done.problem }]);
  return redirect(`${codersPath(partnership, consultation)}?done=drawn&count=${done.value}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SamplePage() {
  const { partnership, consultation, set, once, texts, drawn, wanted, coders } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as { typed: Record<string, string>; problems: HandOutProblem[] } | undefined;
  const words = useWords();
  const { t, number } = words;
  const { errors, errorAt } = errorsOf(refused?.problems ?? [], words);
  const typed: Record<string, string> = refused?.typed ?? { share: String(usualSample.share), least: String(usualSample.least) };
  return (
    <>
      <BackLink to={codersPath(partnership, consultation)} text={t("work:back")} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("work:sample.title")}</PageHeading>
      <p className="govuk-body">{t("work:sample.lead", { set: number(set) })}</p>
      <p className="govuk-body">{t("work:sample.how-many", { texts: number(texts), drawn: number(drawn), wanted: number(wanted) })}</p>
      {texts === 0 && !refused ? (
        <p className="govuk-body">{t("work:sample.nothing")}</p>
      ) : (
        <form method="post" noValidate>
          <input type="hidden" name="once" value={typed.once ?? once} />
          <Parts {...{ coders, typed, errorAt }} />
          <TextField name="share" label={t("work:sample.share")} hint={t("work:sample.share-hint")} inputMode="numeric" width={3} value={typed.share} error={errorAt("share")} />
          <TextField name="least" label={t("work:sample.least")} inputMode="numeric" width={5} value={typed.least} error={errorAt("least")} />
          <Textarea name="reason" label={t("work:sample.reason")} hint={t("work:sample.reason-hint")} rows={3} value={typed.reason ?? ""} error={errorAt("reason")} />
          <Button>{t("work:sample.send")}</Button>
        </form>
      )}
    </>
  );
}
