import { fitFrames } from "./frame-height.ts";

fitFrames(window);
