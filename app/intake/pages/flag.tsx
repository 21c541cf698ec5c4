// One flag with the responses it is about, and the decision whether they count.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countNotWithdrawn } from "#app/consultations/counts.store.server.ts";
import { isExclusionReason } from "#app/consultations/exclusion.ts";
import { mayExcludeResponses, takesEntries } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { flagsPath, officeResponsePath } from "#app/consultations/office-paths.ts";
import { findFormVersion } from "#app/consultations/store.server.ts";
import { listNames } from "#app/people/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { cameText, excerptOf, explainFlag, nameFlag } from "../flag-words.ts";
import { longestWords, type Decision } from "../flags.ts";
import { findFlag, keepFlagged, leaveFlaggedOut, listDecisions, listFlagged, type Chosen, type FlaggedResponse as Listed } from "../flags.store.server.ts";
import { flagPath } from "../paths.ts";
import { DecideForm, type DecideProblem } from "../ui/decide-form.tsx";
import { FlaggedResponse } from "../ui/flagged-response.tsx";
import { FlagDecisions } from "../ui/flag-decisions.tsx";

const mostOnAPage = 25;
const longestNote = 1000;

/** What the address asks about before it is done: nothing, or which decision about which responses. */
function askedIn(url: string): { decision: Decision; chosen: Chosen } | null {
  const search = new URL(url).searchParams;
  const ask = search.get("ask");
  if (ask === "keep") return { decision: "keep", chosen: "all" };
  if (ask === "leave-all-out") return { decision: "leave-out", chosen: "all" };
  return ask === "leave-out" ? { decision: "leave-out", chosen: search.getAll("response").slice(0, mostOnAPage) } : null;
}

async function findShown(args: LoaderFunctionArgs) {
  const found = await findForOffice(args, mayExcludeResponses);
  const flag = await findFlag(db(), found.consultation, args.params.flag);
  return { ...found, flag, mayDecide: takesEntries(found.consultation, args.context.now), asked: askedIn(args.request.url) };
}

