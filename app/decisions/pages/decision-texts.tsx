// What is to be decided, where, and what it rests on. Two officers at once lose nothing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listGrounds, listPlaces } from "../choices.store.server.ts";
import { isChangeable } from "../decision.ts";
import { decisionAsTyped, decisionUnits, longest, placeValue, readDecision } from "../decision-form.ts";
import { changeDecision, draftDecision, findDecision, holdDecision } from "../decisions.store.server.ts";
import { raiseDecision } from "../outcomes.store.server.ts";
import { officeDecisionPath, officeDecisionsPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";
import { DecisionFields } from "../ui/decision-fields.tsx";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.decision === "new";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const decision = isNew(args) ? null : await findDecision(db(), partnership.id, args.params.decision);
  if (decision && !isChangeable(decision)) throw redirect(officeDecisionPath(partnership, decision));
  const asked = new URL(args.request.url).searchParams.get("item");
  const words = wordsFor(language);
  const places = await listPlaces(db(), partnership.id, now);
  const here = decision && !places.some((place) => placeValue(place) === placeValue(decision)) ? [{ ...decision, bodyName: decision.body.name, item: null }] : [];
  const said = (text: Parameters<typeof textIn>[0]) => textIn(text, language).text;
  const { delegations, consultations, findings, organisations } = await listGrounds(db(), partnership.id);
  return {
    title: titleOf(words.t(decision ? "decisions:texts.title" : "decisions:texts.new"), language, partnership),
    ...{ partnership, decisionId: decision?.id ?? null, entries: decisionAsTyped(decision, asked === null ? "" : `item ${asked}`) },
    // what is drawn of them is drawn on the server, and a text of three languages is three times as long
    choices: {
      places: [...here, ...places].map((place) => ({
        value: placeValue(place),
        isItem: place.item !== null,
        label: place.item ? words.t("decisions:texts.item", { body: said(place.bodyName), at: words.instant(place.item.startsAt), title: said(place.item.title) }) : said(place.bodyName),
      })),
      delegations: delegations.map(({ id, scope, bodyName }) => ({ value: id, label: words.t("decisions:texts.delegation", { body: said(bodyName), scope: said(scope).slice(0, 120) }) })),
      consultations: consultations.map(({ id, name }) => ({ value: id, label: said(name) })),
      findings: findings.map(({ id, name }) => ({ value: id, label: said(name).slice(0, 120) })),
      organisations: organisations.map(({ id, name }) => ({ value: id, label: said(name) })),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepDecisions);
  const form = await readForm(args.request, { longest: longest.reasons * 4 });
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const done = await inTransaction(async (transaction): Promise<Refused | { id: string }> => {
    const decision = isNew(args) ? null : await holdDecision(transaction, partnership.id, args.params.decision);
    if (decision && !isChangeable(decision)) return { id: decision.id };
    const theirs = decisionAsTyped(decision, "");
    const { merged, clashes } = takeEdits(decisionUnits, form, theirs);
    const places = [...(decision ? [decision] : []), ...(await listPlaces(transaction, partnership.id, now))];
    const { delegations, consultations, findings, organisations } = await listGrounds(transaction, partnership.id);
    const ids = (those: readonly { id: string }[]) => those.map(({ id }) => id);
    const known = { places, delegationIds: ids(delegations), consultationIds: ids(consultations), findingIds: ids(findings), organisationIds: ids(organisations) };
    const read = readDecision(merged, known);
    if (!read.ok || clashes.length > 0) return { entries: merged, problems: read.ok ? [] : read.problem, clashes, now: theirs };
    const { bodyId, itemId, ...texts } = read.value;
    const id = decision?.id ?? (await draftDecision(transaction, by, { bodyId, itemId }, texts));
    if (decision) await changeDecision(transaction, by, id, { bodyId, itemId }, texts);
    if (itemId === null) await raiseDecision(transaction, partnership, await findDecision(transaction, partnership.id, id), bodyId, now);
    return { id };
  });
  return "id" in done ? redirect(officeDecisionPath(partnership, done, { done: "saved" })) : data(done, { status: 422 });
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DecisionTextsPage() {
  const { partnership, decisionId, choices, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`decisions:field.${name}`, values), sayProblem: (code, values) => t(`decisions:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const back = decisionId ? { to: officeDecisionPath(partnership, { id: decisionId }), text: t("decisions:texts.back") } : { to: officeDecisionsPath(partnership), text: t("decisions:office.title") };
  return (
    <>
      <BackLink {...back} />
      <ErrorSummary errors={fields.errors} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t(decisionId ? "decisions:texts.title" : "decisions:texts.new")}</PageHeading>
      <form method="post" noValidate>
        <DecisionFields fields={fields} choices={choices} />
        {decisionId && <AsOpened entries={fields.before} />}
        <Button>{t("decisions:save")}</Button>
      </form>
    </>
  );
}
