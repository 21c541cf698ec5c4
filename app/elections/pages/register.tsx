// A resident asks to be put on the roll of an election in which people vote. What is answered here is the same whether or not they are on
// it: a letter to the address they gave says which, so that nobody learns who is on the roll.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { keyedHash } from "#app/shared/keys.server.ts";
import { languageNames, languages, textIn, within } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { ContactList } from "#app/shared/ui/contact-list.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublicElection, holdElection, standingOf } from "../elections.store.server.ts";
import { electionPath } from "../paths.ts";
import { letsRegister, mayRegister, readRegistration, registrationFields } from "../registering.ts";
import { askToRegister } from "../registering.store.server.ts";
import { registeringClosesAt } from "../timetable.ts";

async function find({ params }: Pick<LoaderFunctionArgs, "params">) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  if (!letsRegister(election)) throw notFound();
  return { partnership, election };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership, election } = await find(args);
  const words = wordsFor(language);
  const isSent = new URL(args.request.url).searchParams.has("sent");
  const { timetable, constituency, network } = election;
  return {
    title: titleOf(words.t(isSent ? "register:sent.title-of" : "register:title-of", { title: textIn(election.title, language).text }), language, partnership),
    ...{ partnership, election: { id: election.id, title: election.title }, contact: partnership.contact, isSent, isOpen: mayRegister(election, standingOf(election), now) },
    ...{ area: within(constituency?.name ?? network.name, words), areaKind: constituency ? "part" : "network" },
    closes: timetable && words.instant(registeringClosesAt(timetable)),
    opens: timetable && words.date(timetable.pollOpensOn),
    loaded: { language },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { now, address } = args.context;
  const { partnership, election } = await find(args);
  const here = (sent?: "yes") => electionPath(partnership, election, "register", { sent });
  // The page then says that it is too late.
  if (!mayRegister(election, standingOf(election), now)) return redirect(here());
  const form = await readForm(args.request, { longest: 4000 });
  const entries = Object.fromEntries([...registrationFields, "language"].map((name) => [name, form.get(name) ?? ""]));
  const refuse = (problems: Refused["problems"], status: number) => data({ entries, problems, clashes: [], now: {} } satisfies Refused, { status });
  const read = readRegistration(entries);
  if (!read.ok) return refuse(read.problem, 422);
  const { email, post } = read.value;
  const reach = keyedHash("registering", `${election.id} ${email ?? post ?? ""}`);
  const isWithin = (await isWithinLimit("letter from", address, 30, 3600)) && (await isWithinLimit("registering by", reach, 6, 3600)) && (email !== null || (await isWithinLimit("registering by post from", address, 10, 3600)));
  if (!isWithin) return refuse([{ field: "name", code: "too-many" }], 429);
  const isTaken = await inTransaction(async (transaction) => {
    const held = await holdElection(transaction, partnership.id, election.id);
    if (!mayRegister(held, standingOf(held), now)) return false;
    await askToRegister(transaction, { partnership, election: held, now }, read.value);
    return true;
  });
  return redirect(isTaken ? here("yes") : here());
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function RegisterPage() {
  const { partnership, election, contact, isSent, isOpen, area, areaKind, closes, opens, loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useWords();
  const { field, errors, errorAt, entries } = useFields({ say: (name) => t(`register:field.${name}`), sayProblem: (code, values) => t(`register:problem.${code}`, values) }, { loaded, refused });
  const shown = isSent && !refused ? "sent" : isOpen ? "form" : "closed";
  return (
    <>
      <BackLink to={electionPath(partnership, election)} text={textIn(election.title, language).text} />
      <ErrorSummary errors={errors} />
      <PageHeading caption={<InLanguage text={election.title} />}>{t(shown === "sent" ? "register:sent.title" : "register:title")}</PageHeading>
      {shown === "sent" && (["email", "post", "same"] as const).map((part) => <p key={part} className="govuk-body">{t(`register:sent.${part}`, { date: opens ?? "" })}</p>)}
      {shown === "closed" && <p className="govuk-body">{t("register:closed", { date: closes ?? "" })}</p>}
      {shown === "form" && (
        <>
          <p className="govuk-body">{t(`register:lead.${areaKind}`, { area, date: closes ?? "" })}</p>
          <p className="govuk-body">{t("register:kept")}</p>
          <form method="post" noValidate>
            <TextField {...field("name")} autoComplete="name" />
            <TextField {...field("email")} hint={t("register:field.email-hint")} type="email" autoComplete="email" spellCheck={false} />
            <Textarea {...field("post")} hint={t("register:field.post-hint", { date: opens ?? "" })} rows={4} />
            <Select {...field("language")} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
            <Checkboxes
              {...{ name: "declares", label: t("register:field.declares"), labelSize: "s", error: errorAt("declares") }}
              values={entries.declares === "yes" ? ["yes"] : []}
              choices={[{ value: "yes", label: t(`register:declare.${areaKind}`, { area }) }]}
            />
            <Button>{t("register:send")}</Button>
          </form>
        </>
      )}
      <p className="govuk-body">
        <PageLink to={electionPath(partnership, election, "on-the-roll")}>{t("register:check")}</PageLink>
      </p>
      <h2 className="govuk-heading-m">{t("register:help.title")}</h2>
      <p className="govuk-body">{t("register:help.text")}</p>
      <ContactList contact={contact} />
    </>
  );
}
