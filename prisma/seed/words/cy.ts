import type { Bank } from "./bank.ts";
import { english } from "./en.ts";

export const welsh: Bank = {
  places: {
    ...english.places,
    "town-centre": "Tolbridge",
    brockley: "Lower Brockley",
    elsewhere: "Tolbridge",
  },
  roads: { ...english.roads, elsewhere: ["Marl Road", "Bridge Street"], craswick: ["Craswick Lane", "Ford Lane", "Church Bank"] },
  themes: {
    buses: {
      lived: {
        any: [
          "Mae’r {route} olaf yn gadael am ddeg munud i saith, felly mae’n rhaid i unrhyw un sy’n gorffen gweithio am saith gerdded neu dalu am dacsi.",
          "Rwyf wedi sefyll wrth yr arhosfan am {wait} munud, ac yna daeth dau fws gyda’i gilydd.",
          "Nid oes bws o gwbl ar ddydd Sul, sef yr unig ddiwrnod y gallwn ymweld â’m chwaer yn y cartref nyrsio.",
          "Ddwywaith y mis hwn ni ddaeth y bws o gwbl, ac nid oedd dim wrth yr arhosfan i ddweud hynny.",
          "Mae’n colli’r trên o bedwar munud bob tro.",
        ],
        older: ["Rwy’n 79 oed ac nid wyf yn gyrru mwyach, felly pan nad yw’r bws yn dod mae fy niwrnod ar ben."],
        parent: ["Mae fy merch yn gorffen yn y coleg am hanner awr wedi pump ac yn aros tan ugain munud wedi chwech yn y tywyllwch."],
        young: ["Os ydych chi’n ddwy ar bymtheg ac yn byw allan fan hyn, rydych naill ai’n gofyn am lifft neu’n aros gartref."],
        worker: ["Mae fy shifft yn y cartref gofal yn gorffen am ddeg y nos ac rwyf wedi gwario ffortiwn ar dacsis ers y gwanwyn."],
        village: ["Tri bws y dydd sydd o {place}, ac nid oes yr un ohonynt yn cyrraedd y feddygfa mewn pryd."],
      },
      ask: {
        any: [
          "Rhowch fws olaf am un ar ddeg, o leiaf ar nos Wener a nos Sadwrn.",
          "Rhowch arwydd wrth yr arhosfan sy’n dweud y gwir.",
          "Gwnewch i’r bws gwrdd â’r trên. Byddai hynny ynddo’i hun yn ei lenwi.",
          "Byddai un bws bob ffordd ar ddydd Sul yn ddechrau.",
          "Byddai bws bach y gallwch ffonio amdano yn well i ni nag un mawr gwag.",
        ],
      },
      more: {
        any: [
          "Ni fydd pobl yn gadael y car gartref ar gyfer rhywbeth na allant ddibynnu arno.",
          "Nid mater o arian yn unig yw hyn; mae’n fater o wybod y gallwch gyrraedd adref.",
        ],
      },
    },
    surgery: {
      lived: {
        any: [
          "Rydych yn ffonio am wyth, rydych yn rhif {queue} yn y ciw, ac erbyn i chi fynd drwodd mae popeth wedi mynd.",
          "Arhosais {weeks} wythnos i siarad â rhywun am fy mhwysedd gwaed.",
          "Pan gewch chi apwyntiad mae’r gofal yn rhagorol. Ei gael yw’r broblem.",
          "Nid wyf wedi gweld yr un meddyg ddwywaith mewn pedair blynedd, felly rwy’n dechrau o’r dechrau bob tro.",
        ],
        older: [
          "Hoffwn gael siarad â rhywun yn Gymraeg am fy iechyd, ac nid oes neb yn y feddygfa sy’n gallu.",
          "Maen nhw’n dweud wrthyf am ddefnyddio’r ap. Nid oes gennyf y math hwnnw o ffôn.",
        ],
        parent: ["Mae pob apwyntiad y maen nhw’n ei gynnig ar yr union adeg y byddaf yn mynd â’r plant i’r ysgol."],
        young: ["Rwy’n aros ers mis Chwefror am rywun i siarad ag ef am orbryder."],
        village: ["Roedd y feddygfa yn {place} yn arfer agor ddau fore’r wythnos. Nawr dim ond hysbysiad ar ddrws yw hi."],
      },
      ask: {
        any: [
          "Gadewch i bobl drefnu apwyntiadau ymlaen llaw eto yn lle ras bob bore.",
          "Agorwch y feddygfa un noson yr wythnos ac ar fore Sadwrn.",
          "Dywedwch yn onest pa mor hir yw’r aros am feddyg.",
          "Byddai nyrs yn y ganolfan gymunedol un diwrnod yr wythnos yn ysgafnhau’r baich.",
        ],
        village: ["Dewch â’r feddygfa fach yn ôl, hyd yn oed am un bore’r wythnos."],
      },
      more: { any: ["Nid wyf yn beio’r staff.", "Dyma beth y mae pawb yn siarad amdano wrth giât yr ysgol."] },
    },
    flooding: {
      lived: {
        any: [
          "Mae {road} wedi bod dan ddŵr bedair gwaith ers y Nadolig.",
          "Mae’r draen y tu allan i’n tŷ wedi’i rwystro ers iddynt roi wyneb newydd ar y ffordd, ac rwyf wedi rhoi gwybod {times} gwaith.",
          "Pan fydd hi’n bwrw’n drwm daw’r dŵr oddi ar y cae, i lawr y lôn ac yn syth drwy ein gât gefn.",
          "Nid yw’r ffos wedi’i glanhau ers blynyddoedd; prin y gellir gweld mai ffos yw hi.",
        ],
        older: ["Y gaeaf diwethaf ni allwn fynd allan am dridiau ac ni allai’r gofalwyr ddod i mewn."],
        worker: ["Rwy’n gyrru fan ac yn ychwanegu ugain munud at bob taith pan fydd y rhyd yn uchel."],
        village: ["Roedd {place} wedi’i hynysu am ddiwrnod a hanner ym mis Chwefror, ac ni chlywsom air gan neb."],
      },
      ask: {
        any: [
          "Cliriwch y draeniau cyn i’r dail ddisgyn, nid wedyn.",
          "Rhowch fap i bob plwyf o bwy sy’n berchen ar ba ffos.",
          "Byddai neges destun pan fydd y lôn ar gau yn arbed llawer o droi’n ôl.",
          "Gofynnwch i’r ffermwyr. Byddai’r rhan fwyaf yn helpu pe bai rhywun yn trefnu.",
        ],
      },
      more: { any: ["Ni fydd yn gwella ohono’i hun gyda’r gaeafau a gawn nawr.", "Mae tair adran wedi dweud wrthyf mai un o’r ddwy arall sy’n gyfrifol."] },
    },
    hedges: {
      lived: {
        any: [
          "Mae’r clawdd ar dro {road} wedi tyfu mor bell allan nes bod yn rhaid bod yn y ffordd cyn y gallwch weld.",
          "Torrwyd yr ymylon ym mis Mai, pan oedd popeth yn ei flodau, a dim o gwbl ym mis Medi.",
          "Mae mieri wedi mynd â hanner y llwybr y tu ôl i {road}.",
        ],
        parent: ["Rydym yn cerdded i’r ysgol yn un rhes am fod y clawdd yn gadael deunaw modfedd i ni."],
        village: ["Mae’r clawdd wrth yr arhosfan yn {place} yn gwlychu pawb sy’n aros yno."],
      },
      ask: {
        any: [
          "Torrwch y corneli er diogelwch a gadewch y gweddill i’r adar.",
          "Torrwch yr ymylon yn hwyr, ac ewch â’r toriadau oddi yno.",
          "Ysgrifennwch at y perchnogion. Byddai’r rhan fwyaf yn gwneud y gwaith pe gofynnid iddynt.",
        ],
      },
      more: { any: ["Rwy’n caru’r cloddiau. Yr unig beth rwyf am ei wneud yw gweld beth sy’n dod."] },
    },
    youth: {
      lived: {
        any: [
          "Nid oes dim i’w wneud yn {place} ar ôl chwech o’r gloch os ydych chi’n bymtheg oed.",
          "Mae’r hen lyfrgell wedi bod yn wag ers tair blynedd, a’r gwres ymlaen.",
        ],
        young: [
          "Y clwb ieuenctid oedd yr unig le cynnes nad oedd yn costio dim.",
          "Hoffwn gael rhywle i siarad Cymraeg gyda fy ffrindiau y tu allan i’r ysgol.",
        ],
        parent: ["Mae’r ddau sydd gen i’n mynd yn syth o’r ysgol at eu sgriniau am nad oes unman arall."],
        older: ["Bûm yn rhedeg y clwb nos Fawrth am un mlynedd ar bymtheg. Ni chawsom erioed drafferth."],
      },
      ask: {
        any: [
          "Agorwch yr hen lyfrgell ddwy noson yr wythnos a gweld beth sy’n digwydd.",
          "Talwch ddau weithiwr ieuenctid go iawn. Ni all gwirfoddolwyr wneud y cyfan.",
          "Gadewch i’r bobl ifanc redeg rhywfaint ohono eu hunain.",
        ],
      },
      more: { any: ["Nid problem i’w datrys ydyn nhw; ein plant ni ydyn nhw."] },
    },
    pavements: {
      lived: {
        any: [
          "Mae gwreiddiau’r coed wedi codi’r palmant ar {road} ac rwyf wedi gweld tri o bobl yn syrthio.",
          "Mae ceir yn parcio ar draws y palmant ar {road} ac nid oes neb byth yn dod.",
        ],
        older: ["Torrais fy arddwrn y tu allan i’r banc ym mis Mawrth ar slab a oedd wedi’i farcio â phaent ers mis Tachwedd."],
        parent: ["Nid oes lle i goets ddwbl fynd heibio i’r ceir, felly cerddwn yn y ffordd gyda’r babi."],
      },
      ask: {
        any: [
          "Trwsiwch yr hyn sydd yno cyn palmantu dim byd newydd.",
          "Cerddwch ef gyda rhywun na all weld, ac yna penderfynwch.",
          "Trowch y goleuadau ymlaen eto tan hanner nos.",
        ],
      },
      more: { any: ["Dyna’r gwahaniaeth rhwng mynd allan ac aros gartref."] },
    },
    speeding: {
      lived: {
        any: [
          "Mae lorïau’n defnyddio {road} fel ffordd fer ers i’r sat nav ei darganfod.",
          "Tri deg yw’r terfyn ar {road} ac nid oes bron neb yn cadw ato.",
        ],
        parent: ["Ni adawaf i’m merch feicio i’r ysgol ar {road}, er fy mod i’n gwneud hynny bob dydd yn ei hoed hi."],
      },
      ask: { any: ["Gostyngwch y terfyn i ugain o’r bont i’r ysgol.", "Croesfan iawn wrth y siop, os gwelwch yn dda, nid arolwg arall."] },
      more: { any: ["Bydd rhywun yn cael ei ladd ac yna caiff ei wneud mewn wythnos."] },
    },
    market: {
      lived: {
        any: [
          "Mae papur yn ffenestr pob trydedd siop ar {road}.",
          "Mae parcio am ddim yn y parc siopa a £2.40 yma, felly wrth gwrs mae pobl yn mynd yno.",
        ],
        worker: ["Mae gen i stondin yn y farchnad. Mae’r rhent wedi codi traean mewn dwy flynedd."],
      },
      ask: {
        any: [
          "Byddai dwy awr o barcio am ddim yn dod â phobl yn ôl.",
          "Gosodwch y siopau gwag yn rhad i unrhyw un a wnaiff agor y drws.",
        ],
      },
      more: { any: ["Dim ond tai yw tref heb ganol."] },
    },
    comfort: {
      lived: {
        any: [
          "Nid oes yr un toiled cyhoeddus ar agor yn y dref ar ôl pump.",
          "Aethpwyd â’r meinciau wrth yr afon i’w trwsio ddwy flynedd yn ôl.",
        ],
        older: ["Rwy’n cynllunio pob taith i’r dref yn ôl ble mae toiled a ble mae sedd."],
      },
      ask: { any: ["Agorwch y toiledau yn yr orsaf fysiau a’u cadw’n lân.", "Rhowch y meinciau’n ôl, gyda breichiau er mwyn i rywun allu codi eto."] },
      more: { any: ["Pethau bach yw’r rhain, ond nhw sy’n penderfynu a awn ni allan o gwbl."] },
    },
  },
  laterBus: {
    agree: {
      any: [
        "Nid yw deng munud yn hirach yn ystod y dydd yn ddim os gallaf gyrraedd adref gyda’r nos.",
        "Byddwn yn mynd i’r sinema eto.",
        "Staff yr ysbyty a’r cartrefi gofal sydd angen hyn fwyaf.",
        "Mae bob 40 munud yn iawn os daw bob 40 munud.",
      ],
      young: ["Gallem fynd i’r dref heb fod mam rhywun yn aros yn y maes parcio."],
    },
    disagree: {
      any: [
        "Mae eisoes yn rhy anaml yn ystod y dydd.",
        "Ychydig iawn fydd arno am un ar ddeg y nos, ac mae llawer arno am un ar ddeg y bore.",
      ],
      older: ["Nid wyf yn mynd allan ar ôl iddi dywyllu, ond rwy’n mynd allan yn y bore ac ni allaf sefyll am 40 munud."],
    },
    neither: { any: ["Mae’n dibynnu a fydd y cysylltiad yn yr orsaf yn dal i weithio.", "Nid wyf yn defnyddio’r 7."] },
  },
  youthClub: {
    yes: {
      any: [
        "Rhywle cynnes a diogel, gydag oedolion sy’n gwybod eu henwau.",
        "Mae’r adeilad yno, mae’n ganolog, ac mae’n eiddo i ni’n barod.",
        "Dylai fod yn agored i bawb, nid dim ond i’r rhai y gall eu rhieni dalu.",
      ],
      parent: ["Byddwn yn gwybod ble maen nhw."],
      young: ["Am nad oes unman, yn llythrennol."],
    },
    no: {
      any: [
        "Llyfrgell ddylai’r hen lyfrgell fod.",
        "Bydd y pentrefi’n talu amdano ac yn methu ei ddefnyddio.",
        "Gwell cefnogi’r grwpiau sydd gennym na dechrau un arall a fydd yn cau ymhen dwy flynedd.",
      ],
    },
  },
  anythingElse: {
    any: [
      "Diolch am gynnig y ffurflen yn Gymraeg, ac yn Gymraeg da.",
      "Cyhoeddwch beth sy’n digwydd i’r atebion hyn. Y tro diwethaf ni chlywsom ddim.",
      "Gobeithio nad yw hyn eisoes wedi’i benderfynu.",
      "Rwyf wedi byw yma ers {years} mlynedd ac ni fyddwn am fyw yn unman arall.",
      "Beth bynnag a benderfynwch, dywedwch wrthym pam.",
      "Mae’n anodd ateb am yr ardal gyfan pan nad yw rhywun ond yn adnabod ei stryd ei hun.",
      "Mwy am feicio y tro nesaf, os gwelwch yn dda.",
    ],
    older: ["Fy wyres a lenwodd hon i mi, fel y dywedais wrthi."],
    village: ["Cofiwch fod {place} yn yr ardal hefyd."],
  },
  asides: {
    any: [
      "Dim ond un o lawer ar {road} ydw i a fyddai’n dweud yr un peth wrthych.",
      "Rwyf wedi meddwl am hyn ers wythnos a heb newid fy meddwl.",
      "Mae fy ngwraig yn anghytuno, felly fe gewch ffurflen arall o’r tŷ hwn.",
      "Gofynnoch chi, a gwell gen i ateb yn fyr na pheidio ag ateb o gwbl.",
      "Dywedodd rhywun yn swyddfa’r post yr un peth wrthyf ddydd Gwener.",
      "Gallwn ddweud llawer mwy, ond mae’r blwch yn fach a’m hamynedd hefyd.",
      "Byddwn yn barod i ddweud hyn mewn cyfarfod, pe bai gyda’r nos.",
      "Mae croeso i bwy bynnag sy’n darllen hwn gerdded i lawr {road} gyda mi.",
      "Gwn y bydd eraill yn dweud yn hollol groes i hyn wrthych.",
      "Efallai fy mod yn anghywir, ond nid oes neb wedi dangos y ffigurau i mi.",
      "Dywedais hyn yn 2023 hefyd ac mae copi gen i o hyd.",
      "Pe bai’n rhaid dewis un peth o’r cyfan, hwnnw fyddai.",
      "Nid wyf yn perthyn i unrhyw blaid, ac nid oes gennyf fwyell i’w hogi.",
      "Rwyf wedi’i weld yn cael ei wneud yn iawn yn Llanidloes.",
      "Mae’n bwysicach yn y gaeaf nag a feddyliech mewn swyddfa ym mis Gorffennaf.",
      "Dyna sut mae’n edrych o ben uchaf {road}, beth bynnag.",
      "Nid ydym yn gofyn am y lleuad yn {place}, dim ond am yr hyn sydd gan eraill.",
      "Ar ôl {years} mlynedd yma rwy’n meddwl bod gen i hawl i’w ddweud.",
      "Gadawaf i bobl glyfrach benderfynu sut, ond nid a ddylid ei wneud.",
    ],
    worker: [
      "Mae gen i ddwy swydd, ac fe lenwais hon rhyngddynt, felly maddeuwch y brys.",
    ],
  },
};
