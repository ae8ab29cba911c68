import { ApiError } from "../../api/client";
import type { Ticket } from "./api";

/**
 * The status the bucket gives for a file it has, as its ticket asks; its refusals are XML. Anything else is not the
 * bucket's.
 */
const TAKEN = 201;

/** How long sending may take (ms): as long as the ticket is valid. */
const LASTS_MS = 15 * 60_000;

/** Post a file to its ticket's address, reporting progress; throws `ApiError` when it did not arrive. */
export const post = ({ url, fields }: Ticket, file: File, progressed: (share: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", file);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) => progressed(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      if (request.status === TAKEN) resolve();
      else reject(new ApiError(0, {}, !(request.getResponseHeader("Content-Type") ?? "").includes("xml")));
    });
    for (const end of ["error", "abort", "timeout"]) request.addEventListener(end, () => reject(new ApiError(0, {})));
    request.open("POST", url);
    request.timeout = LASTS_MS;
    request.send(form);
  });
