// One nomination with everything that the returning officer needs to rule on it. A statement is never rewritten.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNames } from "#app/shared/languages.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { ruleOnNomination } from "../candidates.store.server.ts";
import { holdElection, standingOf } from "../elections.store.server.ts";
import { requireElectionOffice } from "../guard.server.ts";
import { areRulingsOpen, maySupport, nominationState, partsAsked } from "../nomination.ts";
import { findNomination, holdNomination } from "../nominations.store.server.ts";
import { officeElectionPath } from "../paths.ts";
import { keepsNominations } from "../rooms.ts";
import { mayReturn } from "../policy.ts";
import { whyNotReturningNow } from "../returning.store.server.ts";
import { longestWords, readRuling, type RulingProblem } from "../ruling.ts";
import { findServed, whyNotAgainNow } from "../served.store.server.ts";
import { answerSupport } from "../supports.store.server.ts";
import { NominationFacts } from "../ui/nomination-facts.tsx";
import { ServedInset } from "../ui/served-inset.tsx";
import { RulingForm } from "../ui/ruling-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election, by } = await requireElectionOffice(args, keepsNominations);
  const nomination = await findNomination(db(), election, args.params.nomination);
  const words = wordsFor(language);
  await recordAudit(db(), { partnershipId: partnership.id, personId: by.personId, action: "nomination.read", subjectKind: "nomination", subjectId: nomination.id });
  const when = (at: Date | null) => at && words.instant(at);
  const standing = standingOf(election);
  const isReturning = mayReturn(election, by.personId);
  return {
    title: titleOf(words.t("candidates:one.title-of", { name: nomination.name }), language, partnership),
    ...{ partnership: { slug: partnership.slug }, election: { id: election.id, title: election.title, supporters: election.supporters }, isReturning, isOpen: areRulingsOpen(standing, now), maySay: maySupport(standing, now) },
    served: await findServed(db(), election, nomination),
    ...{ servedRule: election.servedRule },
    done: new URL(args.request.url).searchParams.get("done"),
    whyNot: isReturning ? await whyNotReturningNow(db(), election, by.personId, now) : null,
    nomination: {
      ...nomination,
      ...{ state: nominationState(nomination, election.supporters), language: languageNames[nomination.language], statementLanguage: nomination.language },
      ...{ sentAt: words.instant(nomination.sentAt), consentedAt: when(nomination.consentedAt), withdrawnAt: when(nomination.withdrawnAt), ruledAt: when(nomination.ruledAt) },
      supports: nomination.supports.map(({ confirmedAt, declinedAt, ...one }) => ({ ...one, said: declinedAt ? ("declined" as const) : confirmedAt ? ("confirmed" as const) : ("asked" as const), on: when(declinedAt ?? confirmedAt) })),
      // because only what a reserve needs is shown, in the election's own words
      groups: election.reserves.flatMap(({ id, name, groups }) => groups.filter((group) => nomination.groups[id] === group.id).map((group) => ({ category: name, group: group.name }))),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, election: seen, by } = await requireElectionOffice(args, keepsNominations);
  const form = await readForm(args.request);
  const deed = form.get("deed");
  const part = partsAsked(seen.supporters).find((one) => deed === `confirm-${one}`);
  if (deed !== "rule" && !part) throw badRequest();
  if (deed === "rule" && !mayReturn(seen, by.personId)) throw forbidden();
  const entries = { ruling: form.get("ruling") ?? "", reason: form.get("reason") ?? "", words: form.get("words") ?? "" };
  const problems = await inTransaction(async (transaction): Promise<(RulingProblem | { field: "ruling"; code: "closed" | "may-not"; most?: number })[]> => {
    const election = await holdElection(transaction, partnership.id, seen.id);
    const nomination = await holdNomination(transaction, election, args.params.nomination);
    const standing = standingOf(election);
    if (part) {
      const said = nomination.supports.find((one) => one.part === part);
      if (said && said.confirmedAt === null && nomination.consentedAt !== null && maySupport(standing, now)) await answerSupport(transaction, by, { nominationId: nomination.id, part }, true);
      return [];
    }
    if (!areRulingsOpen(standing, now)) return [{ field: "ruling", code: "closed" }];
    if ((await whyNotReturningNow(transaction, election, by.personId, now)) !== null) return [{ field: "ruling", code: "may-not" }];
    const read = readRuling(entries, nomination, election.supporters);
    if (!read.ok) return read.problem;
    const whyNot = read.value.ruling === "valid" ? await whyNotAgainNow(transaction, election, nomination, now) : null;
    if (whyNot !== null) return [{ field: "ruling", code: whyNot }];
    await ruleOnNomination(transaction, by, { partnership, election }, nomination, read.value);
    return [];
  });
  if (problems.length > 0) return data({ entries, problems }, { status: 422 });
  return redirect(officeElectionPath(partnership, seen, `nominations/${args.params.nomination}`, { done: part ? "support" : "ruled" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeNominationPage() {
  const { partnership, election, isReturning, isOpen, maySay, done, whyNot, served, servedRule, nomination } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const errors = (refused?.problems ?? []).map(({ field, code, most = 0 }) => ({ href: `#${field}`, text: t(`candidates:problem.${code}`, { most: number(most) }) }));
  const entries = refused?.entries ?? { ruling: nomination.ruling ?? "", reason: nomination.reason?.code ?? "", words: nomination.reason?.words ?? "" };
  return (
    <>
      <BackLink to={officeElectionPath(partnership, election, "nominations")} text={t("candidates:office.title")} />
      <ErrorSummary errors={errors} />
      {done && !refused && <NotificationBanner kind="success">{t(done === "support" ? "candidates:one.supported" : "candidates:one.ruled")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={election.title} />}>
        <bdi>{nomination.name}</bdi>
      </PageHeading>
      <NominationFacts nomination={nomination} photo={nomination.photoId && officeElectionPath(partnership, election, `nominations/${nomination.id}/photo`)} maySay={maySay} />
      {served && <ServedInset served={served} rule={servedRule} />}
      <h2 className="govuk-heading-m" id="rule">{t("candidates:one.rule")}</h2>
      {whyNot ? (
        <InsetText>{t(`candidates:not-returning.${whyNot}`)}</InsetText>
      ) : !isOpen || nomination.state === "withdrawn" ? (
        <p className="govuk-body">{t("candidates:one.rulings-closed")}</p>
      ) : isReturning ? (
        <RulingForm entries={entries} errors={errors} most={longestWords} />
      ) : (
        <p className="govuk-body">{t("candidates:one.only-returning")}</p>
      )}
    </>
  );
}
