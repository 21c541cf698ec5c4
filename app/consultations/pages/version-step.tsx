// A new version of the questions is published, by somebody who did not write in it, or given up: asked once, before it is done.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { forbidden, notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { mayPublishVersion, maySeeNewVersion, takesNewVersion } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { versionPath } from "../office-paths.ts";
import { abandonVersion, findAnswered, findNewVersion, publishVersion } from "../versions.store.server.ts";

/** The version and what is done with it; whoever may not publish it is refused, and who comes when it cannot be done sees where it stands. */
async function findStep(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const step = (["publish", "abandon"] as const).find((known) => known === args.params.step);
  if (!step) throw notFound();
  const found = await findForOffice(args, maySeeNewVersion);
  const { partnership, consultation, signedIn, roles } = found;
  const here = versionPath(partnership, consultation);
  const version = await findNewVersion(db(), consultation);
  if (!version) throw redirect(here);
  if (step === "publish") {
    if (!mayPublishVersion({ ...signedIn, roles }, version.authorIds)) throw forbidden();
    if (version.problems.length > 0 || !takesNewVersion(consultation, args.context.now)) throw redirect(here);
  }
  return { ...found, step, version, here };
}

export async function loader(args: LoaderFunctionArgs) {
  const { now, language } = args.context;
  const { partnership, consultation, step, version, here } = await findStep(args);
  const { t } = wordsFor(language);
  const { drafts } = await findAnswered(db(), consultation, now);
  const { number, edits } = version;
  const inProgress = drafts.reduce((sum, { count }) => sum + count, 0);
  return { title: titleOf(t(`versions:confirm.${step}.title`), language, partnership), step, here, number, edits, inProgress };
}

export async function action(args: ActionFunctionArgs) {
  const { consultation, signedIn, step, here } = await findStep(args);
  const edits = Number((await readForm(args.request)).get("edits"));
  const by = { personId: signedIn.personId, now: args.context.now };
  if (step === "abandon") {
    await inTransaction((transaction) => abandonVersion(transaction, consultation, by));
    return redirect(`${here}?done=abandoned`);
  }
  const how = await inTransaction((transaction) => publishVersion(transaction, consultation, edits, by));
  return redirect(`${here}?done=${how}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];
export const handle = { width: "work" };

export default function VersionStepPage() {
  const { step, here, number: version, edits, inProgress } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const values = { version: number(version), count: inProgress, number: number(inProgress) };
  return (
    <Confirming
      question={t(`versions:confirm.${step}.question`, values)}
      consequence={t(`versions:confirm.${step}.consequence`, values)}
      yes={{ name: "do", value: step, text: t(`versions:confirm.${step}.yes`, values) }}
      no={t(`versions:confirm.${step}.no`)}
      backTo={here}
      fields={{ edits: String(edits) }}
    />
  );
}
