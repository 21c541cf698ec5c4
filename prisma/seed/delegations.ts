// Saves what the full Tolbridge Partnership has left to smaller groups, one of which it has taken back since.
import { endDelegation, findDelegation, saveDelegation } from "#app/decisions/delegations.store.server.ts";
import { addMonths, dayOf, startOfDay } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import type { Structure } from "./structure.ts";
import { text } from "./text.ts";

/** What was agreed at the founding, by what it is for. */
export async function seedDelegations(transaction: Transaction, { by, bodies, founding }: Structure): Promise<Record<"actions" | "budget", string>> {
  const today = dayOf(by.now);
  const agreed = { bodyId: bodies.board!, startsOn: addMonths(today, -48), reviewOn: addMonths(today, 5), decisionId: founding, agreedNote: null };
  const actions = await saveDelegation(transaction, by, null, {
    ...{ ...agreed, limitInPence: 5_000_000 },
    scope: text("Asking partners to act, and what it costs, within the strategy", "Gofyn i bartneriaid weithredu, a’r gost, o fewn y strategaeth", "حکمتِ عملی کے اندر شراکت داروں سے کام کی درخواست، اور اس کی لاگت"),
    limits: text("Up to £50,000 at once. Membership, the strategy itself and the seats stay with the full partnership.", "Hyd at £50,000 ar y tro. Mae aelodaeth, y strategaeth ei hun a’r seddi’n aros gyda’r bartneriaeth lawn.", "ایک وقت میں \u2066£50,000\u2069 تک۔ رکنیت، خود حکمتِ عملی اور نشستیں مکمل شراکت کے پاس رہتی ہیں۔"),
  });
  const budget = await saveDelegation(transaction, by, null, {
    ...{ ...agreed, limitInPence: null },
    scope: text("How the shared budget for local services is spent", "Sut y caiff y gyllideb ar y cyd ar gyfer gwasanaethau lleol ei gwario", "مقامی خدمات کا مشترکہ بجٹ کیسے خرچ ہو"),
    limits: text("After a consultation, and within what the partners give.", "Ar ôl ymgynghoriad, ac o fewn yr hyn y mae’r partneriaid yn ei roi.", "مشاورت کے بعد، اور شراکت داروں کی دی ہوئی رقم کے اندر۔"),
  });
  const newsletter = await saveDelegation(transaction, by, null, {
    ...{ ...agreed, bodyId: bodies["management-group"]!, reviewOn: addMonths(today, -24), limitInPence: 150_000 },
    scope: text("What stands in the partnership’s newsletter", "Yr hyn sydd yng nghylchlythyr y bartneriaeth", "شراکت کے خبرنامے میں کیا چھپے"),
    limits: text("Four issues a year, in English and Welsh, and in Urdu where somebody asks for it.", "Pedwar rhifyn y flwyddyn, yn Gymraeg ac yn Saesneg, ac yn Wrdw lle bo rhywun yn gofyn amdano.", "سال میں چار شمارے، انگریزی اور ویلش میں، اور جہاں کوئی مانگے اردو میں۔"),
  });
  await endDelegation(transaction, { ...by, now: startOfDay(addMonths(today, -20)) }, await findDelegation(transaction, by.partnershipId, newsletter));
  return { actions, budget };
}

/** What the conference left to the board by a decision of its own. */
export async function seedSmallGrants(transaction: Transaction, { by, bodies }: Structure, decision: { id: string; startsOn: string }): Promise<void> {
  await saveDelegation(transaction, by, null, {
    ...{ bodyId: bodies.board!, startsOn: decision.startsOn, reviewOn: addMonths(decision.startsOn, 12), limitInPence: 500_000, decisionId: decision.id, agreedNote: null },
    scope: text("Small grants to groups of the community network", "Grantiau bach i grwpiau’r rhwydwaith cymunedol", "کمیونٹی نیٹ ورک کے گروپوں کے لیے چھوٹی گرانٹیں"),
    limits: text("£20,000 in all. Each one is reported to the next conference.", "£20,000 i gyd. Adroddir ar bob un i’r gynhadledd nesaf.", "کل \u2066£20,000\u2069۔ ہر ایک کی رپورٹ اگلی کانفرنس کو دی جائے گی۔"),
  });
}
