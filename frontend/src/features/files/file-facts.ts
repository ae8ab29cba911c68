/** The largest file, in bytes. The service decides, when it gives permission to send one. */
export const MAX_BYTES = 5 * 1024 * 1024;

export type Kind = "csv" | "xlsx" | "edi" | "other";

/** The kind of file its name suggests, to show to the person; the content decides. */
export function kindOf(name: string): Kind {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ending === "csv" || ending === "xlsx") return ending;
  return /^x\d\d$/.test(ending) ? "edi" : "other";
}

/** 12 KB, 1.2 MB; never 0 KB of a file that has something in it. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".0", "")} MB`;
}
