// Small drawings of what a yes-or-no question about a venue means: the thing itself, with what the question is about in the colour of
// links. They are decoration: the question and its hint say the same in words.
import type { ReactElement, ReactNode } from "react";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";

const thing = (d: string): ReactElement => <path className="measure-drawing__thing" d={d} />;
const solid = (d: string): ReactElement => <path className="measure-drawing__solid" d={d} />;
const thin = (d: string): ReactElement => <path className="measure-drawing__thin" d={d} />;
const meant = (d: string): ReactElement => <path className="measure-drawing__measured" d={d} />;
const box = (d: string): ReactElement => <path className="measure-drawing__meter" d={d} />;
const ring = (cx: number, cy: number, r: number): ReactElement => <circle className="measure-drawing__thing" cx={cx} cy={cy} r={r} />;
const disc = (cx: number, cy: number, r: number): ReactElement => <circle className="measure-drawing__solid" cx={cx} cy={cy} r={r} />;
const meantDisc = (cx: number, cy: number, r: number): ReactElement => <circle className="measure-drawing__meter" cx={cx} cy={cy} r={r} />;
const ground = thing("M8 122h184");

/** Somebody in a wheelchair, from the side, whose wheels stand at (x, y). */
function Wheelchair({ x, y }: { readonly x: number; readonly y: number }): ReactElement {
  return (
    <g transform={`translate(${x} ${y})`}>
      {disc(0, -66, 8)}
      {thing("M-2-56l2 26h22l6 22h10M-10-54v30")}
      {ring(2, -18, 18)}
      {ring(30, -5, 5)}
    </g>
  );
}

/** Somebody standing, whose feet are at (x, y). */
function Person({ x, y }: { readonly x: number; readonly y: number }): ReactElement {
  return (
    <g transform={`translate(${x} ${y})`}>
      {disc(0, -74, 9)}
      {thing("M0-64v36M0-28l-10 28M0-28l10 28M-14-40l14-16l14 16")}
    </g>
  );
}

const openDoor = (
  <>
    {solid("M128 122V22h48v100z")}
    {thin("M168 74v8")}
  </>
);

const stairs = solid("M20 122V98h34V74h34V50h34V26h58v96z");

const signBoard = solid("M40 14h120v84H40zM96 98h8v26h-8z");

