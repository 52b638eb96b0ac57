// Small drawings beside questions about a venue: what is wanted measured, one for each kind of measurement, and what is meant. They are
// decoration: the question and its hint say the same in words, so nothing is lost without them.
import type { ReactElement, ReactNode } from "react";
import type { VenueFeatureId } from "#app/domain/access/venue-features.ts";
import { featureDrawing } from "#app/ui/feature-drawings.tsx";

type DrawingId =
  | "door-width"
  | "sliding-door"
  | "threshold"
  | "slope"
  | "path-width"
  | "distance"
  | "turning-space"
  | "aisle"
  | "area"
  | "counter"
  | "table-knee"
  | "table-top"
  | "toilet-left"
  | "toilet-right"
  | "toilet-width"
  | "toilet-length"
  | "car-width"
  | "car-depth"
  | "bay-width"
  | "bay-length"
  | "clearance"
  | "light-on-table"
  | "light-on-face"
  | "sound"
  | "loop"
  | "plate"
  | "temperature"
  | "push";

const drawingOf: { readonly [Id in VenueFeatureId]?: DrawingId } = {
  "parking-bay-width": "bay-width",
  "parking-bay-length": "bay-length",
  "parking-bay-distance": "distance",
  "parking-height-clearance": "clearance",
  "drop-off-distance": "distance",
  "bus-stop-distance": "distance",
  "approach-width": "path-width",
  "approach-gradient": "slope",
  "entrance-threshold": "threshold",
  "entrance-door-width": "door-width",
  "entrance-door-force": "push",
  "step-free-route-to-room": "threshold",
  "ramp-gradient": "slope",
  "ramp-width": "path-width",
  "lift-car-width": "car-width",
  "lift-car-depth": "car-depth",
  "lift-door-width": "sliding-door",
  "lift-safe-load": "plate",
  "corridor-width": "path-width",
  "internal-door-width": "door-width",
  "reception-low-section": "counter",
  "reception-loop": "loop",
  "route-length": "distance",
  "room-turning-space": "turning-space",
  "room-aisle-width": "aisle",
  "room-area-per-person": "area",
  "table-knee-height": "table-knee",
  "table-surface-height": "table-top",
  "room-task-light": "light-on-table",
  "room-face-light": "light-on-face",
  "room-noise": "sound",
  "room-reverberation": "sound",
  "loop-present": "loop",
  "loop-tested-recently": "loop",
  "temperature-range": "temperature",
  "fridge-medication": "temperature",
  "toilet-distance": "distance",
  "toilet-width": "toilet-width",
  "toilet-length": "toilet-length",
  "toilet-door-width": "door-width",
  "toilet-transfer-left": "toilet-left",
  "toilet-transfer-right": "toilet-right",
  "toilet-any-distance": "distance",
  "changing-places-area": "area",
  "changing-places-hoist-load": "plate",
};

/** Says whether there is a drawing of what to measure, or of what is meant, for a feature. */
export function hasDrawing(feature: VenueFeatureId): boolean {
  return drawingFor(feature) !== undefined;
}

function drawingFor(feature: VenueFeatureId): ReactNode | undefined {
  const id = drawingOf[feature];
  return id === undefined ? featureDrawing(feature) : drawings[id];
}

/** What to measure or what is meant, drawn; nothing where there is no drawing. Not read out: the hint says it in words. */
export function MeasureDrawing({ feature }: { readonly feature: VenueFeatureId }): ReactElement | null {
  const drawing = drawingFor(feature);
  if (drawing === undefined) return null;
  return (
    <svg className="measure-drawing" viewBox="0 0 200 130" width="200" height="130" aria-hidden="true" focusable="false">
      {drawing}
    </svg>
  );
}

type Point = readonly [x: number, y: number];

