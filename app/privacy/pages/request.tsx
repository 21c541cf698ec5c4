// What somebody asked about what is held of them: what that is, in plain words, until when it is due, and what may be done.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { recordSight, requireRequest } from "../guard.server.ts";
import { heldKinds, writeRef } from "../holding.ts";
import { describeHeld, holdingOf } from "../holdings.server.ts";
import { copyPath, correctPath, erasePath, privacyPath, requestPath } from "../paths.ts";
import { isDecision, longestReason, mayExtend, needsReason } from "../request.ts";
import { decideRequest, extendRequest, listLogAbout } from "../requests.store.server.ts";
import { DecidingForms } from "../ui/deciding-forms.tsx";
import { ThingSection } from "../ui/thing-section.tsx";

const told = ["erased", "corrected", "extended", "decided"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const keeper = await requireRequest(args);
  const { partnership, request, words, now } = keeper;
  const things = await describeHeld(db(), { ...keeper, refs: request.subject });
  const log = await listLogAbout(db(), partnership.id, request.subject.map(({ id }) => id));
  await recordSight(keeper, "personal-data.read", { requestId: request.id }, { count: things.length });
  const heading = words.t(`privacy:request.kind.${request.kind}`);
  const { id, fileNumber, receivedOn, dueOn, isExtended, extensionReason, decision, decisionReason, decidedAt } = request;
  return {
    ...{ partnership, heading, id, fileNumber, receivedOn, dueOn, isExtended, extensionReason, decision, decisionReason, decidedAt },
    things: things.map((thing) => ({
      ...{ ref: writeRef(thing), kind: thing.kind, name: thing.name, rows: thing.rows, files: thing.files.map(({ name }) => name) },
      isCorrectable: holdingOf(thing.kind).correct !== undefined && Object.keys(thing.fields).length > 0,
    })),
    ...{ logged: log.length, gone: request.subject.length - things.length },
    hasEquality: things.some(({ kind }) => kind === "response"),
    mayExtend: mayExtend({ receivedOn, isExtended, isDecided: decidedAt !== null }, dayOf(now)),
    done: told.find((one) => one === new URL(args.request.url).searchParams.get("done")) ?? null,
    title: titleOf(`${heading}${fileNumber ? ` (${fileNumber})` : ""}`, words.language, partnership),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, request, words, by, now } = await requireRequest(args);
  const form = await readForm(args.request);
  const deed = { partnershipId: partnership.id, by, now };
  const typed = (form.get("reason") ?? "").slice(0, 5000);
  const reason = passage(typed);
  const chosen = form.get("decision") ?? "";
  const refuse = (at: "extend" | "decision" | "reason", code: string) =>
    data({ at, reason: typed, decision: chosen, error: words.t(`privacy:request.error.${code}`, { most: words.number(longestReason) }) }, { status: 422 });
  const here = (done: (typeof told)[number]) => redirect(requestPath(partnership, request.id, { done }));
  switch (form.get("deed")) {
    case "extend":
      if (!mayExtend({ receivedOn: request.receivedOn, isExtended: request.isExtended, isDecided: request.decidedAt !== null }, dayOf(now))) throw badRequest();
      if (reason === "") return refuse("extend", "reason-missing");
      if (reason.length > longestReason) return refuse("extend", "reason-long");
      await inTransaction((transaction) => extendRequest(transaction, request.id, reason, deed));
      return here("extended");
    case "decide":
      if (!isDecision(chosen)) return refuse("decision", "decision-missing");
      if (needsReason(chosen) && reason === "") return refuse("reason", "reason-missing");
      if (reason.length > longestReason) return refuse("reason", "reason-long");
      await inTransaction((transaction) => decideRequest(transaction, request.id, { decision: chosen, reason: reason === "" ? null : reason }, deed));
      return here("decided");
    default:
      throw badRequest();
  }
}

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function RequestPage() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number, date, instant } = useWords();
  const { partnership, id, things, decision, decidedAt } = shown;
  const dueText = shown.isExtended ? t("privacy:request.due-extended", { date: date(shown.dueOn) }) : date(shown.dueOn);
  return (
    <>
      <BackLink to={privacyPath(partnership)} text={t("privacy:overview.title")} />
      <ErrorSummary errors={refused ? [{ href: `#${refused.at}`, text: refused.error }] : []} />
      {shown.done && !refused && <NotificationBanner kind="success">{t(`privacy:request.told.${shown.done}`)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{shown.heading}</PageHeading>
      <SummaryList
        rows={[
          { key: "file", label: t("privacy:overview.file-number"), value: shown.fileNumber ?? t("privacy:overview.no-number") },
          { key: "received", label: t("privacy:overview.received"), value: date(shown.receivedOn) },
          { key: "due", label: t("privacy:overview.due"), value: dueText },
          ...(shown.extensionReason ? [{ key: "why", label: t("privacy:request.extension-reason"), value: shown.extensionReason }] : []),
          ...(decision ? [{ key: "decision", label: t("privacy:overview.decision"), value: t(`privacy:request.decision.${decision}`) }] : []),
          ...(decidedAt ? [{ key: "at", label: t("privacy:request.decided-at"), value: instant(decidedAt) }] : []),
          ...(shown.decisionReason ? [{ key: "reason", label: t("privacy:request.decision-reason"), value: shown.decisionReason }] : []),
        ]}
      />
      <h2 className="govuk-heading-l">{t("privacy:request.held")}</h2>
      <p className="govuk-body">{t("privacy:request.held-text")}</p>
      {things.length === 0 && <p className="govuk-body">{t("privacy:request.nothing-left")}</p>}
      {shown.gone > 0 && <p className="govuk-body">{t("privacy:request.gone", { count: shown.gone, number: number(shown.gone) })}</p>}
      {heldKinds.flatMap((kind) =>
        things
          .filter((thing) => thing.kind === kind)
          .map((thing) => (
            <ThingSection key={thing.ref} thing={thing}>
              {thing.files.length > 0 && <p className="govuk-body">{t("privacy:request.files", { count: thing.files.length, number: number(thing.files.length) })}</p>}
              {thing.isCorrectable && (
                <p className="govuk-body">
                  <PageLink to={correctPath(partnership, id, thing.ref)}>{t("privacy:correct.link", { name: thing.name })}</PageLink>
                </p>
              )}
            </ThingSection>
          )),
      )}
      <p className="govuk-body">{t("privacy:request.logged", { count: shown.logged, number: number(shown.logged) })}</p>
      {things.length > 0 && (
        <ButtonGroup>
          <ButtonLink to={copyPath(partnership, id)}>{t("privacy:copy.download")}</ButtonLink>
          <ButtonLink to={erasePath(partnership, id)} look="secondary">
            {t("privacy:erase.link")}
          </ButtonLink>
        </ButtonGroup>
      )}
      {shown.hasEquality && (
        <p className="govuk-body">
          {t("privacy:copy.equality")} <PageLink to={copyPath(partnership, id, { equality: "yes" })}>{t("privacy:copy.with-equality")}</PageLink>
        </p>
      )}
      {decision === null && <DecidingForms mayExtend={shown.mayExtend} refused={refused ?? null} />}
    </>
  );
}
