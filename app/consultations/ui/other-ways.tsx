import type { ReactNode } from "react";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Consultation } from "../consultation.ts";

type Contact = { telephone?: string | undefined; textphone?: string | undefined; email?: string | undefined; post?: string | undefined };

/** The ways to reach somebody, each as a link where it is one. */
export function wayRows({ telephone, textphone, email, post }: Contact): { key: string; value: ReactNode }[] {
  return [
    telephone && { key: "telephone", value: <Call number={telephone} /> },
    textphone && { key: "textphone", value: <Call number={textphone} /> },
    email && {
      key: "email",
      value: (
        <a className="govuk-link" href={`mailto:${email}`}>
          <bdi>{email}</bdi>
        </a>
      ),
    },
    post && { key: "post", value: <Lines text={post} /> },
  ].filter((row) => typeof row === "object");
}

/** How to answer without this site, and how to reach those who asked once answering is over; what the consultation does not say is how to reach the partnership. */
export function OtherWays({ ways, contact, isOver }: { ways: Consultation["otherWays"]; contact: Contact; isOver: boolean }) {
  const { t } = useWords();
  const { telephone = contact.telephone, textphone, email = contact.email, post = contact.post, inPerson, formats } = ways;
  const rows = [
    ...wayRows({ telephone, textphone, email, post }),
    !isOver && inPerson && { key: "in-person", value: <InLanguage text={inPerson} /> },
    !isOver && formats && { key: "formats", value: <InLanguage text={formats} /> },
  ].filter((row) => typeof row === "object");
  if (isOver && rows.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m" id="other-ways">
        {t(isOver ? "consultations:ways.heading-over" : "consultations:ways.heading")}
      </h2>
      {rows.length === 0 ? (
        <p className="govuk-body">{t("consultations:ways.none")}</p>
      ) : (
        <>
          <p className="govuk-body">{t(isOver ? "consultations:ways.text-over" : "consultations:ways.text")}</p>
          <SummaryList rows={rows.map(({ key, value }) => ({ key, value, label: t(`consultations:ways.by.${key}`) }))} />
        </>
      )}
    </>
  );
}

function Call({ number }: { number: string }) {
  return (
    <a className="govuk-link" href={`tel:${number.replaceAll(/[^+\d]/g, "")}`}>
      <bdi>{number}</bdi>
    </a>
  );
}

function Lines({ text }: { text: string }) {
  return (
    <bdi>
      {text.split("\n").map((line, index) => (
        <span key={index} className="govuk-!-display-block">
          {line}
        </span>
      ))}
    </bdi>
  );
}
