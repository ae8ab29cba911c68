// A Welsh speaker has to review these words before release.
import { plural } from "../../../i18n/plural";
import type { Alike } from "../../../i18n/words";
import type { en } from "./en";

export const cy: Alike<typeof en> = {
  title: "Gwirio marciau",
  how: "Cymharwch bob marc â'r gwaith neu'r rhestr farciau. Mae'r bylchwr yn ei dicio fel un a wiriwyd ac yn symud i lawr; lle mae baner neu nodyn i'r gwiriwr, mae'n gofyn i chi yn gyntaf. Mae X yn rhoi baner arno i edrych eto, ac mae eich cydweithwyr yn gweld y faner. Mae Chwith ac I fyny yn mynd yn ôl, De ac I lawr yn mynd ymlaen.",
  howTyping:
    "Teipiwch bob marc eto o'r gwaith neu'r rhestr farciau a phwyso Enter. Os yw'r marc yr un fath, caiff ei dicio fel un a wiriwyd. Os nad ydyw, caiff ei restru isod, heb ei dicio. Mae I fyny yn mynd yn ôl, I lawr yn mynd ymlaen.",
  again: "Ei deipio eto",
  lateOnly: "Dim ond cofrestriadau hwyr a ddangosir yma. Mae'r holl farciau eraill wedi'u cyflwyno.",
  viewOnly: "Gallwch weld y marciau hyn. I'w gwirio, gofynnwch i weinyddwr eich canolfan am y rôl “mewnbynnu marciau”.",
  second: "Yn eich canolfan chi mae ail berson yn gwirio pob marc.",
  own: (own, all) => `Chi a roddodd ${own} o'r ${all} marc sydd heb eu gwirio eto, felly rhaid i rywun arall wirio'r rheini.`,
  ask: (people) => `Gofynnwch i ${people}.`,
  caption: (first, last, all) => `Ymgeiswyr ${first} i ${last} o ${all}`,
  enteredBy: "Rhoddwyd gan",
  you: "Chi",
  unknown: "Ddim yn hysbys",
  state: "Cyflwr",
  hidden: "Ynghudd nes ei deipio",
  tick: "Ticio a mynd ymlaen",
  tickAnswering: "Ticio ac ateb y faner",
  doubted: {
    flag: "Os yw'r marc yn gywir, ticiwch ef eto. Mae hynny'n ateb y faner.",
    note: "Darllenwch y nodyn i'r gwiriwr, yna ticiwch y marc eto.",
  },
  compare: "Cymharu a mynd ymlaen",
  flag: "Rhoi baner i edrych eto",
  zero: {
    question: "Pam 0?",
    why: (candidate) => `Pam mae gan ymgeisydd ${candidate} 0`,
    "worth-nothing": "Nid enillodd y gwaith farciau",
    "not-authenticated": "Ni chadarnhawyd mai gwaith yr ymgeisydd ei hun ydyw",
    noWork: "Ni chyflwynwyd gwaith: cofnodi'n absennol",
  },
  back: "Yn ôl",
  forward: "Ymlaen",
  boxFor: (noun, candidate) => `${noun} eto ar gyfer ${candidate}`,
  flagged: "Baner: edrych eto",
  flaggedBy: (who) => `gan ${who}`,
  flaggedByYou: "gennych chi",
  differs: (typed, held) => `Teipioch chi ${typed}, ond ${held} a roddwyd`,
  swapped: (typed, held) => `${held} yw'r marc, ond teipioch chi ${typed}. A yw'r digidau o chwith?`,
  said: {
    mismatch: (candidate, differs) => `Mae ${candidate} wedi'i restru isod a heb ei dicio. ${differs}`,
    taken: (candidate, mark) => `${mark} sydd gan ${candidate} nawr. Gwiriwch ef eto.`,
  },
  progress: (checked, all) => `${checked} o ${all} wedi'u gwirio`,
  left: {
    title: "Ar ôl i'w wneud",
    nothing: "Mae pob marc wedi'i wirio.",
    unticked: (count) => plural(count, { one: "Mae 1 marc heb ei wirio.", two: "Mae 2 farc heb eu gwirio.", other: `Mae ${count} marc heb eu gwirio.` }),
    first: "Mynd i'r cyntaf sydd heb ei wirio",
    mismatches: "Teipiwyd yn wahanol",
    differs: (typed, held) => `teipiwyd ${typed}, rhoddwyd ${held}`,
    swapped: (typed, held) => `teipiwyd ${typed}, rhoddwyd ${held}: a yw'r digidau o chwith?`,
    blank: (count) =>
      plural(count, {
        one: "Nid oes gan 1 ymgeisydd farc i'w wirio",
        two: "Nid oes gan 2 ymgeisydd farc i'w wirio",
        other: `Nid oes gan ${count} ymgeisydd farc i'w wirio`,
      }),
  },
};
