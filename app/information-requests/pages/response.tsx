// One response that a request for information is about: what would be given of it, and what is decided.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findWords, longestWords } from "#app/moderation/redaction.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { dayAsTyped } from "#app/shared/typed-day.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { askWriter, mayBeAsked } from "../asking.store.server.ts";
import { exemptionsOf, readDecision } from "../decision.ts";
import { decideOne, findInScope, findNextUndecided, listAskedTexts, putWordsBack, removeWords } from "../decisions.store.server.ts";
import { requireRequest } from "../guard.server.ts";
import { askedResponsePath, askedResponsesPath } from "../paths.ts";
import { isDecidable } from "../request.ts";
import { holdRequest } from "../requests.store.server.ts";
import { countRemoved, shownTexts } from "../response.server.ts";
import { removeFromScope } from "../scope.store.server.ts";
import type { Problem } from "../typed-request.ts";
import { AskedText } from "../ui/asked-text.tsx";
import { Decided } from "../ui/decided.tsx";
import { DecisionForm } from "../ui/decision-form.tsx";
import { useProblems } from "../ui/problems.tsx";

const told = ["decided", "words", "asked", "late"] as const;

async function findShown(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await requireRequest(args);
  return { ...found, response: await findInScope(db(), found.request.id, args.params.response) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, signedIn, request, response } = await findShown(args);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "answers.read", subjectKind: "information-request", subjectId: request.id, facts: { shown: 1 } },
  });
  const { decision, exemption, publicInterest, consultedOn, respondentSaid } = response;
  const held: Record<string, string> = { decision: decision ?? "", exemption: exemption ?? "", publicInterest: publicInterest ?? "", respondentSaid: respondentSaid ?? "" };
  const name = request.fileNumber ?? request.id;
  return {
    title: titleOf(wordsFor(language).t("information-requests:response.title", { id: response.responseId, name }), language, partnership),
    ...{ partnership, requestId: request.id, name, exemptions: exemptionsOf(request.law), isDecidable: isDecidable(request.clock), isGiven: response.givenAt !== null },
    ...{ respondentType: response.respondentType, wanted: response.wanted, held: { ...held, ...dayAsTyped("consulted", consultedOn) } as Record<string, string> },
    decided: decision && { decision, exemption: exemption ?? "", publicInterest: publicInterest ?? "", respondentSaid: respondentSaid ?? "", consultedOn },
    ...{ isAsked: consultedOn !== null, mayBeAsked: await mayBeAsked(db(), response.responseId) },
    texts: await shownTexts(partnership.id, request, response),
    next: await findNextUndecided(db(), request.id, response.responseId),
    done: told.find((one) => one === new URL(args.request.url).searchParams.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, signedIn, request, response } = await findShown(args);
  const by = { personId: signedIn.personId, now };
  const of = { requestId: request.id, responseId: response.responseId };
  const here = (done: (typeof told)[number]) => redirect(askedResponsePath(partnership, request.id, response.responseId, { done }));
  const refuse = (problems: Problem[]) => data({ typed, problems }, { status: 422 });
  /** Does it while the request is held, if it may still be decided about. */
  const doing = async (done: "decided" | "words", work: (transaction: Transaction) => Promise<unknown>) => {
    const isDone = await inTransaction(async (transaction) => {
      const held = await holdRequest(transaction, partnership, request.id);
      if (isDecidable(held.clock)) await work(transaction);
      return isDecidable(held.clock);
    });
    return here(isDone ? done : "late");
  };
  const typed: Record<string, string> = Object.fromEntries(await readForm(args.request, { longest: longestWords * 2 }));
  const [deed = "", first = "", second = ""] = (typed.deed ?? "").split(" ");
  const texts = await listAskedTexts(db(), request.id, [response]);
  if (!isDecidable(request.clock)) return here("late");
  switch (deed) {
    case "remove": {
      const text = texts.find(({ id }) => id === typed.text);
      if (!text || text.text === null) throw badRequest();
      const exemption = exemptionsOf(request.law).find((one) => one === typed.why);
      const words = (typed.words ?? "").slice(0, longestWords);
      const spans = words.trim() === "" ? [{ start: 0, end: text.text.length }] : findWords(text.text, words);
      const problems: Problem[] = [...(spans.length === 0 ? [{ field: `words-${text.id}`, code: "words-not-found" }] : []), ...(exemption ? [] : [{ field: `why-${text.id}`, code: "exemption-missing" }])];
      if (!exemption || problems.length > 0) return refuse(problems);
      return doing("words", (transaction) => removeWords(transaction, partnership, { ...of, textId: text.id, spans, exemption }, by));
    }
    case "let-through": {
      const text = texts.find(({ id }) => id === first);
      const removal = text?.moderated.find(({ id }) => id === second);
      if (!text || !removal) return here("late");
      return doing("words", (transaction) => removeWords(transaction, partnership, { ...of, textId: text.id, spans: [removal], exemption: null }, by));
    }
    case "back":
      return doing("words", (transaction) => putWordsBack(transaction, partnership, { ...of, id: first }, by));
    case "ask": {
      const isAsked = await inTransaction((transaction) => askWriter(transaction, partnership, request, response.responseId, by));
      return here(isAsked ? "asked" : "late");
    }
    case "take-out": {
      const isOut = await inTransaction((transaction) => removeFromScope(transaction, partnership, request.id, response.responseId, by));
      return isOut ? redirect(askedResponsesPath(partnership, request.id, { done: "removed" })) : here("late");
    }
    case "decide": {
      const read = readDecision(typed, { law: request.law, wanted: response.wanted, removed: countRemoved(texts, request) }, dayOf(now));
      if (!read.ok) return refuse(read.problem);
      return doing("decided", (transaction) => decideOne(transaction, partnership, of, read.value, by));
    }
    default:
      throw badRequest();
  }
}

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AskedResponsePage() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const { errors, errorOf } = useProblems(refused?.problems ?? []);
  const { partnership, requestId, exemptions, wanted, texts, done, isDecidable: mayDecide, next } = shown;
  const typed: Record<string, string> = refused?.typed ?? {};
  return (
    <>
      <BackLink to={askedResponsesPath(partnership, requestId)} text={t("information-requests:response.back")} />
      <ErrorSummary errors={errors} />
      {done && !refused && <NotificationBanner {...(done === "late" ? {} : { kind: "success" })}>{t(`information-requests:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={t("information-requests:one.title", { name: shown.name })}>{t(`office:respondent.${shown.respondentType}`)}</PageHeading>
      <p className="govuk-body">{t(`information-requests:wanted.${wanted}`)}</p>
      {shown.isGiven && <p className="govuk-body">{t("information-requests:response.is-given")}</p>}
      <h2 className="govuk-heading-m">{t(shown.isGiven ? "information-requests:response.was-given" : "information-requests:response.given")}</h2>
      {texts.length === 0 && <p className="govuk-body">{t("information-requests:response.no-words")}</p>}
      {texts.map((text) => (
        <AskedText key={text.id} shown={text} exemptions={exemptions} isDecidable={mayDecide} typed={typed} errorOf={errorOf} />
      ))}
      {mayDecide && wanted !== "permitted" && !shown.isAsked && (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">{t("information-requests:ask.heading")}</h2>
          <p className="govuk-body">{t(shown.mayBeAsked ? "information-requests:ask.lead" : "information-requests:ask.no-address")}</p>
          {shown.mayBeAsked && (
            <Button name="deed" value="ask" look="secondary">
              {t("information-requests:ask.yes")}
            </Button>
          )}
        </form>
      )}
      {mayDecide && <DecisionForm exemptions={exemptions} isConfidential={wanted === "confidential"} typed={refused && !("text" in typed) ? typed : shown.held} errorOf={errorOf} />}
      {!mayDecide && shown.decided && <Decided {...shown.decided} />}
      {mayDecide && !shown.isGiven && (
        <form method="post" noValidate>
          <Button name="deed" value="take-out" look="secondary">
            {t("information-requests:response.take-out")}
          </Button>
        </form>
      )}
      {next !== null && (
        <p className="govuk-body">
          <PageLink to={askedResponsePath(partnership, requestId, next)}>{t("information-requests:response.next")}</PageLink>
        </p>
      )}
    </>
  );
}
