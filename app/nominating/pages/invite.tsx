// Whom a round of nominations invites: an organisation of the register or another, or every organisation of a network.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listOrganisationChoices } from "#app/bodies/choices.store.server.ts";
import { findNetwork, listNetworks } from "#app/networks/networks.store.server.ts";
import { byLetter } from "#app/shared/by-letter.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { languageNames, languages, textIn } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { line, passage } from "#app/shared/typed.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { refuseUnless, requireRound } from "../guard.server.ts";
import { findReach, invite, inviteMembers, listInvitations, mostInvited } from "../invitations.store.server.ts";
import { invitationFields, readInvitation } from "../naming.ts";
import { officeRoundPath } from "../paths.ts";
import { roundState, type RoundState } from "../round.ts";
import { holdRound } from "../rounds.store.server.ts";

const isTime = (state: RoundState) => state === "planned" || state === "announced" || state === "open";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, round, state } = await requireRound(args);
  refuseUnless(isTime(state), partnership, round);
  const invited = await listInvitations(db(), round);
  const organisations = (await listOrganisationChoices(db(), partnership.id)).filter(({ id }) => !invited.some(({ organisationId }) => organisationId === id));
  return {
    title: titleOf(wordsFor(language).t("nominating:invite.title-of", { title: textIn(round.title, language).text }), language, partnership),
    ...{ partnership: { slug: partnership.slug, name: partnership.name }, round: { id: round.id, title: round.title }, organisations, isWritten: state !== "planned" },
    networks: (await listNetworks(db(), partnership.id)).map(({ slug, name }) => ({ slug, name })),
    entries: { language },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { partnership, round: asked, by } = await requireRound(args);
  const form = await readForm(args.request, { longest: 10_000 });
  const entries = Object.fromEntries([...invitationFields, "network"].map((field) => [field, form.get(field) ?? ""]));
  const refused = await inTransaction(async (transaction): Promise<Refused | null> => {
    const round = await holdRound(transaction, partnership.id, asked.id);
    refuseUnless(isTime(roundState(round, dayOf(by.now))), partnership, round);
    const refuse = (problems: Refused["problems"]): Refused => ({ entries, problems, clashes: [], now: {} });
    if (form.get("deed") === "network") {
      if (!entries.network) return refuse([{ field: "network", code: "network-missing" }]);
      const added = await inviteMembers(transaction, by, { partnership, round }, await findNetwork(transaction, partnership.id, entries.network));
      return added === 0 ? refuse([{ field: "network", code: "network-nobody" }]) : null;
    }
    const choices = await listOrganisationChoices(transaction, partnership.id);
    // because whom an organisation of the register is written to is known there
    const isBlank = line(entries.contact ?? "") === "" && line(entries.email ?? "") === "" && passage(entries.post ?? "") === "";
    const reach = isBlank && choices.some(({ id }) => id === entries.organisationId) ? await findReach(transaction, partnership.id, entries.organisationId!) : null;
    const read = readInvitation({ ...entries, ...(reach && { contact: reach.contact, email: reach.email ?? "", post: reach.post ?? "", language: reach.language }) }, choices.map(({ id }) => id));
    if (!read.ok) return refuse(read.problem);
    return (await invite(transaction, by, { partnership, round }, read.value)) ? null : refuse([{ field: "organisationId", code: "invited-already", most: mostInvited }]);
  });
  if (refused) return data(refused, { status: 422 });
  return redirect(officeRoundPath(partnership, asked, "", { done: "added" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function InvitePage() {
  const { partnership, round, organisations, networks, isWritten, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const { field, errors } = useFields({ say: (name) => t(`nominating:field.${name}`), sayProblem: (code, values) => t(`nominating:problem.${code}`, values) }, { loaded: entries, refused });
  const hinted = (name: string) => ({ ...field(name), hint: t(`nominating:field.${name}-hint`) });
  const { options, groups } = byLetter(organisations.map(({ id, name }) => ({ value: id, label: textIn(name, language).text })), language);
  const named = ({ id, name }: { id: string; name: (typeof round)["title"] }) => ({ value: id, label: textIn(name, language).text });
  return (
    <>
      <BackLink to={officeRoundPath(partnership, round)} text={textIn(round.title, language).text} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={round.title} />}>{t("nominating:invite.title")}</PageHeading>
      <p className="govuk-body">{t(isWritten ? "nominating:invite.at-once" : "nominating:invite.later")}</p>
      <form method="post" noValidate>
        <Select {...field("organisationId")} options={[{ value: "", label: t("nominating:field.organisationId-none") }, ...options]} groups={groups} />
        <TextField {...hinted("organisation")} autoComplete="off" />
        <TextField {...hinted("contact")} autoComplete="off" />
        <TextField {...field("email")} label={t("nominating:field.email-organisation")} type="email" autoComplete="off" spellCheck={false} />
        <Textarea {...hinted("post")} rows={4} />
        <Select {...field("language")} label={t("nominating:field.language-letters")} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
        <Button name="deed" value="one">
          {t("nominating:invite.one")}
        </Button>
      </form>
      {networks.length > 0 && (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">{t("nominating:invite.network")}</h2>
          <p className="govuk-body">{t("nominating:invite.network-text")}</p>
          <Select {...field("network")} options={[{ value: "", label: t("nominating:field.network-none") }, ...networks.map(({ slug, name }) => named({ id: slug, name }))]} />
          <Button name="deed" value="network" look="secondary">
            {t("nominating:invite.all")}
          </Button>
        </form>
      )}
    </>
  );
}