const drawings = {
  "way-in-for-all": (
    <>
      {ground}
      {openDoor}
      <Wheelchair x={40} y={122} />
      {meant("M84 92h32m-10-8l10 8l-10 8")}
    </>
  ),
  "step-free-out": (
    <>
      {ground}
      {solid("M14 122V22h48v100z")}
      <Wheelchair x={100} y={122} />
      {meant("M144 92h34m-10-8l10 8l-10 8")}
    </>
  ),
  "dropped-kerb": (
    <>
      {solid("M8 124V92h56l44 28h84v4z")}
      {meant("M64 92l44 28")}
      {solid("M122 110V94c0-10 8-18 18-18h22c10 0 18 6 22 18v16z")}
      {disc(138, 112, 8)}
      {disc(170, 112, 8)}
    </>
  ),
  "firm-floor": (
    <>
      {solid("M8 104h184v20H8z")}
      {meant("M8 104h184")}
      <Wheelchair x={92} y={103} />
    </>
  ),
  bench: (
    <>
      {ground}
      {box("M56 84h88v10H56z")}
      {box("M56 52h88v12H56z")}
      {thing("M66 94v28M134 94v28M66 64v20M134 64v20")}
    </>
  ),
  "automatic-door": (
    <>
      {ground}
      {solid("M74 122V14h100v108z")}
      {thing("M108 122V14M140 122V14")}
      {meant("M102 66H84m8-7l-8 7l8 7M146 66h18m-8-7l8 7l-8 7")}
      {box("M28 68h22v22H28z")}
      {thing("M39 90v32")}
    </>
  ),
  "held-open-door": (
    <>
      {ground}
      {thing("M20 122V12h12v110")}
      {solid("M38 122V16l64-4v116z")}
      {meantDisc(34, 60, 8)}
      {thin("M94 70v10")}
    </>
  ),
  "door-beside": (
    <>
      {thing("M22 70a44 44 0 0 1 88 0a44 44 0 0 1-88 0")}
      {thing("M35 39l62 62M35 101l62-62")}
      {box("M128 122V26h48v96z")}
      {thin("M168 72v8")}
      {thing("M8 122h184")}
    </>
  ),
  "panel-to-see": (
    <>
      {ground}
      {openDoor}
      {solid("M30 40h56v64H30z")}
      {box("M38 48h40v28H38z")}
      {thin("M46 58h24M46 66h16")}
      {ring(48, 90, 5)}
      {ring(68, 90, 5)}
    </>
  ),
  shelter: (
    <>
      {ground}
      {openDoor}
      {box("M82 22h102v10H82z")}
      {thin("M20 30l-6 14M40 18l-6 14M60 34l-6 14M24 66l-6 14M48 62l-6 14")}
      <Person x={102} y={122} />
    </>
  ),
  "ramp-rails": (
    <>
      {solid("M14 122h172V66z")}
      {meant("M20 84L182 30")}
      {thing("M26 82v36M76 66v34M126 49v34M176 32v34")}
      {meant("M30 98L180 48")}
    </>
  ),
  "stair-rails": (
    <>
      {solid("M20 122V106h34V88h34V70h34V52h58v70z")}
      {meant("M26 70L128 16M42 76L144 22")}
      {thing("M37 65v41M71 47v41M105 29v41")}
    </>
  ),
  "steps-by-ramp": (
    <>
      {solid("M8 122h84V86z")}
      {solid("M104 122V104h24V86h24V68h34v54z")}
      {meant("M108 78l44-34h32")}
      {thing("M116 72v32M140 54v32M172 44v24")}
    </>
  ),
  "step-edges": (
    <>
      {stairs}
      {meant("M20 98h34M54 74h34M88 50h34M122 26h58")}
    </>
  ),
  "floor-shown": (
    <>
      {solid("M20 36h110v88H20z")}
      {thing("M75 36v88")}
      {box("M52 8h46v22H52z")}
      <text className="measure-drawing__word" x="75" y="25" textAnchor="middle">
        2
      </text>
      {meant("M146 58c8 8 8 26 0 34M158 48c14 14 14 40 0 54M170 38c20 20 20 54 0 74")}
    </>
  ),
  "lift-buttons": (
    <>
      {solid("M56 10h88v112H56z")}
      {[34, 66, 98].map((y, index) => (
        <g key={y}>
          {meantDisc(82, y, 13)}
          <text className="measure-drawing__word" x="82" y={y + 6} textAnchor="middle">
            {2 - index}
          </text>
          <circle className="measure-drawing__dot" cx="112" cy={y - 6} r="3" />
          <circle className="measure-drawing__dot" cx="122" cy={y - 6} r="3" />
          <circle className="measure-drawing__dot" cx="112" cy={y + 5} r="3" />
        </g>
      ))}
    </>
  ),
  "sign-with-picture": (
    <>
      {signBoard}
      {disc(70, 34, 7)}
      {thing("M70 42v20M70 62l-8 20M70 62l8 20M58 52h24")}
      {meant("M104 56h40m-12-10l12 10l-12 10")}
    </>
  ),
  "sign-to-feel": (
    <>
      {solid("M40 14h120v84H40z")}
      <text className="measure-drawing__word measure-drawing__word--large" x="100" y="54" textAnchor="middle">
        WC
      </text>
      {[72, 82, 102, 122, 132].map((x) => (
        <circle key={x} className="measure-drawing__dot" cx={x} cy="70" r="3.5" />
      ))}
      {[72, 102, 112, 132].map((x) => (
        <circle key={x} className="measure-drawing__dot" cx={x} cy="80" r="3.5" />
      ))}
      {solid("M112 128v-22c0-8 14-8 14 0v6l16 4c6 2 8 6 7 12")}
    </>
  ),
  "glass-marks": (
    <>
      {ground}
      {thing("M30 122V10h140v112M100 122V10")}
      {[46, 66, 86, 114, 134, 154].map((x) => (
        <g key={x}>
          {box(`M${x - 5} 46h10v10h-10z`)}
          {box(`M${x - 5} 80h10v10h-10z`)}
        </g>
      ))}
      {thin("M92 62v14M108 62v14")}
    </>
  ),
  "toilet-rails": (
    <>
      {ground}
      {solid("M84 30h32v30H84z")}
      {solid("M78 62h44v12c0 20-8 28-22 28s-22-8-22-28z")}
      {solid("M88 100h24v22H88z")}
      {meant("M40 30h8v56h-8M160 44h-24c-8 0-8 16 0 16h24")}
      {thing("M166 30v46M34 24v68")}
    </>
  ),
  "alarm-cord": (
    <>
      {ground}
      {solid("M30 40h30v28H30z")}
      {solid("M24 70h44v10c0 18-8 26-22 26s-22-8-22-26z")}
      {solid("M34 104h24v18H34z")}
      {meant("M140 10v92")}
      {box("M132 56h16l-4 14h-8z")}
      {box("M132 102h16l-4 14h-8z")}
      {thin("M120 10h40")}
    </>
  ),
  "door-outwards": (
    <>
      {solid("M16 12h110v106H16z")}
      {solid("M40 18h32v12H40z")}
      {solid("M42 32h28v10c0 16-6 22-14 22s-14-6-14-22z")}
      {box("M120 58h12v56h-12z")}
      {meant("M126 58l54 12")}
      {thin("M132 112c28 0 46-18 48-40")}
    </>
  ),
  "shelf-hook-bin": (
    <>
      {ground}
      {box("M20 46h60v10H20z")}
      {thing("M28 56v12M72 56v12")}
      {meant("M116 26v16c0 12 16 12 16 0v-4")}
      {box("M142 84h40l-5 38h-30z")}
      {thing("M138 84h48M150 74h24")}
    </>
  ),
  "hoist-and-bench": (
    <>
      {ground}
      {thing("M8 10h184")}
      {meant("M72 10v30M52 52c0-14 40-14 40 0")}
      {solid("M50 54c0 34 44 34 44 0")}
      {box("M108 76h76v14h-76z")}
      {thing("M118 90v32M174 90v32")}
    </>
  ),
  "alarm-that-flashes": (
    <>
      {solid("M62 90h76v20H62z")}
      {box("M72 90V64c0-36 56-36 56 0v26z")}
      {meant("M100 22V8M60 36L48 26M140 36l12-10M48 66H32M152 66h16")}
    </>
  ),
  pager: (
    <>
      {solid("M64 34h72c6 0 10 4 10 10v42c0 6-4 10-10 10H64c-6 0-10-4-10-10V44c0-6 4-10 10-10z")}
      {box("M68 46h64v22H68z")}
      {ring(80, 82, 4)}
      {meant("M40 44v42M28 52v26M160 44v42M172 52v26")}
    </>
  ),
  refuge: (
    <>
      {ground}
      {solid("M104 122v-20h22V82h22V62h22V42h22v80z")}
      <rect className="measure-drawing__dashed" x="12" y="34" width="80" height="88" />
      <Wheelchair x={42} y={122} />
    </>
  ),
  "refuge-call": (
    <>
      {solid("M66 14h68v104H66z")}
      {meantDisc(100, 82, 18)}
      {thin("M84 30h32M84 40h32M84 50h32")}
      {meant("M148 50c8 8 8 22 0 30M160 40c14 14 14 36 0 50M52 50c-8 8-8 22 0 30M40 40c-14 14-14 36 0 50")}
    </>
  ),
  "evacuation-chair": (
    <>
      {solid("M8 122V98h40V74h40V50h40V26h64v96z")}
      {meant("M98 6l-24 50h-28l-10 30")}
      {box("M52 42h30v12H52z")}
      {disc(82, 14, 8)}
      {ring(40, 88, 7)}
    </>
  ),
  "light-in-parts": (
    <>
      {solid("M12 84h176v38H12z")}
      {thing("M54 8v14M146 8v14")}
      {box("M34 44l12-22h16l12 22z")}
      {solid("M126 44l12-22h16l12 22z")}
      {meant("M54 54v20M38 52l-8 18M70 52l8 18")}
      {thing("M100 84v38")}
    </>
  ),
  "bare-tube": (
    <>
      {thing("M20 12h160M50 12v20M150 12v20")}
      {box("M30 32h140v14H30z")}
      {meant("M50 58l-6 12l10 6l-6 14M100 58l-6 12l10 6l-6 14M150 58l-6 12l10 6l-6 14")}
    </>
  ),
  blinds: (
    <>
      {solid("M40 10h120v112H40z")}
      {box("M40 10h120v58H40z")}
      {thin("M40 22h120M40 34h120M40 46h120M40 58h120M100 68v54")}
      {thing("M150 68v22")}
    </>
  ),
  microphone: (
    <>
      {box("M84 12h32c6 0 6 6 6 10v26c0 12-8 18-22 18s-22-6-22-18V22c0-4 0-10 6-10z")}
      {solid("M92 66h16l-4 54h-8z")}
      {thin("M80 28h40M80 40h40")}
      {meant("M138 24c8 8 8 22 0 30M62 24c-8 8-8 22 0 30")}
    </>
  ),
  "sight-lines": (
    <>
      {disc(100, 18, 9)}
      {thing("M100 27v20M88 36h24")}
      {solid("M22 98h28v20H22zM86 98h28v20H86zM150 98h28v20h-28z")}
      {meant("M36 92L92 46M100 92V56M164 92l-56-46")}
    </>
  ),
  "caption-screen": (
    <>
      <Person x={40} y={122} />
      {box("M82 18h100v62H82z")}
      {thin("M94 36h76M94 48h60M94 60h70")}
      {thing("M132 80v42M112 122h40")}
    </>
  ),
  "chair-with-arms": (
    <>
      {thing("M66 122V14M66 76h66M132 76v46")}
      {solid("M66 74h66v12H66z")}
      {solid("M58 14h12v62H58z")}
      {meant("M68 50h60v24")}
    </>
  ),
  "wide-chair": (
    <>
      {solid("M40 14h120v46H40z")}
      {solid("M36 74h128v14H36z")}
      {thing("M48 60v14M152 60v14M44 88v34M156 88v34")}
      {meant("M42 106h116m-10-7l10 7l-10 7M52 99l-10 7l10 7")}
    </>
  ),
  "wheelchair-at-table": (
    <>
      {ground}
      <Wheelchair x={44} y={122} />
      {box("M66 66h120v10H66z")}
      {thing("M176 76v46")}
    </>
  ),
  "step-free-stage": (
    <>
      {ground}
      {solid("M120 122V90h72v32z")}
      {solid("M40 122l80-32v32z")}
      {meant("M40 122l80-32")}
      {thing("M150 90V58M138 58h26M138 58l4-8h18l4 8")}
    </>
  ),
  "clock-with-day": (
    <>
      {solid("M30 10h140v72H30z")}
      <text className="measure-drawing__word measure-drawing__word--large" x="100" y="46" textAnchor="middle">
        10:45
      </text>
      <text className="measure-drawing__word" x="100" y="70" textAnchor="middle">
        Tuesday 12
      </text>
      {thing("M100 82v24M70 106h60")}
    </>
  ),
  "lie-down": (
    <>
      {ground}
      {box("M16 84h168v18H16z")}
      {thing("M28 102v20M172 102v20")}
      {disc(38, 70, 11)}
      {thing("M52 74h108M84 74l16-14h22")}
    </>
  ),
  "quiet-room": (
    <>
      {solid("M24 12h152v110H24z")}
      {solid("M116 122V44h40v78z")}
      {thin("M124 82v8")}
      {thing("M44 122V64M78 94v28")}
      {box("M40 90h42v9H40z")}
      {meant("M84 24l18 18M102 24l-18 18")}
      {thin("M70 22c6 6 6 16 0 22")}
    </>
  ),
  "room-that-locks": (
    <>
      {ground}
      {solid("M56 122V10h88v112z")}
      {box("M116 62h22v20h-22z")}
      {meant("M121 62v-8c0-8 12-8 12 0v8")}
    </>
  ),
  "dog-water": (
    <>
      {ground}
      {solid("M26 82h56c6 0 8 4 8 8v10H26z")}
      {thing("M34 100v22M46 100v22M74 100v22M86 100v22M26 84l-12-16")}
      {disc(98, 78, 11)}
      {thing("M92 70l-6 12")}
      {box("M122 98h62l-8 24h-46z")}
      {thin("M130 106h46")}
    </>
  ),
  "dog-by-seat": (
    <>
      {ground}
      {thing("M34 122V22M34 80h46v42")}
      {solid("M34 76h46v10H34z")}
      <rect className="measure-drawing__dashed" x="94" y="66" width="96" height="56" />
      {solid("M104 118c0-30 48-30 50 0z")}
      {disc(160, 100, 12)}
      {thing("M152 92l-4 14M104 116c-6 0-6-8-2-12")}
    </>
  ),
  "within-reach": (
    <>
      {ground}
      <Wheelchair x={42} y={122} />
      {solid("M104 122V72h82v50z")}
      {box("M118 60h30v12h-30zM156 52h14v20h-14z")}
      {meant("M50 76l52-8")}
    </>
  ),
  "cup-and-straw": (
    <>
      {solid("M62 46h66l-8 76H70z")}
      {meant("M126 58c32 0 28 44-4 44M64 58c-32 0-28 44 4 44")}
      {meant("M100 46l10-30h18")}
    </>
  ),
  "socket-by-seat": (
    <>
      {ground}
      {thing("M34 122V22M34 80h46v42")}
      {solid("M34 76h46v10H34z")}
      {box("M118 58h48v42h-48z")}
      {thing("M142 66v8M130 84h6M148 84h6")}
      {thin("M118 88c-16 0-18-14-30-14")}
    </>
  ),
  "people-online": (
    <>
      {box("M34 12h132v72H34z")}
      {disc(72, 42, 10)}
      {thing("M54 72c0-20 36-20 36 0")}
      {disc(128, 42, 10)}
      {thing("M110 72c0-20 36-20 36 0")}
      {ring(100, 18, 3)}
      {thing("M100 84v18M60 102h80")}
      {solid("M84 108h32v14H84z")}
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;

type FeatureDrawingId = keyof typeof drawings;

const drawingOf: { readonly [Id in VenueFeatureId]?: FeatureDrawingId } = {
  "drop-off-step-free": "dropped-kerb",
  "step-free-station-route": "way-in-for-all",
  "approach-rest-seats": "bench",
  "approach-surface": "firm-floor",
  "parking-barrier-without-speech": "panel-to-see",
  "entrance-same-for-all": "way-in-for-all",
  "entrance-automatic": "automatic-door",
  "entrance-revolving-bypass": "door-beside",
  "entrance-entry-without-speech": "panel-to-see",
  "entrance-shelter": "shelter",
  "ramp-handrails": "ramp-rails",
  "steps-alternative-to-ramp": "steps-by-ramp",
  "lift-speaks": "floor-shown",
  "lift-tactile-buttons": "lift-buttons",
  "internal-doors-held-open": "held-open-door",
  "stairs-handrails": "stair-rails",
  "stairs-contrast-edges": "step-edges",
  "signage-clear": "sign-with-picture",
  "signage-tactile": "sign-to-feel",
  "glass-marked": "glass-marks",
  "floor-firm": "firm-floor",
  "wheelchair-spaces": "wheelchair-at-table",
  "chairs-with-arms": "chair-with-arms",
  "chairs-wide-no-arms": "wide-chair",
  "room-light-zoned": "light-in-parts",
  "room-light-no-flicker": "bare-tube",
  "room-blinds": "blinds",
  microphones: "microphone",
  "sight-lines": "sight-lines",
  "caption-screen": "caption-screen",
  "power-at-seats": "socket-by-seat",
  "hybrid-kit": "people-online",
  "stage-step-free": "step-free-stage",
  "clock-visible": "clock-with-day",
  "breakout-step-free": "way-in-for-all",
  "quiet-room": "quiet-room",
  "rest-place-lying": "lie-down",
  "private-care-room": "room-that-locks",
  "feeding-expressing-room": "room-that-locks",
  "wheelchair-charging": "socket-by-seat",
  "outdoor-air-step-free": "step-free-out",
  "toilet-accessible": "toilet-rails",
  "toilet-door-opens-out": "door-outwards",
  "toilet-grab-rails": "toilet-rails",
  "toilet-alarm": "alarm-cord",
  "toilet-shelf-hook-bin": "shelf-hook-bin",
  "toilet-ambulant": "toilet-rails",
  "changing-places": "hoist-and-bench",
  "dog-water": "dog-water",
  "dog-floor-space": "dog-by-seat",
  "food-reachable": "within-reach",
  "drink-straws-cups": "cup-and-straw",
  "alarm-visual": "alarm-that-flashes",
  "alarm-visual-toilets": "alarm-that-flashes",
  "alarm-pagers": "pager",
  "exit-step-free": "step-free-out",
  refuge: "refuge",
  "refuge-two-way-call": "refuge-call",
  "evac-chair-trained": "evacuation-chair",
};

/** The drawing of what a question about a feature means, without its frame; undefined where words say enough. */
export function featureDrawing(feature: VenueFeatureId): ReactNode | undefined {
  const id = drawingOf[feature];
  return id === undefined ? undefined : drawings[id];
}
