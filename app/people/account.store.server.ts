// What somebody's own account shows of how they sign in.
import { db } from "#app/shared/db.server.ts";

export type Account = { passwordChangedAt: Date | null; authenticatorAddedAt: Date | null; recoveryCodesLeft: number };

export async function findAccount(personId: string): Promise<Account> {
  const { password, authenticator, _count } = await db().person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      password: { select: { changedAt: true } },
      authenticator: { select: { addedAt: true } },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  return {
    passwordChangedAt: password?.changedAt ?? null,
    authenticatorAddedAt: authenticator?.addedAt ?? null,
    recoveryCodesLeft: _count.recoveryCodes,
  };
}
