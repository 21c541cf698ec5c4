import type { ReactNode } from "react";

/** A heading and the paragraphs under it. */
export function Section({ heading, paragraphs = [], children }: { heading: string; paragraphs?: string[]; children?: ReactNode }) {
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="govuk-body">
          {paragraph}
        </p>
      ))}
      {children}
    </section>
  );
}

export function Points({ points }: { points: readonly { key: string; text: ReactNode }[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {points.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}
