import { createRequire } from "node:module";
import type { Chart } from "../shared/chart.js";
import { optionsOf, sizeOf } from "./options.js";

const require = createRequire(import.meta.url);
const FONTS = ["400Regular/OpenSans_400Regular.ttf", "600SemiBold/OpenSans_600SemiBold.ttf"];
/** Few enough that a picture fits a card, and more than a chart and its smooth edges need. */
const COLOURS = 24;

type Drawing = (chart: Chart, scale: number) => Buffer;
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
  return (chart, scale) => {
    const drawn = core.init(null, null, { renderer: "svg", ssr: true, ...sizeOf(chart) });
    try {
      drawn.setOption(optionsOf(chart));
      const { pixels, width, height } = new Resvg(drawn.renderToSVGString(), { fitTo: { mode: "zoom", value: scale }, font }).render();
      return Buffer.from(png.encode([Uint8Array.from(pixels).buffer], width, height, COLOURS));
    } finally {
      drawn.dispose();
    }
  };
}

/** A PNG of a chart. `scale` is pixels a point: 1 for a card, 2 for paper. */
export async function draw(chart: Chart, scale = 1): Promise<Buffer> {
  drawing ??= openDrawing();
  return (await drawing)(chart, scale);
}
