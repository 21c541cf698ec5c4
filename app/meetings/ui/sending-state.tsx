import type { Text } from "#app/shared/languages.ts";
import { sizeText } from "#app/shared/sizes.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { LateRule, SendingProblem } from "../paper.ts";

type Sending = {
  dueOn: string;
  daysLeft: number;
  lateRule: LateRule;
  ready: number;
  held: readonly { id: string; title: Text; problem: SendingProblem }[];
  pack: { papers: number; late: number; bytes: number };
};

/** By when papers are to be out, how large the pack is, what would go out now, and what is held back and why. */
export function SendingState({ sending, wasCalled }: { sending: Sending; wasCalled: boolean }) {
  const words = useWords();
  const { t, number } = words;
  const { dueOn, daysLeft, lateRule, ready, held, pack } = sending;
  return (
    <>
      <h2 className="govuk-heading-m">{t("meetings:send.title")}</h2>
      <p className="govuk-body">{t("meetings:send.due", { date: dueOn })}</p>
      <p className="govuk-body">
        {daysLeft > 0 ? t("meetings:send.days-left", { count: daysLeft, number: number(daysLeft) }) : t(`meetings:send.late-${lateRule}`)}
      </p>
      <p className="govuk-body">{t(pack.papers === 0 ? "meetings:pack.size-none" : "meetings:pack.size", { count: pack.papers, number: number(pack.papers), late: number(pack.late), size: sizeText(pack.bytes, words) })}</p>
      {(wasCalled || ready > 0) && <p className="govuk-body">{t("meetings:send.ready", { count: ready, number: number(ready) })}</p>}
      {held.length > 0 && (
        <>
          <p className="govuk-body">{t("meetings:send.held")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {held.map(({ id, title, problem }) => (
              <li key={id}>
                <InLanguage text={title} />: {t(`meetings:sending.${problem}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
