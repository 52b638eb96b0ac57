// What a venue is asked, and how each fact is named in a list of what the venue supplies. Questions ask one thing each, in
// everyday measures; "I do not know" is always an answer, and nothing here says who needs it or why.
import { venueFeatureOf, type VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { number } from "./format.ts";

/** How a measured fact is asked for: people measure in centimetres and metres, and facts are kept in the catalogue's own unit. */
export type VenueNumber = {
  /** The label of the small box: "How many centimetres?" */
  readonly label: string;
  /** Multiply what was typed by this to get the fact in the catalogue's unit. */
  readonly timesToFact: number;
  readonly error: string;
  /** Counted, not measured: halves are refused. */
  readonly isWhole?: true;
  /** What a venue says where there is nothing to measure: "There is no lift". Left out where that would say nothing. */
  readonly none?: string;
};

// Only where the missing thing is what people need: a path without a barrier, or a door that opens by itself, has no number and is fine.
const none = {
  bay: "There is no accessible parking space",
  dropOff: "There is nowhere a car or taxi can stop",
  busStop: "There is no bus stop",
  lift: "There is no lift",
  tables: "There are no tables",
  loop: "There is no hearing loop",
  untested: "There is no loop, or nobody has tested it",
  internet: "There is no internet in the room",
  fridge: "There is no fridge people can use",
  toilet: "There is no accessible toilet",
  anyToilet: "There is no toilet",
  hoist: "There is no hoist",
  ground: "There is nowhere for a dog",
} as const;

export type VenueQuestion = {
  readonly question: string;
  readonly hint: string;
  /** Present where the fact is a number; absent where it is yes or no. */
  readonly number?: VenueNumber;
  /** Asked in words below the answer, where a yes alone does not tell people what they have to know. Never taken as an answer itself. */
  readonly inWords?: string;
};

export const venueQuestion: Readonly<Record<VenueFeatureId, VenueQuestion>> = {
  // arrival
  "parking-accessible-bay-count": {
    question: "How many accessible parking spaces can we use on the day?",
    hint: "Count spaces on your site, and spaces on the street that can be kept for us.",
    number: howMany("Spaces", 2),
  },
  "parking-bay-width": {
    question: "How wide is an accessible parking space, with its striped area?",
    hint: "Measure from line to line and add the striped area beside it. 360 cm or more is best.",
    number: { ...centimetres("Width", 360), none: none.bay },
  },
  "parking-bay-length": {
    question: "How long is an accessible parking space?",
    hint: "480 cm fits a car. 600 cm leaves room for a lift or ramp at the back.",
    number: { ...centimetres("Length", 480), none: none.bay },
  },
  "parking-bay-distance": {
    question: "How far is the nearest accessible parking space from the door people use?",
    hint: "A long step is about 1 metre. 50 metres is about five buses end to end.",
    number: { ...metres("Distance", 20), none: none.bay },
  },
  "parking-bay-reservable": {
    question: "Can a parking space be kept for a named person?",
    hint: "For example with a cone or a sign, put out before they arrive.",
  },
  "parking-height-clearance": {
    question: "How high is the lowest barrier or roof on the way to the parking space?",
    hint: "Many adapted vans need 260 cm. Type 500 if there is nothing overhead.",
    number: centimetres("Height", 260),
  },
  "parking-barrier-without-speech": {
    question: "Can someone get into the car park without hearing or speaking?",
    hint: "An intercom at a barrier stops people who cannot hear it or speak into it.",
  },
  "drop-off-distance": {
    question: "How far is it from where a car or taxi can stop to the door people use?",
    hint: "20 metres or less is best. 50 metres is about five buses end to end.",
    number: { ...metres("Distance", 15), none: none.dropOff },
  },
  "drop-off-step-free": {
    question: "Is the place where a car or taxi can stop level, or does it have a dropped kerb?",
    hint: "So that a wheelchair can get from the road to the path.",
  },
  "bus-stop-distance": {
    question: "How far is the nearest bus stop?",
    hint: "The stop for buses with a low floor. 100 metres or less is best.",
    number: { ...metres("Distance", 90), none: none.busStop },
  },
  "step-free-station-route": {
    question: "Is there a way with no steps from a step-free station to your door?",
    hint: "Think of kerbs, bridges and subways on the way.",
  },
  "approach-rest-seats": {
    question: "On the way from the stop, the parking or the station, what is the longest stretch without a seat?",
    hint: "A bench or a low wall counts. 50 metres or less is best.",
    number: metres("Distance", 40),
  },
  "approach-width": {
    question: "How wide is the path to the door at its narrowest?",
    hint: "Look for bins, posts and parked bikes. 120 cm or more is best.",
    number: centimetres("Width", 120),
  },
  "approach-surface": {
    question: "Is the path to the door firm, even and not slippery?",
    hint: "Gravel, cobbles and grass are hard for wheels, sticks and tired legs.",
  },
  "approach-gradient": {
    question: "How steep is the steepest slope on the way to the door?",
    hint: "Rise divided by length: a rise of 5 cm over 1 metre is 5 percent.",
    number: percent("Slope"),
  },
  "approach-lit": {
    question: "Is the way to and from the door lit after dark?",
    hint: "For people going home at the end of the meeting.",
  },
  "wav-taxi-local": {
    question: "Is there a local taxi firm with wheelchair taxis that can be booked for the day?",
    hint: "A taxi that someone can travel in without leaving their wheelchair.",
  },
  "arrival-info-published": {
    question: "Do you have written directions with photos, from the stop, the parking and the station to the room?",
    hint: "A web page, a leaflet or photos on a phone are all fine.",
  },
  // entrance
  "entrance-threshold": {
    question: "How high is any lip or step at the door people use?",
    hint: "Type 0 if it is flat. A 2 cm lip stops many powered wheelchairs.",
    number: centimetres("Height", 1),
  },
  "entrance-door-width": {
    question: "How wide is the front door when it is open?",
    hint: "Measure the clear gap with the door open. 80 cm or more is best.",
    number: centimetres("Width", 82),
  },
  "entrance-same-for-all": {
    question: "Is the way in with no steps the main way in?",
    hint: "We would like everybody to come in by the same door.",
  },
  "entrance-door-force": {
    question: "How hard is it to open the front door?",
    hint: "A spring scale shows it in newtons. Type 0 if the door opens by itself. If you have no scale, choose 'I do not know' and tell us if it is heavy.",
    number: { label: "How many newtons?", timesToFact: 1, error: "Force must be a number in newtons, like 25" },
  },
  "entrance-automatic": {
    question: "Does the front door open by itself, or can it be held open while people arrive?",
    hint: "A button to press counts. Someone holding it open counts too.",
  },
  "entrance-revolving-bypass": {
    question: "If there is a revolving door or turnstile, is there a side door next to it?",
    hint: "One that people can use without asking for a key.",
  },
  "entrance-entry-without-speech": {
    question: "Can someone get in without speaking into an intercom or hearing a buzzer?",
    hint: "For example because a person is at the door, or there is a screen.",
  },
  "entrance-shelter": {
    question: "Is there cover from the rain by the door?",
    hint: "For people waiting for a taxi.",
  },
  "ramp-gradient": {
    question: "If people use a ramp, how steep is it?",
    hint: "Rise divided by length: a rise of 5 cm over 1 metre is 5 percent. The shorter the ramp, the steeper it may be.",
    number: percent("Slope"),
  },
  "ramp-width": {
    question: "If people use a ramp, how wide is it at its narrowest?",
    hint: "Measure between the kerbs, walls or rails. 150 cm is best.",
    number: centimetres("Width", 150),
  },
  "ramp-handrails": {
    question: "If people use a ramp, does it have a handrail on both sides?",
    hint: "Some people can only hold on with one hand.",
  },
  "steps-alternative-to-ramp": {
    question: "Next to the ramp, are there also steps with handrails?",
    hint: "Some people cannot use slopes and need steps.",
  },
  // circulation
  "step-free-route-to-room": {
    question: "Can someone get from the street to the room with no steps at all?",
    hint: "Even one small step counts. A 2 cm lip stops many powered wheelchairs.",
  },
  "lift-car-width": {
    question: "How wide is the lift inside?",
    hint: "Measure from wall to wall. 110 cm or more is best.",
    number: { ...centimetres("Width", 110), none: none.lift },
  },
  "lift-car-depth": {
    question: "How deep is the lift inside?",
    hint: "Measure from the door to the back wall. 140 cm or more is best.",
    number: { ...centimetres("Depth", 140), none: none.lift },
  },
  "lift-door-width": {
    question: "How wide is the lift door when it is open?",
    hint: "80 cm or more is best.",
    number: { ...centimetres("Width", 80), none: none.lift },
  },
  "lift-safe-load": {
    question: "What is the most weight the lift may carry?",
    hint: "It is on a plate inside the lift. A powered wheelchair with a person in it can weigh 300 kg.",
    number: { label: "How many kilograms?", timesToFact: 1, error: "Weight must be a number in kilograms, like 400", none: none.lift },
  },
  "lift-in-service": {
    question: "Is the lift working, unlocked, and usable without asking for a key?",
    hint: "We will ask you again two days before.",
  },
  "lift-speaks": {
    question: "Does the lift say the floors aloud and show them?",
    hint: "So that people who cannot see or hear it know where they are.",
  },
  "lift-tactile-buttons": {
    question: "Can the lift buttons be felt or read in braille, and reached from a wheelchair?",
    hint: "Raised numbers count. Between 90 cm and 120 cm from the floor is best.",
  },
  "corridor-width": {
    question: "How wide is the narrowest corridor on the way to the room?",
    hint: "Look for furniture and boxes. 120 cm or more is best.",
    number: centimetres("Width", 120),
  },
  "internal-door-width": {
    question: "How wide is the narrowest door on the way?",
    hint: "Measure the clear gap with the door open. 80 cm or more is best.",
    number: centimetres("Width", 82),
  },
  "internal-doors-held-open": {
    question: "Are heavy doors inside held open, or do they open by themselves?",
    hint: "Fire doors may be on magnets. Do not prop them open.",
  },
  "stairs-handrails": {
    question: "Do any stairs on the way have a handrail on both sides?",
    hint: "Some people can only hold on with one hand.",
  },
  "stairs-contrast-edges": {
    question: "Do the edges of the steps stand out in a different colour?",
    hint: "A light stripe on a dark step, for example.",
  },
  "signage-clear": {
    question: "Are there signs with words and pictures to the room, the toilets and the way out?",
    hint: "In colours that stand out. We can bring paper signs if you agree.",
  },
  "signage-tactile": {
    question: "Can the signs on the room and the toilets be felt or read in braille?",
    hint: "Raised letters count.",
  },
  "glass-marked": {
    question: "Do glass doors and glass walls have marks people can see?",
    hint: "So that nobody walks into them.",
  },
  "floor-calm": {
    question: "Is the floor plain and not shiny?",
    hint: "Strong patterns, shine and dark mats can look like steps or holes.",
  },
  "floor-firm": {
    question: "Is the floor firm all the way to the room and inside it?",
    hint: "Thick carpet is hard to push a wheelchair across.",
  },
  "reception-low-section": {
    question: "How high is the lowest part of the reception desk?",
    hint: "76 cm or lower works for someone who is sitting.",
    number: centimetres("Height", 75),
  },
  "reception-loop": {
    question: "Is there a hearing loop at reception, switched on?",
    hint: "A sticker alone does not count.",
  },
  "route-length": {
    question: "How far is it from the door to the room?",
    hint: "A long step is about 1 metre. 50 metres is about five buses end to end.",
    number: metres("Distance", 30),
  },
  "no-works-on-date": {
    question: "Will our day be free of building works, alarm tests and loud events?",
    hint: "Think of the floors above and below too.",
  },
  // room
  "room-turning-space": {
    question: "How wide is the biggest clear circle of floor in the room?",
    hint: "Space for a wheelchair to turn round. 150 cm or more is best.",
    number: centimetres("Width", 150),
  },
  "room-aisle-width": {
    question: "How wide is the gap between the tables, at its narrowest?",
    hint: "To every seat, not only the first row. 120 cm is best.",
    number: centimetres("Width", 120),
  },
  "room-area-per-person": {
    question: "How much floor is there for each person?",
    hint: "Length times width of the room in metres, divided by the number of people. 3.5 or more is best.",
    number: { label: "How many square metres for each person?", timesToFact: 1, error: "Floor for each person must be a number, like 3.5" },
  },
  "wheelchair-spaces": {
    question: "How many people who use wheelchairs can sit at the tables?",
    hint: "Spread through the room, each with space for someone beside them.",
    number: howMany("Places", 3),
  },
  "table-knee-height": {
    question: "How high is the clear space under the tables?",
    hint: "Measure from the floor to the underside. 70 cm or more is best.",
    number: { ...centimetres("Height", 70), none: none.tables },
  },
  "table-surface-height": {
    question: "How high is the top of the tables?",
    hint: "76 cm or lower works for someone who is sitting in a wheelchair.",
    number: { ...centimetres("Height", 74), none: none.tables },
  },
  "furniture-movable": {
    question: "Can the chairs and tables be moved?",
    hint: "By us or by you, before people arrive.",
  },
  "chairs-with-arms": {
    question: "How many firm chairs with arms and a straight back do you have?",
    hint: "Chairs that people can push up from.",
    number: howMany("Chairs", 4),
  },
  "chairs-wide-no-arms": {
    question: "How many wide, strong chairs without arms do you have?",
    hint: "Strong enough for 200 kg. The maker's label or website says.",
    number: howMany("Chairs", 2),
  },
  "chairs-padded": {
    question: "Are there padded or adjustable chairs?",
    hint: "For people who find hard chairs painful.",
  },
  "room-task-light": {
    question: "How bright is the light on the tables?",
    hint: "A light meter shows it in lux. 500 is an ordinary bright office. Choose 'I do not know' if you cannot measure.",
    number: lux(),
  },
  "room-face-light": {
    question: "How bright is the light on the face of someone who is speaking?",
    hint: "So that people can lipread or see signing. 150 lux or more is best.",
    number: lux(),
  },
  "room-light-zoned": {
    question: "Can the lights be turned down or off, part of the room at a time?",
    hint: "So that one part can be dim and another bright.",
  },
  "room-light-no-flicker": {
    question: "Are all the lights steady, with no flicker and no bare tubes?",
    hint: "Please switch them on and look. Flicker can make people very ill.",
  },
  "room-blinds": {
    question: "Are there blinds or curtains that stop glare?",
    hint: "Especially behind the person who is speaking.",
  },
  "room-noise": {
    question: "How loud is the empty room?",
    hint: "A phone can measure decibels. Under 40 is quiet. Listen for fans, traffic and the room next door.",
    number: { label: "How many decibels?", timesToFact: 1, error: "Noise must be a number in decibels, like 35" },
  },
  "room-reverberation": {
    question: "How long does a clap echo in the room?",
    hint: "In seconds, if it has been measured. Carpet, curtains and soft chairs make it shorter.",
    number: { label: "How many seconds?", timesToFact: 1, error: "Echo must be a number in seconds, like 0.6" },
  },
  "room-no-music": {
    question: "Is the room free of background music, and of noise through a thin wall?",
    hint: "For example from another event next door.",
  },
  "loop-present": {
    question: "Is there a hearing loop in the room that covers every seat?",
    hint: "A sticker alone does not count. An infrared or radio system counts too.",
  },
  "loop-field-strength": {
    question: "What strength did the last loop test show?",
    hint: "It is on the test certificate, in milliamps per metre.",
    number: { label: "How many milliamps per metre?", timesToFact: 1, error: "Strength must be a number, like 400", none: none.loop },
  },
  "loop-noise-margin": {
    question: "How far above the background noise was the loop in its last test?",
    hint: "It is on the test certificate, in decibels.",
    number: { label: "How many decibels?", timesToFact: 1, error: "The difference must be a number in decibels, like 40", none: none.loop },
  },
  "loop-tested-recently": {
    question: "How many days ago was the hearing loop last tested?",
    hint: "A full test with someone listening. Loops often stop working without anyone noticing.",
    number: { label: "How many days?", timesToFact: 1, error: "Days must be a whole number, like 30", none: none.untested },
  },
  microphones: {
    question: "How many microphones can be passed round the room?",
    hint: "Connected to the loudspeakers and to the hearing loop.",
    number: howMany("Microphones", 2),
  },
  "sight-lines": {
    question: "Can every seat see the person speaking, the interpreter and the screen?",
    hint: "Look for pillars and for seats behind other seats.",
  },
  "caption-screen": {
    question: "Is there a second screen for captions, next to the person speaking?",
    hint: "Or a way for people to see captions on their own phone or tablet.",
  },
  "screen-size-readable": {
    question: "Can words on the screen be read from the back seat?",
    hint: "Try it with words of the size you would print in a heading.",
  },
  "power-at-seats": {
    question: "How many power sockets can people reach from their seats?",
    hint: "Without a cable across a walkway.",
    number: howMany("Sockets", 4),
  },
  "wifi-guest": {
    question: "Is there guest wifi that works without a sign-in picture or a code on the screen?",
    hint: "People who use a screen reader cannot pass a picture puzzle.",
  },
  "network-upload": {
    question: "How fast can the internet send from the room?",
    hint: "Any speed test shows 'upload' in megabits a second. 10 is best for a video call.",
    number: { label: "How many megabits a second?", timesToFact: 1, error: "Speed must be a number, like 10", none: none.internet },
  },
  "hybrid-kit": {
    question: "Is there a room camera, a table microphone and a screen for people who join online?",
    hint: "So that people online can see and hear everyone.",
  },
  "temperature-range": {
    question: "What temperature can the room be kept at?",
    hint: "Between 19 and 24 degrees suits most people.",
    number: { label: "How many degrees Celsius?", timesToFact: 1, error: "Temperature must be a number, like 21" },
  },
  "room-fresh-air": {
    question: "With people in the room, what does a carbon dioxide meter show?",
    hint: "Under 800 is fresh and over 1500 is stale. If you have no meter, choose 'I do not know' and tell us if windows open.",
    number: { label: "How many parts per million?", timesToFact: 1, error: "The meter's figure must be a number, like 800" },
  },
  "stage-step-free": {
    question: "Can someone get to the place people speak from with no steps?",
    hint: "With a table or stand that can be made lower.",
  },
  "clock-visible": {
    question: "Is there a clock everyone can see, with the day and date?",
    hint: "A big screen that shows them counts.",
  },
  "breakout-step-free": {
    question: "Is there a room for small groups close by, with no steps?",
    hint: "On the same floor is best.",
  },
  "free-movement-space": {
    question: "Is there space to stand, walk about or lie down without blocking anyone's view?",
    hint: "At the back or the side of the room.",
  },
  // support rooms
  "quiet-room": {
    question: "Is there a separate quiet space we can use all day?",
    hint: "With a door that shuts and light that can be turned down.",
  },
  "rest-place-lying": {
    question: "Is there a private place where someone can lie down?",
    hint: "A bed, a couch, or a clean floor with a mat.",
  },
  "private-care-room": {
    question: "Is there a private room that locks, with a seat and a socket?",
    hint: "Clean enough for medicine, feeding or an injection. A toilet is not one.",
  },
  "fridge-medication": {
    question: "How cold is the fridge people can use?",
    hint: "Medicine needs between 2 and 8 degrees.",
    number: { label: "How many degrees Celsius?", timesToFact: 1, error: "Temperature must be a number, like 5", none: none.fridge },
  },
  "prayer-room": {
    question: "Is there a clean, quiet room for prayer?",
    hint: "With a clear floor.",
  },
  "washing-before-prayer": {
    question: "Is there a place to wash before prayer?",
    hint: "Somewhere to wash hands, face and feet.",
  },
  "feeding-expressing-room": {
    question: "Is there a room that locks, to feed a baby or express milk?",
    hint: "With a comfortable chair and a socket. A toilet is not one.",
  },
  "wheelchair-charging": {
    question: "Is there a socket where a powered wheelchair can charge over lunch?",
    hint: "With the wheelchair out of the walkway.",
  },
  "outdoor-air-step-free": {
    question: "Is there somewhere outside, with no steps, away from traffic and smoke?",
    hint: "For fresh air in a break.",
  },
  "own-food-facilities": {
    question: "May people bring their own food, and is there a kettle, a microwave and a clean surface?",
    hint: "Some people can only eat what they bring.",
  },
  // toilets
  "toilet-accessible": {
    question: "Is there an accessible toilet that people in our room can use?",
    hint: "One that a wheelchair fits into, with rails.",
  },
  "toilet-accessible-count": {
    question: "How many accessible toilets are there near the room?",
    hint: "Count only those people can reach in a break.",
    number: howMany("Toilets", 2),
  },
  "toilet-distance": {
    question: "How far is the accessible toilet from the room?",
    hint: "On the same floor. 40 metres or less is best.",
    number: { ...metres("Distance", 20), none: none.toilet },
  },
  "toilet-width": {
    question: "How long is the shorter side of the accessible toilet room?",
    hint: "Measure from wall to wall. 150 cm or more is best.",
    number: { ...centimetres("Width", 150), none: none.toilet },
  },
  "toilet-length": {
    question: "How long is the longer side of the accessible toilet room?",
    hint: "Measure from wall to wall. 220 cm or more is best.",
    number: { ...centimetres("Length", 220), none: none.toilet },
  },
  "toilet-door-width": {
    question: "How wide is the accessible toilet's door when it is open?",
    hint: "Measure the clear gap. 90 cm is best.",
    number: { ...centimetres("Width", 90), none: none.toilet },
  },
  "toilet-door-opens-out": {
    question: "Does the accessible toilet's door open outwards, or slide?",
    hint: "So that there is room inside, and help can get in.",
  },
  "toilet-transfer-left": {
    question: "Sitting on the accessible toilet, how much clear space is on your left?",
    hint: "Your left when you are sitting on it, not when you are looking at it. 97 cm or more is best.",
    number: { ...centimetres("Space", 97), none: none.toilet },
  },
  "toilet-transfer-right": {
    question: "Sitting on the accessible toilet, how much clear space is on your right?",
    hint: "Your right when you are sitting on it, not when you are looking at it. 97 cm or more is best.",
    number: { ...centimetres("Space", 97), none: none.toilet },
  },
  "toilet-grab-rails": {
    question: "Does the accessible toilet have rails, with one that drops down?",
    hint: "A drop-down rail can be moved out of the way.",
  },
  "toilet-alarm": {
    question: "Does the red alarm cord in the accessible toilet reach the floor, and does someone come?",
    hint: "Within 10 cm of the floor, and not tied up.",
  },
  "toilet-not-a-store": {
    question: "Is the accessible toilet clear of stored things, and open?",
    hint: "If it is kept locked, is a key lent without questions?",
  },
  "toilet-shelf-hook-bin": {
    question: "Does a toilet have a shelf, a hook and a bin with a lid?",
    hint: "We can bring a shelf and a bin if you agree.",
  },
  "toilet-ambulant": {
    question: "Is there a toilet cubicle with rails on both sides, for people who walk with difficulty?",
    hint: "As well as the accessible toilet.",
  },
  "toilet-any-distance": {
    question: "How far is the nearest toilet of any kind?",
    hint: "20 metres or less is best.",
    number: { ...metres("Distance", 15), none: none.anyToilet },
  },
  "toilet-gender-neutral": {
    question: "Is there a toilet that anyone may use, whatever their gender?",
    hint: "A sign on the door can change for the day.",
  },
  "toilet-quiet-drying": {
    question: "Are there paper towels, or hand dryers that can be switched off?",
    hint: "Hand dryers are painfully loud for some people.",
  },
  "changing-places": {
    question: "Is there a Changing Places toilet in the building or within 5 minutes?",
    hint: "It has a hoist and an adult changing bench. A baby-change toilet is not one.",
  },
  "changing-places-area": {
    question: "How big is the floor of the Changing Places toilet?",
    hint: "Length times width in metres. 12 square metres or more is best.",
    number: { label: "How many square metres?", timesToFact: 1, error: "Area must be a number in square metres, like 12" },
  },
  "changing-places-hoist-load": {
    question: "What is the most weight the hoist may lift?",
    hint: "It is on a label on the hoist. Was the hoist serviced in the last 6 months? If not, choose 'I do not know' and add a note.",
    number: { label: "How many kilograms?", timesToFact: 1, error: "Weight must be a number in kilograms, like 200", none: none.hoist },
  },
  // animals
  "dogs-welcome": {
    question: "Are assistance dogs welcome everywhere people go?",
    hint: "Also where food is served. The law says they are.",
  },
  "dog-spending-distance": {
    question: "How far is the nearest grass or ground where an assistance dog can relieve itself?",
    hint: "100 metres or less is best.",
    number: { ...metres("Distance", 50), none: none.ground },
  },
  "dog-water": {
    question: "Can an assistance dog get water?",
    hint: "A bowl in the room is fine.",
  },
  "dog-floor-space": {
    question: "Is there floor beside a seat where an assistance dog can lie, out of the way?",
    hint: "About 1 metre by 1 metre for each dog.",
  },
  // food
  "catering-diets": {
    question: "Can the caterer make the meals we list, kept apart and labelled?",
    hint: "We send you how many of each meal.",
  },
  "allergen-sheet": {
    question: "Is there a written list of allergens for each dish?",
    hint: "The 14 allergens the law lists.",
  },
  "food-reachable": {
    question: "Can someone who is sitting reach the food, or is it brought to the table?",
    hint: "A high counter is out of reach from a wheelchair.",
  },
  "drink-straws-cups": {
    question: "Are there straws, cups with handles and thick-handled cutlery?",
    hint: "Straws that bend are best.",
  },
  "water-in-room": {
    question: "Will there be drinking water in the room all the time?",
    hint: "Where people can reach it.",
  },
  "caffeine-free-dairy-free": {
    question: "Will there be drinks without caffeine, and milk without dairy?",
    hint: "Oat or soya milk, and decaffeinated tea or coffee.",
  },
  // air
  "scent-free-room": {
    question: "Can cleaning before our meeting use unscented products?",
    hint: "And no air freshener or flowers in the room and the toilets that day.",
  },
  "no-recent-paint": {
    question: "Have the last 30 days been free of painting, new carpet and pest treatment?",
    hint: "On the way to the room and in it.",
  },
  // emergency
  "alarm-visual": {
    question: "Do fire alarms also flash?",
    hint: "In the meeting room.",
  },
  "alarm-visual-toilets": {
    question: "Do the fire alarms in the toilets also flash?",
    hint: "Someone alone in a toilet may not hear an alarm.",
  },
  "alarm-pagers": {
    question: "Do you lend pagers that shake when the alarm goes?",
    hint: "A vibrating pager is worn or held.",
  },
  "exit-step-free": {
    question: "How many ways out have no steps, from the floor of the meeting to outside?",
    hint: "Ways that can be used when the lifts are off. 2 or more is best.",
    number: howMany("Ways out", 2),
  },
  refuge: {
    question: "Is there a safe waiting place on the way out, big enough for a wheelchair?",
    hint: "About 90 cm by 140 cm, behind a fire door. It is often called a refuge.",
  },
  "refuge-two-way-call": {
    question: "Can someone in the safe waiting place talk with the people who come to help?",
    hint: "With a button or phone that works both ways.",
  },
  "evac-chair-trained": {
    question: "Is there an evacuation chair and someone trained to use it?",
    hint: "Tell us how many trained staff will be on duty. It takes 2.",
    number: howMany("Trained staff", 2),
    inWords: "Who helps people out if the lifts stop?",
  },
  "evac-lift": {
    question: "Is there a lift that may be used to leave in an emergency?",
    hint: "Most lifts may not. Your fire plan says.",
  },
  "alarm-test-known": {
    question: "Do you know if an alarm test or drill is planned on our day, and when?",
    hint: "We tell people, so that nobody is frightened.",
  },
  // staff
  "staff-disability-trained": {
    question: "Have your staff had training in welcoming disabled people?",
    hint: "The people at the door and in the room on our day.",
  },
  "staff-guide-trained": {
    question: "Can someone on your staff guide a person who cannot see?",
    hint: "And show a visitor round the room and the toilets.",
  },
  "staff-greeter": {
    question: "Will someone be at the door to meet people as they arrive?",
    hint: "Please tell us their name.",
  },
  "staff-bsl": {
    question: "Does someone on your staff know some British Sign Language?",
    hint: "Basic signs are a welcome. They do not take the place of an interpreter.",
  },
  "venue-contact-on-day": {
    question: "Is there a phone number for the person in charge on the day, for calls and texts?",
    hint: "A number that is answered while people travel.",
  },
  "security-no-touch": {
    question: "Can people come in without being touched or having a bag searched in public?",
    hint: "A private check, or none, both count.",
  },
};

/** A fact as a venue supplies it, with the figure that is good enough: "Doors at least 80 cm wide on the way". */
export const featureName: Readonly<Record<VenueFeatureId, string>> = {
  // arrival
  "parking-accessible-bay-count": "Accessible parking spaces",
  "parking-bay-width": "Parking spaces at least 360 cm wide with the striped area",
  "parking-bay-length": "Parking spaces at least 480 cm long",
  "parking-bay-distance": "Accessible parking within 50 metres of the door",
  "parking-bay-reservable": "A parking space kept for a named person",
  "parking-height-clearance": "At least 260 cm under any barrier or car park roof",
  "parking-barrier-without-speech": "A car park barrier that works without hearing or speaking",
  "drop-off-distance": "A place for a car or taxi to stop within 50 metres of the door",
  "drop-off-step-free": "A level or dropped kerb where cars and taxis stop",
  "bus-stop-distance": "A bus stop within 150 metres",
  "step-free-station-route": "A step-free way from a step-free station",
  "approach-rest-seats": "Seats on the way, no more than 50 metres apart",
  "approach-width": "A path to the door at least 120 cm wide",
  "approach-surface": "A firm, even path that is not slippery",
  "approach-gradient": "No slope over 5 percent on the way to the door",
  "approach-lit": "Lights on the way after dark",
  "wav-taxi-local": "A local firm with wheelchair taxis",
  "arrival-info-published": "Written directions with photos",
  // entrance
  "entrance-threshold": "A flat way in, with a lip of no more than 1.5 cm",
  "entrance-door-width": "A front door at least 80 cm wide",
  "entrance-same-for-all": "A main entrance with no steps",
  "entrance-door-force": "A front door that is light to open",
  "entrance-automatic": "A front door that opens by itself or is held open",
  "entrance-revolving-bypass": "A side door beside any revolving door or turnstile",
  "entrance-entry-without-speech": "A way in without speaking into an intercom or hearing a buzzer",
  "entrance-shelter": "Cover from the rain by the door",
  "ramp-gradient": "A ramp no steeper than 8.4 percent",
  "ramp-width": "A ramp at least 100 cm wide",
  "ramp-handrails": "Handrails on both sides of the ramp",
  "steps-alternative-to-ramp": "Steps with handrails beside the ramp",
  // circulation
  "step-free-route-to-room": "A way from the street to the room with no steps",
  "lift-car-width": "A lift at least 110 cm wide inside",
  "lift-car-depth": "A lift at least 140 cm deep inside",
  "lift-door-width": "A lift door at least 80 cm wide",
  "lift-safe-load": "A lift that carries at least 300 kg",
  "lift-in-service": "A lift that works without asking for a key",
  "lift-speaks": "A lift that says and shows the floors",
  "lift-tactile-buttons": "Lift buttons that can be felt and reached",
  "corridor-width": "Corridors at least 120 cm wide",
  "internal-door-width": "Doors at least 80 cm wide on the way",
  "internal-doors-held-open": "Heavy doors inside held open or powered",
  "stairs-handrails": "Handrails on both sides of any stairs",
  "stairs-contrast-edges": "Step edges that stand out",
  "signage-clear": "Clear signs to the room, the toilets and the way out",
  "signage-tactile": "Signs that can be felt or read in braille",
  "glass-marked": "Marks on glass doors and walls",
  "floor-calm": "A plain floor that is not shiny",
  "floor-firm": "A firm floor all the way",
  "reception-low-section": "A low part of the reception desk",
  "reception-loop": "A hearing loop at reception",
  "route-length": "No more than 50 metres from the door to the room",
  "no-works-on-date": "No works, alarm tests or loud events that day",
  // room
  "room-turning-space": "Space in the room for a wheelchair to turn, 150 cm across",
  "room-aisle-width": "Gaps between tables at least 100 cm wide",
  "room-area-per-person": "At least 3.5 square metres of floor for each person",
  "wheelchair-spaces": "Places for wheelchairs at the tables",
  "table-knee-height": "At least 70 cm clear under the tables",
  "table-surface-height": "Tables no higher than 76 cm",
  "furniture-movable": "Chairs and tables that can be moved",
  "chairs-with-arms": "Firm chairs with arms",
  "chairs-wide-no-arms": "Wide, strong chairs without arms",
  "chairs-padded": "Padded or adjustable chairs",
  "room-task-light": "Bright, even light on the tables",
  "room-face-light": "Good light on the faces and hands of people speaking or signing",
  "room-light-zoned": "Lights that can be turned down, part of the room at a time",
  "room-light-no-flicker": "Steady lights that do not flicker",
  "room-blinds": "Blinds or curtains that stop glare",
  "room-noise": "A quiet room",
  "room-reverberation": "A room with little echo",
  "room-no-music": "No background music or noise through the walls",
  "loop-present": "A hearing loop that covers every seat",
  "loop-field-strength": "A hearing loop at the right strength",
  "loop-noise-margin": "A hearing loop clear of background noise",
  "loop-tested-recently": "A hearing loop tested in the last year",
  microphones: "At least 2 microphones to pass round",
  "sight-lines": "A view of the speaker, interpreter and screen from every seat",
  "caption-screen": "A second screen for captions",
  "screen-size-readable": "A screen that can be read from the back",
  "power-at-seats": "Power sockets within reach of seats",
  "wifi-guest": "Guest wifi without a picture or code to solve",
  "network-upload": "Internet that sends at least 5 megabits a second",
  "hybrid-kit": "A camera, microphone and screen for people online",
  "temperature-range": "A room that can be kept between 19 and 24 degrees",
  "room-fresh-air": "Fresh air in the room",
  "stage-step-free": "A step-free place to speak from",
  "clock-visible": "A clock everyone can see, with the day and date",
  "breakout-step-free": "A step-free room for small groups close by",
  "free-movement-space": "Space to stand, walk about or lie down",
  // support rooms
  "quiet-room": "A separate quiet space all day",
  "rest-place-lying": "A private place to lie down",
  "private-care-room": "A clean, private room that locks, with a seat and a socket",
  "fridge-medication": "A fridge between 2 and 8 degrees",
  "prayer-room": "A clean, quiet room for prayer",
  "washing-before-prayer": "A place to wash before prayer",
  "feeding-expressing-room": "A room that locks, to feed a baby or express milk",
  "wheelchair-charging": "A socket to charge a powered wheelchair",
  "outdoor-air-step-free": "A step-free place outside for fresh air",
  "own-food-facilities": "A place for people's own food, with a kettle and microwave",
  // toilets
  "toilet-accessible": "An accessible toilet",
  "toilet-accessible-count": "Accessible toilets near the room",
  "toilet-distance": "An accessible toilet within 40 metres of the room",
  "toilet-width": "An accessible toilet room at least 150 cm on its shorter side",
  "toilet-length": "An accessible toilet room at least 220 cm on its longer side",
  "toilet-door-width": "An accessible toilet door at least 80 cm wide",
  "toilet-door-opens-out": "An accessible toilet door that opens outwards or slides",
  "toilet-transfer-left": "At least 97 cm to transfer on the left side of the toilet, as felt when sitting",
  "toilet-transfer-right": "At least 97 cm to transfer on the right side of the toilet, as felt when sitting",
  "toilet-grab-rails": "Fixed and drop-down rails in the toilet",
  "toilet-alarm": "A toilet alarm cord that reaches the floor and is answered",
  "toilet-not-a-store": "An accessible toilet that is clear and open",
  "toilet-shelf-hook-bin": "A shelf, hook and bin in the toilet",
  "toilet-ambulant": "A toilet cubicle with rails on both sides",
  "toilet-any-distance": "A toilet within 40 metres of the room",
  "toilet-gender-neutral": "A toilet for any gender",
  "toilet-quiet-drying": "Paper towels, or hand dryers that can be switched off",
  "changing-places": "A Changing Places toilet with hoist and bench",
  "changing-places-area": "A Changing Places toilet of at least 12 square metres",
  "changing-places-hoist-load": "A hoist that lifts at least 200 kg",
  // animals
  "dogs-welcome": "Assistance dogs welcome everywhere",
  "dog-spending-distance": "Grass for an assistance dog within 100 metres",
  "dog-water": "Water for an assistance dog",
  "dog-floor-space": "Floor space for assistance dogs beside a seat",
  // food
  "catering-diets": "Meals made as listed, kept apart and labelled",
  "allergen-sheet": "A written list of allergens for each dish",
  "food-reachable": "Food within reach of someone who is sitting",
  "drink-straws-cups": "Straws, cups with handles and thick-handled cutlery",
  "water-in-room": "Drinking water in the room all the time",
  "caffeine-free-dairy-free": "Drinks without caffeine and milk without dairy",
  // air
  "scent-free-room": "No scented cleaning, air freshener or flowers that day",
  "no-recent-paint": "No painting, new carpet or pest treatment in the 30 days before",
  // emergency
  "alarm-visual": "A fire alarm that flashes in the room",
  "alarm-visual-toilets": "A fire alarm that flashes in the toilets",
  "alarm-pagers": "Alarm pagers that shake",
  "exit-step-free": "A way out with no steps",
  refuge: "A safe waiting place on the way out",
  "refuge-two-way-call": "A way to talk with people who help from the safe waiting place",
  "evac-chair-trained": "An evacuation chair and 2 trained staff",
  "evac-lift": "A lift that may be used in an emergency",
  "alarm-test-known": "Known times of any alarm test or drill",
  // staff
  "staff-disability-trained": "Staff trained in welcoming disabled people",
  "staff-guide-trained": "Staff who can guide a person who cannot see",
  "staff-greeter": "Someone at the door to meet people",
  "staff-bsl": "Someone on the staff who knows some BSL",
  "venue-contact-on-day": "A phone number for the person in charge on the day",
  "security-no-touch": "A way in without touch or a public bag search",
};

function centimetres(thing: string, example: number): VenueNumber {
  return { label: "How many centimetres?", timesToFact: 10, error: `${thing} must be a number in centimetres, like ${example}` };
}

function metres(thing: string, example: number): VenueNumber {
  return { label: "How many metres?", timesToFact: 1, error: `${thing} must be a number in metres, like ${example}` };
}

function percent(thing: string): VenueNumber {
  return { label: "How many percent?", timesToFact: 1, error: `${thing} must be a number in percent, like 5` };
}

function lux(): VenueNumber {
  return { label: "How many lux?", timesToFact: 1, error: "Light must be a number in lux, like 300" };
}

function howMany(thing: string, example: number): VenueNumber {
  return { label: "How many?", timesToFact: 1, isWhole: true, error: `${thing} must be a whole number, like ${example}` };
}

/** Five times what is wanted: no door is 4 metres wide, and 80 cm typed in millimetres is ten times too much. */
const timesBeyondBelief = 5;

/**
 * The most centimetres that are believed where more is better, and what is said of anything larger. More than that would make no
 * difference, so nobody is kept from telling the truth. Absent where a slip into millimetres could never turn a no into a yes.
 */
export function mostCentimetres(feature: VenueFeatureId): { readonly most: number; readonly error: string } | undefined {
  const { criterion } = venueFeatureOf(feature);
  if (criterion.is !== "at-least" || criterion.unit !== "mm" || venueQuestion[feature].number?.timesToFact !== 10) return undefined;
  const most = (criterion.value / 10) * timesBeyondBelief;
  return {
    most,
    error: `Type centimetres, not millimetres: ${number(criterion.value)} millimetres is ${number(criterion.value / 10)}. If it is more than ${number(most)}, type ${number(most)}`,
  };
}
