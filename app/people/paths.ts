// Addresses of signing in and out.

/** Where one signs in; afterwards one is at `to`, a path of ours. */
export function signInPath(to?: string | null): string {
  return to ? `/sign-in?to=${encodeURIComponent(to)}` : "/sign-in";
}

export const signInCodePath = "/sign-in/code";
export const signOutPath = "/sign-out";
