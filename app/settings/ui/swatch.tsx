/** A patch of a colour, beside which its name stands. Drawn, because a page may carry no style of its own. */
export function Swatch({ colour }: { colour: string }) {
  return (
    <svg className="swatch" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="22" height="22" rx="3" fill={colour} stroke="currentColor" strokeWidth="1" />
    </svg>
  );
}
