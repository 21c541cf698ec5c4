/** What was found in a file, a line each. */
export function TellLines({ heading, lines }: { heading: string; lines: readonly string[] }) {
  return (
    <section aria-labelledby="told">
      <h2 className="govuk-heading-m" id="told">
        {heading}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
