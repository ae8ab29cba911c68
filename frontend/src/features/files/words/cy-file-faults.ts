// A Welsh speaker has to review these words before release.

/** What is wrong with a file or one of its lines, and what to do about it, by the service's code. */
export const fileFaults: Record<string, [problem: string, cure: string]> = {
  "file-not-received": [
    "Ni chyrhaeddodd y ffeil o fewn awr.",
    "Anfonwch hi eto. Ni dderbynnir ffeil wag na ffeil dros 5 MB, a gall rhwydwaith ei hatal ar y ffordd.",
  ],
  "file-not-checked": ["Ni orffennwyd gwirio'r ffeil o fewn awr.", "Anfonwch hi eto. Os na fydd hynny'n helpu, gofynnwch i'r bwrdd arholi."],
  "format-unknown": [
    "Nid yw'r ffeil mewn unrhyw fformat a ddarllenir.",
    "Anfonwch ffeil o'ch MIS, ffeil CSV neu lyfr gwaith .xlsx; neu llenwch dempled y daflen farciau.",
  ],
  "file-empty": ["Nid oes dim yn y ffeil.", "Dewiswch y ffeil eto; efallai nad yw wedi'i chadw."],
  "no-marks": [
    "Nid oes marc ar unrhyw linell o'r ffeil.",
    "Ysgrifennwch farc, gradd neu Absennol ar linellau'r ymgeiswyr, cadwch y ffeil a'i huwchlwytho eto.",
  ],
  "file-too-large": [
    "Mae'r ffeil, neu'r hyn sydd ynddi, yn fwy na marciau unrhyw ganolfan.",
    "Anfonwch y marciau'n unig: un rhes i bob ymgeisydd, heb luniau na thaflenni eraill.",
  ],
  "file-damaged": ["Mae'r ffeil yn gorffen yn gynnar neu'n ei gwrth-ddweud ei hun.", "Cadwch neu allforiwch hi eto ac anfonwch y ffeil newydd."],
  "encoding-unknown": ["Ni ellir darllen y nodau'n sicr.", "Cadwch y ffeil fel UTF-8 a'i hanfon eto."],
  "headings-missing": [
    "Nid yw'r penawdau'n dweud pa golofn yw'r marc, na marc pwy yw pob un.",
    "Dywedwch ar y dudalen uwchlwytho beth yw pob colofn, neu rhowch y penawdau Candidate number, Name, Mark ac Absent.",
  ],
  "headings-unclear": ["Gallai dwy golofn fod yr un peth.", "Dywedwch ar y dudalen uwchlwytho pa un o'r ddwy ydyw, neu ailenwch neu dilëwch un ohonynt."],
  "sheets-unclear": ["Mae marciau ar fwy nag un daflen o'r llyfr gwaith.", "Gadewch un daflen â marciau, neu anfonwch ffeil i bob un."],
  "column-hidden": [
    "Mae un o golofnau'r marciau wedi'i chuddio, felly nid yr hyn a welwch a fyddai'n cael ei ddarllen.",
    "Dangoswch y golofn, edrychwch arni a chadwch y ffeil eto.",
  ],
  "identity-slipped": [
    "Ar y rhan fwyaf o'r llinellau nid yw rhif yr ymgeisydd, yr UCI a'r enw'n perthyn i'r un ymgeisydd: efallai fod colofn wedi llithro.",
    "Rhowch y rhifau, yr UCIs a'r enwau wrth ymyl ei gilydd eto, edrychwch ar y marciau hefyd, ac anfonwch y ffeil eto. Gellir anwybyddu colofn nad yw'n ymwneud â'r ymgeiswyr hyn ar y dudalen uwchlwytho.",
  ],
  "maximum-differs": [
    "Mae'r pennawd yn dweud bod y marciau allan o uchafswm gwahanol i un yr asesiad.",
    "Anfonwch y marciau fel y mae'r cynllun yn eu rhoi, neu dywedwch ym mha golofn y maent. Os y pennawd yn unig sy'n anghywir, cywirwch ef.",
  ],
  "record-out-of-place": ["Mae cofnod lle na all ei fath fod.", "Allforiwch y ffeil eto o'ch MIS; peidiwch â'i golygu â llaw."],
  "trailer-missing": ["Mae'r cofnod olaf ar goll, felly gall y ffeil fod wedi'i thorri.", "Allforiwch y ffeil eto o'ch MIS."],
  "count-differs": ["Mae cofnod clo yn cyfrif cofnodion gwahanol i'r rhai yn y ffeil.", "Allforiwch y ffeil eto o'ch MIS."],
  "other-centre": ["Ffeil canolfan arall yw hon.", "Gwiriwch pa ganolfan a ddewisoch, ac anfonwch ei ffeil hi."],
  "other-series": ["Ffeil cyfres arall yw hon.", "Gwiriwch pa gyfres a ddewisoch, ac anfonwch y ffeil ar ei chyfer."],
  "no-longer-allowed": ["Ni chaiff y sawl a anfonodd y ffeil fewnbynnu marciau ar gyfer y ganolfan hon mwyach.", "Gofynnwch i weinyddwr y ganolfan am y rôl."],
  "role-limited": [
    "Ni chaiff y sawl a anfonodd y ffeil fewnbynnu marciau ond ar gyfer asesiadau eraill.",
    "Gofynnwch i gydweithiwr sydd â'r rôl ar gyfer yr asesiad hwn anfon y llinellau hyn, neu gofynnwch i weinyddwr eich canolfan am y rôl, yna gwiriwch y ffeil eto.",
  ],
  "record-unknown": ["Nid yw math y cofnod yn y fformat.", "Allforiwch y ffeil eto o'ch MIS."],
  "line-malformed": ["Nid yw'r llinell yn cadw at ei cholofnau.", "Allforiwch y ffeil eto o'ch MIS; peidiwch â'i golygu â llaw."],
  "row-too-long": [
    "Mae rhywbeth ar y llinell mewn colofn heb bennawd, felly efallai nad y marc cyfan yw hwn.",
    "Rhowch werth sydd â choma ynddo mewn dyfynodau, symudwch nodiadau i daflen arall, neu rhowch bennawd i'r golofn.",
  ],
  "headings-differ": [
    "Mae'r llinell o dan ei phenawdau ei hun, sy'n rhoi'r colofnau mewn mannau gwahanol i'r rhai cyntaf.",
    "Rhowch golofnau pob dosbarth yn yr un drefn, neu anfonwch ffeil ar gyfer pob un.",
  ],
  "above-headings": [
    "Llinell ymgeisydd yw hon, ac mae uwchben y penawdau, neu cymerwyd hi amdanynt.",
    "Rhowch un rhes o benawdau uwchben pob ymgeisydd: Rhif ymgeisydd, Enw, Marc, Absennol.",
  ],
  "row-hidden": [
    "Mae'r rhes wedi'i chuddio yn y llyfr gwaith, felly ni welodd neb hi pan gadwyd y ffeil.",
    "Cliriwch yr hidlydd neu dangoswch y rhes, edrychwch arni a chadwch y ffeil eto.",
  ],
  "cells-merged": [
    "Mae celloedd y rhes wedi'u cyfuno ag eraill, felly ni ellir dweud marc pwy yw hwn.",
    "Gwahanwch y celloedd a rhowch farc pob ymgeisydd yn ei gell ei hun.",
  ],
  "formula-without-value": [
    "Mae fformiwla yn y gell na chadwyd ei chanlyniad.",
    "Agorwch y llyfr gwaith yn rhaglen y daenlen, cadwch ef a'i anfon eto; neu gludwch y gwerthoedd.",
  ],
  "cell-unreadable": ["Mae'r gell yn dangos rhywbeth heblaw testun plaen neu rif cyfan.", "Teipiwch y gwerth yn y gell fel rhif plaen neu destun."],
  "candidate-missing": ["Mae marc ar y llinell a dim sy'n dweud marc pwy ydyw.", "Rhowch rif yr ymgeisydd ar y llinell, neu gliriwch y marc."],
  "candidate-malformed": ["Nid oes 4 digid yn rhif yr ymgeisydd.", "Rhowch rif yr ymgeisydd fel y mae yn y cofrestriadau."],
  "candidate-repeated": [
    "Mae'r ymgeisydd yn ymddangos fwy nag unwaith ar gyfer un asesiad, felly ni ddefnyddiwyd yr un o'r llinellau.",
    "Gadewch un llinell i bob ymgeisydd.",
  ],
  "candidate-not-entered": ["Nid yw'r ymgeisydd wedi'i gofrestru ar gyfer yr asesiad.", "Gwiriwch y rhif, neu gwnewch y cofrestriad yn gyntaf."],
  "identity-disagrees": [
    "Nid yw rhif yr ymgeisydd, yr UCI a'r enw ar y llinell i gyd yn perthyn i'r un ymgeisydd.",
    "Gwiriwch farc pwy yw hwn, a chywirwch neu gliriwch yr hyn sy'n anghywir: y rhif, yr UCI neu'r enw.",
  ],
  "name-incomplete": [
    "Nid oes rhif ymgeisydd ar y llinell, a dim ond rhan o enw ymgeisydd yw ei henw.",
    "Rhowch rif yr ymgeisydd ar y llinell, neu'r enw cyfan.",
  ],
  "name-shared": ["Nid oes rhif ymgeisydd ar y llinell, a gall ei henw fod yn enw mwy nag un ymgeisydd.", "Rhowch rif yr ymgeisydd ar y llinell."],
  "assessment-missing": [
    "Nid yw'r llinell na'r ffeil yn dweud ar gyfer pa asesiad y mae'r marc.",
    "Dywedwch ar gyfer pa asesiad y mae'r ffeil, neu ychwanegwch golofn Assessment code.",
  ],
  "assessment-malformed": ["Nid yw cod yr asesiad o'r ffurf gywir.", "Ysgrifennwch y cod fel y mae'r bwrdd yn ei argraffu, fel H446/03."],
  "assessment-unknown": ["Nid oes gan y ganolfan daflen farciau ar gyfer yr asesiad hwn yn y gyfres.", "Gwiriwch y cod, neu gwnewch y cofrestriadau'n gyntaf."],
  "mark-fraction": ["Nid rhif cyfan yw'r marc.", "Rhowch y marc cyfan y mae'r cynllun yn ei roi."],
  "mark-unreadable": ["Nid marc, nac un o raddau'r asesiad, nac absennol yw'r gwerth.", "Rhowch farc cyfan, gradd fel sydd gan yr asesiad, neu Absennol."],
  "mark-and-absent": ["Mae marc ar y llinell ac mae'n dweud absennol.", "Gadewch y marc yn wag os oedd yr ymgeisydd yn absennol, neu gliriwch Absent."],
  "criteria-incomplete": [
    "Mae gan y llinell farciau am rai meini prawf ac nid am bob un.",
    "Rhowch farc am bob maen prawf, neu cliriwch nhw i gyd a rhowch y cyfanswm yn unig.",
  ],
  "criteria-refused": ["Mae marciau'r ymgeisydd am feini prawf eraill na rhai'r asesiad nawr.", "Rhowch farc am bob maen prawf o'r asesiad."],
  "criterion-refused": ["Mae'r marc am faen prawf dros ei uchafswm.", "Gwiriwch y marc yn erbyn uchafswm y maen prawf."],
  "total-differs": ["Nid y cyfanswm yw swm y marciau am y meini prawf.", "Cywirwch y cyfanswm, neu farc am faen prawf."],
  "no-work-is-absent": [
    "0 yw'r marc am na chyflwynwyd gwaith.",
    "Mae ymgeisydd na chyflwynodd waith yn absennol: ysgrifennwch Absennol yn lle'r 0, a chliriwch y rheswm.",
  ],
  "zero-reason-unknown": ["Nid ydym yn adnabod y rheswm dros farc o 0.", "Ysgrifennwch Worth no marks neu Not authenticated, neu cliriwch y rheswm."],
  "not-a-zero": ["Mae rheswm dros farc o 0 ar y llinell, ond nid 0 yw'r marc.", "Cywirwch y marc, neu cliriwch y rheswm."],
  "absent-unclear": ["Nid ie na nage sydd o dan Absent; neu gall A fod yn radd yma.", "Rhowch A neu Yes o dan Absent, neu gadewch ef yn wag."],
  "outcome-refused": ["Nid oes marc neu radd o'r fath ar raddfa'r asesiad.", "Gwiriwch y marc yn erbyn yr uchafswm, neu'r radd."],
  "already-submitted": ["Mae'r daflen farciau wedi'i chyflwyno.", "Gofynnwch am ddiwygio marciau'r ganolfan lle mae marc yn anghywir."],
  "window-closed": ["Nid yw'r bwrdd yn derbyn marciau ar gyfer yr asesiad nawr.", "Cysylltwch â'r bwrdd."],
  "carried-forward": [
    "Dygir y marc ymlaen o gyfres gynharach, ac mae un arall yn y ffeil.",
    "Gadewch yr ymgeisydd allan o'r ffeil, neu cysylltwch â'r bwrdd os na ddylid dwyn y marc ymlaen.",
  ],
  "name-differs": [
    "Cyfenw'r ymgeisydd yw'r cyfenw, ond nid yr enw cyntaf sydd yn y cofrestriad. Cymerir y marc er hynny.",
    "Gwnewch yn siŵr mai'r un person yw hwn.",
  ],
  "total-row": [
    "Cyfanswm, cymedr neu rywbeth tebyg yw'r rhes, ac nid yw'n perthyn i ymgeisydd. Ni chyffyrddwyd â hi.",
    "Dim, os dyna ydyw. Fel arall rhowch rif yr ymgeisydd ar y llinell.",
  ],
};
