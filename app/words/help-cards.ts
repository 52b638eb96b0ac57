// Help for the person who arranges things, one card for each kind of requirement: what good looks like, words to use, what often goes
// wrong, and who else it helps. Facts (notice, numbers, papers, registers) are the catalogue's; what stands here is our own working
// advice. A test holds that every requirement of the catalogue has one card.
import type { RequirementId } from "#app/domain/access/requirements/index.ts";

export type HelpCard = {
  readonly goodLooksLike: string;
  /** To say or write as it stands: it names nobody. */
  readonly wordsToUse: string;
  readonly goesWrong: string;
  readonly alsoHelps: string;
};

type Kind = HelpCard & { readonly for: readonly RequirementId[] };

const kinds: readonly Kind[] = [
  {
    for: ["bsl-interpreter", "bsl-relay", "sse-needed", "visual-frame-signing"],
    goodLooksLike: "Interpreters sit opposite the signing person, lit and in view, swap on time, and have had the papers for a week.",
    wordsToUse: "Please send registered interpreters who have worked with community groups. We will send papers and names a week before.",
    goesWrong: "One interpreter for a long meeting. A window behind them. People talk to the interpreter, or all at once.",
    alsoHelps: "Everybody: one person speaks at a time, and there are real breaks.",
  },
  {
    for: ["bsl-papers"],
    goodLooksLike: "A film in BSL by a deaf translator, sent on the day everybody else gets the papers.",
    wordsToUse: "We need these papers in BSL. What is the shortest text that would work, and when must you have it?",
    goesWrong: "The papers are finished too late to film, so the film comes after the meeting.",
    alsoHelps: "People who find long papers hard: a film needs a shorter text.",
  },
  {
    for: ["hands-on-signing", "deafblind-manual", "communicator-guide-needed"],
    goodLooksLike: "The same two people from door to door, a quiet corner of the table, and time for every sentence to arrive.",
    wordsToUse: "The person chooses who works with them. Please tell us your travel time as well as your working time.",
    goesWrong: "Nobody says who is speaking, or that people laughed or voted. Lunch is forgotten for the guide.",
    alsoHelps: "People who cannot see the room, and everybody who joins by phone.",
  },
  {
    for: ["lipspeaker-needed", "lipread-clear-view", "faces-visible-online", "mask-barrier"],
    goodLooksLike: "Faces to the light, nobody behind anybody, and the speaker shown before they begin.",
    wordsToUse: "Please face the group, keep your hands away from your mouth, and say your name first.",
    goesWrong: "A bright window behind the chair. Talking while people read a slide. Two people at once.",
    alsoHelps: "People who hear a little, people learning English, and everybody at the back.",
  },
  {
    for: ["captions-human", "captions-auto"],
    goodLooksLike: "Words on a screen near the speaker or on the person’s own device, checked with somebody who reads them.",
    wordsToUse: "Here is a list of the names and words we use. Please tell us what sound feed you need.",
    goesWrong: "The captioner cannot hear the room. Automatic captions are used where a person was asked for.",
    alsoHelps: "People learning English, and anybody who missed a word.",
  },
  {
    for: ["notetaker-needed", "recap-and-summary", "recording-needed"],
    goodLooksLike: "Each item ends with what was agreed, and notes reach people in a few days, in their format.",
    wordsToUse: "Before we go on: what did we agree, and who does it?",
    goesWrong: "The chair is asked to take notes as well. A recording is promised and somebody does not want to be recorded.",
    alsoHelps: "Everybody who was not there.",
  },
  {
    for: ["hearing-loop", "near-speaker", "quiet-acoustics"],
    goodLooksLike: "The loop is tested with a listener that week and that morning, and every word goes through a microphone.",
    wordsToUse: "Please test the loop with a listener and tell us the date. A sticker is not a test.",
    goesWrong: "Somebody says ‘I do not need a microphone’. The loop is on, and in the wrong room.",
    alsoHelps: "Everybody further than two metres from the speaker.",
  },
  {
    for: ["visual-alarm", "evacuation-help", "evacuation-briefing", "first-aid-briefed"],
    goodLooksLike: "A short plan written with the person, walked once, with a helper and a back-up who know it.",
    wordsToUse: "How will you know there is an alarm, and what would help you get out?",
    goesWrong: "The plan is to wait for the fire service. The evacuation chair has nobody trained to use it.",
    alsoHelps: "Everybody in a building they do not know.",
  },
  {
    for: ["manual-wheelchair", "powered-wheelchair", "mobility-scooter", "no-stairs", "walking-aid", "heavy-doors"],
    goodLooksLike: "One route from the street to the seat and the toilet, with no step, measured, and the same as everybody’s.",
    wordsToUse: "Please measure the narrowest clear gap on the way, with the door open, and tell us the number.",
    goesWrong: "‘Just one small step.’ A lift that is a goods lift. Chairs that block the way once people sit down.",
    alsoHelps: "People with prams, cases or sore knees.",
  },
  {
    for: ["steps-not-slopes", "no-lifts", "rest-seats", "short-walk-only"],
    goodLooksLike: "The whole way is known before the day: how far, how steep, where to sit, and another way than the lift.",
    wordsToUse: "How far is it from the door to the room, and where can somebody sit on the way?",
    goesWrong: "The short way is locked on the day. The distance is a guess.",
    alsoHelps: "Everybody who is tired or in pain that day.",
  },
  {
    for: ["clear-signs", "photo-directions", "orientation-on-arrival", "visit-before", "day-and-date-cues"],
    goodLooksLike: "Photos of the door, the way and the room, signs at every turn, and somebody who shows the room.",
    wordsToUse: "Come a quarter of an hour early and we will show you the room, the toilets and the way out.",
    goesWrong: "The photos show another entrance. The sign to the toilet is only on the way there.",
    alsoHelps: "Everybody who has not been there before.",
  },
  {
    for: ["blue-badge-parking", "drop-off-at-door"],
    goodLooksLike: "A bay is kept by name of the meeting, near the step-free door, with room for a ramp.",
    wordsToUse: "Please keep one accessible bay for our meeting from half an hour before until half an hour after.",
    goesWrong: "The bay is first come, first served. A van parks in the hatched space.",
    alsoHelps: "Taxi drivers and people who bring equipment.",
  },
  {
    for: ["accessible-taxi", "taxi-not-public-transport", "travel-paid-upfront", "travel-companion", "rail-assistance", "overnight-stay"],
    goodLooksLike: "Travel is booked and paid by us, both ways, and the person has a number to ring if it does not come.",
    wordsToUse: "We book and pay. When must you be home, and what is the size of your chair?",
    goesWrong: "The taxi home is booked for the minute the meeting ends. Somebody has to lend us the fare.",
    alsoHelps: "People with little money, and people who live far away.",
  },
  {
    for: ["meet-on-arrival", "sighted-guide"],
    goodLooksLike: "One named person waits where they said, with a phone, and asks how to guide.",
    wordsToUse: "My name is … I am here to meet you. How would you like me to guide you?",
    goesWrong: "The guide is also the chair. Somebody takes an arm without asking.",
    alsoHelps: "Everybody who is new or nervous.",
  },
  {
    for: [
      "avoid-peak-travel",
      "finish-in-daylight",
      "late-start",
      "early-finish",
      "mornings-best",
      "afternoons-best",
      "school-hours",
      "work-hours-only",
    ],
    goodLooksLike: "The time was chosen with the people it shuts out in mind, and the end is kept.",
    wordsToUse: "Which times shut you out altogether?",
    goesWrong: "The meeting runs over. The start is right and the journey to it is not.",
    alsoHelps: "Carers, parents and people on buses.",
  },
  {
    for: ["no-two-days", "avoid-holy-days", "fasting"],
    goodLooksLike: "Dates are checked with people before they are fixed, and sunset and fasting times are looked up.",
    wordsToUse: "Are there days or times you cannot do? You need not say why.",
    goesWrong: "A holy day is found in the calendar after the date is sent out.",
    alsoHelps: "Everybody who plans around other people.",
  },
  {
    for: ["frequent-breaks", "short-meeting", "medication-time", "short-items", "timed-agenda"],
    goodLooksLike: "Breaks are on the running order with clock times, and the timekeeper has the right to stop a sentence.",
    wordsToUse: "It is time for our break. We carry on at quarter past.",
    goesWrong: "A break is skipped to catch up. The first item takes the whole morning.",
    alsoHelps: "Interpreters, and everybody’s attention.",
  },
  {
    for: ["lie-down", "quiet-room", "quiet-room-shared", "wellbeing-support", "change-position", "prayer-space", "feeding-baby"],
    goodLooksLike: "A room near by that is open all day, signed, with a lock or a timetable, and nobody asks why.",
    wordsToUse: "There is a quiet room next door. Use it whenever you like. You need not tell anybody.",
    goesWrong: "The quiet room is where the coats are. Somebody follows to ask if all is well.",
    alsoHelps: "Everybody on a long day.",
  },
  {
    for: ["online-option", "online-phone-dial-in", "online-practice", "online-keyboard-only", "online-camera-off", "low-data", "no-chat"],
    goodLooksLike: "Somebody hosts the people online and does nothing else, sound is tested with each, and they speak first.",
    wordsToUse: "People online first: what would you add?",
    goesWrong: "The room talks to itself. The link comes five minutes before. Nobody answers the phone.",
    alsoHelps: "People who are ill that day, and people far away.",
  },
  {
    for: ["infection-risk", "fresh-air", "cool-room", "warm-room"],
    goodLooksLike: "Windows that open, a known temperature, and seats chosen first by the people it matters to.",
    wordsToUse: "Please stay at home or join online if you have a cold. It will not count against you.",
    goesWrong: "The heating cannot be changed by anybody in the building.",
    alsoHelps: "Everybody: a stuffy room makes people slow.",
  },
  {
    for: ["low-light", "no-flashing", "strong-light", "low-glare"],
    goodLooksLike: "Light that can be set in parts of the room, looked at that morning with the blinds and the screen on.",
    wordsToUse: "Can the lights be turned down in one half of the room? Does any lamp flicker?",
    goesWrong: "One switch for the whole room. A flash photograph at the end.",
    alsoHelps: "People who lipread, and tired eyes.",
  },
  {
    for: ["low-noise", "plain-visuals", "low-movement-in-view", "fidget-and-move", "stand-and-move", "personal-space-no-touch"],
    goodLooksLike: "The chair says at the start that moving, covering ears and going out are fine, and means it.",
    wordsToUse: "Sit, stand or move as you like. We clap with our hands in the air.",
    goesWrong: "A film starts loudly with no warning. People are told to sit still.",
    alsoHelps: "Everybody who listens better with busy hands.",
  },
  {
    for: ["no-strong-scents", "scent-wearer"],
    goodLooksLike: "Everybody is asked before the day, the venue uses no sprays, and seats are apart where somebody must wear a product.",
    wordsToUse: "Please come without perfume or scented products if you can.",
    goesWrong: "The cleaner sprays the room an hour before.",
    alsoHelps: "People with asthma or a headache.",
  },
  {
    for: ["small-group-only", "choose-my-group", "women-only-space", "lively-session", "fast-pace"],
    goodLooksLike: "People choose their group, a small one is a real choice, and what it says counts as much.",
    wordsToUse: "Pick the group you like, or stay here. Both are fine.",
    goesWrong: "Groups are counted off round the table. Three groups share one loud room.",
    alsoHelps: "People who think aloud, and people who do not.",
  },
  {
    for: [
      "toilet-transfer-left",
      "toilet-transfer-right",
      "accessible-toilet",
      "changing-places-needed",
      "toilet-close-urgent",
      "toilet-shelf-bin",
      "gender-neutral-toilet",
    ],
    goodLooksLike: "Somebody has been inside it that week: it is empty of boxes, the cord reaches the floor, and the way is signed.",
    wordsToUse: "Please send a photo of the inside, and say on which side of the toilet the free space is.",
    goesWrong: "The accessible toilet is a store room. The hoist has no key, or no sling that fits.",
    alsoHelps: "Everybody who needs room, a shelf or a lock.",
  },
  {
    for: ["personal-care-support", "own-pa", "pa-arranged", "eating-help", "supporter-gender"],
    goodLooksLike: "The person chose the helper, told them the tasks, and the helper has a seat, a meal and their fare.",
    wordsToUse: "What would you like them to do, and would you like to meet them first?",
    goesWrong: "The supporter is asked for their view. Nobody counted them for lunch.",
    alsoHelps: "Everybody who comes with somebody.",
  },
  {
    for: ["assistance-dog", "dog-allergy", "dog-fear"],
    goodLooksLike: "The dog has floor space, water and grass; anybody who needs distance has a seat and a way in apart from it.",
    wordsToUse: "A working dog is here today. Please do not touch or feed it.",
    goesWrong: "The dog’s owner is asked to sit outside. The two seats are found to be side by side.",
    alsoHelps: "Everybody who likes to know before they come in.",
  },
  {
    for: [
      "firm-chair-arms",
      "wide-strong-chair",
      "special-seat",
      "seat-near-exit",
      "seat-back-to-wall",
      "same-seat",
      "table-to-write",
      "near-screen",
    ],
    goodLooksLike: "The chair is in its place with a card on it before anybody arrives.",
    wordsToUse: "Please set two chairs with arms and one without, all strong. We will mark the places.",
    goesWrong: "Somebody moves the chair after lunch. The special chair is offered in front of everybody.",
    alsoHelps: "Everybody on a hard chair after two hours.",
  },
  {
    for: [
      "screen-reader-papers",
      "large-print-16",
      "large-print-18",
      "large-print-20",
      "giant-print",
      "clear-print-14",
      "braille-papers",
      "braille-uncontracted",
      "audio-papers",
      "high-contrast",
      "dyslexia-format",
      "coloured-background",
      "tactile-diagrams",
    ],
    goodLooksLike: "The right format reaches the person on the same day as everybody else’s, and late papers come in it too.",
    wordsToUse: "Everything we hand round today was sent to you before, in your format.",
    goesWrong: "A picture of text. A paper handed round on the day. Large print made on a photocopier.",
    alsoHelps: "Everybody who reads on a phone.",
  },
  {
    for: ["describe-visuals", "fewer-words"],
    goodLooksLike: "Each slide is said in a sentence, longer descriptions come before, and names are said first.",
    wordsToUse: "This picture shows … I am Asha, and I am by the door.",
    goesWrong: "‘As you can see here.’ Sticky notes on a wall nobody reads out.",
    alsoHelps: "Everybody on the phone or at the back.",
  },
  {
    for: ["easy-read", "plain-english", "translated-papers", "read-to-me", "papers-early", "questions-in-advance", "pre-meeting"],
    goodLooksLike: "Short papers with pictures or in the person’s language, early, and somebody to go through them with.",
    wordsToUse: "These are the three questions we will ask. Shall we go through them together?",
    goesWrong: "Easy Read of only the agenda. The questions change on the day.",
    alsoHelps: "Everybody: short papers get read.",
  },
  {
    for: [
      "communication-cards",
      "slow-pace",
      "one-at-a-time",
      "short-contributions",
      "extra-time-to-speak",
      "aac-user",
      "revoicer",
      "write-not-speak",
      "no-forced-introductions",
    ],
    goodLooksLike: "The chair waits, counts to ten, takes written comments as seriously as spoken ones, and lets people pass.",
    wordsToUse: "Take your time. We will wait.",
    goesWrong: "Somebody finishes a sentence for another. A turn round the circle with no way to pass.",
    alsoHelps: "Quiet people, and everybody who wants to think first.",
  },
  {
    for: ["supporter-with-me", "advocate"],
    goodLooksLike: "The person speaks and decides; the supporter sits beside, has the same papers and helps when asked.",
    wordsToUse: "I am asking you, and your supporter can help if you want.",
    goesWrong: "The supporter answers. The advocate is booked for the day and has never met the person.",
    alsoHelps: "Everybody who is new to meetings.",
  },
  {
    for: ["other-language"],
    goodLooksLike: "The right dialect, somebody the person is happy with, and short sentences.",
    wordsToUse: "Which language and dialect, and do you prefer a woman or a man?",
    goesWrong: "A relative interprets. Jokes and initials.",
    alsoHelps: "Everybody: short sentences are clear sentences.",
  },
  {
    for: [
      "vegetarian-vegan",
      "halal",
      "kosher",
      "food-allergy",
      "airborne-allergy",
      "soft-food",
      "no-food-smells",
      "working-lunch",
      "bring-own-food",
      "medication-fridge",
    ],
    goodLooksLike: "Meals are named on the box, served first, and one person answers for what is in them.",
    wordsToUse: "Please label each meal with what is in it, and send us the allergen sheet by the day before.",
    goesWrong: "‘It should be all right.’ The vegetarian food is gone when the vegetarians get there.",
    alsoHelps: "Everybody who likes to know what they eat.",
  },
  {
    for: [
      "know-who-attends",
      "topic-warning",
      "leave-freely",
      "avoid-a-person",
      "no-recording-photos",
      "no-search-or-security",
      "hands-on-guiding",
    ],
    goodLooksLike: "People know beforehand who comes and what is talked about, and can leave and come back unasked.",
    wordsToUse: "You can go out and come back at any time. Nobody will ask.",
    goesWrong: "An extra observer turns up. A hard subject is the last one of the day.",
    alsoHelps: "Everybody: safe people speak.",
  },
  {
    for: ["childcare", "replacement-care"],
    goodLooksLike: "The cost is agreed before the day, with travel time in it, and paid without the person lending it.",
    wordsToUse: "How many hours of care, with your journey? We agree it with you now.",
    goesWrong: "Only the meeting’s own hours are covered.",
    alsoHelps: "Everybody who looks after somebody.",
  },
  {
    for: [
      "contact-text",
      "contact-phone",
      "contact-post",
      "contact-supporter",
      "video-relay-contact",
      "reminders",
      "claim-help-needed",
      "paid-promptly-discreetly",
    ],
    goodLooksLike: "Every message comes the way the person asked, and somebody answers when they ring.",
    wordsToUse: "I can do this with you on the phone now, or send it the way you like.",
    goesWrong: "One message goes by email because it was quicker.",
    alsoHelps: "Everybody who has too many messages.",
  },
];

/** The card of a requirement. Throws for a requirement without one, which the contract test does not let happen. */
export function helpCardOf(requirement: RequirementId): HelpCard {
  const card = byRequirement.get(requirement);
  if (card === undefined) throw new Error(`No help card for ${requirement}`);
  return card;
}

const byRequirement: ReadonlyMap<RequirementId, HelpCard> = new Map(kinds.flatMap((card) => card.for.map((id) => [id, card] as const)));

/** Which requirements each card is for, for the test that every requirement has one and none has two. */
export const helpCardRequirements: readonly (readonly RequirementId[])[] = kinds.map((card) => card.for);
