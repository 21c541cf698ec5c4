import type { Bank } from "./bank.ts";

export const english: Bank = {
  places: {
    "town-centre": "the town centre",
    millbrook: "Millbrook",
    eastgate: "Eastgate",
    "castle-hill": "Castle Hill",
    hartwell: "Hartwell",
    craswick: "Craswick",
    brockley: "Lower Brockley",
    elsewhere: "the district",
  },
  roads: {
    "town-centre": ["Market Place", "Sheep Street", "Bridge Street", "Corn Lane"],
    millbrook: ["Mill Road", "Weaver Street", "Factory Lane", "Canal Street"],
    eastgate: ["Station Approach", "Eastgate Street", "Goods Yard Road", "Marl Road"],
    "castle-hill": ["Castle Street", "Keep Lane", "Hill Rise", "Priory Road"],
    hartwell: ["Hartwell Street", "School Lane", "Chapel Pitch", "Well Lane"],
    craswick: ["Craswick Lane", "Ford Lane", "the Tolbridge road", "Church Bank"],
    brockley: ["Brockley Lane", "Watery Lane", "Green Lane", "Mill Pitch"],
    elsewhere: ["the Tolbridge road", "Marl Road", "Bridge Street"],
  },
  themes: {
    buses: {
      lived: {
        any: [
          "The last number {route} leaves at ten to seven, so anybody who finishes work at seven has a taxi home or a long walk.",
          "I have stood at the stop on {road} for {wait} minutes and then two came together.",
          "Twice this month the bus simply did not turn up, and there was nothing at the stop to say so.",
          "I sold the car because we were told the {route} would stay, and now it only runs every other hour.",
          "There is no bus at all on a Sunday, which is the one day I could visit my sister in the nursing home.",
          "The driver is always kind but he cannot make up for a timetable that misses the train by four minutes.",
          "A return to the hospital is £6.40 and takes an hour and a quarter for nine miles.",
          "Since the {route} was moved off {road} it is a ten minute walk to the nearest stop, uphill.",
        ],
        older: [
          "My pass is free after half past nine, but the only bus that gets me to a morning clinic is the ten to nine.",
          "I am 81 and I do not drive any more, so when the bus does not come my day is over.",
          "I used to go to the lunch club by bus every Thursday. Now I go when my neighbour can take me.",
          "The step on the older buses is too high for me with my stick and the drivers cannot always get close to the kerb.",
        ],
        parent: [
          "My daughter gets out of college at half past five and waits until twenty past six in the dark for the {route}.",
          "With a pushchair you wait for the next bus if there is a wheelchair on already, and the next bus is an hour.",
          "We pay £640 a year for a sixth form bus that is full by the time it gets to us.",
        ],
        young: [
          "I turned down a job at the garden centre because I could not get home after the late shift.",
          "If you are seventeen and live out here you either beg a lift or you stay in.",
          "The app says live times but it is only the timetable, it has never once been right.",
        ],
        worker: [
          "I clean offices from five in the morning and there is nothing running, so I cycle {road} with no lights on it.",
          "My shifts at the care home end at ten at night and I have spent {pounds} a week on taxis since the spring.",
        ],
        village: [
          "From {place} there are three buses a day and none of them connects with the surgery's opening times.",
          "When the lane floods the bus is turned back at the bridge and nobody tells us in {place}.",
        ],
      },
      ask: {
        any: [
          "Run a last bus at eleven at night, at least on Fridays and Saturdays.",
          "Put up a sign that tells the truth about when the next one is coming.",
          "Make the bus meet the train. That one change would fill it.",
          "One bus each way on a Sunday would be a start.",
          "Please talk to the people who drive the {route}; they know exactly where the time goes.",
          "A small bus that you can ring for would do us better than a big one that runs empty.",
          "Bring back the stop at the top of {road}.",
        ],
        older: ["Let the passes work from nine o'clock.", "A seat and a roof at the stop would let me wait without worrying."],
        young: ["A day ticket for under 19s that we can actually afford would get us out of our parents' cars."],
      },
      more: {
        any: [
          "People will not leave their cars at home for something they cannot rely on.",
          "It is not about money only; it is about knowing that you can get home again.",
          "My neighbours say the same but they do not fill in forms.",
          "I know it costs money. So does everybody driving.",
          "Before the changes in 2023 it worked quite well.",
        ],
        worker: ["I have been late three times this month and my manager is losing patience."],
      },
    },
    surgery: {
      lived: {
        any: [
          "You ring at eight, you are number {queue} in the queue, and by the time you are through everything has gone.",
          "I waited {weeks} weeks to talk to somebody about my blood pressure.",
          "The online form closes at ten in the morning, which is no use to anybody who works.",
          "I was told to go to the walk-in centre, which is two buses away and shuts at six.",
          "The receptionists do their best but they are answering three telephones.",
          "I ended up in A&E with a chest infection because I could not get seen for nine days.",
          "When you do get in, the care is excellent. It is the getting in.",
          "I have not seen the same doctor twice in four years, so I start from the beginning every time.",
        ],
        older: [
          "I do not hear well on the telephone and they will not let me book at the desk.",
          "My husband has dementia and needs somebody who knows him, not whoever is free.",
          "They say use the app. I do not have the kind of telephone it wants.",
        ],
        parent: [
          "When my son was ill I rang 62 times before anybody answered.",
          "Every appointment they offer is in the middle of the school run.",
        ],
        young: ["I have been waiting since February for somebody to talk to about anxiety, and I am not the only one in my year."],
        worker: ["I lose half a day's pay for a ten minute appointment because there is nothing before nine or after five."],
        village: ["The branch surgery in {place} used to open two mornings. Now it is a notice on a door."],
        town: ["Four hundred new houses on Marl Road and not one more doctor."],
      },
      ask: {
        any: [
          "Let people book their appointments ahead again instead of a race every morning.",
          "Open the surgery one evening a week and on Saturday mornings.",
          "Give the pharmacy on Bridge Street a room, half of us only need that.",
          "Tell us honestly how long the wait for a doctor is and we will plan round it.",
          "Do not let any more houses be built until there is a surgery for them.",
          "A nurse in the community centre one day a week would take the pressure off.",
        ],
        older: ["Keep some appointments for people who come to the desk."],
        village: ["Bring the branch surgery back, even one morning a week."],
      },
      more: {
        any: [
          "I am not blaming the staff.",
          "It makes people ill with worry before they are ill with anything else.",
          "This is what everybody talks about at the school gate and in the post office.",
          "Prevention was in the last strategy as well.",
        ],
      },
    },
    flooding: {
      lived: {
        any: [
          "{road} has been under water four times since Christmas.",
          "The drain outside our house has been blocked since the resurfacing and I have reported it {times} times.",
          "When it rains hard the water comes off the field, down the lane and straight through our back gate.",
          "We had four inches in the kitchen in January and the insurance has doubled.",
          "The ditch along {road} has not been dug out for years, you can hardly see that it is one.",
          "Everybody knows where it floods. The signs go up after the first car is stuck.",
          "The culvert under the bridge is half full of stones and nobody agrees whose it is.",
          "We keep sandbags in the porch from October to March.",
        ],
        older: [
          "I have lived on {road} for 44 years and it never came over the step until the ditches were left.",
          "Last winter I could not get out for three days and the carers could not get in.",
        ],
        parent: ["The school bus was turned round twice and the children lost two days before Christmas."],
        worker: ["I drive a delivery van and I add twenty minutes to every round when the ford is up."],
        village: [
          "{place} was cut off for a day and a half in February and we heard nothing from anybody.",
          "Whoever maps the gullies has clearly never come as far as {place}.",
        ],
        town: ["The underpass by the station fills up and people step out into the traffic instead."],
      },
      ask: {
        any: [
          "Clear the gullies before the leaves come down, not after.",
          "Give each parish a map of who owns which ditch and make somebody answer for it.",
          "A text message when the lane is shut would save a great deal of turning round.",
          "Spend it on digging out the ditches; it is cheap compared with the damage.",
          "Put a gauge and a camera at the ford so that we can look before we set out.",
          "Ask the farmers. Most of them would help if somebody organised it.",
        ],
        village: ["Pay the parish to do the small drains. We have a man with a digger and he knows every one."],
      },
      more: {
        any: [
          "It will not get better by itself with the winters we have now.",
          "Three departments have told me that it belongs to one of the other two.",
          "I have photographs of every flood since 2019 if anybody wants them.",
          "I would happily help clear it if I were allowed to.",
        ],
      },
    },
    hedges: {
      lived: {
        any: [
          "The hedge on the bend of {road} has grown so far out that you have to be in the road before you can see.",
          "The verges were cut in May, when everything was in flower, and not at all in September, when you cannot see round them.",
          "Brambles have taken half the footpath behind {road}.",
          "You cannot read the sign at the crossroads any more, it is inside a hawthorn.",
          "My wing mirror is gone, and so are two of my neighbours'.",
          "They came with the flail in the rain and left the cuttings all over the cycle track.",
        ],
        older: ["I have to take my scooter off the pavement and round the hedge at the corner of {road}, into the traffic."],
        parent: ["We walk to school in single file along {road} because the hedge leaves us eighteen inches."],
        village: ["The hedge by the bus stop in {place} soaks everybody who waits there."],
        worker: ["I trim hedges for a living and I can tell you that every second year is enough, if it is the right month."],
      },
      ask: {
        any: [
          "Cut the corners for safety and leave the rest for the birds.",
          "Write to the owners. Most would do it if they were asked.",
          "Put a date on a map so that we know when it is our turn.",
          "Cut the verges late, and take the cuttings away.",
          "Start with the junctions; there are only about thirty that matter.",
        ],
      },
      more: {
        any: [
          "I love the hedges. I only want to see what is coming.",
          "There were more skylarks here when nobody was in such a hurry to tidy up.",
          "It is a small thing until somebody is hurt.",
        ],
      },
    },
    youth: {
      lived: {
        any: [
          "There is nothing to do in {place} after six o'clock if you are fifteen.",
          "The old library has been empty for three years with the heating on.",
          "Since the youth club shut they sit in the bus shelter, and then people complain that they sit in the bus shelter.",
          "The skate park is the best thing the town ever built, and the lights go off at half past seven.",
        ],
        young: [
          "The youth club was the only place I could go that was warm and did not cost anything.",
          "We get moved on from everywhere. Outside the shop, the park, the churchyard, everywhere.",
          "I am 16 and nobody has ever asked me a question like this before.",
          "At the club there was a worker called Dee who got me back into school. She was made redundant.",
        ],
        parent: [
          "My two go straight from school to their screens because there is nowhere else.",
          "I drive my son eleven miles to the nearest boxing club twice a week.",
        ],
        older: ["I ran the Tuesday club for nineteen years. We never had trouble, because they had somewhere to be."],
        worker: ["I teach at the high school, and I can tell you on a Monday morning who had nowhere to go at the weekend."],
      },
      ask: {
        any: [
          "Open the old library to young people two evenings a week and see what happens.",
          "Pay two proper youth workers. Volunteers cannot do it alone.",
          "Let young people run some of it themselves.",
          "Leave the skate park lights on until nine.",
          "Start a bus home from it, or the villages will not be able to use it.",
        ],
        young: ["Ask us what we want in it before you choose the furniture.", "Just somewhere with heating, a kettle and wifi that works."],
      },
      more: {
        any: [
          "It would cost less than mending the bus shelters.",
          "They are not a problem to be solved, they are our children.",
          "One good worker changes a whole year group.",
        ],
      },
    },
    pavements: {
      lived: {
        any: [
          "The paving on {road} has been lifted by the tree roots and I have seen three people fall.",
          "Cars park right across the pavement on {road} and nobody ever comes.",
          "There is no dropped kerb between the chemist and the post office.",
          "Two of the street lights on {road} have been out since the clocks went back.",
          "The new bins stand in the middle of the pavement from Tuesday night until Thursday.",
        ],
        older: ["I broke my wrist outside the bank in March on a slab that had been marked with paint since November."],
        parent: ["A double buggy does not fit past the cars on {road}, so we walk in the road with the baby."],
        worker: ["I use a wheelchair and I plan my way through town by where the kerbs are, not by where I want to go."],
        town: ["The cobbles in Market Place are pretty, and impossible with a stick or a wheel."],
      },
      ask: {
        any: [
          "Mend what is there before you pave anything new.",
          "Walk it with somebody who cannot see, then decide.",
          "Put dropped kerbs where people cross, not where it is easy to dig.",
          "Ticket the cars on the pavement for one month and it will stop.",
          "Turn the lights back on until midnight.",
        ],
      },
      more: {
        any: ["It is the difference between going out and staying in.", "I reported it on the website and it was closed as done. It is not done."],
      },
    },
    speeding: {
      lived: {
        any: [
          "Lorries use {road} as a short cut since the sat navs found it.",
          "The limit is 30 on {road} and hardly anybody keeps to it.",
          "The speed sign outside the school has been flashing at nobody since its battery went.",
          "Crossing {road} between half past four and six is a matter of courage.",
          "We have lost two cats and a wall to drivers who do not know the bend.",
        ],
        parent: ["I will not let my daughter cycle to school on {road}, and I cycled it every day at her age."],
        village: ["{place} has no pavement, and forty-tonne lorries."],
      },
      ask: {
        any: [
          "Make the limit 20 from the bridge to the school.",
          "A proper crossing by the shop, please, not another survey.",
          "Send the lorries round by the Marl Road, as it was promised.",
          "Let the community speedwatch have its gun back.",
        ],
      },
      more: { any: ["Somebody will be killed and then it will be done in a week.", "We counted 412 in an hour from our front room."] },
    },
    market: {
      lived: {
        any: [
          "Every third shop on {road} has paper in its window.",
          "I came back after ten years and the market is down to six stalls.",
          "Parking is free at the retail park and £2.40 here, so of course people go there.",
          "The empty bank is the saddest thing in the town.",
          "The craft market in the summer was packed, so it can be done.",
        ],
        worker: ["I run a stall. My pitch has gone up by a third in two years, and the toilets shut at four."],
        town: ["At night there is nobody about but the pigeons."],
      },
      ask: {
        any: [
          "Two hours' free parking would bring people back.",
          "Let the empty shops cheaply to anybody who will open the door.",
          "Make the market the thing it was, with proper food on Saturdays.",
          "Put the bus stop back in Market Place.",
          "Move some council offices into the empty bank. That is forty people who buy lunch.",
        ],
      },
      more: { any: ["A town without a middle is only houses.", "I would rather spend here if there were anything to spend it on."] },
    },
    comfort: {
      lived: {
        any: [
          "There is not one public toilet open in the town after five.",
          "The benches by the river were taken away to be mended two years ago.",
          "The park gates are locked before people finish work.",
          "The play area on {road} has one swing and a lot of broken glass.",
        ],
        older: ["I plan every trip to town round where there is a toilet and where there is a seat."],
        parent: ["With a three year old you learn which cafés let you in without buying anything."],
      },
      ask: {
        any: [
          "Open the toilets in the bus station and keep them clean.",
          "Put the benches back, with arms so that one can get up again.",
          "One warden for the park would pay for himself.",
          "Plant some trees where the summer sun comes down on the playground.",
        ],
      },
      more: { any: ["These are little things, but they decide whether we go out at all.", "Other towns manage it."] },
    },
  },
  laterBus: {
    agree: {
      any: [
        "Ten minutes longer by day is nothing if I can get home at night.",
        "I would go to the cinema again.",
        "Staff at the hospital and the care homes need this most of all.",
        "An evening bus is the difference between having a job and not.",
        "It would be safer than people driving home tired or after a drink.",
        "As long as it is every night and not just at weekends.",
        "Every 40 minutes is fine if it comes every 40 minutes.",
      ],
      young: ["We could go to town without somebody's mum waiting in the car park.", "I could take the evening course at the college."],
      worker: ["My shift ends at ten.", "I would keep my job without borrowing my brother's car."],
      parent: ["I would stop being a taxi for three teenagers."],
    },
    disagree: {
      any: [
        "It is already too seldom by day.",
        "Very few people will be on it at eleven and a great many use it at eleven in the morning.",
        "You would be robbing the daytime to pay for the night.",
        "Every 40 minutes never fits anything; you have to remember a different time for every hour.",
        "Do both. We pay enough.",
      ],
      older: [
        "I do not go out after dark, but I do go out in the morning and I cannot stand for 40 minutes.",
        "It is older people who use the bus by day and we should not pay for this.",
      ],
      parent: ["At 40 minutes it will miss the start of school."],
      village: ["It will make no difference out here, it does not come to us."],
    },
    neither: {
      any: [
        "It depends on whether the connection at the station still works.",
        "I would like to see how many people would use it before I say.",
        "Good for workers, bad for pensioners. Try it for six months.",
        "I do not use route 7.",
      ],
    },
  },
  youthClub: {
    yes: {
      any: [
        "Somewhere warm and safe, with adults who know their names.",
        "The building is there, it is central, and it is ours already.",
        "Because boredom is expensive in the end.",
        "It should be open to everybody, and not only to those whose parents can pay.",
        "The library was always a place for them. It would be right.",
        "If it charges, let it be a pound.",
      ],
      young: ["Because there is literally nowhere.", "I would go. So would everybody I know.", "Not just sports, please. Some of us like music."],
      parent: ["I would know where they are.", "Mine are eleven and thirteen, and that is exactly the age."],
      older: ["I would volunteer again tomorrow.", "A town that has nothing for its young people has no future."],
    },
    no: {
      any: [
        "The old library should be a library.",
        "The building needs a new roof, and that money would run three clubs in the schools.",
        "It is right next to the sheltered flats, and noise carries.",
        "The villages will pay for it and never be able to use it.",
        "Better to support the groups we have than to start another that closes in two years.",
      ],
    },
  },
  anythingElse: {
    any: [
      "Thank you for asking in plain language for once.",
      "Please publish what happens to these answers. Last time we heard nothing.",
      "I hope this has not been decided already.",
      "The questions about buses should have asked about price.",
      "Could you put the paper forms in the shops as well as the library?",
      "I have lived here for {years} years and I would not live anywhere else.",
      "Nobody on {road} had heard of this until the leaflet came last week.",
      "More about cycling next time, please.",
      "It is hard to answer about the district when one only knows one's own street.",
      "You should say what each of these things costs.",
      "Please keep the library as it is, the staff are wonderful.",
      "Broadband out here is a joke and you did not ask about it.",
      "Whatever you decide, tell us why.",
    ],
    older: ["My granddaughter filled this in for me as I told her.", "I had to ask for large print and it came the next day, thank you."],
    worker: ["I filled this in on my break; it took eight minutes, not five.", "Please hold the next meeting after six, some of us work."],
    parent: ["My children would like it known that there should be a swimming pool.", "I have done this with a baby on one arm, so forgive the spelling."],
    young: ["It would be good if this was in schools."],
    village: ["Remember that {place} is in the district too."],
  },
};
