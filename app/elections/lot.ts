// What may be entered as the lot that was drawn in public.

/** In characters: so many that nobody could try all there are beforehand, and no more than is read out in a room. */
export const lotTextLength = { least: 6, most: 200 } as const;
