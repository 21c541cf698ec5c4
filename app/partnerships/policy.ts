// Who may change how a partnership presents itself, as a sentence over the roles they hold there.

/** What a partnership is called, looks like, writes as and is reached at is its administrator's to decide. */
export function mayChangeSettings(roles: readonly string[]): boolean {
  return roles.includes("administrator");
}
