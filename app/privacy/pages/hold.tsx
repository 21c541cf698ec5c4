// Holds the retention clock of a consultation, with a reason, or lets it run again.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { mayKeepPersonalData } from "#app/people/keeping-policy.ts";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { badRequest } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { retentionPath } from "../paths.ts";
import { longestReason } from "../retention.ts";
import { findTimed, liftHold, placeHold } from "../retention.store.server.ts";
import { HoldForm } from "../ui/hold-form.tsx";

async function findHeld(args: LoaderFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayKeepPersonalData);
  const consultation = await findConsultationForOfficer(db(), partnership.id, args.params.consultation);
  return { partnership, consultation, signedIn };
}

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation } = await findHeld(args);
  const { hold } = await findTimed(db(), consultation.id, now);
  const { t } = wordsFor(language);
  const heading = t(hold ? "privacy:hold.lift-title" : "privacy:hold.title");
  return {
    ...{ partnership, heading, consultation: consultation.title, title: titleOf(heading, language, partnership) },
    hold: hold && { reason: hold.reason, placedAt: hold.placedAt, by: (await listNames(db(), [hold.placedById])).get(hold.placedById) ?? null },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, signedIn } = await findHeld(args);
  const form = await readForm(args.request);
  const deed = { partnershipId: partnership.id, consultationId: consultation.id, by: signedIn.personId, now };
  if (form.get("deed") === "lift") {
    await inTransaction((transaction) => liftHold(transaction, deed));
    return redirect(retentionPath(partnership, { done: "lifted" }));
  }
  if (form.get("deed") !== "hold") throw badRequest();
  const typed = form.get("reason") ?? "";
  const reason = passage(typed);
  const { t, number } = wordsFor(language);
  const refuse = (error: string) => data({ reason: typed, error }, { status: 422 });
  if (reason === "") return refuse(t("privacy:hold.error.missing"));
  if (reason.length > longestReason) return refuse(t("privacy:hold.error.long", { most: number(longestReason) }));
  await inTransaction((transaction) => placeHold(transaction, deed, reason));
  return redirect(retentionPath(partnership, { done: "held" }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function HoldPage() {
  const { partnership, heading, consultation, hold } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={retentionPath(partnership)} />
      <ErrorSummary errors={refused ? [{ href: "#reason", text: refused.error }] : []} />
      <PageHeading caption={<InLanguage text={consultation} />}>{heading}</PageHeading>
      <HoldForm {...{ hold, refused }} text={t("privacy:hold.text")} liftText={t("privacy:hold.lift-text")} />
    </>
  );
}
