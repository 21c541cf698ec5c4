// What a coder has left is passed on to somebody else, or taken back to be handed out again: when they are ill, say.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayCode, mayLeadCoding } from "#app/consultations/office-policy.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import { listThoseWho } from "#app/people/role-holders.store.server.ts";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findWorked } from "../coders.server.ts";
import { listProgress, passOn } from "../coding-tasks.store.server.ts";
import { codersPath } from "../paths.ts";

async function findCoder(args: LoaderFunctionArgs) {
  const found = await findWorked(args, mayLeadCoding);
  const of = { partnershipId: found.partnership.id, consultationId: found.consultation.id };
  const work = (await listProgress(db(), found.set.id)).filter(({ coderId }) => coderId === args.params.coder);
  if (work.length === 0) throw notFound();
  const coderId = work[0]!.coderId;
  const others = (await listThoseWho(db(), mayCode, of)).filter(({ id }) => id !== coderId);
  return { ...found, coderId, others, left: work.reduce((sum, { texts, done }) => sum + texts - done, 0) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, coderId, others, left } = await findCoder(args);
  const { t, language } = wordsFor(args.context.language);
  const name = (await listNames(db(), [coderId])).get(coderId) ?? t("reading:somebody");
  return { title: titleOf(t("work:pass-on.title", { name }), language, partnership), ...{ partnership, consultation, name, others, left } };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, coderId, others } = await findCoder(args);
  const to = (await readForm(args.request)).get("to") ?? "";
  if (to !== "back" && others.every(({ id }) => id !== to)) return data({ problem: "to-missing" as const }, { status: 422 });
  const { texts } = await inTransaction(async (transaction) => {
    await holdConsultation(transaction, partnership.id, consultation.id);
    return passOn(transaction, consultation, { fromId: coderId, toId: to === "back" ? null : to }, { personId: signedIn.personId, now });
  });
  return redirect(`${codersPath(partnership, consultation)}?done=passed-on&count=${texts}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PassOnPage() {
  const { partnership, consultation, name, others, left } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const problem = refused && t(`work:problem.${refused.problem}`);
  return (
    <>
      <BackLink to={codersPath(partnership, consultation)} text={t("work:back")} />
      <ErrorSummary errors={problem ? [{ href: "#to", text: problem }] : []} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("work:pass-on.title", { name })}</PageHeading>
      <p className="govuk-body">{t("work:pass-on.lead", { number: number(left) })}</p>
      <WarningText>{t("work:pass-on.anew")}</WarningText>
      <form method="post" noValidate>
        <Radios
          name="to"
          label={t("work:pass-on.to")}
          labelSize="m"
          error={problem}
          choices={[
            ...others.map((one) => ({ value: one.id, label: <bdi>{one.name}</bdi> })),
            { value: "back", label: t("work:pass-on.back"), hint: t("work:pass-on.back-hint") },
          ]}
        />
        <Button>{t("work:pass-on.send")}</Button>
      </form>
    </>
  );
}
