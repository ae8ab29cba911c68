import { ApiError } from "../../api/client";
import type { Ticket } from "./api";

/** Post a file where its ticket says, telling how much of it has gone; throws `ApiError`, 0 without any answer. */
export const post = ({ url, fields }: Ticket, file: File, progressed: (share: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", file);
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) => progressed(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new ApiError(request.status, {}));
    });
    request.addEventListener("error", () => reject(new ApiError(0, {})));
    request.open("POST", url);
    request.send(form);
  });
