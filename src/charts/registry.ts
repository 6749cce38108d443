import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import type { BarSeriesOption, HeatmapSeriesOption, LineSeriesOption } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import type { GridComponentOption, MarkLineComponentOption, TooltipComponentOption } from 'echarts/components';
import { extendComponentModel, extendComponentView, init, use } from 'echarts/core';
import type { ComponentModel, ComposeOption, SeriesModel } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// The canvas renderer: the SVG one writes style attributes, which the page's Content-Security-Policy refuses.
use([BarChart, HeatmapChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

// A heatmap refuses to be drawn in development without a visual map. Its cells have colours of their own, so this one does nothing.
extendComponentModel({
  type: 'visualMap',
  eachTargetSeries(this: ComponentModel, visit: (series: SeriesModel) => void) {
    this.ecModel.eachSeries(visit);
  },
});
extendComponentView({ type: 'visualMap' });

/** What a chart of this page can be made of; a part that is not registered above does not compile. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
> & {
  /** Beside a heatmap. */
  visualMap?: object;
};

export { init };
