import { createRequire } from "node:module";
import type { Chart } from "../shared/chart.js";
import { type Drawn, optionsOf, sizeOf } from "./options.js";

const require = createRequire(import.meta.url);
const FONTS = ["400Regular/OpenSans_400Regular.ttf", "600SemiBold/OpenSans_600SemiBold.ttf"];
/** Few enough that a picture fits a card, and more than a chart and its smooth edges need. */
const COLOURS = 24;

type Drawing = (chart: Chart, how: Drawn) => Buffer;
let drawing: Promise<Drawing> | undefined;

/** Made once, when the first picture is wanted: its libraries take a quarter of a second to load. */
async function openDrawing(): Promise<Drawing> {
  const [core, { LineChart, BarChart, ScatterChart }, { GridComponent, LegendComponent, MarkLineComponent }, { SVGRenderer }] = await Promise.all([
    import("echarts/core"),
    import("echarts/charts"),
    import("echarts/components"),
    import("echarts/renderers"),
  ]);
  const [{ Resvg }, { default: png }, { LegacyGridContainLabel }] = await Promise.all([
    import("@resvg/resvg-js"),
    import("upng-js"),
    import("echarts/features"),
  ]);
  core.use([LineChart, BarChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, LegacyGridContainLabel, SVGRenderer]);
  const font = {
    loadSystemFonts: false,
    fontFiles: FONTS.map((file) => require.resolve(`@expo-google-fonts/open-sans/${file}`)),
    defaultFontFamily: "Open Sans",
  };
  return (chart, how) => {
    const drawn = core.init(null, null, { renderer: "svg", ssr: true, ...sizeOf(chart, how) });
    try {
      drawn.setOption(optionsOf(chart, how));
      const { pixels, width, height } = new Resvg(drawn.renderToSVGString(), { fitTo: { mode: "zoom", value: how.scale ?? 1 }, font }).render();
      return Buffer.from(png.encode([Uint8Array.from(pixels).buffer], width, height, COLOURS));
    } finally {
      drawn.dispose();
    }
  };
}

/** A PNG of a chart. */
export async function draw(chart: Chart, how: Drawn = {}): Promise<Buffer> {
  drawing ??= openDrawing();
  return (await drawing)(chart, how);
}
