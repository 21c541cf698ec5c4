// Letters to people with accounts.
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import { emailConfirmationInHours } from "./account.ts";
import { invitationInDays } from "./invitation.ts";
import { roleName } from "./role-name.ts";
import type { Role } from "./role.ts";
import { passLifetimeInMinutes, spacedCode } from "./sign-in.ts";

/** The letter that lets somebody in, in their own language. `address` is the link's, whole; `site` is whose site it is. */
export function signInLetter(
  { language, t, number }: Words,
  person: { name: string; email: string },
  { code, address, site }: { code: string; address: string; site: string },
): Letter {
  const minutes = { count: passLifetimeInMinutes, number: number(passLifetimeInMinutes) };
  return {
    kind: "people/sign-in",
    to: person.email,
    language,
    subject: t("people:letter.subject", { site }),
    text: paragraphs(
      t("people:letter.greeting", { name: person.name }),
      t("people:letter.code", { site }),
      spacedCode(code),
      t("people:letter.link"),
      address,
      t("people:letter.once", minutes),
      t("people:letter.notYou"),
      site,
    ),
  };
}

/** Invites somebody to roles in a partnership. `address` is the link's, whole; `site` is the partnership's name. */
export function invitationLetter(
  { language, t, number }: Words,
  invited: { name: string; email: string; roles: readonly Role[] },
  { by, address, site }: { by: string; address: string; site: string },
): Letter {
  return {
    kind: "people/invitation",
    to: invited.email,
    language,
    subject: t("invitations:letter.subject", { site }),
    text: paragraphs(
      t("people:letter.greeting", { name: invited.name }),
      t("invitations:letter.invited", { by, site }),
      invited.roles.map((role) => `- ${roleName(t, role)}`).join("\n"),
      t("invitations:letter.link"),
      address,
      t("invitations:letter.once", { count: invitationInDays, number: number(invitationInDays) }),
      t("invitations:letter.notYou"),
      site,
    ),
  };
}

/** What may change in how somebody signs in; the words are `account:letter.<change>`. */
export type AccountChange =
  | "password-chosen"
  | "password-changed"
  | "authenticator-set"
  | "authenticator-replaced"
  | "authenticator-removed"
  | "recovery-codes-made"
  | "recovery-code-used"
  | "passkey-added"
  | "passkey-removed"
  | "email-changed"
  | "factors-taken-away"
  | "provider-linked"
  | "provider-unlinked";

/** Tells somebody of a change they will mostly have made themselves. `address` is their account's, whole. */
export function changedLetter(
  { language, t }: Words,
  person: { name: string; email: string },
  change: AccountChange,
  { at, address, site }: { at: string; address: string; site: string },
): Letter {
  return {
    kind: "people/account-changed",
    to: person.email,
    language,
    subject: t(`account:letter.${change}.subject`, { site }),
    text: paragraphs(
      t("people:letter.greeting", { name: person.name }),
      t(`account:letter.${change}.text`, { at }),
      t("account:letter.wasYou"),
      // because a letter to the old address lets nobody in any more
      change === "email-changed" ? t("account:letter.notYouElsewhere") : t("account:letter.notYou"),
      address,
      site,
    ),
  };
}

/** Asks a new address whether it is this person's. `address` is the link's, whole. */
export function confirmEmailLetter(
  { language, t, number }: Words,
  person: { name: string; email: string },
  { address, site }: { address: string; site: string },
): Letter {
  return {
    kind: "people/confirm-email",
    to: person.email,
    language,
    subject: t("account:email.letter.subject", { site }),
    text: paragraphs(
      t("people:letter.greeting", { name: person.name }),
      t("account:email.letter.text", { site }),
      address,
      t("account:email.letter.once", { count: emailConfirmationInHours, number: number(emailConfirmationInHours) }),
      t("account:email.letter.notYou"),
      site,
    ),
  };
}
