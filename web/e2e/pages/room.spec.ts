import type { Page } from "@playwright/test";
import type { RoomStandIn, Scene } from "../stand-in/room.ts";
import { expect, inBothThemes, lasting as test } from "./fixtures.ts";

const SAID: Scene["after"] = [
  ["Said", { text: "Welcome, both. Today’s reading stays here if you want it later." }, "therapist"],
  ["Said", { text: "Thank you. I have it open." }, "partner-1"],
  ["Said", { text: "I would like to come back to the second card." }, "partner-2"],
];
const where = { run: 1, step: "sort", round: 1 };

type Look = [
  name: string,
  scene: Scene,
  says: string | RegExp,
  act?: (page: Page, room: RoomStandIn) => Promise<unknown>,
];

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole("button", { name, exact: true }).first().click();

const PARTNER: Look[] = [
  ["door-early", { seat: "partner-1", here: ["partner-1"], now: "2026-05-14T12:10:00Z" }, "The door opens at 14:20."],
  ["door", { seat: "partner-1", here: ["partner-1"], now: "2026-05-14T12:22:00Z" }, /You are here/],
  ["between", { seat: "partner-1", upTo: ["DoorOpened"] }, "Marta is here and begins with a talk"],
  ["sort", { seat: "partner-1", upTo: ["CardPlaced", 8] }, /When this happens between us/],
  [
    "timer",
    {
      seat: "partner-1",
      upTo: ["StepOpened", 2],
      after: [["TimerSet", { from: "2026-05-14T12:52:30Z", seconds: 240 }, "therapist"]],
    },
    "Read together",
  ],
  ["chat", { seat: "partner-1", upTo: ["RowChosen"], after: SAID }, /both your sorts/, press(/^Chat/)],
  ["leave", { seat: "partner-1", upTo: ["RowChosen"] }, /both your sorts/, press("Leave")],
  ["word-ask", { seat: "partner-1", upTo: ["RowChosen"] }, /both your sorts/, press("A word alone")],
  [
    "word-noted",
    { seat: "partner-1", upTo: ["RowChosen"], after: [["WordAloneAsked", {}, "partner-1"]] },
    /both your sorts/,
  ],
  [
    "alone",
    { seat: "partner-1", upTo: ["RowChosen"], after: [["AloneTurnGiven", { with: "partner-1" }]] },
    "Only you and Marta are here",
  ],
  [
    "alone-waiting",
    { seat: "partner-2", upTo: ["RowChosen"], here: ["partner-2"], after: [["AloneTurnGiven", { with: "partner-1" }]] },
    "Marta speaks with each of you in turn",
  ],
  ["pause", { seat: "partner-1", upTo: ["PauseBegan"] }, "A short pause"],
  ["help", { seat: "partner-1", upTo: ["RowChosen"] }, /both your sorts/, press("Help")],
  [
    "left-closed",
    {
      seat: "partner-1",
      upTo: ["WorkFinished"],
      after: [["StepLeftClosed", { where: { ...where, step: "both-sorts" }, steps: ["sort"] }]],
    },
    /We leave this one closed/,
  ],
  [
    "reconnecting",
    { seat: "partner-1", upTo: ["CardPlaced", 8] },
    /When this happens between us/,
    async (page, room) => {
      await room.cut();
      await expect(page.getByText("The connection is gone. We are trying again.")).toBeVisible({ timeout: 15_000 });
    },
  ],
  [
    "partner-gone",
    { seat: "partner-1", upTo: ["CardPlaced", 8], here: ["partner-1", "therapist"] },
    /When this happens/,
  ],
  ["after", { seat: "partner-1", upTo: ["ExerciseEnded"], after: [["RoomClosed", {}, "therapist"]] }, "Thank you."],
];

