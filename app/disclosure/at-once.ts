// Work that is done a little at a time, done at once.

/** What comes of it; what it tells on the way is left unheard. */
export function atOnce<Done>(work: Generator<unknown, Done>): Done {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
