import type { Attachment } from "svelte/attachments";
import type { LanguageTag } from "$lib/language/languages.ts";
import type { KindPen } from "./kind-pen.ts";
import type { ChartRequest, DrawOptions } from "./draw.ts";

/**
 * Lets readers walk through a chart's points by pointer or arrow keys. What that needs is loaded when a reader first turns
 * to the picture: until then it costs nothing.
 */
export function inspect(
  request: ChartRequest,
  options: DrawOptions,
  lang: LanguageTag,
  pen: () => Promise<Pick<KindPen, "modelOf">> = () => import("./draw.ts").then(({ penOf }) => penOf(lang)),
): Attachment<HTMLElement> {
  return (host) => {
    const awake = new Map<HTMLElement, { disconnect(): void }>();
    const stop = new AbortController();
    for (const plot of host.querySelectorAll<HTMLElement>(".plot")) {
      plot.tabIndex = 0;
      plot.setAttribute("role", "group");
      plot.setAttribute("aria-label", request.title);
      for (const sign of ["pointerenter", "pointerdown", "focus"] as const)
        plot.addEventListener(sign, () => void wake(plot), { signal: stop.signal, once: true });
    }

    async function wake(plot: HTMLElement): Promise<void> {
      if (awake.has(plot)) return;
      const [{ modelOf }, { Inspector }] = await Promise.all([pen(), import("@yeelen/widgets/inspector")]);
      if (awake.has(plot) || stop.signal.aborted) return;
      const inspector = new Inspector(plot, () => undefined);
      awake.set(plot, inspector);
      inspector.show(modelOf(request, options, Number(plot.dataset.width)));
    }

    return () => {
      stop.abort();
      for (const inspector of awake.values()) inspector.disconnect();
    };
  };
}
