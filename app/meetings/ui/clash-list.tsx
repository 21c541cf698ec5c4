/** What stands in the way of a date, each in a sentence. */
export function ClashList({ clashes }: { clashes: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {clashes.map((clash) => (
        <li key={clash}>{clash}</li>
      ))}
    </ul>
  );
}
