// A result of which only the order is told: who was elected, who came next, and what a reserve or a lot decided; without a figure.
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Order } from "../order-only.ts";
import { sayLot, sayReserveOfOrder } from "../said.ts";
import { Named, type Beside } from "./winners.tsx";

type OrderResultProps = { order: Order; beside: Beside };

export function OrderWinners({ order, beside }: OrderResultProps) {
  const { t } = useWords();
  if (order.elected.length === 0) return <p className="govuk-body">{t("results:nobody")}</p>;
  return <Listed candidates={order.elected} from={1} {...{ order, beside }} />;
}

export function OrderResult({ order, beside }: OrderResultProps) {
  const words = useWords();
  const { t } = words;
  const others = order.order.filter((one) => !order.elected.includes(one));
  return (
    <>
      <InsetText>{t("results:order.why")}</InsetText>
      {order.reserves.length + order.lots.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("results:declaration.notes")}</h2>
          <OrderNotes order={order} />
        </>
      )}
      <h2 className="govuk-heading-m">{t("results:others.heading")}</h2>
      <p className="govuk-body">{t("results:order.others")}</p>
      <Listed candidates={others} from={order.elected.length + 1} {...{ order, beside }} />
    </>
  );
}

/** What a reserve or a lot decided. */
export function OrderNotes({ order }: Pick<OrderResultProps, "order">) {
  const words = useWords();
  return (
    <ul className="govuk-list govuk-list--bullet">
      {order.reserves.map((note, index) => (
        <li key={`reserve-${index}`}>{sayReserveOfOrder(order, note, words)}</li>
      ))}
      {order.lots.map((tie, index) => (
        <li key={`lot-${index}`}>{sayLot(order, tie, words)}</li>
      ))}
    </ul>
  );
}

function Listed({ candidates, from, order, beside }: OrderResultProps & { candidates: readonly number[]; from: number }) {
  return (
    <ol className="winners" start={from}>
      {candidates.map((candidate) => (
        <li key={candidate} className="winners__one">
          <Named name={order.candidates[candidate - 1] ?? ""} beside={beside.get(candidate)} />
        </li>
      ))}
    </ol>
  );
}
