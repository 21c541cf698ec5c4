import { ways, type Way } from "../way.ts";
import { useWords } from "./words.tsx";

type StepButtonsProps = {
  /** What is moved, for whoever hears the buttons one by one. */
  name: string;
  /** The field of the buttons. */
  field?: string;
  valueOf: (way: Way) => string;
  mayGo: (way: Way) => boolean;
  /** The way that it has just been moved: the keyboard stays there. */
  moved?: Way | null;
};

/** Up and down by one; at an edge the one button is not there, and the keyboard goes on with the other. */
export function StepButtons({ name, field = "do", valueOf, mayGo, moved = null }: StepButtonsProps) {
  const { t } = useWords();
  const offered = ways.filter(mayGo);
  const focused = moved && (offered.includes(moved) ? moved : offered[0]);
  return (
    <>
      {offered.map((way) => (
        <button
          key={way}
          className="link-button"
          name={field}
          value={valueOf(way)}
          autoFocus={way === focused}
          aria-describedby={way === focused ? "said" : undefined}
        >
          {t(`shared:move.${way}`)}
          <span className="govuk-visually-hidden"> {name}</span>
        </button>
      ))}
    </>
  );
}
