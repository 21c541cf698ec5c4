// One decision as the secretariat sees it: where it stands, what keeps it from being voted on, who said what, which safeguards apply,
// and the deeds that are due.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findBody, listBodies } from "#app/bodies/bodies.store.server.ts";
import { chairsPath, seatsPath } from "#app/bodies/body-paths.ts";
import { listDraftSchemes } from "#app/bodies/schemes.store.server.ts";
import { listResting, restOnDecision } from "#app/bodies/resting.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { readText } from "#app/shared/texts.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { isCarried, isChangeable, isPublic, nextToVote, stateOf, type Block } from "../decision.ts";
import { findDecision, holdDecision } from "../decisions.store.server.ts";
import { countNotices } from "../notices.store.server.ts";
import { mayTakeBack } from "../notice.ts";
import { closeVote, deferDecision, markImplemented, openVote, removeDecision, takeBackOutcome } from "../outcomes.store.server.ts";
import { officeDecisionPath, officeDecisionsPath } from "../paths.ts";
import { mayKeepDecisions } from "../policy.ts";
import { sayBlock } from "../said.ts";
import { findSituation } from "../situation.store.server.ts";
import { readHands } from "../tally.ts";
import { OfficeDecision } from "../ui/office-decision.tsx";

const asking = ["close", "defer", "remove"] as const;
const dones = ["saved", "opened", "closed", "deferred", "taken-back", "implemented", "too-late", "kept"];

/** Where a decision of the full partnership leads: to naming the chair of a body, to letting new seats hold. [SG08, SG09] */
async function findSettling(partnership: Partnership, decision: string) {
  const [bodies, drafts] = await Promise.all([listBodies(db(), partnership.id), listDraftSchemes(db(), partnership.id)]);
  const open = bodies.filter(({ endedOn }) => endedOn === null);
  const theirs = open.filter(({ chairChosenBy }) => chairChosenBy === "full-partnership");
  return {
    bodies: open.map(({ slug, name }) => ({ slug, name })),
    body: theirs.find(({ isFull }) => !isFull)?.slug ?? theirs[0]?.slug ?? "",
    drafts: drafts.map(({ version, body }) => ({ version, name: body.name, path: `${seatsPath(partnership, body, { decision })}#agree` })),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepDecisions);
  const decision = await findDecision(db(), partnership.id, args.params.decision);
  const { votes, members, item, ...situation } = await findSituation(db(), decision, now);
  const search = new URL(args.request.url).searchParams;
  // because chairs and seats are the full partnership's to agree
  const settles = decision.openedAt === null && (decision.outcome === "full-partnership-agreed" || (decision.outcome === "agreed" && decision.body.isFull));
  const turn = decision.openedAt !== null || nextToVote(decision) !== null;
  return {
    title: titleOf(wordsFor(language).t("decisions:one.title-of", { title: textIn(decision.title, language).text }), language, partnership),
    ...{ partnership, ...situation, item, state: stateOf(decision), notices: await countNotices(db(), decision) },
    voters: members.filter(({ hasVote }) => hasVote).map(({ appointmentId, name, organisation }) => ({ appointmentId, name, organisation, voice: votes.get(appointmentId) ?? null })),
    may: {
      change: isChangeable(decision),
      open: turn && decision.openedAt === null,
      close: decision.openedAt !== null,
      defer: !decision.isWithFull && turn && decision.outcome !== "deferred",
      takeBack: mayTakeBack(decision, now) && decision.outcome !== "deferred" && situation.vetoes.length === 0,
      implement: isCarried(decision.outcome) && decision.openedAt === null && decision.implementedOn === null,
      remove: isChangeable(decision) && decision.outcome === null,
    },
    isPublic: isPublic(decision),
    resting: settles ? await listResting(db(), partnership.id, dayOf(now)) : [],
    settling: settles ? await findSettling(partnership, decision.id) : null,
    asks: asking.find((one) => one === search.get("ask")) ?? null,
    done: dones.find((one) => one === search.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepDecisions);
  const form = await readForm(args.request);
  const deed = form.get("deed");
  if (deed === "name-chair") {
    const body = await findBody(db(), partnership.id, form.get("body") ?? undefined);
    return redirect(`${chairsPath(partnership, body, { decision: args.params.decision ?? "" })}#name`);
  }
  const hands = { for: form.get("for") ?? "", against: form.get("against") ?? "", abstain: form.get("abstain") ?? "" };
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now };
  const done = await inTransaction(async (transaction): Promise<Block[] | string> => {
    const decision = await holdDecision(transaction, partnership.id, args.params.decision);
    const situation = await findSituation(transaction, decision, now);
    if (deed === "open" || deed === "close") {
      const blocks = deed === "open" ? await openVote(transaction, by, situation) : await closeVote(transaction, by, partnership, situation, readHands(hands));
      return blocks.length > 0 ? blocks : deed === "open" ? "opened" : "closed";
    }
    if (deed === "defer") {
      await deferDecision(transaction, by, partnership, situation, readText("reason", Object.fromEntries(form), passage));
      return "deferred";
    }
    if (deed === "take-back") return (await takeBackOutcome(transaction, by, situation)) ? "taken-back" : "too-late";
    if (deed === "implement") {
      await markImplemented(transaction, by, decision, dayOf(now));
      return "implemented";
    }
    const [rests, restingId = ""] = (deed ?? "").split(" ");
    if ((rests === "chair" || rests === "seats") && isCarried(decision.outcome) && (decision.isWithFull || decision.body.isFull)) {
      await restOnDecision(transaction, by, { kind: rests, id: restingId }, decision.id);
      return "saved";
    }
    if (deed === "remove") return (await removeDecision(transaction, by, decision)) ? "removed" : "kept";
    throw badRequest();
  });
  if (typeof done !== "string") return data({ blocks: done, hands }, { status: 422 });
  if (done === "removed") return redirect(`${officeDecisionsPath(partnership)}?done=removed`);
  return redirect(officeDecisionPath(partnership, { id: args.params.decision ?? "" }, { done }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeDecisionPage() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useWords();
  const { t } = words;
  const { partnership, decision, asks, done, may } = shown;
  const here = officeDecisionPath(partnership, decision);
  if (asks && may[asks] && !refused) {
    return (
      <Confirming
        question={t(`decisions:ask.${asks}.question`)}
        consequence={t(`decisions:ask.${asks}.consequence`)}
        yes={{ name: "deed", value: asks, text: t(`decisions:ask.${asks}.yes`), look: asks === "remove" ? "warning" : "main" }}
        no={t("decisions:no")}
        backTo={here}
      >
        {asks === "defer" && <FieldsInLanguages name="reason" legend={t("decisions:ask.defer.reason")} hint={t("decisions:ask.defer.reason-hint")} rows={3} valueOf={() => ""} errorOf={() => undefined} />}
      </Confirming>
    );
  }
  return (
    <>
      <BackLink to={officeDecisionsPath(partnership)} text={t("decisions:office.title")} />
      <ErrorSummary errors={(refused?.blocks ?? []).map((block) => ({ href: "#deeds", text: sayBlock(block, words) }))} />
      {done && !refused && <NotificationBanner kind={done === "too-late" || done === "kept" ? "important" : "success"}>{t(`decisions:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={decision.body.name} />}>
        <InLanguage text={decision.title} />
      </PageHeading>
      <OfficeDecision shown={shown} hands={refused?.hands} />
    </>
  );
}
