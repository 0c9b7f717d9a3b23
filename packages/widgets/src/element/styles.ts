import { pictureStyles } from "@yeelen/charts/line/picture";

const hostStyles = `
:host{display:block!important;position:relative!important;min-width:0}
:host([data-display=inline]){display:inline-block!important;width:100%}
:host([hidden]){display:none!important}
.plot{position:relative;touch-action:pan-y;outline-offset:4px}
.plot svg{margin-inline:auto;max-width:100%;height:auto}
.plot:focus-visible{outline:2px solid var(--y-link)}
.over{position:absolute;inset:auto 0 0}
.status{font:13px/1.4 system-ui,sans-serif;color:#1d1b18;background:#fffdf9;border:1px solid;padding:4px 8px;margin:0}
`;

/** A constructed style sheet, made when first asked for: strict policies allow those, and no others. */
export function sheetOf(text: () => string): () => CSSStyleSheet {
  let sheet: CSSStyleSheet | undefined;
  return () => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(text());
    }
    return sheet;
  };
}

const picture = sheetOf(() => pictureStyles + hostStyles);

/** The style sheet of every picture and every element, one for the whole page. */
export function pictureSheets(): CSSStyleSheet[] {
  return [picture()];
}
