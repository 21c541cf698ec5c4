/** A reference, which reads from the left in every language. */
export function Reference({ reference }: { reference: string }) {
  return (
    <strong className="reference" dir="ltr">
      {reference}
    </strong>
  );
}
