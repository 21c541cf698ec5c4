// One answer: what the public would see of it, the words that are removed and why, and what is decided about it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findNewestSet } from "#app/analysis/sets.store.server.ts";
import { mayReadAnswers } from "#app/consultations/office-policy.ts";
import { findForOffice } from "#app/consultations/office.server.ts";
import { moderationPath, officeResponsePath, raisePath } from "#app/consultations/office-paths.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { listNames } from "#app/people/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { RedactedWords } from "#app/shared/ui/redacted-words.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { deedsOn, isDeed, longestReason, needsReason } from "../moderation.ts";
import { moderateTextPath } from "../paths.ts";
import { findWords, isAllRemoved, isRemovalReason, longestWords, segmentsOf } from "../redaction.ts";
import { decide, findModerated, findNextWaiting, putBack, removeParts } from "../store.server.ts";
import { DecideForm } from "../ui/decide-form.tsx";
import { Removals, RemoveForm } from "../ui/removals.tsx";

async function findShown(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await findForOffice(args, mayReadAnswers);
  const set = await findNewestSet(db(), found.consultation);
  if (!set) throw notFound();
  return { ...found, set, text: await findModerated(db(), set.id, args.params.text) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, signedIn, set, text } = await findShown(args);
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId },
    ...{ action: "answers.read", subjectKind: "consultation", subjectId: consultation.id, facts: { shown: 1 } },
  });
  const question = (await listVersions(db(), consultation.formId)).flatMap(({ definition }) => questionsOf(definition)).find(({ id }) => id === text.questionId);
  const { byId, secondById } = text.moderation;
  const names = await listNames(db(), [byId, secondById].filter((id) => id !== null));
  return {
    title: titleOf(wordsFor(args.context.language).t("moderation:text.title", { id: text.id }), args.context.language, partnership),
    ...{ partnership, consultation, text, question: question?.label ?? {} },
    by: names.get(byId ?? "") ?? null,
    second: names.get(secondById ?? "") ?? null,
    deeds: deedsOn(text.moderation, signedIn.personId),
    isAllRemoved: isAllRemoved(segmentsOf(text.text, text.removals)),
    next: await findNextWaiting(db(), set.id, text.id),
    done: (["decided", "removed", "put-back", "late"] as const).find((one) => one === new URL(args.request.url).searchParams.get("done")) ?? null,
  };
}

/** The field is an input's name; the text is `moderation:problem.<code>`. */
type Problem = { field: string; code: "words-missing" | "words-too-long" | "words-not-found" | "why-missing" | "reason-missing" | "reason-too-long" };

