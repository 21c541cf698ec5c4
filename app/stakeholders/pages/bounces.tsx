// Hands in messages that came back: what they say of letters that did not arrive is taken down.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayInvite } from "#app/consultations/office-policy.ts";
import { readUpload } from "#app/files/upload.server.ts";
import { stakeholdersPath } from "#app/partnerships/paths.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { textOfFile } from "#app/shared/table.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FormGroup } from "#app/shared/ui/form-group.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { readReturned, softIsHardAfter } from "../bounce.ts";
import { takeReturned } from "../stopped.store.server.ts";

const mostFiles = 100;
const mostBytes = 2_000_000;

export async function loader(args: LoaderFunctionArgs) {
  const { partnership } = await requireWhoMay(args, mayInvite);
  return { title: titleOf(wordsFor(args.context.language).t("stakeholders:bounces.title"), args.context.language, partnership), partnership };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, signedIn } = await requireWhoMay(args, mayInvite);
  const { fields, files } = await readUpload(args.request, { mostFiles, mostBytes });
  const pasted = fields.get("message") ?? "";
  if (files.some(({ bytes }) => bytes === null)) return data({ kind: "refused" as const, code: "too-big", pasted }, { status: 422 });
  const texts = [...files.map(({ bytes }) => textOfFile(bytes!)), pasted].filter((text) => text.trim() !== "");
  if (texts.length === 0) return data({ kind: "refused" as const, code: "missing", pasted }, { status: 422 });
  const read = texts.map(readReturned);
  const returned = read.flatMap((one) => one.returned);
  const messages = read.reduce((sum, one) => sum + one.messages, 0);
  if (returned.length === 0) return data({ kind: "refused" as const, code: "none", pasted }, { status: 422 });
  const by = { partnershipId: partnership.id, personId: signedIn.personId, now: args.context.now };
  const taken = await inTransaction((transaction) => takeReturned(transaction, by, returned));
  return data({ kind: "taken" as const, messages, ...taken });
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function BouncesPage() {
  const { partnership } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const { t, number } = useWords();
  const refused = done?.kind === "refused" ? done : null;
  const error = refused ? t(`stakeholders:bounces.problem.${refused.code}`) : undefined;
  return (
    <>
      <BackLink to={stakeholdersPath(partnership)} text={t("stakeholders:lists.title")} />
      <ErrorSummary errors={error ? [{ href: "#files", text: error }] : []} />
      {done?.kind === "taken" && <NotificationBanner kind="success">{t("stakeholders:bounces.taken", { count: done.recorded, number: number(done.recorded) })}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("stakeholders:bounces.title")}</PageHeading>
      {done?.kind === "taken" && (
        <SummaryList
          rows={(["messages", "recorded", "known", "unknown"] as const).map((key) => ({ key, label: t(`stakeholders:bounces.count.${key}`), value: number(done[key]) }))}
        />
      )}
      <p className="govuk-body">{t("stakeholders:bounces.text")}</p>
      <p className="govuk-body">{t("stakeholders:bounces.rule", { most: number(softIsHardAfter) })}</p>
      <form method="post" encType="multipart/form-data" noValidate>
        <FormGroup id="files" label={t("stakeholders:bounces.files")} labelSize="s" hint={t("stakeholders:bounces.files-hint", { most: number(mostFiles) })} error={error}>
          <input className="govuk-file-upload" id="files" name="files" type="file" multiple accept=".eml,.mbox,.txt,message/rfc822" aria-describedby={error ? "files-hint files-error" : "files-hint"} />
        </FormGroup>
        <Textarea name="message" rows={8} label={t("stakeholders:bounces.message")} labelSize="s" hint={t("stakeholders:bounces.message-hint")} value={refused?.pasted} dir="ltr" />
        <Button>{t("stakeholders:bounces.take")}</Button>
      </form>
    </>
  );
}
