// One text that was read twice, with what each reader gave side by side, and what is settled to hold of it.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadCoding } from "#app/consultations/office-policy.ts";
import { within } from "#app/forms/wording.ts";
import { listNames } from "#app/people/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { inTree, type PlacedCode } from "../code.ts";
import { listCodeframes, listCodes } from "../codeframes.store.server.ts";
import { codedPieces } from "../coded-text.ts";
import { findWorked } from "../coders.server.ts";
import { findReadTwice, listDifferences, settle, unsettle } from "../differences.store.server.ts";
import { differencesPath } from "../paths.ts";
import { recordReading } from "../reading.server.ts";
import { longestNote } from "../text-mark.ts";
import { codesGiven, readSettling, type SettlingTyped } from "../settling.ts";
import { KeyHint, useReadingKeys } from "../ui/reading-keys.tsx";
import { SettleForm } from "../ui/settle-form.tsx";
import { SettleKeys } from "../ui/settle-keys.tsx";
import { SideBySide } from "../ui/side-by-side.tsx";
import { TextWords } from "../ui/text-words.tsx";

async function findText(args: LoaderFunctionArgs) {
  const found = await findWorked(args, mayLeadCoding);
  const text = await findReadTwice(db(), found.consultation, found.set.id, args.params.text);
  const question = found.questions.find(({ id }) => id === text?.questionId);
  if (!text || !question) throw notFound();
  const frames = await listCodeframes(db(), found.consultation, question.id);
  const codes: PlacedCode[] = [];
  for (const frame of frames) codes.push(...inTree(await listCodes(db(), frame)));
  const isReader = [text.firstId, text.secondId].includes(found.signedIn.personId);
  return { ...found, text, question, codes, isReader };
}

export async function loader(args: LoaderFunctionArgs) {
  const found = await findText(args);
  const { partnership, consultation, set, question, text, codes, isReader } = found;
  const words = wordsFor(args.context.language);
  const names = await listNames(db(), [text.firstId, text.secondId, ...(text.settlement ? [text.settlement.settledById] : [])]);
  const nameOf = (id: string) => names.get(id) ?? words.t("reading:somebody");
  const { differences } = await listDifferences(db(), set.id, { isSettled: false, after: text.id, most: 1 });
  await recordReading(found, { set: set.number, questionId: question.id, shown: 1 });
  const given = codesGiven(text, codes, words.language);
  return {
    title: titleOf(words.t("differences:one.title", { id: text.responseId, question: within(question.label, words) }), words.language, partnership),
    ...{ partnership, consultation, set: set.number, label: question.label, isReader, given },
    text: { language: text.language, pieces: codedPieces([{ text: text.text, isFound: false }], []) },
    readers: [nameOf(text.firstId), nameOf(text.secondId)] as const,
    others: codes.filter(({ id, retiredAt }) => retiredAt === null && given.every(({ codeId }) => codeId !== id)).map(({ id, name, level }) => ({ id, name, level })),
    settlement: text.settlement && {
      ...{ note: text.settlement.note, isTogether: text.settlement.isTogether, by: nameOf(text.settlement.settledById), at: text.settlement.settledAt },
      codes: codes.filter(({ id }) => text.agreed.some(({ codeId }) => codeId === id)).map(({ id, name }) => ({ id, name })),
    },
    next: differences[0] ? differencesPath(partnership, consultation, differences[0].id) : null,
    said: (["settled", "unsettled"] as const).find((one) => one === new URL(args.request.url).searchParams.get("done")) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const { partnership, consultation, set, signedIn, text, codes, isReader } = await findText(args);
  const form = await readForm(args.request);
  const here = differencesPath(partnership, consultation, text.id);
  if (form.get("deed") === "unsettle") {
    await inTransaction((transaction) => unsettle(transaction, consultation, { textId: text.id, personId: signedIn.personId }));
    return redirect(`${here}?done=unsettled`);
  }
  const typed: SettlingTyped = { codeIds: form.getAll("code").filter((id) => id !== ""), note: passage(form.get("note") ?? ""), isTogether: form.get("together") === "yes" };
  const problems = readSettling(typed, { known: codes.map(({ id }) => id), isReader });
  if (problems.length > 0) return data({ typed, problems }, { status: 422 });
  const done = await inTransaction((transaction) => settle(transaction, consultation, { ...typed, setId: set.id, textId: text.id, personId: signedIn.personId, now }));
  if (!done.ok) return data({ typed, problems: [{ field: "code", code: done.problem }] as ReturnType<typeof readSettling> }, { status: 422 });
  const { differences } = await listDifferences(db(), set.id, { isSettled: false, after: text.id, most: 1 });
  return redirect(differences[0] ? `${differencesPath(partnership, consultation, differences[0].id)}?done=settled` : `${here}?done=settled`);
}

export const handle = { hydrates: true, width: "work", words: ["reading", "differences", "agreement"] };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DifferencePage() {
  const { partnership, consultation, set, label, text, readers, given, others, settlement, next, said, isReader } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as { typed: SettlingTyped; problems: ReturnType<typeof readSettling> } | undefined;
  const keys = useReadingKeys();
  const { t, number, instant } = useWords();
  const problems = (refused?.problems ?? []).map(({ field, code }) => ({ field, text: t(`differences:problem.${code}`, { most: number(longestNote) }) }));
  return (
    <>
      <BackLink to={differencesPath(partnership, consultation)} text={t("differences:title")} />
      <ErrorSummary errors={problems.map(({ field, text: problem }) => ({ href: `#${field}`, text: problem }))} />
      {said && !refused && <NotificationBanner kind="success">{t(`differences:done.${said}`)}</NotificationBanner>}
      <span className="govuk-caption-m">{t("reading:text.set", { set: number(set) })}</span>
      <h1 className="govuk-heading-m">
        <InLanguage text={label} />
      </h1>
      <TextWords text={text} />
      <SideBySide given={given} readers={readers} />
      {settlement ? (
        <section aria-labelledby="settled">
          <h2 className="govuk-heading-m" id="settled">
            {t("differences:one.settled")}
          </h2>
          <p className="govuk-body">
            {t(settlement.isTogether ? "differences:one.by-both" : "differences:one.by", { by: settlement.by, at: instant(settlement.at) })} <bdi>{settlement.note}</bdi>
          </p>
          {settlement.codes.length === 0 ? (
            <p className="govuk-body">{t("differences:one.no-code")}</p>
          ) : (
            <ul className="govuk-list govuk-list--bullet">
              {settlement.codes.map(({ id, name }) => (
                <li key={id}>
                  <InLanguage text={name} />
                </li>
              ))}
            </ul>
          )}
          <form method="post">
            <Button name="deed" value="unsettle" look="secondary">
              {t("differences:one.undo")}
            </Button>
          </form>
        </section>
      ) : (
        <SettleForm key={label.en} {...{ given, others, isReader, keys }} typed={refused?.typed} errorAt={(field) => problems.find((one) => one.field === field)?.text} />
      )}
      {next !== null && (
        <p className="govuk-body">
          <PageLink to={next} data-keys="j next" aria-keyshortcuts="j">
            {t("differences:one.next")} <KeyHint keys={keys} name="J" />
          </PageLink>
        </p>
      )}
      <SettleKeys keys={keys} />
    </>
  );
}