function refuse(entries: Record<string, string>, problems: Problem[]) {
  return data({ entries, problems }, { status: 422 });
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn, text } = await findShown(args);
  const { personId } = signedIn;
  const form = await readForm(args.request);
  const [deed = "", id = ""] = (form.get("deed") ?? "").split(" ");
  const here = moderateTextPath(partnership, consultation, text.id);
  if (deed === "remove") {
    const [words, why] = [(form.get("words") ?? "").slice(0, longestWords + 1), form.get("why")];
    const spans = findWords(text.text, words.slice(0, longestWords));
    const problems: Problem[] = [
      ...(words.trim() === "" ? [{ field: "words", code: "words-missing" } as const] : []),
      ...(words.length > longestWords ? [{ field: "words", code: "words-too-long" } as const] : words.trim() !== "" && spans.length === 0 ? [{ field: "words", code: "words-not-found" } as const] : []),
      ...(isRemovalReason(why) ? [] : [{ field: "why", code: "why-missing" } as const]),
    ];
    if (problems.length > 0 || !isRemovalReason(why)) return refuse({ words, why: why ?? "" }, problems);
    await inTransaction((transaction) => removeParts(transaction, consultation, { textId: text.id, spans, reason: why, personId, now }));
    return redirect(`${here}?done=removed`);
  }
  if (deed === "put-back") {
    await inTransaction((transaction) => putBack(transaction, consultation, { textId: text.id, removalId: id, personId }));
    return redirect(`${here}?done=put-back`);
  }
  if (!isDeed(deed)) throw badRequest();
  const reason = passage(form.get("reason") ?? "");
  if (needsReason(deed) && reason === "") return refuse({ reason }, [{ field: "reason", code: "reason-missing" }]);
  if (reason.length > longestReason) return refuse({ reason }, [{ field: "reason", code: "reason-too-long" }]);
  const isDone = await inTransaction((transaction) => decide(transaction, consultation, text.id, { deed, personId, at: now, reason: needsReason(deed) ? reason : null }));
  return redirect(`${here}?done=${isDone ? "decided" : "late"}`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ModerateTextPage() {
  const { partnership, consultation, text, question, by, second, deeds, isAllRemoved: isNothingLeft, next, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, instant } = useWords();
  const { moderation, removals } = text;
  const textOf = ({ code }: Problem) => t(`moderation:problem.${code}`, { most: number(code === "reason-too-long" ? longestReason : longestWords) });
  const problems = (refused?.problems ?? []) as Problem[];
  const errorOf = (field: string) => problems.filter((problem) => problem.field === field).map(textOf)[0];
  return (
    <>
      <BackLink to={moderationPath(partnership, consultation, moderation.state)} text={t("moderation:text.back")} />
      <ErrorSummary errors={problems.map((problem) => ({ href: `#${problem.field}`, text: textOf(problem) }))} />
      {done && <NotificationBanner {...(done === "late" ? {} : { kind: "success" })}>{t(`moderation:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={question} />}>{t("moderation:text.heading")}</PageHeading>
      <RedactedWords segments={segmentsOf(text.text, removals)} language={text.language} />
      {isNothingLeft && <p className="govuk-body">{t("moderation:text.nothing-left")}</p>}
      <ul className="govuk-list written-answer__about">
        <li>{t(`office:permission.${text.permission}`)}</li>
        <li>{t(`office:respondent.${text.respondentType}`)}</li>
        <li>
          <PageLink to={officeResponsePath(partnership, consultation, text.responseId)}>{t("moderation:text.response")}</PageLink>
        </li>
        <li>
          <PageLink to={raisePath(partnership, consultation, text.responseId, text.questionId)}>{t("office:answers.raise")}</PageLink>
        </li>
      </ul>
      {removals.length > 0 && <Removals text={text.text} language={text.language} removals={removals} />}
      <RemoveForm words={refused?.entries.words ?? ""} why={refused?.entries.why ?? ""} wordsError={errorOf("words")} whyError={errorOf("why")} />
      <h2 className="govuk-heading-m">{t("moderation:text.decision")}</h2>
      <p className="govuk-body">
        {moderation.at === null
          ? t("moderation:state.waiting")
          : t("moderation:text.decided", { state: t(`moderation:state.${moderation.state}`), at: instant(moderation.at), who: by ?? t("moderation:text.nobody") })}
      </p>
      {moderation.reason !== null && (
        <p className="govuk-body">
          <bdi>{moderation.reason}</bdi>
        </p>
      )}
      {moderation.secondById !== null && <p className="govuk-body">{t("moderation:text.agreed", { who: second ?? t("moderation:text.nobody") })}</p>}
      <DecideForm deeds={deeds} reason={refused?.entries.reason ?? ""} error={errorOf("reason")} />
      {next !== null && done === "decided" && <ButtonLink to={moderateTextPath(partnership, consultation, next)}>{t("moderation:text.next")}</ButtonLink>}
      {next !== null && done !== "decided" && (
        <p className="govuk-body">
          <PageLink to={moderateTextPath(partnership, consultation, next)}>{t("moderation:text.next")}</PageLink>
        </p>
      )}
    </>
  );
}
