// What the names of migrations tell. A migration adds to what is there, so that the release before goes on working; one
// that cannot says so in its name, "20270301090000_breaks_letters".

/** Whether releases from before this migration do not work with a database that has had it. */
export function breaksEarlierReleases(name: string): boolean {
  return /^\d{14}_breaks_/.test(name);
}
