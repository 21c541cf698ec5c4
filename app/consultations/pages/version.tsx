// A new version of the questions while people answer them: begun, written in the form's own pages, and looked at here before
// somebody else publishes it: what it changes, what that does to answers already given, and why it is made.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest, forbidden } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Words } from "#app/shared/words.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { listSteps } from "../life.store.server.ts";
import { askedAbout } from "../launch-gate.ts";
import { effectsOf, offeredWith, sharesWith } from "../new-version.ts";
import { mayDesign, mayDo, mayPublishVersion, maySeeNewVersion, takesNewVersion } from "../office-policy.ts";
import { findForOffice, type ForOffice } from "../office.server.ts";
import { officeConsultationPath, versionPath } from "../office-paths.ts";
import { QuestionChanges } from "../ui/question-changes.tsx";
import { NoNewVersion, VersionInTheMaking } from "../ui/version-making.tsx";
import { readVersionForm, versionAsTyped, versionInputs } from "../version-form.ts";
import { sayDifferences, sayEffects, sayOffered, sayVersion, sayVersionProblem } from "../version-words.ts";
import { beginVersion, explainVersion, findAnswered, findNewVersion, listQuestionChanges, type NewVersion } from "../versions.store.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const found = await findForOffice(args, maySeeNewVersion);
  const { partnership, consultation, roles } = found;
  const words = wordsFor(language);
  const version = await findNewVersion(db(), consultation);
  const earlier = await listQuestionChanges(db(), consultation.formId);
  const may = { design: mayDesign(roles), publish: mayDo(roles, "approve"), isInTime: takesNewVersion(consultation, now) };
  const done = new URL(args.request.url).searchParams.get("done");
  const title = words.t("versions:title", { title: within(consultation.title, words) });
  return {
    title: titleOf(title, language, partnership),
    ...{ partnership, consultation, may, isPublic: consultation.publishedAt !== null },
    earlier: earlier.map((changes) => sayVersion(changes, words)),
    making: version && (await showMaking(version, found, now, words)),
    done: (["begun", "saved", "published", "abandoned", "changed", "refused"] as const).find((known) => known === done) ?? null,
  };
}

/** The version that is being written, for whoever looks at it. */
async function showMaking(version: NewVersion, { consultation, signedIn, roles }: ForOffice, now: Date, words: Words) {
  const { number, current, definition, differences, problems, reason, authorIds } = version;
  const [begun] = await listSteps(db(), consultation, ["begin-version"]);
  const shares = sharesWith(consultation, definition);
  const { tally, waits, drafts } = await findAnswered(db(), consultation, now);
  return {
    ...{ number, of: current.number, waits, drafts, responses: tally.responses },
    begun: begun && { name: begun.name, at: begun.at },
    said: sayDifferences({ before: current.definition, after: definition, differences }, words),
    effects: sayEffects(effectsOf(differences, tally), current.number, words),
    problems: problems.map((problem) => sayVersionProblem(problem, definition, words)),
    asked: askedAbout(consultation, shares),
    reason,
    offered: sayOffered(shares, offeredWith(consultation, shares, version), words),
    entries: versionAsTyped(version),
    isTheirs: mayPublishVersion({ ...signedIn, roles }, authorIds),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const form = await readForm(args.request);
  const here = versionPath(partnership, consultation);
  const by = { personId: signedIn.personId, now: args.context.now };
  const deed = form.get("do");
  if (deed === "begin") {
    if (!takesNewVersion(consultation, by.now)) throw forbidden();
    await inTransaction((transaction) => beginVersion(transaction, consultation, by));
    return redirect(`${here}?done=begun`);
  }
  if (deed !== "explain") throw badRequest();
  const entries = Object.fromEntries(versionInputs.map((input) => [input, form.get(input) ?? ""]));
  const read = readVersionForm(entries);
  if (!read.ok) return data({ entries, problems: read.problem }, { status: 422 });
  const isThere = await inTransaction((transaction) => explainVersion(transaction, consultation, read.value, by));
  return redirect(isThere ? `${here}?done=saved` : here);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function VersionPage() {
  const { partnership, consultation, may, isPublic, making, earlier, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const errors = (refused?.problems ?? []).map(({ input, code }) => ({ href: `#${input}`, text: t(`versions:wrong.${code}`) }));
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} />
      <ErrorSummary errors={errors} />
      {done && !refused && <NotificationBanner {...(done === "changed" || done === "refused" ? {} : { kind: "success" })}>{t(`versions:done.${done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("versions:heading")}</PageHeading>
      {making ? (
        <VersionInTheMaking {...{ partnership, consultation, may, making, errors }} typed={refused?.entries ?? null} />
      ) : (
        <NoNewVersion {...{ partnership, consultation, may, isPublic }} />
      )}
      <QuestionChanges changes={earlier} />
    </>
  );
}
