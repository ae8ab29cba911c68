// A Welsh speaker has to review these words before release.
import type { Words } from "../words";

export const settings: Words["settings"] = {};
