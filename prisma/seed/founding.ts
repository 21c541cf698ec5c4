// Saves what the conference agreed at which the Tolbridge Partnership was founded: its seats, its safeguards and what the board decides rest on it.
import { addDays, addMonths, dayOf, startOfDay } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { text } from "./text.ts";
import { seedTold } from "./told.ts";

/** Four years ago, before votes were counted here: it was agreed by a show of hands. */
export async function seedFounding(transaction: Transaction, { partnershipId, now }: { partnershipId: string; now: Date }, bodyId: string): Promise<string> {
  const [id, on] = [newId(), addMonths(dayOf(now), -48)];
  const at = new Date(startOfDay(on).getTime() + 15 * 3_600_000);
  await transaction.decision.create({
    data: {
      ...{ id, partnershipId, bodyId, topic: "terms-of-reference", createdAt: at, outcome: "agreed", outcomeAt: at },
      ...{ decidedOn: new Date(on), noticeDueOn: new Date(addDays(on, 7)), implementedOn: new Date(on) },
      title: text("The partnership is founded", "Sefydlu’r bartneriaeth", "شراکت کا قیام"),
      text: text(
        "The conference agrees who has seats on the full partnership, on the board and in the groups, which safeguards the board keeps to, and what is left to the board and the management group.",
        "Mae’r gynhadledd yn cytuno pwy sydd â seddi ar y bartneriaeth lawn, ar y bwrdd ac yn y grwpiau, pa fesurau diogelu y mae’r bwrdd yn cadw atynt, a’r hyn a adewir i’r bwrdd ac i’r grŵp rheoli.",
        "کانفرنس طے کرتی ہے کہ مکمل شراکت، بورڈ اور گروپوں میں نشستیں کس کی ہیں، بورڈ کن حفاظتی اصولوں کا پابند ہے، اور کیا بورڈ اور انتظامی گروپ پر چھوڑا جاتا ہے۔",
      ),
      reasons: text("Agreed by a show of hands at the founding conference.", "Cytunwyd drwy godi dwylo yn y gynhadledd sefydlu.", "تاسیسی کانفرنس میں ہاتھ اٹھا کر منظور ہوا۔"),
    },
  });
  await transaction.decisionStep.create({ data: { partnershipId, decisionId: id, kind: "agreed", at, reason: {} } });
  await seedTold(transaction, { partnershipId, decisionId: id, outcomeAt: at }, new Date(at.getTime() + 86_400_000));
  return id;
}