async function showResponse({ formVersionId, answers, ...response }: Listed) {
  const { definition } = await findFormVersion(db(), formVersionId);
  const longest = longestWords(definition, answers);
  return { ...response, excerpt: longest && excerptOf(longest.text) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, consultation, signedIn, flag, mayDecide, asked } = await findShown(args);
  const words = wordsFor(language);
  const name = nameFlag(flag, words);
  const search = new URL(args.request.url).searchParams;
  const after = search.get("after");
  const base = { partnership, consultation, flag, name, mayDecide };
  const isNothingTicked = asked !== null && asked.chosen !== "all" && asked.chosen.length === 0;
  if (mayDecide && asked && !isNothingTicked) {
    const count = asked.chosen !== "all" ? asked.chosen.length : asked.decision === "keep" ? flag.responses : flag.counted;
    const question = words.t(asked.decision === "keep" ? "intake:keep.question" : "intake:exclude.question", { count, number: words.number(count) });
    return { ...base, title: titleOf(question, language, partnership), asks: { decision: asked.decision, count }, list: null };
  }
  const { responses, nextAfter } = await listFlagged(db(), flag, { after, most: mostOnAPage });
  const decisions = await listDecisions(db(), flag);
  const names = await listNames(db(), decisions.map(({ byId }) => byId));
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "flag.read", subjectKind: "flag", subjectId: flag.id },
    facts: { consultationId: consultation.id, flag: flag.kind, shown: responses.length },
  });
  return {
    ...{ ...base, title: titleOf(name, language, partnership), asks: null },
    list: {
      ...{ noticed: explainFlag(flag, words), nextAfter, after, isNothingTicked },
      responses: await Promise.all(responses.map(showResponse)),
      decisions: decisions.map(({ byId, ...decision }) => ({ ...decision, who: names.get(byId) ?? null })),
      received: await countNotWithdrawn(db(), consultation.id),
      done: (["keep", "leave-out"] as const).find((deed) => deed === search.get("done")) ?? null,
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, signedIn, flag, mayDecide, asked } = await findShown(args);
  if (!asked) throw badRequest();
  if (!mayDecide) throw forbidden();
  const form = await readForm(args.request);
  const typed = { reason: form.get("reason") ?? "", note: passage(form.get("note") ?? "") };
  const { t, number } = wordsFor(language);
  const problems: DecideProblem[] = [
    ...(asked.decision === "leave-out" && !isExclusionReason(typed.reason) ? [{ field: "reason" as const, text: t("intake:problem.exclusion-missing") }] : []),
    ...(typed.note.length > longestNote ? [{ field: "note" as const, text: t("intake:problem.note-too-long", { most: number(longestNote) }) }] : []),
  ];
  if (problems.length > 0) return data({ problems, typed }, { status: 422 });
  const by = { personId: signedIn.personId, now, note: typed.note === "" ? null : typed.note };
  const { chosen, decision } = asked;
  const { reason } = typed;
  await inTransaction(async (transaction) => {
    if (decision === "leave-out" && isExclusionReason(reason)) await leaveFlaggedOut(transaction, consultation, flag, { ...by, chosen, reason });
    else await keepFlagged(transaction, consultation, flag, by);
  });
  return redirect(`${flagPath(partnership, consultation, flag.id)}?done=${decision}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function FlagPage() {
  const { partnership, consultation, flag, name, mayDecide, asks, list } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useWords();
  const { t, number, instant } = words;
  const here = flagPath(partnership, consultation, flag.id);
  if (asks) return <DecideForm {...asks} backTo={here} problems={refused?.problems ?? []} typed={refused?.typed ?? { reason: "", note: "" }} />;
  if (!list) return null;
  const { noticed, responses, decisions, received, nextAfter, after, isNothingTicked, done } = list;
  const left = flag.responses - flag.counted;
  return (
    <>
      <BackLink to={flagsPath(partnership, consultation)} text={t("intake:flag.back")} />
      {isNothingTicked && <ErrorSummary errors={[{ href: "#responses", text: t("intake:problem.none-ticked") }]} />}
      {done && <NotificationBanner kind="success">{t(`intake:flag.done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{name}</PageHeading>
      <p className="govuk-body">{noticed}</p>
      <SummaryList
        rows={[
          { key: "responses", label: t("intake:flags.responses"), value: t("intake:flags.of", { number: number(flag.responses), base: number(received) }) },
          ...(flag.firstAt && flag.lastAt
            ? [{ key: "came", label: t("intake:flags.came"), value: cameText(flag, words) }]
            : []),
          { key: "raised", label: t("intake:flag.raised"), value: instant(flag.raisedAt) },
          { key: "counted", label: t("intake:flag.counted"), value: number(flag.counted) },
          { key: "left", label: t("office:counts.excluded"), value: number(left) },
        ]}
      />
      <p className="govuk-body">{t(mayDecide ? (flag.decidedAt ? "intake:flag.decided" : "intake:flag.still-counts") : "intake:flag.closed")}</p>
      {flag.decidedAt && flag.since > 0 && <p className="govuk-body">{t("intake:flags.since", { count: flag.since, number: number(flag.since) })}</p>}
      {mayDecide && flag.responses > 0 && (
        <ButtonGroup>
          <ButtonLink to={`${here}?ask=keep`}>{t("intake:keep.begin", { count: flag.responses, number: number(flag.responses) })}</ButtonLink>
          {flag.counted > 0 && (
            <ButtonLink to={`${here}?ask=leave-all-out`} look="secondary">
              {t("intake:flag.leave-all-out", { count: flag.counted, number: number(flag.counted) })}
            </ButtonLink>
          )}
        </ButtonGroup>
      )}
      <FlagDecisions decisions={decisions} />
      <h2 className="govuk-heading-m" id="responses" tabIndex={-1}>
        {t("intake:flag.responses")}
      </h2>
      <p className="govuk-body">{t("intake:flag.extract")}</p>
      <form method="get">
        {after && <input type="hidden" name="after" value={after} />}
        {responses.map((response) => (
          <FlaggedResponse key={response.id} response={response} path={officeResponsePath(partnership, consultation, response.id)} mayTick={mayDecide} />
        ))}
        {mayDecide && responses.some(({ excludedAt }) => excludedAt === null) && (
          <Button look="secondary" name="ask" value="leave-out">
            {t("intake:flag.leave-ticked-out")}
          </Button>
        )}
      </form>
      <Pagination first={after ? here : null} next={nextAfter ? { to: `${here}?after=${nextAfter}` } : null} />
    </>
  );
}
