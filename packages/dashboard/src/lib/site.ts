import config from "../site.json" with { type: "json" };

/** A national helpline, as whoever runs the site has checked it. Never filled in by the project. */
export interface Helpline {
  readonly name: string;
  readonly telephone: string;
  readonly url?: string;
  /** Day of the last check, ISO 8601. */
  readonly checked: string;
}

/** What whoever runs a site decides: see `README.md`. */
export interface Site {
  /** Where the site will stand, for canonical addresses and the like; empty if not known. */
  readonly origin: string;
  /** Where the quick-exit control leads. */
  readonly exit: string;
  /** By ISO 3166-1 alpha-3 code. */
  readonly helplines: Readonly<Record<string, Helpline>>;
}

export const site: Site = config;
