// Those who answer the closed consultation for others, each in words of their own.
import type { Channel } from "#app/consultations/channel.ts";
import type { Organisation, RespondentType } from "#app/consultations/response.ts";
import type { Answers } from "#app/forms/answer.ts";
import type { Language } from "#app/shared/languages.ts";
import type { Area } from "./closed-consultation.ts";

export type OrganisationResponse = {
  organisation: Organisation | null;
  name: string;
  respondentType: RespondentType;
  language?: Language;
  channel?: Channel;
  answers: Answers;
};

export const organisationResponses: OrganisationResponse[] = [
  {
    organisation: {
      name: "Millbrook Voices",
      membersRepresented: "About 340 households in Millbrook",
      howViewsGathered: "Two meetings at the community centre (86 people), one of them for women, and 140 doorstep conversations in Urdu, Punjabi and English.",
    },
    name: "Yusuf Rahman",
    respondentType: "organisation",
    answers: {
      area: { option: "millbrook" },
      surgery: 1,
      "youth-club": "yes",
      "youth-why": "Parents told us again and again that they would send their daughters if there were an evening for girls. Please plan for that from the beginning and not as an afterthought.",
      "bus-seven": { level: "agree", reasons: "Half of the people who clean, cook and care in this town live in Millbrook and finish after the last bus." },
      "one-thing":
        "A nurse and somebody who can interpret, in the community centre, one day a week. Our members wait on the telephone at eight in the morning in a language that is not theirs, give up, and end up at the hospital. We would give the room free and we have volunteers who would welcome people at the door.",
    },
  },
  {
    organisation: {
      name: "Craswick and Ford Parish Council",
      membersRepresented: "612 residents",
      howViewsGathered: "An open meeting on flooding in the spring (54 people) and a leaflet to every house.",
    },
    name: "Rosemary Tudge",
    respondentType: "parish_or_town_council",
    channel: "email",
    answers: {
      area: { option: "craswick" },
      upkeep: { drains: "badly", hedges: "badly", pavements: "not-here", lights: "not-here" },
      water: { option: "lane" },
      spend: { buses: 20, health: 10, youth: 5, drains: 60, streets: 5, town: 0 },
      "one-thing":
        "Delegate the small drains to us. The parish has a contractor, knows every gully and would publish what it does each month. In four winters we have reported 31 blockages, of which 9 were cleared within three months. We would undertake to clear a reported blockage within ten days for what the partnership now spends on inspecting it.",
      "anything-else": "We support the later bus, although it will not come here. A bus that could be rung for would.",
    },
  },
  {
    organisation: {
      name: "Cyngor Tref Hartwell",
      membersRepresented: "Tua 1,900 o drigolion",
      howViewsGathered: "Trafodwyd mewn dau gyfarfod cyhoeddus o’r cyngor; cafwyd 41 o lythyrau.",
    },
    name: "Eirlys Morgan",
    respondentType: "parish_or_town_council",
    language: "cy",
    answers: {
      area: { option: "hartwell" },
      upkeep: { drains: "fairly", hedges: "badly", pavements: "fairly", lights: "well" },
      "bus-seven": { level: "neither", reasons: "Mae’n dda i’r dref. I Hartwell, cysylltiad ben bore fyddai’n gwneud y gwahaniaeth." },
      "one-thing":
        "Croesfan wrth yr ysgol a chyfyngiad o ugain milltir yr awr drwy’r pentref. Bu’r cyngor yn gofyn am hyn ers chwe blynedd. Hoffem hefyd weld pob arwydd newydd yn ddwyieithog o’r dechrau.",
    },
  },
  {
    organisation: {
      name: "Tolbridge Carers’ Group",
      membersRepresented: "130 unpaid carers",
      howViewsGathered: "Our coffee mornings, and a telephone tree for those who cannot leave the house.",
    },
    name: "Joyce Adeyemi",
    respondentType: "organisation",
    answers: {
      surgery: 2,
      "bus-seven": { level: "do-not-know", reasons: "Our members are divided: those who care by night want the later bus, those who care by day need the half hourly one." },
      "one-thing":
        "One appointment a day at each surgery kept for a carer who rings for the person they look after. A carer cannot hold the telephone for forty minutes and hold somebody's hand.",
      "anything-else": "Please send us the results in print. Most of us have no time to look for them.",
    },
  },
  {
    organisation: { name: "Marl Valley Buses", membersRepresented: "46 drivers and staff", howViewsGathered: "Asked of the drivers on each route." },
    name: "Keith Watkins",
    respondentType: "business",
    answers: {
      "bus-use": { option: "most-days" },
      "bus-seven": {
        level: "agree",
        reasons: "Two vehicles can run until 11 pm only if one of the three daytime vehicles comes off. The loss by day would be felt most between 9.30 and 11.30, and we would rather take it from 2 to 3.",
      },
      "one-thing": "A bus lane of 150 metres on Station Approach. It would save four minutes on every journey, which is worth more than any timetable.",
    },
  },
  {
    organisation: { name: "Marlshire Ambulance and Patient Transport", howViewsGathered: "Written by our area manager from a year's records." },
    name: "Louise Tranter",
    respondentType: "partner_agency",
    answers: {
      water: { option: "nearby" },
      "one-thing": "Tell us when a lane floods. On eleven occasions last winter our crews found it closed on arrival, with an average of fourteen minutes lost. A gauge at Craswick ford and at Watery Lane would have told us on nine of them.",
    },
  },
  {
    organisation: { name: "Tolbridge High School Student Council", membersRepresented: "940 students", howViewsGathered: "A vote in every form; 611 took part." },
    name: "Aaliyah Hussain",
    respondentType: "organisation",
    answers: {
      "youth-club": "yes",
      "youth-why": "574 of 611 said yes. The most asked for were somewhere warm to sit (402), music (288), help with homework (190) and sport for girls (177). Only 12 asked for a pool table.",
      "bus-seven": { level: "strongly-agree", reasons: "118 students said they had missed something after school because of the last bus." },
      "one-thing": "Ask us. This is the first time that anybody has, and we had to find it ourselves.",
    },
  },
  {
    organisation: { name: "Friends of Castle Park", membersRepresented: "85 members", howViewsGathered: "At our annual meeting." },
    name: "Hilary Beddoes",
    respondentType: "organisation",
    channel: "letter",
    answers: {
      area: { option: "castle-hill" },
      upkeep: { drains: "fairly", hedges: "well", pavements: "badly", lights: "fairly" },
      "one-thing": "Unlock the park until dusk. Our members would take it in turns to close the gates, as we did until 2021, and nobody has ever told us why that stopped.",
    },
  },
  {
    organisation: { name: "Tolbridge Chamber of Trade", membersRepresented: "112 businesses", howViewsGathered: "An e-mail to members; 38 answered." },
    name: "Nigel Farr",
    respondentType: "organisation",
    answers: {
      area: { option: "town-centre" },
      spend: { buses: 20, health: 0, youth: 10, drains: 10, streets: 20, town: 40 },
      "one-thing": "Two hours of free parking and a bus stop in Market Place. Twenty-nine of the 38 named one or the other, and 21 named both.",
    },
  },
  {
    organisation: { name: "Eastgate Tenants’ Association", membersRepresented: "210 homes", howViewsGathered: "A door-to-door survey; 96 answers." },
    name: "Blessing Okafor",
    respondentType: "organisation",
    answers: {
      area: { option: "eastgate" },
      upkeep: { drains: "fairly", hedges: "not-here", pavements: "fairly", lights: "badly" },
      "bus-seven": { level: "strongly-agree", reasons: "61 of 96 work shifts." },
      "one-thing": "Turn the lights on in the underpass and along Goods Yard Road. Women told us they walk half a mile round, or pay for a taxi, because of 200 metres of dark.",
    },
  },
  {
    organisation: { name: "Marl Valley Farmers’ Network", membersRepresented: "64 farms", howViewsGathered: "Talked about at the market." },
    name: "Gwilym Rees",
    respondentType: "business",
    channel: "phone",
    answers: {
      upkeep: { drains: "badly", hedges: "fairly" },
      "one-thing": "We have the diggers. If the partnership paid for the fuel and took on the liability, the ditches on this side of the river would be clear in two winters. We have said so since 2018.",
      "anything-else": "Hedges should be cut in January and February and never in the same year on both sides. Birds and lambs would thank you.",
    },
  },
  {
    organisation: { name: "Jamia Masjid Millbrook", membersRepresented: "تقریباً 400 نمازی", howViewsGathered: "جمعے کی نماز کے بعد دو بار گفتگو ہوئی، خواتین کی الگ نشست بھی ہوئی۔" },
    name: "Hafiz Abdul Karim",
    respondentType: "organisation",
    language: "ur",
    channel: "paper_form",
    answers: {
      area: { option: "millbrook" },
      surgery: 2,
      "youth-club": "yes",
      "youth-why": "ہمارے بچوں کو محفوظ جگہ چاہیے۔ مسجد کے کمرے بھی شام کو استعمال ہو سکتے ہیں، ہم خوشی سے دیں گے۔",
      "one-thing": "بزرگوں کے لیے ایسا وقت رکھیے جس میں ترجمان موجود ہو، اور فون کے بجائے خود جا کر وقت لیا جا سکے۔ جو لوگ انگریزی نہیں بول سکتے وہ بیمار ہو کر بھی گھر بیٹھے رہتے ہیں۔",
    },
  },
  {
    organisation: null,
    name: "Cllr Derek Mound",
    respondentType: "elected_member",
    answers: {
      area: { option: "brockley" },
      upkeep: { drains: "badly", hedges: "badly", pavements: "not-here", lights: "not-here" },
      water: { option: "lane" },
      "bus-seven": { level: "disagree", reasons: "I have a great deal of sympathy, but I cannot vote to take the ten o'clock bus from pensioners." },
      "one-thing": "A single telephone number for everything that is to do with water, whoever owns it.",
    },
  },
  {
    organisation: null,
    name: "Cllr Shabana Mirza",
    respondentType: "elected_member",
    answers: {
      area: { option: "millbrook" },
      surgery: 1,
      "youth-club": "yes",
      "one-thing": "Do not agree to one more house on Marl Road until the surgery that was promised with the last four hundred has opened its doors.",
    },
  },
];

