// Invitations to be printed, one to a sheet, each in its organisation's language, for those without an e-mail address or whose letter came back;
// and that those shown were posted. Their codes stand on them, and nothing keeps the page.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { readForm } from "#app/shared/form-body.server.ts";
import { directionOf, textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { refuseUnless, requireRound } from "../guard.server.ts";
import { aboutOf, linkOf, listInvitations, markPosted, waysOf } from "../invitations.store.server.ts";
import { invitationParts } from "../letters.ts";
import { officeRoundPath, roundPath } from "../paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { partnership, round, state, by } = await requireRound(args);
  refuseUnless(state === "announced" || state === "open", partnership, round);
  const letters = await inTransaction(async (transaction) => {
    const invitations = await listInvitations(transaction, round);
    const ways = await waysOf(transaction, round, invitations);
    const printed = invitations.filter(({ id, answer }) => ["to-print", "failed"].includes(ways.get(id)!) && answer === "none");
    const made = [];
    for (const one of printed) {
      const { code } = await linkOf(transaction, partnership, round, one);
      // because an address that is typed is a short one
      const link = siteOfPartnership(partnership) + pathInLanguage(roundPath(partnership, round, "answer"), one.language);
      made.push({
        ...{ id: one.id, language: one.language, to: textIn(one.organisation, one.language).text },
        address: [one.contact, textIn(one.organisation, one.language).text, ...(one.post ?? "").split("\n")].filter((part) => part !== ""),
        parts: invitationParts(aboutOf(partnership, round, one, "", one.language), { link, code, isReminder: round.remindedAt !== null }),
      });
    }
    if (made.length > 0) await recordAudit(transaction, { ...{ partnershipId: partnership.id, personId: by.personId }, action: "nominating-round.print", subjectKind: "nominating-round", subjectId: round.id, facts: { count: made.length } });
    return made;
  });
  const page = {
    title: titleOf(wordsFor(language).t("nominating:print.title-of", { title: textIn(round.title, language).text }), language, partnership),
    ...{ partnership: { slug: partnership.slug }, round: { id: round.id, title: round.title }, letters },
  };
  return data(page, { headers: { "Cache-Control": "no-store" } });
}

export const headers = () => ({ "Cache-Control": "no-store" });

export async function action(args: ActionFunctionArgs) {
  const { partnership, round, by } = await requireRound(args);
  const ids = (await readForm(args.request, { longest: 40_000 })).getAll("letter");
  await inTransaction((transaction) => markPosted(transaction, by, round, ids));
  return redirect(officeRoundPath(partnership, round, "", { done: "posted" }));
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function PrintInvitationsPage() {
  const { partnership, round, letters } = useLoaderData<typeof loader>();
  const { t, number, language: reader } = useWords();
  return (
    <>
      <div className="not-printed">
        <BackLink to={officeRoundPath(partnership, round)} text={textIn(round.title, reader).text} />
        <PageHeading caption={<InLanguage text={round.title} />}>{t("nominating:print.title")}</PageHeading>
        <p className="govuk-body">{letters.length === 0 ? t("nominating:print.none") : t("nominating:print.how", { number: number(letters.length) })}</p>
        {letters.length > 0 && (
          <form method="post">
            {letters.map(({ id }) => (
              <input key={id} type="hidden" name="letter" value={id} />
            ))}
            <Button>{t("nominating:print.mark")}</Button>
          </form>
        )}
      </div>
      {letters.map(({ id, to, language, address, parts }) => (
        <section key={id} className="printed-letter" aria-label={to}>
          <address className="printed-letter__address" lang={language} dir={directionOf(language)}>
            {address.map((part, index) => (
              <bdi key={index}>{part}</bdi>
            ))}
          </address>
          <div lang={language} dir={directionOf(language)}>
            {parts.map((part, index) => (
              <p key={index} className="govuk-body">
                {part}
              </p>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
