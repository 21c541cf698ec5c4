// One step in the life of a consultation: what it will do, what it needs to be told, and the button that takes it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { within } from "#app/forms/wording.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { forbidden, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Consultation } from "../consultation.ts";
import { gateOf, isPassed, problemsOfClosing, problemsOfDates, type GateProblem } from "../launch-gate.ts";
import { findLaunchFacts } from "../launch.store.server.ts";
import { findAuthors, takeStep } from "../life.store.server.ts";
import type { Taking } from "../life.ts";
import { isDeed, isTimely, mayApprove, mayDo, type Deed } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { launchPath, officeConsultationPath } from "../office-paths.ts";
import { entriesAtFirst, inputsOf, readStep, type StepEntries, type StepProblem } from "../step-form.ts";
import { holdConsultation } from "../store.server.ts";
import { ProblemText } from "../ui/gate-line.tsx";
import { StepFields } from "../ui/step-fields.tsx";

/** Back to the consultation, which says that nothing was done where somebody pressed. */
const notTaken = (path: string, deed: Deed, { method }: Request) => (method === "POST" ? `${path}?late=${deed}` : path);

/** The consultation and the step of the address, for those who may take it; who asks too late or too early sees where it stands. */
async function findStep(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const deed = args.params.deed;
  if (!isDeed(deed)) throw notFound();
  const found = await findForOffice(args, (roles) => mayDo(roles, deed));
  const { partnership, consultation, roles, signedIn } = found;
  const isTheirs = deed !== "approve" || mayApprove({ ...signedIn, roles }, await findAuthors(db(), consultation));
  if (!isTheirs) throw forbidden();
  if (!isTimely(deed, consultation, args.context.now)) throw redirect(notTaken(officeConsultationPath(partnership, consultation), deed, args.request));
  if (deed === "approve" && !isPassed(gateOf(await findLaunchFacts(db(), partnership, consultation)))) {
    throw redirect(`${launchPath(partnership, consultation)}?refused`);
  }
  return { ...found, deed };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, deed } = await findStep(args);
  const words = wordsFor(args.context.language);
  const question = words.t(`life:ask.${deed}.question`, { title: within(consultation.title, words) });
  return {
    title: titleOf(question, args.context.language, partnership),
    ...{ partnership, consultation, deed, question, entries: entriesAtFirst(deed, consultation), seen: seenOf(consultation) },
  };
}

/** Names what lies before whoever approves: what is submitted again after a change is something else. */
function seenOf({ submittedAt }: Consultation): string {
  return submittedAt?.toISOString() ?? "";
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, deed, signedIn } = await findStep(args);
  const form = await readForm(args.request);
  const entries = Object.fromEntries(inputsOf(deed).map((input) => [input, (form.get(input) ?? "").slice(0, 20_000)]));
  const read = readStep(deed, entries, consultation, now);
  if (!read.ok) return refuse(entries, { problems: read.problem });
  const gate = await problemsOfLaunch(partnership, consultation, deed, read.value, now);
  if (gate.length > 0) return refuse(entries, { gate });
  const step = { kind: deed, personId: signedIn.personId, at: now, ...read.value };
  const isTaken = await inTransaction(async (transaction) => {
    // because nobody approves what they have not seen
    if (deed === "approve" && seenOf(await holdConsultation(transaction, partnership.id, consultation.id)) !== form.get("seen")) return null;
    return takeStep(transaction, consultation, step);
  });
  if (isTaken === null) return refuse(entries, { isChanged: true });
  const here = officeConsultationPath(partnership, consultation);
  return redirect(isTaken ? `${here}?done=${deed}` : notTaken(here, deed, args.request));
}

type Refusal = { problems?: StepProblem[]; gate?: GateProblem[]; isChanged?: boolean };

function refuse(entries: StepEntries, { problems = [], gate = [], isChanged = false }: Refusal) {
  return data({ entries, problems, gate, isChanged }, { status: 422 });
}

/** What refuses the dates of a launch, or an early end. */
async function problemsOfLaunch(
  partnership: Pick<Partnership, "contact">,
  consultation: Consultation,
  deed: Deed,
  { opensAt, closesAt }: Pick<Taking, "opensAt" | "closesAt">,
  now: Date,
): Promise<GateProblem[]> {
  if (deed !== "schedule" && deed !== "open" && deed !== "close") return [];
  const closing = deed === "close" ? { closesAt: now } : {};
  const dates = { opensAt: deed === "open" ? now : (opensAt ?? consultation.opensAt), closesAt: closesAt ?? consultation.closesAt, ...closing };
  const facts = await findLaunchFacts(db(), partnership, { ...consultation, ...dates });
  return deed === "close" ? problemsOfClosing(facts) : problemsOfDates(facts, consultation);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

const weighty: readonly Deed[] = ["close", "freeze", "pause", "archive"];

export default function StepPage() {
  const { partnership, consultation, deed, question, entries, seen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  const back = officeConsultationPath(partnership, consultation);
  const problems = refused?.problems ?? [];
  const gate = refused?.gate ?? [];
  return (
    <>
      <BackLink to={back} />
      <ErrorSummary errors={problems.map(({ input, about, code }) => ({ href: `#${input}`, text: t(`life:problem.${about}.${code}`) }))} />
      <PageHeading>{question}</PageHeading>
      <WarningText>{t(`life:ask.${deed}.consequence`)}</WarningText>
      {refused?.isChanged && (
        <InsetText>
          <p className="govuk-body" role="alert">
            {t("life:changed-since")}
          </p>
          <PageLink to={back}>{t("life:read-again")}</PageLink>
        </InsetText>
      )}
      {gate.length > 0 && (
        <InsetText>
          <div role="alert">
            <p className="govuk-body">{t(deed === "close" ? "launch:refused-close" : "launch:refused-dates")}</p>
            <ul className="govuk-list govuk-list--bullet">
              {gate.map((problem) => (
                <li key={problem.code}>
                  <ProblemText problem={problem} />
                </li>
              ))}
            </ul>
          </div>
          <p className="govuk-body">
            <PageLink to={launchPath(partnership, consultation)}>{t("office:room.launch")}</PageLink>
          </p>
        </InsetText>
      )}
      <form method="post" noValidate>
        {deed === "approve" && <input type="hidden" name="seen" value={seen} />}
        <StepFields deed={deed} life={consultation} entries={refused?.entries ?? entries} problems={problems} />
        <ButtonGroup>
          <Button look={weighty.includes(deed) ? "warning" : "main"}>{t(`life:ask.${deed}.yes`)}</Button>
          <PageLink to={back}>{t("life:ask.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
