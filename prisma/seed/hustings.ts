// Saves an evening on which candidates answer questions.
import { instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { text } from "./text.ts";

const venue = text("Millbrook Community Centre, the large hall", "Canolfan Gymunedol Millbrook, y neuadd fawr", "مل بروک کمیونٹی سنٹر، بڑا ہال");

export async function seedHustings(transaction: Transaction, election: { id: string; partnershipId: string }, date: string, createdAt: Date, record: Text = {}): Promise<void> {
  await transaction.hustingsMeeting.create({
    data: {
      ...{ id: newId(), partnershipId: election.partnershipId, electionId: election.id, venue, address: "Weir Lane\nMillbrook", record, createdAt },
      ...{ startsAt: instantAt(date, "18:30"), endsAt: instantAt(date, "20:00"), access: ["step-free", "accessible-toilet", "hearing-loop", "bsl", "captions", "child-care"] },
    },
  });
}
