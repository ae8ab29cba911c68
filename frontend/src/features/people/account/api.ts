import { ApiError, api, body } from "../../../api/client";
import { getAdministrators } from "../ask/api";

export const getAccess = getAdministrators;

/** Leave a centre; whoever has left already, because an answer was lost, has done it. */
export async function leaveCentre(centre: string, key: string): Promise<void> {
  try {
    await body(api.POST("/v1/centres/{centre}/leave", { params: { path: { centre }, header: { "idempotency-key": key } } }));
  } catch (fault) {
    if (!(fault instanceof ApiError && fault.status === 404)) throw fault;
  }
}
