/** Where cells stand on the screen, for what is laid over the grid. */
import type { Workbook } from "@univerjs/core";
import { core, type UniverParts } from "./univer.ts";

/** The part of the grid that scrolls, in pixels of the grid's own element. */
export interface GridPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** Upper left corner of a cell, counted from 1, within that part; negative where it is scrolled away. */
  at(row: number, column: number): readonly [number, number];
}

/** The place of a workbook's tab in view; null before it is painted. */
export function placeOf({ univer }: UniverParts, workbook: Workbook): GridPlace | null {
  const render = univer.__getInjector().get(core.IRenderManagerService).getRenderById(workbook.getUnitId());
  const view = render?.scene.getViewport(core.SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const skeleton = render?.with(core.SheetSkeletonManagerService).getCurrentSkeleton();
  if (!render || !view || !skeleton) return null;
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  const { left, top, width, height, viewportScrollX, viewportScrollY } = view;
  const zoom = workbook.getActiveSheet().getZoomRatio();
  return {
    ...{ left: canvas.left + left, top: canvas.top + top, width: width ?? 0, height: height ?? 0, zoom },
    at: (row, column) => {
      const { startX, startY } = skeleton.getCellWithCoordByIndex(row - 1, column - 1);
      return [(startX - viewportScrollX) * zoom - left, (startY - viewportScrollY) * zoom - top];
    },
  };
}

/** Calls whenever the grid has scrolled. */
export function listenToScrolling({ univer }: UniverParts, unit: string, moved: () => void): void {
  const render = univer.__getInjector().get(core.IRenderManagerService).getRenderById(unit);
  render?.scene.getViewport(core.SHEET_VIEWPORT_KEY.VIEW_MAIN)?.onScrollAfter$.subscribeEvent(moved);
}
