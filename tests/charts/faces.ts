/// <reference types="vite/client" />
import "@fontsource/noto-sans/400.css";
import "@fontsource/noto-sans/600.css";
import "@fontsource/pt-sans-narrow/400.css";
import "@fontsource/pt-sans-narrow/700.css";
import wide from "dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url";
import wideBold from "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?url";

/** Faces as readers' systems have them, which tests bring along so that no machine's own decide. */
export const faces = { narrow: "PT Sans Narrow", usual: "Noto Sans", wide: "Wide Sans" } as const;

/** Has every face ready, for Latin and Cyrillic letters, before anything is measured. */
export async function loadFaces(): Promise<void> {
  for (const [url, weight] of [
    [wide, "400"],
    [wideBold, "600 700"],
  ] as const)
    document.fonts.add(new FontFace(faces.wide, `url(${url})`, { weight }));
  for (const face of Object.values(faces))
    for (const weight of [400, 600]) {
      const loaded = await document.fonts.load(`${weight} 13px "${face}"`, "AaĀāĐđЯяҐґ–");
      if (loaded.length === 0) throw new Error(`no face "${face}" of weight ${weight} was loaded`);
    }
}
