/** Which styles of a Word document are headings, and of which level: 0 is the title. */
import { readXml } from "./xml.js";

/** Levels of headings by the id of their style, through the styles that they are based on; 0 is the title. */
export function headingStyles(xml: string): Map<string, number> {
  const levels = new Map<string, number>();
  const basedOn = new Map<string, string>();
  let style = "";
  readXml(xml, {
    open({ name, of }) {
      const val = of.val ?? "";
      if (name === "style") style = of.styleId ?? "";
      if (name === "basedOn") basedOn.set(style, val);
      if (name === "outlineLvl" && Number(val) < 9 && !levels.has(style)) levels.set(style, Number(val) + 1);
      const heading = name === "name" ? /^heading ([1-9])$/i.exec(val)?.[1] : undefined;
      if (heading) levels.set(style, Number(heading));
      if (name === "name" && /^title$/i.test(val)) levels.set(style, 0);
    },
  });
  for (const [name, above] of basedOn) {
    let at: string | undefined = above;
    for (let steps = 0; at && !levels.has(name) && steps < 20; at = basedOn.get(at), steps++) {
      const level = levels.get(at);
      if (level !== undefined) levels.set(name, level);
    }
  }
  return levels;
}
