// Where the code of an invitation leads: an organisation names its person, or says that it names nobody; and may say otherwise until the last day,
// as long as nobody it named has been accepted. Opening it changes nothing, because programs that check mail open links too.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import type { Entries } from "#app/shared/edits.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { textIn, within } from "#app/shared/languages.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { badRequest, tooMany } from "#app/shared/responses.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ContactList } from "#app/shared/ui/contact-list.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { findByCode, type Invitation } from "../invitations.store.server.ts";
import { namingFields, readNaming } from "../naming.ts";
import { decline, namePerson } from "../namings.store.server.ts";
import { roundPath } from "../paths.ts";
import { mayAnswer, roundState } from "../round.ts";
import { findRound, holdRound } from "../rounds.store.server.ts";
import { NamingFields } from "../ui/naming-fields.tsx";

async function find({ params, context: { address, now } }: Pick<LoaderFunctionArgs, "params" | "context">, code: string) {
  const partnership = await findPartnership(db(), params.partnership);
  const round = await findRound(db(), partnership.id, params.round, true);
  if (code !== "" && !(await isWithinLimit("nominating code", address, 60, 900))) throw tooMany();
  return { partnership, round, state: roundState(round, dayOf(now)), invitation: code === "" ? null : await findByCode(db(), round, code) };
}

/** What was said before, to be changed. */
function typedBefore({ named, contact, language }: Invitation): Entries {
  if (!named) return { namedBy: contact, language };
  return { ...Object.fromEntries(namingFields.map((field) => [field, field === "declares" ? "" : (named[field] ?? "")])) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const search = new URL(args.request.url).searchParams;
  const code = search.get("key") ?? "";
  const { partnership, round, state, invitation } = await find(args, code);
  const words = wordsFor(language);
  const shown = invitation === null ? (code === "" ? "ask" : "dead") : mayAnswer(state, invitation.answer) ? "form" : invitation.answer === "valid" && state === "open" ? "accepted" : state === "announced" ? "early" : "late";
  return data(
    {
      title: titleOf(words.t("nominating:answer.title-of", { title: within(round.title, words) }), language, partnership),
      ...{ partnership: { slug: partnership.slug }, contact: partnership.contact, code, shown, answer: invitation?.answer ?? "none", done: search.get("done") },
      round: { id: round.id, title: round.title, about: round.about, criteria: round.criteria },
      ...{ organisation: within(invitation?.organisation, words), opens: words.date(round.opensOn), closes: words.date(round.closesOn), named: invitation?.named?.name ?? "" },
      entries: invitation ? typedBefore(invitation) : {},
    },
    { status: shown === "dead" ? 410 : 200 },
  );
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const { now } = args.context;
  const form = await readForm(args.request, { longest: 20_000 });
  const [code, deed] = [form.get("key") ?? "", form.get("deed")];
  const { partnership, round: asked, invitation: found } = await find(args, code);
  // The loader then says that the code opens nothing.
  if (!found) return data(null, { status: 410 });
  if (deed !== "name" && deed !== "decline") throw badRequest();
  const entries = Object.fromEntries(namingFields.map((field) => [field, form.get(field) ?? ""]));
  const done = await inTransaction(async (transaction): Promise<Refused | "named" | "declined" | null> => {
    const round = await holdRound(transaction, partnership.id, asked.id);
    const invitation = await findByCode(transaction, round, code);
    if (!invitation || !mayAnswer(roundState(round, dayOf(now)), invitation.answer)) return null;
    if (deed === "decline") {
      await decline(transaction, partnership.id, invitation, now);
      return "declined";
    }
    const read = readNaming(entries);
    if (!read.ok) return { entries, problems: read.problem, clashes: [], now: {} };
    await namePerson(transaction, { partnership, round, invitation }, read.value, now);
    return "named";
  });
  if (done !== null && typeof done !== "string") return data(done, { status: 422 });
  return redirect(roundPath(partnership, asked, "answer", { key: code, done }));
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AnswerPage() {
  const { partnership, contact, code, shown, answer, done, round, organisation, opens, closes, named, entries } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? undefined;
  const { t, language } = useWords();
  const fields = useFields({ say: (field) => t(`nominating:field.${field}`), sayProblem: (problem, values) => t(`nominating:problem.${problem}`, values) }, { loaded: entries, refused });
  const values = { organisation, opens, closes, name: named };
  const isAnswered = done !== null && !refused;
  return (
    <>
      <ErrorSummary errors={fields.errors} />
      {isAnswered && answer !== "none" && <NotificationBanner kind="success">{t(answer === "declined" ? "nominating:answer.declined" : "nominating:answer.named", values)}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={round.title} />}>{t("nominating:answer.title")}</PageHeading>
      {(shown === "ask" || shown === "dead") && (
        <>
          <p className="govuk-body">{t(shown === "ask" ? "nominating:answer.ask" : "nominating:answer.dead")}</p>
          <form method="get" noValidate>
            <TextField name="key" label={t("nominating:answer.code")} hint={t("nominating:answer.code-hint")} value={code} error={shown === "dead" ? t("nominating:answer.code-wrong") : undefined} dir="ltr" width={20} autoComplete="off" spellCheck={false} />
            <Button>{t("nominating:answer.go")}</Button>
          </form>
        </>
      )}
      {(shown === "early" || shown === "late" || shown === "accepted") && <p className="govuk-body">{t(`nominating:answer.${shown}`, values)}</p>}
      {shown === "form" && (
        <>
          <Paragraphs text={round.about} className="govuk-body" />
          {textIn(round.criteria, language).text !== "" && (
            <>
              <h2 className="govuk-heading-m">{t("nominating:fact.criteria")}</h2>
              <Paragraphs text={round.criteria} />
            </>
          )}
          {!isAnswered && answer !== "none" && <p className="govuk-body">{t(`nominating:answer.so-far.${answer}`, values)}</p>}
          <p className="govuk-body">{t("nominating:answer.lead", values)}</p>
          <p className="govuk-body">{t("nominating:answer.kept")}</p>
          <form method="post" noValidate>
            <input type="hidden" name="key" value={code} />
            <NamingFields fields={fields} organisation={organisation} />
            <ButtonGroup>
              <Button name="deed" value="name">
                {t("nominating:answer.send")}
              </Button>
              <Button name="deed" value="decline" look="secondary">
                {t("nominating:answer.decline")}
              </Button>
            </ButtonGroup>
          </form>
        </>
      )}
      <p className="govuk-body">
        <PageLink to={roundPath(partnership, round)}>{t("nominating:answer.round")}</PageLink>
      </p>
      <h2 className="govuk-heading-m">{t("register:help.title")}</h2>
      <ContactList contact={contact} />
    </>
  );
}
