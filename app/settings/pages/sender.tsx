// Chooses who a partnership's letters come from. A new address is asked first, by a letter to it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { senderOf } from "#app/partnerships/partnership.ts";
import { settingsPath } from "#app/partnerships/paths.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { badRequest, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { changeSettings } from "../changes.store.server.ts";
import { longest } from "../details.ts";
import { requireAdministrator } from "../guard.server.ts";
import { testLetter } from "../letters.ts";
import { readSender, type SenderEntries, type SenderProblem } from "../sender.ts";
import { askAtSender, findPendingSender, forgetPendingSender } from "../senders.store.server.ts";
import { Above } from "../ui/above.tsx";

const deeds = ["saved", "asked", "forgotten", "tested"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { t, instant } = wordsFor(language);
  const { partnership, signedIn } = await requireAdministrator(args);
  const search = new URL(args.request.url).searchParams;
  const pending = await findPendingSender(db(), partnership.id, now);
  const done = deeds.find((deed) => search.has(deed));
  return {
    title: titleOf(t("settings:sender.title"), language, partnership),
    partnership,
    pending: pending && { address: pending.address, askedAt: instant(pending.createdAt), until: instant(pending.expiresAt) },
    own: signedIn.email,
    done: done === "asked" && !pending ? null : (done ?? null),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, signedIn, personId } = await requireAdministrator(args);
  const form = await readForm(args.request);
  const here = settingsPath(partnership, "sender");
  const isAllowed = () => isWithinLimit("letter about a sender", partnership.id, 10, 3600);
  const intent = form.get("intent") ?? "save";
  if (intent === "test") {
    if (!(await isAllowed())) throw tooMany();
    const { senderAddress: from, replyTo, name } = partnership;
    const letter = testLetter(wordsFor(language), { to: signedIn.email, name: signedIn.name, partnership: name, from, replyTo: replyTo ?? from });
    await inTransaction((transaction) => saveLetter(transaction, senderOf(partnership), letter));
    return redirect(`${here}?tested`);
  }
  if (intent === "forget") {
    await inTransaction((transaction) => forgetPendingSender(transaction, { partnership, personId }));
    return redirect(`${here}?forgotten`);
  }
  if (intent === "again") {
    const pending = await findPendingSender(db(), partnership.id, now);
    if (!pending) return redirect(here);
    if (!(await isAllowed())) throw tooMany();
    await inTransaction((transaction) => askAtSender(transaction, { partnership, address: pending.address, personId, language, now }));
    return redirect(`${here}?asked`);
  }
  if (intent !== "save") throw badRequest();
  const typed = (field: keyof SenderEntries) => (form.get(field) ?? "").slice(0, 1000);
  const entries = { "sender-name": typed("sender-name"), "sender-address": typed("sender-address"), "reply-to": typed("reply-to") };
  const read = readSender(entries);
  if (!read.ok) return data({ entries, problems: read.problem }, { status: 422 });
  const { senderAddress: address, ...change } = read.value;
  const isNew = address !== partnership.senderAddress;
  if (isNew && !(await isAllowed())) throw tooMany();
  await inTransaction(async (transaction) => {
    await changeSettings(transaction, { partnership, personId }, "sender", change);
    if (isNew) await askAtSender(transaction, { partnership, address, personId, language, now });
  });
  return redirect(`${here}?${isNew ? "asked" : "saved"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function SenderPage() {
  const { partnership, pending, own, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const { senderName, senderAddress, replyTo } = partnership;
  const entries: SenderEntries = refused?.entries ?? {
    ...{ "sender-name": senderName, "sender-address": pending?.address ?? senderAddress, "reply-to": replyTo ?? "" },
  };
  const textOf = ({ code }: SenderProblem) => t(`settings:sender.problem.${code}`, { most: number(longest.name) });
  const errorAt = (field: keyof SenderEntries) => {
    const problem = refused?.problems.find((one) => one.field === field);
    return problem && textOf(problem);
  };
  return (
    <>
      <Above
        backTo={settingsPath(partnership)}
        errors={refused?.problems.map((problem) => ({ href: `#${problem.field}`, text: textOf(problem) })) ?? []}
        done={done && t(`settings:sender.done.${done}`, { address: done === "tested" ? own : (pending?.address ?? "") })}
      />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("settings:sender.title")}</PageHeading>
      <p className="govuk-body">{t("settings:sender.lead", { address: senderAddress })}</p>
      {pending && (
        <InsetText>
          <p className="govuk-body">{t("settings:sender.waits", { address: pending.address, at: pending.askedAt, until: pending.until, now: senderAddress })}</p>
          <form method="post" noValidate>
            <ButtonGroup>
              <Button look="secondary" name="intent" value="again">
                {t("settings:sender.again")}
              </Button>
              <Button look="secondary" name="intent" value="forget">
                {t("settings:sender.forget", { address: senderAddress })}
              </Button>
            </ButtonGroup>
          </form>
        </InsetText>
      )}
      <form method="post" noValidate>
        <TextField name="sender-name" label={t("settings:sender.name")} hint={t("settings:sender.name-hint")} autoComplete="off" value={entries["sender-name"]} error={errorAt("sender-name")} />
        <TextField
          name="sender-address"
          type="email"
          label={t("settings:sender.address")}
          hint={t("settings:sender.address-hint")}
          autoComplete="off"
          spellCheck={false}
          value={entries["sender-address"]}
          error={errorAt("sender-address")}
        />
        <TextField
          name="reply-to"
          type="email"
          label={t("settings:sender.reply-to")}
          hint={t("settings:sender.reply-to-hint")}
          autoComplete="off"
          spellCheck={false}
          value={entries["reply-to"]}
          error={errorAt("reply-to")}
        />
        <Button>{t("settings:save")}</Button>
      </form>
      <h2 className="govuk-heading-m">{t("settings:sender.arrive")}</h2>
      <p className="govuk-body">{t("settings:sender.arrive-text", { domain: senderAddress.split("@")[1] ?? "" })}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t("settings:sender.spf")}</li>
        <li>{t("settings:sender.dkim")}</li>
        <li>{t("settings:sender.dmarc")}</li>
      </ul>
      <h2 className="govuk-heading-m">{t("settings:sender.test")}</h2>
      <p className="govuk-body">{t("settings:sender.test-text", { address: own })}</p>
      <form method="post" noValidate>
        <Button look="secondary" name="intent" value="test">
          {t("settings:sender.test-button")}
        </Button>
      </form>
    </>
  );
}
