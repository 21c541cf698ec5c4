// Addresses of partnerships.

export function partnershipPath(partnership: { slug: string }): string {
  return `/${partnership.slug}`;
}

/** The officers' pages of a partnership. */
export function officePath(partnership: { slug: string }): string {
  return `${partnershipPath(partnership)}/office`;
}
