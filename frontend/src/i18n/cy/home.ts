// A Welsh speaker has to review these words before release.
import type { Words } from "../words";

export const home: Words["home"] = { search: { series: "Cyfres", code: "Cod yr asesiad" } };
