import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Working days left from which on it stands out. */
const soon = 5;

/** A day that something is due on, how many working days are left, and whether it is late. */
export function WhenDue({ on, left }: { on: string; left: number }) {
  const { t, date, number } = useWords();
  const said = left < 0 ? t("information-requests:due.late", { number: number(-left) }) : left === 0 ? t("information-requests:due.today") : t("information-requests:due.left", { number: number(left) });
  return (
    <>
      {date(on)}
      <br />
      {left > soon ? said : <Tag colour={left < 0 ? "red" : "yellow"}>{said}</Tag>}
    </>
  );
}
