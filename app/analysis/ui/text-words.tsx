import { useWords } from "#app/shared/ui/words.tsx";
import type { CodedPiece } from "../coded-text.ts";
import type { CodingShown } from "../coding-shown.ts";
import type { TextShown } from "../reading-shown.ts";

type TextWordsProps = {
  text: Pick<TextShown, "language" | "pieces"> & { codings?: readonly CodingShown[] };
  /** Whether parts of it are selected to be coded: then each piece says where it begins. */
  isSelected?: boolean;
};

/**
 * Somebody's own words, those that were searched for marked, and each coded part with its number where it begins and where it
 * ends; the more parts lie over one another, the more lines are under them. Their direction is read off the words.
 */
export function TextWords({ text: { language, pieces, codings = [] }, isSelected = false }: TextWordsProps) {
  const end = pieces.at(-1)?.ends ?? [];
  return (
    <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
      {pieces.map((piece, place) => (
        <PieceWords key={piece.from} piece={piece} before={pieces[place - 1]} codings={codings} isSelected={isSelected} />
      ))}
      <Ends numbers={end} />
    </blockquote>
  );
}

type PieceProps = { piece: CodedPiece; before: CodedPiece | undefined; codings: readonly CodingShown[]; isSelected: boolean };

function PieceWords({ piece: { text, isFound, from, within, begins }, before, codings, isSelected }: PieceProps) {
  const { t } = useWords();
  const depth = Math.min(within.length, 3);
  const marked = { ...(isSelected && { "data-from": from }), ...(depth > 0 && { className: `coded coded--${depth}` }) };
  const isPlain = !isSelected && depth === 0;
  return (
    <>
      <Ends numbers={before?.ends ?? []} />
      {begins.map((number) => {
        const coding = codings.find((one) => one.number === number);
        return (
          <sup key={number} className="coded__number">
            <span aria-hidden="true">{number}</span>
            <span className="govuk-visually-hidden"> {t("coding:part.begins", { number, code: coding?.code ?? "", who: coding?.who ?? "" })} </span>
          </sup>
        );
      })}
      {isFound ? <mark {...marked}>{text}</mark> : isPlain ? text : <span {...marked}>{text}</span>}
    </>
  );
}

function Ends({ numbers }: { numbers: readonly number[] }) {
  const { t } = useWords();
  return numbers.map((number) => (
    <sub key={number} className="coded__number">
      <span aria-hidden="true">{number}</span>
      <span className="govuk-visually-hidden"> {t("coding:part.ends", { number })} </span>
    </sub>
  ));
}
