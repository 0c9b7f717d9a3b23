/** Policies that hosts of articles send, `ORIGIN` standing for the host of figures; scripts carry the nonce `abc`. */
export const policies: Readonly<Record<string, string>> = {
  "script-src and connect-src alone":
    "default-src 'none'; script-src ORIGIN; connect-src ORIGIN; style-src 'self'",
  "trusted types, and none allowed":
    "default-src 'none'; script-src ORIGIN; connect-src ORIGIN; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  "a nonce and strict-dynamic":
    "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src ORIGIN",
  "a sandbox of an origin of its own":
    "sandbox allow-scripts; default-src 'none'; script-src ORIGIN; connect-src ORIGIN",
  "a newsroom's own":
    "default-src 'self'; script-src 'self' ORIGIN; connect-src 'self' ORIGIN; img-src 'self'; font-src 'self'; style-src 'self'; frame-src 'none'; worker-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'",
};

/** The headers of a page under a policy, isolated from other origins. */
export function headersOf(policy: string, origin: string): Record<string, string> {
  return {
    "Content-Security-Policy": policy.replaceAll("ORIGIN", origin),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
}

/** A page that a guest had better not count on. */
export interface HostilePage {
  readonly name: string;
  readonly head: string;
  readonly attributes?: string;
}

export const hostilePages: readonly HostilePage[] = [
  {
    name: "style",
    head: "<style>*{all:unset!important}html{font-size:62.5%}svg,path,text{fill:red!important}</style>",
  },
  { name: "rtl", head: "", attributes: 'lang="en" dir="rtl"' },
  {
    name: "prototypes",
    head: `<script>
        Object.prototype.evil = "evil"; Array.prototype.evil = () => "evil"; Function.prototype.evil = 1;
        Array.prototype.toJSON = String.prototype.toJSON = () => "evil"; Element.prototype.evil = "evil";
        Object.prototype.toString = () => "evil"; Element.prototype.hide = Node.prototype.remove;
      </script>`,
  },
];
