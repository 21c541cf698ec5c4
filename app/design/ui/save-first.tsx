/** What the Enter key presses: saving, and not whichever button comes first on the page. */
export function SaveFirst() {
  return <button className="govuk-visually-hidden" name="do" value="save" tabIndex={-1} aria-hidden="true" />;
}
