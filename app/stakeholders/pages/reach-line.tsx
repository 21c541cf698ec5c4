// One line of what is done to make a consultation known: written down, changed, or removed.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { reachPath } from "#app/consultations/office-paths.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { reachLinePath } from "../paths.ts";
import { isReachKind, lineAsTyped, reachInputs, readReachLine } from "../reach-line.ts";
import { findReachLine, removeReachLine, saveReachLine } from "../reach.store.server.ts";
import { ReachFields } from "../ui/reach-fields.tsx";

async function findShown(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await findForOffice(args, mayInvite);
  const { reach: kind, line: id } = args.params;
  if (!isReachKind(kind)) throw notFound();
  return { ...found, kind, id: id === "new" ? null : (id ?? ""), shown: id === "new" ? null : await findReachLine(db(), found.consultation, kind, id) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, consultation, kind, id, shown } = await findShown(args);
  const asks = shown !== null && new URL(args.request.url).searchParams.get("ask") === "remove";
  const { t } = wordsFor(language);
  return {
    title: titleOf(t(asks ? "reach:ask" : shown ? `reach:change.${kind}` : `reach:add.${kind}`), language, partnership),
    ...{ partnership, consultation, kind, id, asks, entries: lineAsTyped(kind, shown, dayOf(now)) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn, kind, id } = await findShown(args);
  const { now } = args.context;
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const here = reachPath(partnership, consultation);
  if (id !== null && form.get("deed") === "remove") {
    await inTransaction((transaction) => removeReachLine(transaction, consultation, kind, id, by));
    return redirect(`${here}?removed`);
  }
  const entries = Object.fromEntries(reachInputs[kind].map((input) => [input, form.get(input) ?? ""]));
  const read = readReachLine(kind, entries, dayOf(now));
  if (!read.ok) return data({ entries, problems: read.problem }, { status: 422 });
  await inTransaction((transaction) => saveReachLine(transaction, consultation, kind, id, read.value, by));
  return redirect(`${here}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReachLinePage() {
  const { partnership, consultation, kind, id, asks, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const entries = refused?.entries ?? loaded.entries;
  if (asks && id !== null) {
    return (
      <Confirming
        question={t("reach:ask")}
        consequence={t(`reach:ask-text.${kind}`)}
        yes={{ name: "deed", value: "remove", text: t("reach:ask-yes") }}
        no={t("reach:ask-no")}
        backTo={reachLinePath(partnership, consultation, kind, id)}
      />
    );
  }
  const errors = Object.fromEntries(
    (refused?.problems ?? []).map(({ input, code, most = 0 }) => [input, t(`reach:problem.${code}`, { field: t(`reach:input.${input.replace(/-day$/, "")}`), most: number(most) })]),
  );
  return (
    <>
      <BackLink to={reachPath(partnership, consultation)} text={t("reach:title")} />
      <ErrorSummary errors={Object.entries(errors).map(([input, text]) => ({ href: `#${input}`, text }))} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t(id === null ? `reach:add.${kind}` : `reach:change.${kind}`)}</PageHeading>
      <form method="post" noValidate>
        <ReachFields {...{ kind, entries, errors }} />
        <ButtonGroup>
          <Button name="deed" value="save">{t("stakeholders:save")}</Button>
          {id !== null && <PageLink to={`${reachLinePath(partnership, consultation, kind, id)}?ask=remove`}>{t("reach:remove")}</PageLink>}
        </ButtonGroup>
      </form>
    </>
  );
}
