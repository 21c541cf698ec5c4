// Addresses of partnerships.

export function partnershipPath(partnership: { slug: string }): string {
  return `/${partnership.slug}`;
}
