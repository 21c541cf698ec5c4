// Somebody one turns to: written down, changed or taken away.
import type { Entries } from "#app/shared/edits.ts";
import type { Text } from "#app/shared/languages.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { Confirming } from "#app/shared/ui/confirming.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useFields, type Refused } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ContactHead } from "../contact.ts";
import { ContactFields } from "./contact-fields.tsx";

type ContactPageProps = {
  /** What it is a contact of. */
  caption: Text;
  back: { to: string; text: string };
  contact: (ContactHead & { id: string }) | null;
  asks: boolean;
  entries: Entries;
  refused: Refused | undefined;
  pathOf: (id: string, query?: Record<string, string>) => string;
};

export function ContactPage({ caption, back, contact, asks, entries, refused, pathOf }: ContactPageProps) {
  const { t } = useWords();
  const fields = useFields(
    { say: (name, values) => t(`organisations:contacts.${name}`, values), sayProblem: (code, values) => t(`organisations:problem.${code}`, values) },
    { loaded: entries, refused },
  );
  if (contact && asks) {
    return (
      <Confirming
        question={t("organisations:contact.ask", { name: contact.name })}
        consequence={t("organisations:contact.ask-text")}
        yes={{ name: "deed", value: "remove", text: t("organisations:contact.remove") }}
        no={t("organisations:contact.ask-no")}
        backTo={pathOf(contact.id)}
      />
    );
  }
  return (
    <>
      <BackLink {...back} />
      <ErrorSummary errors={fields.errors} />
      <PageHeading caption={<InLanguage text={caption} />}>{t(contact ? "organisations:contact.title" : "organisations:contact.new")}</PageHeading>
      <form method="post" noValidate>
        <ContactFields fields={fields} />
        {contact && <AsOpened entries={fields.before} />}
        <Button>{t("organisations:save")}</Button>
      </form>
      {contact && (
        <p className="govuk-body">
          <PageLink to={pathOf(contact.id, { ask: "remove" })}>{t("organisations:contact.remove")}</PageLink>
        </p>
      )}
    </>
  );
}
