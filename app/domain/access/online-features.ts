// Ways to run the online part of a meeting.

export type OnlineFeature = { readonly label: string };

export const onlineFeatures = {
  "camera-on-when-signing": { label: "Everyone who signs keeps the camera on" },
  "camera-on-when-speaking": { label: "Camera on while speaking, for those who can" },
  "camera-optional": { label: "Cameras are a choice" },
  "captions-auto": { label: "Platform captions switched on" },
  "captions-hideable": { label: "Each person turns captions on or off for themselves" },
  "captions-human": { label: "Captions typed by a person" },
  "chat-host-only": { label: "Chat goes to the host only" },
  "chat-optional-and-read-aloud": { label: "Chat can be used and is read aloud" },
  "describe-visuals": { label: "What is on the screen is said aloud" },
  "dial-in-phone": { label: "Ordinary phone number, free to call" },
  "gallery-fixed": { label: "Fixed order of faces" },
  "host-phone-help": { label: "Phone number for technical help during the call" },
  "interpreter-pinned": { label: "Interpreter spotlighted or pinned for those who want it" },
  "keyboard-only-controls": { label: "All controls work by keyboard" },
  "low-bandwidth": { label: "Works with little data; slides sent before" },
  "mute-on-entry": { label: "Muted on entry" },
  "named-breakout": { label: "Small groups with people known beforehand, or stay in the main room" },
  "no-flashing-share": { label: "No flashing or fast-moving content" },
  "no-recording": { label: "Recording off and said aloud" },
  "no-virtual-background-blur": { label: "Plain real background that does not cut off hands" },
  "noise-suppression": { label: "Noise filter on, but off for music" },
  "platform-choice": { label: "Attendees choose between at least two platforms or the phone" },
  "practice-call": { label: "Practice call offered" },
  "qa-box": { label: "Question box instead of chat" },
  "recording-with-consent": { label: "Recording only if all agree; kept safe; deleted by a date" },
  "remote-first-turns": { label: "Remote people are asked first on each item" },
  "room-mic-for-each-speaker": { label: "Everyone in the room uses a microphone" },
  "screen-reader-tested-platform": { label: "Platform tested with a screen reader this year" },
  "second-device-for-interpreter": { label: "Second device or window allowed for interpreter or captions" },
  "separate-session": { label: "Separate session or link" },
  "slides-sent-before": { label: "Slides sent before" },
  "transcript-after": { label: "Corrected transcript sent afterwards" },
} satisfies Record<string, OnlineFeature>;

export type OnlineFeatureId = keyof typeof onlineFeatures;
