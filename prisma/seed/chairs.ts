// Saves who leads the meetings of the Tolbridge Partnership's board, and who in their stead.
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { seatedAs, type Structure } from "./structure.ts";

const chairs = [
  { kind: "chair", name: "Bryony Clegg" },
  { kind: "vice-chair", name: "Cllr Margaret Hollis" },
];

export async function seedChairs(transaction: Transaction, structure: Structure, decision: { id: string; startsOn: string }): Promise<void> {
  const { partnershipId } = structure.by;
  const startsOn = new Date(decision.startsOn);
  for (const { kind, name } of chairs) {
    const appointmentId = seatedAs(structure, "board", name);
    await transaction.chair.create({ data: { id: newId(), partnershipId, bodyId: structure.bodies.board!, kind, appointmentId, startsOn, decisionId: decision.id } });
  }
}