// What is measured: a line with a mark across each end, the way people hold a tape.
function Measured({ from, to }: { readonly from: Point; readonly to: Point }): ReactElement {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [alongX, alongY] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const mark = ([x, y]: Point): string => `M${x - alongY * 7} ${y + alongX * 7}L${x + alongY * 7} ${y - alongX * 7}`;
  const head = ([x, y]: Point, way: 1 | -1): string => {
    const [backX, backY] = [x - way * alongX * 9, y - way * alongY * 9];
    return `M${backX - alongY * 5} ${backY + alongX * 5}L${x} ${y}L${backX + alongY * 5} ${backY - alongX * 5}`;
  };
  return (
    <path
      className="measure-drawing__measured"
      d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}${mark(from)}${mark(to)}${head(to, 1)}${head(from, -1)}`}
    />
  );
}

const thing = (d: string): ReactElement => <path className="measure-drawing__thing" d={d} />;
const solid = (d: string): ReactElement => <path className="measure-drawing__solid" d={d} />;
const thin = (d: string): ReactElement => <path className="measure-drawing__thin" d={d} />;

// A toilet seen from above, its back to the top wall: whoever sits on it looks down the page, so their left is on the right.
const toilet = (
  <>
    {solid("M82 14h36v18H82z")}
    {solid("M85 34h30v14c0 22-6 32-15 32s-15-10-15-32z")}
  </>
);
const toiletRoom = solid("M22 10h156v110H22z");

const drawings: Readonly<Record<DrawingId, ReactNode>> = {
  "door-width": (
    <>
      {thing("M20 122h160")}
      {solid("M52 122V12h88v110")}
      {solid("M140 12l34 12v104l-34-6z")}
      {thing("M166 74v8")}
      <Measured from={[54, 70]} to={[138, 70]} />
    </>
  ),
  "sliding-door": (
    <>
      {solid("M30 122V12h140v110z")}
      {thing("M62 122V12M138 122V12")}
      {thin("M46 66h8M46 66l4-4M46 66l4 4M154 66h-8M154 66l-4-4M154 66l-4 4")}
      <Measured from={[64, 78]} to={[136, 78]} />
    </>
  ),
  threshold: (
    <>
      {solid("M8 112h104V86h80v38H8z")}
      {thing("M150 86V14h10v72")}
      <circle className="measure-drawing__thing" cx="46" cy="78" r="33" />
      <circle className="measure-drawing__thing" cx="46" cy="78" r="4" />
      <Measured from={[96, 112]} to={[96, 86]} />
      {thin("M84 86h28")}
    </>
  ),
  slope: (
    <>
      {solid("M14 102h146V52z")}
      <Measured from={[14, 118]} to={[160, 118]} />
      <Measured from={[176, 102]} to={[176, 52]} />
      <text className="measure-drawing__word" x="87" y="96" textAnchor="middle">
        length
      </text>
      <text className="measure-drawing__word" x="176" y="42" textAnchor="middle">
        rise
      </text>
    </>
  ),
  "path-width": (
    <>
      {solid("M10 124L84 12h32l74 112z")}
      {solid("M132 62l4-22h24l4 44c-8 6-26 6-30 0z")}
      {thing("M132 40h32")}
      <Measured from={[46, 80]} to={[130, 80]} />
    </>
  ),
  distance: (
    <>
      {thing("M10 110h180")}
      <circle className="measure-drawing__solid" cx="26" cy="56" r="14" />
      {thing("M26 70v40M26 49v14")}
      {solid("M150 110V44h34v66z")}
      {thing("M158 78v8")}
      {thin("M46 96h8m8 0h8m8 0h8m8 0h8m8 0h8m8 0h8")}
      <Measured from={[26, 122]} to={[152, 122]} />
    </>
  ),
  "turning-space": (
    <>
      {solid("M12 10h176v112H12z")}
      {solid("M12 34h30v60H12zM158 34h30v60h-30z")}
      <circle className="measure-drawing__dashed" cx="100" cy="66" r="46" />
      <Measured from={[56, 66]} to={[144, 66]} />
    </>
  ),
  aisle: (
    <>
      {solid("M14 14h54v40H14zM14 78h54v40H14zM132 14h54v40h-54zM132 78h54v40h-54z")}
      <Measured from={[70, 66]} to={[130, 66]} />
      {thin("M68 54v24M132 54v24")}
    </>
  ),
  area: (
    <>
      {solid("M40 10h146v90H40z")}
      <Measured from={[40, 116]} to={[186, 116]} />
      <Measured from={[20, 100]} to={[20, 10]} />
      <text className="measure-drawing__word" x="113" y="60" textAnchor="middle">
        floor
      </text>
    </>
  ),
  counter: (
    <>
      {thing("M10 122h180")}
      {solid("M70 122V72h48v50zM118 122V36h62v86z")}
      {thing("M66 72h52M114 36h70")}
      <Measured from={[46, 121]} to={[46, 72]} />
      {thin("M38 72h28")}
    </>
  ),
  "table-knee": (
    <>
      {thing("M10 122h180")}
      {solid("M24 34h152v14H24z")}
      {thing("M36 48v74M164 48v74")}
      <Measured from={[100, 121]} to={[100, 49]} />
    </>
  ),
  "table-top": (
    <>
      {thing("M10 122h180")}
      {solid("M52 34h132v14H52z")}
      {thing("M64 48v74M172 48v74")}
      <Measured from={[28, 121]} to={[28, 34]} />
      {thin("M20 34h32")}
    </>
  ),
  "toilet-left": (
    <>
      {toiletRoom}
      {toilet}
      <Measured from={[117, 54]} to={[177, 54]} />
      <text className="measure-drawing__word" x="147" y="88" textAnchor="middle">
        left
      </text>
    </>
  ),
  "toilet-right": (
    <>
      {toiletRoom}
      {toilet}
      <Measured from={[23, 54]} to={[83, 54]} />
      <text className="measure-drawing__word" x="53" y="88" textAnchor="middle">
        right
      </text>
    </>
  ),
  "toilet-width": (
    <>
      {toiletRoom}
      {toilet}
      <Measured from={[23, 100]} to={[177, 100]} />
    </>
  ),
  "toilet-length": (
    <>
      {toiletRoom}
      {toilet}
      <Measured from={[150, 11]} to={[150, 119]} />
    </>
  ),
  "car-width": (
    <>
      {solid("M40 116V12h120v104")}
      {thing("M40 116h24M136 116h24")}
      {thin("M64 116h72")}
      <Measured from={[42, 64]} to={[158, 64]} />
    </>
  ),
  "car-depth": (
    <>
      {solid("M40 116V12h120v104")}
      {thing("M40 116h24M136 116h24")}
      {thin("M64 116h72")}
      <Measured from={[100, 115]} to={[100, 14]} />
    </>
  ),
  "bay-width": (
    <>
      {thing("M14 10v96M126 10v96M186 10v96")}
      {solid("M44 20h52c8 0 8 8 8 8v62c0 8-8 8-8 8H44c-8 0-8-8-8-8V28c0-8 8-8 8-8z")}
      {thin("M36 40h68M36 78h68")}
      {thin("M126 38l60-28M126 72l60-28M126 106l60-28M150 106l36-17")}
      <Measured from={[14, 119]} to={[186, 119]} />
    </>
  ),
  "bay-length": (
    <>
      {thing("M186 22H30M186 96H30M30 22v74")}
      {solid("M62 32h92c10 0 10 8 10 8v38c0 8-10 8-10 8H62c-10 0-10-8-10-8V40c0-8 10-8 10-8z")}
      {thin("M84 32v54M132 32v54")}
      <Measured from={[30, 114]} to={[186, 114]} />
    </>
  ),
  clearance: (
    <>
      {thing("M10 122h180")}
      {solid("M24 122V18h-8v104zM16 18h172v10H16z")}
      {solid("M86 112V56h62l26 26v30z")}
      <circle className="measure-drawing__solid" cx="104" cy="112" r="10" />
      <circle className="measure-drawing__solid" cx="156" cy="112" r="10" />
      <Measured from={[54, 121]} to={[54, 29]} />
    </>
  ),
  "light-on-table": (
    <>
      {thing("M100 6v14")}
      {solid("M80 42l10-22h20l10 22z")}
      {thin("M100 50v34M84 50l-14 30M116 50l14 30")}
      {solid("M30 98h140v10H30z")}
      {thing("M44 108v16M156 108v16")}
      <rect className="measure-drawing__meter" x="82" y="84" width="36" height="14" rx="3" />
    </>
  ),
  "light-on-face": (
    <>
      {thing("M54 6v8")}
      {solid("M36 34l8-20h20l8 20z")}
      {thin("M62 42l18 18M78 38l24 20")}
      <circle className="measure-drawing__solid" cx="138" cy="64" r="26" />
      {thing("M122 58v5M134 58v5M124 76h12")}
      {solid("M104 126c0-24 14-34 34-34s34 10 34 34z")}
      <rect className="measure-drawing__meter" x="86" y="58" width="20" height="28" rx="3" />
    </>
  ),
  sound: (
    <>
      {solid("M74 22h40c6 0 6 6 6 6v82c0 6-6 6-6 6H74c-6 0-6-6-6-6V28c0-6 6-6 6-6z")}
      <rect className="measure-drawing__meter" x="78" y="38" width="32" height="26" rx="3" />
      {thing("M84 86h20M84 98h20")}
      {thin("M138 48c10 12 10 30 0 42M152 36c18 20 18 46 0 66M50 48c-10 12-10 30 0 42M36 36c-18 20-18 46 0 66")}
    </>
  ),
  loop: (
    <>
      {solid("M16 16h168v98H16z")}
      <rect className="measure-drawing__dashed" x="30" y="30" width="140" height="70" rx="6" />
      {thing("M86 84c-14-4-18-18-14-28 6-14 28-16 36-2 6 12-2 18-6 24-4 8-6 16-14 16")}
      {thing("M86 62c2-8 12-8 14 0 0 6-6 6-6 12")}
      {thing("M124 50l14 0M131 50v22")}
    </>
  ),
  plate: (
    <>
      {solid("M30 22h140v88H30z")}
      <circle className="measure-drawing__thing" cx="42" cy="34" r="3" />
      <circle className="measure-drawing__thing" cx="158" cy="34" r="3" />
      <circle className="measure-drawing__thing" cx="42" cy="98" r="3" />
      <circle className="measure-drawing__thing" cx="158" cy="98" r="3" />
      <rect className="measure-drawing__meter" x="62" y="52" width="50" height="28" rx="3" />
      <text className="measure-drawing__word" x="132" y="73" textAnchor="middle">
        kg
      </text>
    </>
  ),
  temperature: (
    <>
      {solid("M88 74V24c0-16 24-16 24 0v50c18 12 10 44-12 44s-30-32-12-44z")}
      <circle className="measure-drawing__meter" cx="100" cy="94" r="10" />
      <path className="measure-drawing__measured" d="M100 84V44" />
      {thing("M120 30h12M120 46h12M120 62h12")}
    </>
  ),
  push: (
    <>
      {thing("M10 122h130")}
      {solid("M30 122V12h70v110z")}
      <circle className="measure-drawing__solid" cx="88" cy="70" r="5" />
      <path className="measure-drawing__measured" d="M94 70h16M150 70h34m-9-6l9 6l-9 6" />
      <rect className="measure-drawing__meter" x="110" y="58" width="40" height="24" rx="4" />
    </>
  ),
};
