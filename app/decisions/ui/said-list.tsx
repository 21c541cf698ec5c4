export type Said = { appointmentId: string; name: string; words: string; language: string };

/** What members wrote, each under their name. */
export function SaidList({ heading, said }: { heading: string; said: readonly Said[] }) {
  if (said.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {said.map(({ appointmentId, name, words, language }) => (
          <li key={appointmentId}>
            <bdi>
              <strong>{name}</strong>
            </bdi>
            <div className="plain-text" lang={language} dir="auto">
              {words}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
