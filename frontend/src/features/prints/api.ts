import { api, body } from "../../api/client";

/** Which candidates the slips are for, and the last day on which they may ask for a review. */
export interface SlipsOrder {
  group: string | null;
  review_by: string;
}

export const getSlips = (sheet: string, { group, review_by }: SlipsOrder) =>
  body(
    api.GET("/v1/sheets/{sheet}/slips", {
      params: { path: { sheet }, query: { review_by, ...(group === null ? {} : { group }) } },
    }),
  );

export const askForSlips = (sheet: string, order: SlipsOrder) => body(api.POST("/v1/sheets/{sheet}/slips", { params: { path: { sheet } }, body: order }));
