// A Welsh speaker has to review these words before release.
import { plural } from "../../../i18n/plural";
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

const toComplete = (count: number) =>
  plural(count, {
    one: "Mae 1 ymgeisydd yn anghyflawn",
    other: `Mae ${count} ymgeisydd yn anghyflawn`,
  });

export const cy: Alike<typeof en> = {
  title: "Adolygu a chyflwyno",
  counts: {
    candidates: "Ymgeiswyr",
    entered: "Mewnbynnwyd",
    checked: "Gwiriwyd",
    absent: "Absennol",
    zero: "Sero",
    highest: "Uchaf",
    lowest: "Isaf",
    mean: "Cymedr",
    carried: "Dygwyd ymlaen",
  },
  spread: { title: "Sut mae'r marciau wedi'u dosbarthu", candidates: "Ymgeiswyr", band: (low, high) => `${low} i ${high}` },
  supplementary: {
    title: (count) => `Cyflwyniad atodol o ${plural(count, { other: `${count} ymgeisydd` })}`,
    lead: "Cofrestrwyd yr ymgeiswyr hyn ar ôl i'r marciau gael eu cyflwyno. Dim ond eu marciau nhw a anfonir nawr. Mae'r marciau a gyflwynwyd eisoes yn aros fel y maent.",
    none: "dim marc eto",
    all: "Holl farciau'r asesiad hwn",
  },
  incomplete: {
    title: "Adolygu'r hyn sy'n anghyflawn",
    lead: (count) => `${toComplete(count)}.`,
    mark: "heb farc, a heb ei gofnodi'n absennol",
    check: "heb ei dicio fel un a wiriwyd",
    flagged: (who) => `â baner i edrych eto gan ${who}`,
  },
  queries: {
    lead: "Nid yw'r rhain yn eich atal rhag cyflwyno. Os yw marc yn gywir, gadewch ef fel y mae.",
    zero: "â 0, ac nid oes neb wedi dweud pam. Dywedwch hynny ar y dudalen Gwirio: nid enillodd y gwaith farciau, neu ni chadarnhawyd mai gwaith yr ymgeisydd ei hun ydyw. Os na chyflwynwyd gwaith, cofnodwch yr ymgeisydd yn absennol",
    far: (middle) => `ymhell o'r marciau eraill (canolrif ${middle})`,
    same: (count) => `yn un o ${count} marc cyfartal yn olynol`,
  },
  mayNotSubmit: {
    entering: "Eich rôl chi yw mewnbynnu marciau.",
    seeing: "Eich rôl chi yw gweld marciau.",
    askNow: (who) => `Gofynnwch i ${who} eu cyflwyno.`,
    ask: (who) => `Gofynnwch i ${who} eu cyflwyno pan fydd gan bob ymgeisydd farc sydd wedi'i wirio.`,
    someone: "rywun â'r rôl “cyflwyno marciau”, y swyddog arholiadau fel arfer,",
  },
  submit: "Cyflwyno",
  submitting: "Wrthi'n cyflwyno…",
  notSubmitted: {
    title: "Nid yw'r marciau hyn wedi'u cyflwyno",
    unknown: "Ni wyddom a yw'r marciau hyn wedi'u cyflwyno",
    incomplete: toComplete,
    signedOut: "Rydych wedi cael eich allgofnodi. Mewngofnodwch eto, yna cyflwynwch.",
    stale: "Newidiodd rhywun y marciau hyn tra oeddech yn edrych arnynt. Adolygwch y marciau diweddaraf, yna cyflwynwch.",
  },
};
