import { fillFrame } from "./frame.ts";

fillFrame(document, window);
