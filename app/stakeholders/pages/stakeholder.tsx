// One stakeholder: who they are, on which lists, and whether letters reach them; a new one; erasing.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { stakeholdersPath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import type { Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { defaultLanguage } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findList, listLists, listsOf, setListsOf } from "../lists.store.server.ts";
import { everybody, listPath, stakeholderPath } from "../paths.ts";
import { readStakeholder, shownName, stakeholderAsTyped, stakeholderFields, type StakeholderProblem } from "../stakeholder.ts";
import { eraseStakeholder, findStakeholder, saveStakeholder } from "../stakeholders.store.server.ts";
import { listBounces, recordByHand, tryAgain, unsubscribeByHand } from "../stopped.store.server.ts";
import { Reaching } from "../ui/reaching.tsx";
import { StakeholderFields } from "../ui/stakeholder-fields.tsx";
import { useStakeholderProblems } from "../ui/use-problems.tsx";

const isNew = ({ params }: Pick<LoaderFunctionArgs, "params">) => params.person === "new";
const dones = ["saved", "stopped", "allowed", "bounced", "tried"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const words = wordsFor(language);
  const { partnership, signedIn } = await requireWhoMay(args, mayInvite);
  const query = new URL(args.request.url).searchParams;
  const stakeholder = isNew(args) ? null : await findStakeholder(db(), partnership.id, args.params.person);
  const from = query.get("list");
  if (stakeholder) {
    await recordAudit(db(), { partnershipId: partnership.id, personId: signedIn.personId, action: "stakeholder.read", subjectKind: "stakeholder", subjectId: stakeholder.id });
  }
  const on = stakeholder ? await listsOf(db(), stakeholder.id) : from === null ? [] : [await findList(db(), partnership.id, from)];
  const asks = stakeholder !== null && query.get("ask") === "erase";
  const name = stakeholder ? shownName(stakeholder) || words.t("stakeholders:one.nameless") : words.t("stakeholders:one.add");
  return {
    title: titleOf(asks ? words.t("stakeholders:one.ask", { name }) : name, language, partnership),
    ...{ partnership, stakeholder, name, asks, on: on.map(({ id }) => id), back: on[0]?.id ?? everybody },
    lists: (await listLists(db(), partnership.id)).map(({ id, name: label }) => ({ value: id, label })),
    bounces: stakeholder ? (await listBounces(db(), stakeholder.id)).map(({ at, ...bounce }) => ({ ...bounce, at: words.instant(at) })) : [],
    done: dones.find((one) => query.has(one)) ?? null,
  };
}

type Refused = { entries: Entries; problems: StakeholderProblem[]; other: string | null; lists: string[]; isUnlisted: boolean };

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayInvite);
  const form = await readForm(args.request);
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const stakeholder = isNew(args) ? null : await findStakeholder(db(), partnership.id, args.params.person);
  const deed = form.get("deed") ?? "save";
  if (stakeholder && deed !== "save") {
    const back = (done: string) => redirect(`${stakeholderPath(partnership, stakeholder.id)}?${done}`);
    return inTransaction(async (transaction) => {
      switch (deed) {
        case "erase":
          await eraseStakeholder(transaction, by, stakeholder.id, "stakeholder.erase");
          return redirect(`${listPath(partnership, everybody)}?erased`);
        case "stop":
        case "allow":
          await unsubscribeByHand(transaction, by, stakeholder, deed === "stop");
          return back(deed === "stop" ? "stopped" : "allowed");
        case "hard":
        case "soft":
          await recordByHand(transaction, by, stakeholder, deed);
          return back("bounced");
        case "try-again":
          await tryAgain(transaction, by, stakeholder);
          return back("tried");
        default:
          throw badRequest();
      }
    });
  }
  if (deed !== "save") throw badRequest();
  const entries: Entries = Object.fromEntries(stakeholderFields.map((field) => [field, form.get(field) ?? ""]));
  const lists = form.getAll("list");
  const refuse = (refused: Partial<Refused>) => data({ problems: [], other: null, isUnlisted: false, ...refused, entries, lists }, { status: 422 });
  const read = readStakeholder(entries, defaultLanguage);
  if (!read.ok) return refuse({ problems: read.problem, isUnlisted: lists.length === 0 });
  if (lists.length === 0) return refuse({ isUnlisted: true });
  const saved = await inTransaction(async (transaction) => {
    const result = await saveStakeholder(transaction, by, stakeholder?.id ?? null, read.value);
    if (result.ok) await setListsOf(transaction, by, result.value, lists);
    return result;
  });
  if (!saved.ok) return refuse({ other: saved.problem.id });
  return redirect(stakeholder ? `${stakeholderPath(partnership, saved.value)}?saved` : `${listPath(partnership, lists[0]!)}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function StakeholderPage() {
  const { partnership, stakeholder, name, asks, on, back, lists, bounces, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const say = useStakeholderProblems();
  if (stakeholder && asks) {
    return (
      <Confirming
        question={t("stakeholders:one.ask", { name })}
        consequence={t("stakeholders:one.ask-text")}
        yes={{ name: "deed", value: "erase", text: t("stakeholders:one.ask-yes") }}
        no={t("stakeholders:one.ask-no")}
        backTo={stakeholderPath(partnership, stakeholder.id)}
      />
    );
  }
  const entries = refused?.entries ?? (stakeholder ? stakeholderAsTyped(stakeholder) : {});
  const errors: Record<string, string> = Object.fromEntries((refused?.problems ?? []).map((problem) => [problem.field, say(problem)]));
  if (refused?.isUnlisted) errors.list = t("stakeholders:one.unlisted");
  if (refused?.other) errors.email = t("stakeholders:one.there");
  return (
    <>
      <BackLink to={back === everybody && lists.length === 0 ? stakeholdersPath(partnership) : listPath(partnership, back)} text={t("stakeholders:one.back")} />
      <ErrorSummary errors={Object.entries(errors).map(([input, text]) => ({ href: `#${input}`, text }))} />
      {done && <NotificationBanner kind="success">{t(`stakeholders:one.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>
        <bdi>{name}</bdi>
      </PageHeading>
      {refused?.other && (
        <p className="govuk-body">
          <PageLink to={stakeholderPath(partnership, refused.other)}>{t("stakeholders:one.go-there")}</PageLink>
        </p>
      )}
      {stakeholder && <Reaching stakeholder={stakeholder} bounces={bounces} />}
      <form method="post" noValidate>
        <StakeholderFields entries={entries} errors={errors} />
        <Checkboxes name="list" small label={t("stakeholders:one.lists")} values={refused?.lists ?? on} choices={lists} error={errors.list} />
        <Button name="deed" value="save">{t("stakeholders:save")}</Button>
      </form>
      {stakeholder && (
        <ButtonGroup>
          <PageLink to={stakeholderPath(partnership, stakeholder.id, { ask: "erase" })}>{t("stakeholders:one.erase")}</PageLink>
        </ButtonGroup>
      )}
    </>
  );
}
