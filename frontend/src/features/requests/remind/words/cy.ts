import { plural } from "../../../../i18n/plural";
import type { en } from "./en";

export const cy: typeof en = {
  title: "Atgoffa cydweithwyr",
  lead: "Mae pob cydweithiwr yn cael un e-bost am bopeth isod y gofynnwyd iddynt amdano, ac yn ei weld wrth fewngofnodi. Rydym yn atgoffa am yr un peth unwaith y dydd ar y mwyaf.",
  choose: (name) => `Atgoffa ${name}`,
  none: "Nid oes neb i'w atgoffa am yr asesiadau hyn.",
  send: (count) => (count === 0 ? "Atgoffa'r rhai a ddewiswyd" : plural(count, { one: "Atgoffa 1 cydweithiwr", other: `Atgoffa ${count} o gydweithwyr` })),
  noneChosen: "Dewiswch o leiaf un cydweithiwr",
  nobody: "Ni ofynnwyd i neb am y rhain",
  ask: (code) => `Gofyn i gydweithiwr am ${code}`,
  missing: (entered, checked) => [entered > 0 && `${entered} heb eu mewnbynnu`, checked > 0 && `${checked} heb eu gwirio`].filter(Boolean).join(", "),
  mayNot: (who) => `I atgoffa cydweithiwr, cysylltwch â ${who || "rhywun sydd â'r rôl “submit marks”"}.`,
  back: "Yn ôl i'ch asesiadau",
};
