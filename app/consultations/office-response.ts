// One response as officers see it, what names or reaches the person apart.
import type { Answers } from "#app/forms/answer.ts";
import type { Permission, SaidOfOneself } from "./response.ts";

export type OfficeResponse = {
  id: string;
  channel: string;
  language: string;
  respondentType: string;
  permission: Permission;
  confidentialityRequested: boolean;
  receivedAt: Date;
  enteredAt: Date;
  /** The officer who entered it; null where it was sent or imported. */
  enteredById: string | null;
  withdrawnAt: Date | null;
  excludedAt: Date | null;
  excludedBecause: string | null;
  revision: number;
  formVersionId: string;
  answers: Answers;
};

export type ResponseContact = Pick<SaidOfOneself, "name" | "email" | "organisation" | "confidentialityReason"> & {
  /** Answers to personal questions. */
  personal: Answers;
};
