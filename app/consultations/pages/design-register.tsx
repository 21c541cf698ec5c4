// What the register finds a consultation by: topics, places and audiences are ticked, and new ones named.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { inputIn } from "../design-fields.ts";
import { eachOnce, longestName, mostNamed, namedLists, newInput, readRegister, usualAudiences, type NamedList, type RegisterProblem } from "../design-register.ts";
import { changeRegisterEntry } from "../design.store.server.ts";
import { isDesignable, mayDesign, maySeeOffice } from "../office-policy.ts";
import { findForOffice } from "../office.server.ts";
import { designRegisterPath, officeConsultationPath } from "../office-paths.ts";
import { findRegisterEntry, listChoices } from "../register.store.server.ts";
import { keyOf, topics, type Named, type RegisterEntry } from "../register.ts";
import { holdConsultation } from "../store.server.ts";

/** What may be ticked: what the consultation has, what others of the partnership have, and what is usual. */
async function listOffered(on: Database, partnership: { id: string; name: Named["name"] }, entry: RegisterEntry): Promise<Record<NamedList, Named[]>> {
  const known = await listChoices(on, partnership.id);
  const usual = usualAudiences.map((audience) => ({ name: textInAll(`prepare:audience.${audience}`) }));
  return {
    places: eachOnce([...entry.places, ...known.places, { name: partnership.name }]),
    audiences: eachOnce([...entry.audiences, ...known.audiences, ...usual]),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { partnership, consultation, roles } = await findForOffice(args, maySeeOffice);
  const entry = await findRegisterEntry(db(), consultation);
  return {
    title: titleOf(wordsFor(args.context.language).t("prepare:register.title"), args.context.language, partnership),
    ...{ partnership, consultation, entry, offered: await listOffered(db(), partnership, entry) },
    mayChange: mayDesign(roles) && isDesignable(consultation),
    isSaved: new URL(args.request.url).searchParams.has("saved"),
  };
}

type Refused = { typed: Record<string, string>; chosen: Record<string, string[]>; problems: RegisterProblem[]; isTooLate: boolean };

export async function action(args: ActionFunctionArgs) {
  const { partnership, consultation, signedIn } = await findForOffice(args, mayDesign);
  const form = await readForm(args.request);
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const held = await holdConsultation(transaction, partnership.id, consultation.id);
    const now = await findRegisterEntry(transaction, held);
    const read = readRegister({ form, offered: await listOffered(transaction, partnership, now), now });
    const chosen = Object.fromEntries(["topics", ...namedLists].map((list) => [list, form.getAll(list)]));
    const isTooLate = !isDesignable(held);
    if (!read.ok || isTooLate) return { typed: Object.fromEntries(form), chosen, problems: read.ok ? [] : read.problem, isTooLate };
    await changeRegisterEntry(transaction, held, { personId: signedIn.personId, now: args.context.now }, now, read.value);
    return null;
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(`${designRegisterPath(partnership, consultation)}?saved`);
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function DesignRegisterPage() {
  const { partnership, consultation, entry, offered, mayChange, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, number } = useWords();
  const errors = [
    ...(refused?.problems ?? []).map(({ input, code, most = 0 }) => ({ input, text: t(`prepare:register.problem.${code}`, { most: number(most) }) })),
    ...(refused?.isTooLate ? [{ input: "typed", text: t("prepare:too-late") }] : []),
  ];
  const errorAt = (input: string) => errors.find((error) => error.input === input)?.text;
  const typed = refused?.typed ?? {};
  const list = (name: NamedList) => (
    <>
      <Checkboxes
        name={name}
        small
        label={t(`prepare:register.${name}`)}
        hint={t(`prepare:register.${name}-hint`, { most: number(mostNamed) })}
        values={refused?.chosen[name] ?? entry[name].map(keyOf)}
        error={errorAt(name)}
        choices={offered[name].map((one) => ({ value: keyOf(one), label: <InLanguage text={one.name} />, hint: one.code }))}
      />
      <FieldsInLanguages
        name={newInput(name)}
        legend={t(`prepare:register.new-${name}`)}
        hint={t("prepare:register.new-hint", { most: number(longestName) })}
        valueOf={(language) => typed[inputIn(newInput(name), language)] ?? ""}
        errorOf={(language) => errorAt(inputIn(newInput(name), language))}
      />
    </>
  );
  return (
    <>
      <BackLink to={officeConsultationPath(partnership, consultation)} text={t("prepare:to-consultation")} />
      <ErrorSummary errors={errors.map(({ input, text }) => ({ href: `#${input}`, text }))} />
      {isSaved && !refused && <NotificationBanner kind="success">{t("prepare:register.saved")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("prepare:register.title")}</PageHeading>
      <p className="govuk-body">{t("prepare:register.lead")}</p>
      {!mayChange && (
        <>
          <InsetText>{t("prepare:over")}</InsetText>
          <EntryList heading={t("prepare:register.topics")} items={entry.topics.map((topic) => t(`consultations:topic.${topic}`))} />
          {namedLists.map((name) => (
            <EntryList key={name} heading={t(`prepare:register.${name}`)} items={entry[name].map((one) => <InLanguage key={keyOf(one)} text={one.name} />)} />
          ))}
        </>
      )}
      {(mayChange || refused) && (
        <form method="post" id="typed" noValidate>
          <input type="hidden" name="opened" value="yes" />
          {[...entry.topics.map((topic) => ["topics", topic]), ...namedLists.flatMap((name) => entry[name].map((one) => [name, keyOf(one)]))].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={`was.${name}`} value={value} />
          ))}
          <Checkboxes
            name="topics"
            small
            label={t("prepare:register.topics")}
            hint={t("prepare:register.topics-hint")}
            values={refused?.chosen.topics ?? entry.topics}
            choices={topics.map((topic) => ({ value: topic, label: t(`consultations:topic.${topic}`) }))}
          />
          {list("places")}
          <TextField
            name="new-code"
            width={10}
            autoComplete="off"
            dir="ltr"
            label={t("prepare:register.new-code")}
            hint={t("prepare:register.new-code-hint")}
            value={typed["new-code"]}
            error={errorAt("new-code")}
          />
          {list("audiences")}
          {mayChange && <Button>{t("prepare:save")}</Button>}
        </form>
      )}
    </>
  );
}

function EntryList({ heading, items }: { heading: string; items: readonly ReactNode[] }) {
  const { t } = useWords();
  return (
    <>
      <h2 className="govuk-heading-s">{heading}</h2>
      {items.length === 0 ? (
        <p className="govuk-body">{t("prepare:nothing")}</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}
