// The gate of a launch: what a consultation must be before it is approved, line by line, with where each is mended and who signed.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { durationInDays, gateOf, isPassed, tests, type GateProblem } from "../launch-gate.ts";
import { seenOf } from "../launch-seen.ts";
import { findLaunchFacts } from "../launch.store.server.ts";
import { findAuthors, takeStep } from "../life.store.server.ts";
import { stateOf } from "../life.ts";
import { isDesignable, isTimely, mayApprove, mayDesign, maySeeOffice, maySignOff } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import {
  designDocumentsPath,
  electionsPath,
  launchPath,
  launchSettingsPath,
  officeConsultationPath,
  pointsPath,
  stepPath,
  textsPath,
} from "../office-paths.ts";
import { GateLine } from "../ui/gate-line.tsx";

const longestNote = 2000;

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, roles, signedIn } = await findForOffice(args, maySeeOffice);
  const words = wordsFor(language);
  const facts = await findLaunchFacts(db(), partnership, consultation);
  const lines = gateOf(facts);
  const authors = await findAuthors(db(), consultation);
  const search = new URL(args.request.url).searchParams;
  const name = words.t("launch:title", { title: within(consultation.title, words) });
  return {
    title: titleOf(name, language, partnership),
    ...{ partnership, consultation, state: stateOf(consultation, now) },
    lines: lines.map((line) => ({ line, seen: seenOf(line.name, facts, words) })),
    isPassed: isPassed(lines),
    days: durationInDays(consultation),
    mayMend: mayDesign(roles) && isDesignable(consultation),
    maySign: stateOf(consultation, now) === "review" && maySignOff(roles),
    mayApprove: isTimely("approve", consultation, now) && mayApprove({ ...signedIn, roles }, authors),
    notice: search.has("refused") ? ("refused" as const) : search.has("signed") ? ("signed" as const) : search.has("saved") ? ("saved" as const) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, signedIn } = await findForOffice(args, maySignOff);
  const form = await readForm(args.request);
  const test = tests.find((known) => known === form.get("test"));
  if (!test) throw badRequest();
  const note = passage(form.get("note") ?? "");
  const line = gateOf(await findLaunchFacts(db(), partnership, consultation)).find(({ name }) => name === test);
  const code = note === "" ? "note-missing" : note.length > longestNote ? "note-too-long" : null;
  if (code) return data({ test, note, code }, { status: 422 });
  // because what refuses it is not signed away, and a second press finds it signed
  if (line && line.problems.length === 0 && !line.signOff) {
    const step = { kind: "sign-off", personId: signedIn.personId, at: now, note, facts: { test } } as const;
    await inTransaction((transaction) => takeStep(transaction, consultation, step));
  }
  return redirect(`${launchPath(partnership, consultation)}?signed#gate-${test}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function LaunchPage() {
  const shown = useLoaderData<typeof loader>();
  const { partnership, consultation, state, lines, mayMend, maySign, notice } = shown;
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const pathTo = ({ at, code }: GateProblem) => {
    if (at === "points") return pointsPath(partnership, consultation, "open");
    if (at === "documents") return designDocumentsPath(partnership, consultation);
    if (at === "settings") return `${launchSettingsPath(partnership, consultation)}${code === "election" ? "#election" : ""}`;
    return textsPath(partnership, consultation, at);
  };
  const error = refused && t(`launch:wrong.${refused.code}`);
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} />
      {refused && error && <ErrorSummary errors={[{ href: `#note-${refused.test}`, text: error }]} />}
      {notice && !refused && <NotificationBanner {...(notice === "refused" ? {} : { kind: "success" })}>{t(`launch:notice.${notice}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("launch:heading")}</PageHeading>
      <p className="govuk-body-l">{t("launch:lead")}</p>
      {state !== "review" && <InsetText>{t(`launch:when.${state === "draft" ? "draft" : "later"}`)}</InsetText>}
      <ul className="govuk-list">
        {mayMend && (
          <li>
            <PageLink to={launchSettingsPath(partnership, consultation)}>{t("launch:settings.link")}</PageLink>
          </li>
        )}
        <li>
          <PageLink to={electionsPath(partnership)}>{t("launch:elections.link")}</PageLink>
        </li>
      </ul>
      {lines.map(({ line, seen }) => {
        const isRefused = refused?.test === line.name;
        return (
          <GateLine
            key={line.name}
            {...{ line, seen, maySign }}
            pathTo={mayMend ? pathTo : null}
            typed={isRefused ? refused.note : undefined}
            error={isRefused ? error : undefined}
          />
        );
      })}
      {shown.mayApprove && (
        <>
          <p className="govuk-body">{t(shown.isPassed ? "launch:passed" : "launch:not-passed")}</p>
          {shown.isPassed && (
            <ButtonGroup>
              <ButtonLink to={stepPath(partnership, consultation, "approve")}>{t("life:deed.approve")}</ButtonLink>
            </ButtonGroup>
          )}
        </>
      )}
    </>
  );
}
