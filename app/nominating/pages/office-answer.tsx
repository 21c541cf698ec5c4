// One organisation of a round for its officers: how it is reached, whom it named, whether they agreed, and the ruling. An officer who is named
// themselves does not rule on it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { rulingReasons, rulings } from "#app/elections/nomination.ts";
import { longestWords, readRuling } from "#app/elections/ruling.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNames, textIn, within } from "#app/shared/languages.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { requireRound } from "../guard.server.ts";
import { findInvitation, takeOut, waysOf } from "../invitations.store.server.ts";
import { answerConsent, rule } from "../namings.store.server.ts";
import { officeRoundPath } from "../paths.ts";
import { courseOf, mayRule, roundState } from "../round.ts";
import { holdRound } from "../rounds.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, round, state, by, signedIn } = await requireRound(args);
  const invitation = await findInvitation(db(), round, args.params.invitation);
  const words = wordsFor(language);
  const { named } = invitation;
  if (named) await recordAudit(db(), { ...{ partnershipId: partnership.id, personId: by.personId }, action: "body-nomination.read", subjectKind: "body-nomination", subjectId: named.id });
  const when = (at: Date | null) => (at === null ? null : words.instant(at));
  return {
    title: titleOf(words.t("nominating:one.title-of", { organisation: within(invitation.organisation, words) }), language, partnership),
    ...{ partnership: { slug: partnership.slug }, round: { id: round.id, title: round.title }, isPlanned: state === "planned", isOpen: mayRule(state), isOwn: named !== null && named.email === signedIn.email },
    invitation: {
      ...{ id: invitation.id, organisation: invitation.organisation, answer: invitation.answer, way: (await waysOf(db(), round, [invitation])).get(invitation.id)! },
      ...{ contact: invitation.contact, email: invitation.email, post: invitation.post, language: languageNames[invitation.language], declinedAt: when(invitation.declinedAt) },
    },
    named: named && {
      ...{ name: named.name, email: named.email, telephone: named.telephone, language: languageNames[named.language], howChosen: named.howChosen, statement: named.statement, substitute: named.substitute, namedBy: named.namedBy },
      ...{ sentAt: when(named.sentAt), consentedAt: when(named.consentedAt), withdrawnAt: when(named.withdrawnAt), ruledAt: when(named.ruledAt) },
    },
    entries: { ruling: named?.ruling ?? "", reason: named?.rulingReason?.code ?? "", words: named?.rulingReason?.words ?? "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, round: asked, by, signedIn } = await requireRound(args);
  const form = await readForm(args.request, { longest: 10_000 });
  const deed = form.get("deed");
  if (deed !== "rule" && deed !== "consent" && deed !== "take-out") throw badRequest();
  const entries = { ruling: form.get("ruling") ?? "", reason: form.get("reason") ?? "", words: form.get("words") ?? "" };
  const done = await inTransaction(async (transaction): Promise<Refused | "ruled" | "consent" | "taken-out" | "too-late"> => {
    const round = await holdRound(transaction, partnership.id, asked.id);
    const state = roundState(round, dayOf(by.now));
    const invitation = await findInvitation(transaction, round, args.params.invitation);
    if (deed === "take-out") {
      if (state !== "planned") return "too-late";
      await takeOut(transaction, by, round, invitation.id);
      return "taken-out";
    }
    const { named } = invitation;
    if (!mayRule(state) || named === null) return "too-late";
    if (deed === "consent") {
      // because whoever has an address says so themselves
      if (named.email !== null) return "too-late";
      await answerConsent(transaction, by, named, true);
      return "consent";
    }
    const refuse = (problems: Refused["problems"]): Refused => ({ entries, problems, clashes: [], now: {} });
    if (named.email === signedIn.email) return refuse([{ field: "ruling", code: "own" }]);
    const read = readRuling(entries, courseOf(named), 0);
    if (!read.ok) return refuse(read.problem);
    await rule(transaction, by, { partnership, round, invitation }, named, read.value);
    return "ruled";
  });
  if (typeof done !== "string") return data(done, { status: 422 });
  return redirect(officeRoundPath(partnership, asked, "", { done }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function OfficeAnswerPage() {
  const { partnership, round, isPlanned, isOpen, isOwn, invitation, named, entries: loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, language } = useWords();
  const { entries, errors, errorAt } = useFields({ say: (name) => name, sayProblem: (code, { most }) => (code === "own" ? t("nominating:problem.own") : t(`candidates:problem.${code}`, { most })) }, { loaded, refused });
  const rows = (facts: readonly (readonly [string, string | null])[]) =>
    facts.flatMap(([key, value]) => (value ? [{ key, label: t(`nominating:fact.${key}`), value: <bdi className="plain-text">{value}</bdi> }] : []));
  return (
    <>
      <BackLink to={officeRoundPath(partnership, round)} text={textIn(round.title, language).text} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={round.title} />}>
        <InLanguage text={invitation.organisation} />
      </PageHeading>
      <SummaryList
        rows={rows([
          ...([["contact", invitation.contact], ["email", invitation.email], ["post", invitation.post], ["language", invitation.language]] as const),
          ...([["letter", t(`nominating:way.${invitation.way}`)], ["answer", t(`nominating:answer-state.${invitation.answer}`)], ["declinedAt", invitation.declinedAt]] as const),
        ])}
      />
      {isPlanned && (
        <form method="post">
          <Button name="deed" value="take-out" look="secondary">
            {t("nominating:one.take-out")}
          </Button>
        </form>
      )}
      {named && (
        <>
          <h2 className="govuk-heading-m">{t("nominating:one.named")}</h2>
          <SummaryList
            rows={rows([
              ...([["name", named.name], ["email", named.email], ["telephone", named.telephone], ["language", named.language], ["howChosen", named.howChosen], ["statement", named.statement]] as const),
              ...([["substitute", named.substitute], ["namedBy", named.namedBy], ["sentAt", named.sentAt], ["consentedAt", named.consentedAt], ["withdrawnAt", named.withdrawnAt], ["ruledAt", named.ruledAt]] as const),
            ])}
          />
          {isOpen && named.email === null && (named.consentedAt === null || named.withdrawnAt !== null) && (
            <form method="post">
              <p className="govuk-body">{t("nominating:one.on-paper")}</p>
              <Button name="deed" value="consent" look="secondary">
                {t("nominating:one.consent")}
              </Button>
            </form>
          )}
          <h2 className="govuk-heading-m">{t("candidates:one.rule")}</h2>
          {!isOpen || isOwn ? (
            <p className="govuk-body">{t(isOwn ? "nominating:problem.own" : "nominating:one.closed")}</p>
          ) : (
            <form method="post" noValidate>
              <Radios name="ruling" label={t("candidates:one.field.ruling")} labelSize="s" hint={t("nominating:one.ruling-hint")} value={entries.ruling} error={errorAt("ruling")} choices={rulings.map((value) => ({ value, label: t(`candidates:ruling.${value}`) }))} />
              <Select
                name="reason"
                label={t("candidates:one.reason")}
                hint={t("nominating:one.reason-hint")}
                value={entries.reason}
                error={errorAt("reason")}
                options={[{ value: "", label: t("candidates:form.choose") }, ...rulingReasons.map((value) => ({ value, label: t(`nominating:reason.${value}`) }))]}
              />
              <Textarea name="words" label={t("candidates:one.words")} hint={t("nominating:one.words-hint", { most: number(longestWords) })} value={entries.words} error={errorAt("words")} rows={5} />
              <Button name="deed" value="rule">
                {t("candidates:one.save-ruling")}
              </Button>
            </form>
          )}
        </>
      )}
    </>
  );
}
