// One dispute: who is at odds about what, which way it goes, who mediates, and how it ended. [SG12]
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { disputeRoutes } from "#app/bodies/safeguard.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { takeEdits } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findDecision, listEvery } from "../decisions.store.server.ts";
import { blocksEnding, disputeAsTyped, disputeUnits, longest, readDispute } from "../dispute.ts";
import { closeDispute, findDispute, holdDispute, saveDispute } from "../disputes.store.server.ts";
import { disputesPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.dispute === "new";

/** What a dispute may be about, and the decision it is about already. */
async function listSubjects(on: Database, partnershipId: string, about: string | null) {
  const bodies = await listBodies(on, partnershipId);
  const { decisions } = await listEvery(on, { partnershipId, after: null });
  const other = !about || decisions.some(({ id }) => id === about) ? [] : [await findDecision(on, partnershipId, about)];
  return {
    bodies: bodies.filter(({ endedOn }) => endedOn === null).map(({ id, name }) => ({ id, name })),
    decisions: [...decisions, ...other].map(({ id, bodyId, title }) => ({ id, bodyId, title })),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const dispute = isNew(args) ? null : await findDispute(db(), partnership.id, args.params.dispute);
  const asked = new URL(args.request.url).searchParams.get("decision");
  const subjects = await listSubjects(db(), partnership.id, dispute?.decisionId ?? asked);
  const about = subjects.decisions.find(({ id }) => id === asked);
  return {
    title: titleOf(wordsFor(language).t(dispute ? "decisions:dispute.title" : "decisions:dispute.new"), language, partnership),
    ...{ partnership, dispute, ...subjects },
    entries: disputeAsTyped(dispute, about ? { decisionId: about.id, bodyId: about.bodyId } : null),
  };
}

type NotDone = Refused & { blocks: readonly string[] };

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepDecisions);
  const form = await readForm(args.request, { longest: longest.notes * 4 });
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const deed = form.get("deed");
  const refused = await inTransaction(async (transaction): Promise<NotDone | null> => {
    const dispute = isNew(args) ? null : await holdDispute(transaction, partnership.id, args.params.dispute);
    const theirs = disputeAsTyped(dispute, null);
    const { merged, clashes } = takeEdits(disputeUnits, form, theirs);
    const { bodies, decisions } = await listSubjects(transaction, partnership.id, dispute?.decisionId ?? form.get("decision"));
    const read = readDispute(merged, { bodyIds: bodies.map(({ id }) => id), decisions });
    const not = { entries: merged, clashes, now: theirs };
    if (!read.ok || clashes.length > 0) return { ...not, problems: read.ok ? [] : read.problem, blocks: [] };
    const outcome = dispute?.decision?.outcome;
    const blocks = deed === "close" ? blocksEnding(read.value, outcome === "full-partnership-agreed" || outcome === "rejected") : [];
    if (blocks.length > 0) return { ...not, problems: [], blocks };
    const id = await saveDispute(transaction, by, dispute?.id ?? null, read.value);
    if (deed === "close" || deed === "reopen") await closeDispute(transaction, by, { id }, deed === "close");
    return null;
  });
  return refused ? data(refused, { status: 422 }) : redirect(`${disputesPath(partnership)}?done`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DisputePage() {
  const { partnership, dispute, bodies, decisions, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`decisions:field.${name}`, values), sayProblem: (code, values) => t(`decisions:problem.${code}`, values) },
    { loaded: loaded.entries, refused },
  );
  const { entries, errors, errorAt, inEach, theirs } = fields;
  const blocks = (refused?.blocks ?? []).map((code) => ({ href: code === "no-mediator" ? "#mediator" : "#outcome-en", text: t(`decisions:dispute.blocked.${code}`) }));
  return (
    <>
      <BackLink to={disputesPath(partnership)} text={t("decisions:disputes.title")} />
      <ErrorSummary errors={[...blocks, ...errors]} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t(dispute ? "decisions:dispute.title" : "decisions:dispute.new")}</PageHeading>
      <form method="post" noValidate>
        <Select
          name="decision"
          label={t("decisions:field.decision")}
          hint={t("decisions:field.decision-hint")}
          value={entries.decision}
          options={[{ value: "", label: t("decisions:field.no-decision") }, ...decisions.map(({ id, title }) => ({ value: id, label: textIn(title, language).text }))]}
        />
        <Select
          name="body"
          label={t("decisions:field.dispute-body")}
          value={entries.body}
          error={errorAt("body")}
          options={[{ value: "", label: t("decisions:choose") }, ...bodies.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
        />
        {inEach("about", { rows: 4, most: longest.about })}
        <Radios
          name="route"
          label={t("decisions:field.route")}
          value={entries.route}
          error={errorAt("route")}
          choices={disputeRoutes.map((value) => ({ value, label: t(`decisions:route.${value}`) }))}
        />
        <TextField name="mediator" label={t("decisions:field.mediator")} labelSize="m" hint={t("decisions:field.mediator-hint")} value={entries.mediator} error={errorAt("mediator")} />
        <Theirs said={theirs("mediator")} />
        {inEach("outcome", { rows: 4, most: longest.outcome })}
        <Textarea name="notes" rows={6} label={t("decisions:field.notes")} labelSize="m" hint={t("decisions:field.notes-hint")} value={entries.notes} error={errorAt("notes")} />
        <Theirs said={theirs("notes")} />
        {dispute && <AsOpened entries={fields.before} />}
        <ButtonGroup>
          <Button>{t("decisions:save")}</Button>
          {dispute && (
            <Button look="secondary" name="deed" value={dispute.closedOn ? "reopen" : "close"}>
              {t(dispute.closedOn ? "decisions:dispute.reopen" : "decisions:dispute.close")}
            </Button>
          )}
        </ButtonGroup>
      </form>
    </>
  );
}
