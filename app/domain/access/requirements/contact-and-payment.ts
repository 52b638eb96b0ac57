// How to reach a person, travel costs and help with claims.
import { requirementsOf } from "#app/domain/access/requirement.ts";

export const contactAndPayment = requirementsOf("contact-and-payment", {
  "contact-text": {
    label: "Contact me by text or email, not by phone.",
    help: "Tell us the number or address.",
    sensitivity: "low",
    aisCategory: "contact-method",
    sources: ["gmcdp", "sol"],
  },
  "contact-phone": {
    label: "Contact me by phone. I do not use email.",
    help: "Tell us good times to call.",
    sensitivity: "low",
    aisCategory: "contact-method",
    bookings: [{ support: "papers-phone-through" }],
    formats: { choose: "one", from: ["phone-spoken", "paper-by-post"] },
    sources: ["scie-planning"],
  },
  "contact-post": {
    label: "Send me things by post.",
    help: "Post takes longer, so we send things earlier.",
    sensitivity: "low",
    aisCategory: "contact-method",
    timetable: { papersOutWorkingDays: 10 },
    formats: { choose: "all", from: ["paper-by-post"] },
    sources: ["scie-planning"],
  },
  "contact-supporter": {
    label: "Contact my supporter as well as me.",
    help: "Only with your say-so.",
    sensitivity: "personal",
    aisCategory: "contact-method",
    sources: ["ais-2025"],
  },
  "video-relay-contact": {
    label: "Contact me in BSL by video relay.",
    help: "Tell us which service you use.",
    sensitivity: "personal",
    aisCategory: "contact-method",
    sources: ["ais-2025"],
  },
  "claim-help-needed": {
    label: "I need help with the payment or expenses form.",
    help: "By phone, in person or in another format.",
    sensitivity: "low",
    bookings: [{ support: "claim-help" }],
    sources: ["lanarkshire", "scie-expenses"],
  },
  "paid-promptly-discreetly": {
    label: "I need to be paid quickly and in private.",
    help: "Tell us what works: bank, cash for travel, or paid for you in advance.",
    sensitivity: "personal",
    bookings: [{ support: "claim-help" }],
    sources: ["lanarkshire", "crohns"],
  },
});
