import { api, body, type Schemas } from "../../api/client";

export type Upload = Schemas["UploadOut"];
export type Line = Schemas["LineOut"];
export type Ticket = Schemas["TicketOut"];

const at = (upload: string) => ({ params: { path: { upload } } });

/** Begin an upload; with the same key it is the same one. */
export const beginUpload = (place: { centre: string; series: string }, key: string, file_name: string, assessment: string) =>
  body(
    api.POST("/v1/centres/{centre}/series/{series_id}/uploads", {
      params: { path: { centre: place.centre, series_id: place.series }, header: { "idempotency-key": key } },
      body: { file_name, assessment: assessment || null },
    }),
  );

export const getUploads = (centre: string, series: string) =>
  body(api.GET("/v1/centres/{centre}/series/{series_id}/uploads", { params: { path: { centre, series_id: series } } }));

export const getUpload = (upload: string) => body(api.GET("/v1/uploads/{upload}", at(upload)));

/** Every line of a file's preview, in the file's order. */
export async function getLines(upload: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const part = await body(api.GET("/v1/uploads/{upload}/lines", { params: { path: { upload }, query: { page } } }));
    lines.push(...part.lines);
    pages = part.pages;
  }
  return lines;
}

/** The columns of a file as they were read. */
export const getColumns = (upload: string) => body(api.GET("/v1/uploads/{upload}/columns", at(upload)));

/** Set how a file is to be read; gives it checked again. */
export const readAs = (upload: string, reading: Schemas["ReadingIn"]) => body(api.PUT("/v1/uploads/{upload}/reading", { ...at(upload), body: reading }));

export const checkAgain = (upload: string) => body(api.POST("/v1/uploads/{upload}/check", at(upload)));

export const acceptUpload = (upload: string, what: Schemas["AcceptIn"]) => body(api.POST("/v1/uploads/{upload}/accept", { ...at(upload), body: what }));

export const submitUpload = (upload: string, what: Schemas["AcceptAndSubmitIn"]) =>
  body(api.POST("/v1/uploads/{upload}/submit", { ...at(upload), body: what }));

export const cancelUpload = (upload: string) => body(api.POST("/v1/uploads/{upload}/cancel", at(upload)));

/** A link to the file as it was received. */
export const getOriginal = (upload: string) => body(api.GET("/v1/uploads/{upload}/file", at(upload)));

export const getErrors = (upload: string) => body(api.GET("/v1/uploads/{upload}/errors", { ...at(upload), parseAs: "blob" })) as unknown as Promise<Blob>;

/** A mark sheet as a file to fill in. */
export const getSheetFile = (sheet: string, format: string) =>
  body(api.GET("/v1/sheets/{sheet}/file", { params: { path: { sheet }, query: { format } }, parseAs: "blob" })) as unknown as Promise<Blob>;

/** Every mark sheet of a centre in a series as one file. */
export const getCentreFile = (centre: string, series: string, format: string) =>
  body(
    api.GET("/v1/centres/{centre}/series/{series_id}/file", {
      params: { path: { centre, series_id: series }, query: { format } },
      parseAs: "blob",
    }),
  ) as unknown as Promise<Blob>;
