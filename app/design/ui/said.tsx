/** What was just done, read out at once and again with the button that the keyboard stands on. */
export function Said({ children }: { children: string | null }) {
  return (
    <p id="said" role="status" className={children === null ? "govuk-visually-hidden" : "govuk-body said"}>
      {children}
    </p>
  );
}