const THERAPIST: Look[] = [
  ["door", { seat: "therapist", now: "2026-05-14T12:28:00Z" }, "Both are at the door"],
  [
    "door-one",
    { seat: "therapist", here: ["partner-1", "therapist"], now: "2026-05-14T12:40:00Z" },
    "Only Noor has come so far",
  ],
  ["nothing", { seat: "therapist", upTo: ["DoorOpened"] }, "Nothing is running"],
  ["choose", { seat: "therapist", upTo: ["DoorOpened"] }, "Nothing is running", press("Start an exercise")],
  [
    "sort",
    {
      seat: "therapist",
      upTo: ["WorkFinished"],
      after: [...(SAID ?? []), ["TimerSet", { from: "2026-05-14T12:51:10Z", seconds: 420 }, "therapist"]],
    },
    "Sort on your own",
  ],
  ["sealed", { seat: "therapist", upTo: ["OpenableChanged"] }, "Sort on your own"],
  ["reveal-ask", { seat: "therapist", upTo: ["OpenableChanged"] }, "Sort on your own", press(/Reveal both/)],
  ["close-ask", { seat: "therapist", upTo: ["WorkFinished"] }, "Sort on your own", press("Leave closed")],
  ["floor", { seat: "therapist", upTo: ["WorkFinished"] }, "Sort on your own", press("Give the floor")],
  ["more", { seat: "therapist", upTo: ["WorkFinished"] }, "Sort on your own", press("More")],
  ["both-sorts", { seat: "therapist", upTo: ["RowChosen"], after: SAID }, /both your sorts/],
  [
    "alone",
    {
      seat: "therapist",
      upTo: ["RowChosen"],
      after: [
        ["WordAloneAsked", {}, "partner-1"],
        ["AloneTurnGiven", { with: "partner-1" }],
      ],
    },
    "A word alone",
  ],
  [
    "word-asked",
    { seat: "therapist", upTo: ["RowChosen"], after: [["WordAloneAsked", {}, "partner-1"]] },
    /both your sorts/,
  ],
  ["pause", { seat: "therapist", upTo: ["PauseBegan"] }, "A short pause"],
  ["end-ask", { seat: "therapist", upTo: ["RowChosen"] }, /both your sorts/, press("End session")],
  [
    "ended",
    { seat: "therapist", upTo: ["ExerciseEnded"], after: [["RoomClosed", {}, "therapist"]] },
    "The session has ended.",
  ],
];

const PHONE = { size: "phone", viewport: { width: 390, height: 844 } };
const DESKTOP = { size: "desktop", viewport: { width: 1440, height: 900 } };
type Size = typeof PHONE;
/** On a phone these stand in the sheet. */
const WIDE_ONLY = new Set(["floor", "more", "end-ask"]);

for (const [side, looks] of Object.entries({ partner: PARTNER, therapist: THERAPIST })) {
  for (const look of looks) {
    const [name, , , act] = look;
    if (act === undefined) {
      test(`${side} ${name} can be read by everybody`, ({ page, enter }) =>
        read(page, enter, side, look, [PHONE, DESKTOP]));
    } else {
      // What is opened by a press, a sheet here and a panel there, is opened in each size anew.
      for (const each of side === "therapist" && WIDE_ONLY.has(name) ? [DESKTOP] : [PHONE, DESKTOP]) {
        test(`${side} ${name} can be read by everybody, ${each.size}`, ({ page, enter }) =>
          read(page, enter, side, look, [each]));
      }
    }
  }
}

type Enter = (scene: Scene) => Promise<RoomStandIn>;

async function read(page: Page, enter: Enter, side: string, look: Look, sizes: [Size, ...Size[]]): Promise<void> {
  const [name, scene, says, act] = look;
  await page.setViewportSize(sizes[0].viewport);
  const room = await enter(scene);
  await expect(page.getByRole("heading", { name: says }).first()).toBeVisible();
  await act?.(page, room);
  for (const { size, viewport } of sizes) {
    await page.setViewportSize(viewport);
    await inBothThemes(page, `${side}-${name}-${size}`);
  }
}