/** Long letters, as some people write them, and where they live. */
export const letters: { area: Area; words: string }[] = [
  {
    area: "brockley",
    words:
      "I have been meaning to write this for three years, so you will forgive me if it is long.\n\nWe moved to Watery Lane in 1981. In those days a man called Perce Gummery came along with a shovel every Monday from October, and he knew where every grip was cut in the verge. When he retired in 1994 nobody took his place. For twenty years it did not matter much, because the ditches were deep and the winters were kind. Since 2012 we have had water across the lane every single year, since 2019 twice or three times, and last January it stood in my kitchen for two days.\n\nI have written to the county (it is the district), to the district (it is the landowner), to the landowner (he sold it in 2015), to the new landowner (it is the county). I have a folder.\n\nI do not want a scheme. I want a person, with a shovel, whose job it is.",
  },
  {
    area: "castle-hill",
    words:
      "My mother is 93 and lives with us. She has carers twice a day, a hearing aid that whistles and opinions about everything. I read her your questions over lunch and these are her answers, in her own words as near as I could get them down.\n\nBuses: she went to work on the 12 for thirty-one years and the conductor knew her name. Doctors: too young. Young people: too quiet, she would like to hear a bit of noise from the old library again. Pavements: she has not been past the gate since they took the seat away from the corner of Priory Road, because it is exactly as far as she can walk without one. That is all. One seat.",
  },
  {
    area: "elsewhere",
    words:
      "As somebody who delivers parcels in all of your villages I see most of it. Hartwell is fine. Craswick you cannot get to when it rains. Lower Brockley you can get to but not turn round in, because of the parked cars, because there is no bus. Eastgate has no numbers on the doors. Millbrook people always take in parcels for their neighbours. Castle Hill people never do. Town centre: nowhere to stop. Fix the ditches, number the doors, put in one loading bay on Sheep Street and I would be home an hour earlier.",
  },
];
