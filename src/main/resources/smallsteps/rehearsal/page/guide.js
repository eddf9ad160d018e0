// Three scenes to walk through for somebody who has never seen the bot. Each step says what to do, and goes on by
// itself when the workspace shows that it was done.

import { h } from "./dom.js";
import { language, t } from "./words.js";

/** Messages that came since the step began, in the channel or (`im`) from the bot alone. */
const since = (app, at) =>
  (app.state.messages[at] || []).filter((one) => Number(one.ts) * 1000 > app.ui.guide.since);

const here = (app) => since(app, app.ui.at);

/** Some action_ids go on with which of several it is. */
const holds = (one, actionId) => JSON.stringify(one.blocks || []).includes(`_id":"${actionId}`);

const isBots = (app, one) => one.bot_id === app.state.app.bot_id;

const im = (app) => app.state.channels.find((one) => one.is_im)?.id;

/** `go` lets the time pass there, `done` sees that the step is over; without it one presses on. */
const SCENES = () => [
  {
    id: "nudge",
    name: t("A nudge and two minutes"),
    steps: [
      {
        text: t("Each Monday at 09:00 the bot brings this channel a principle and something small to do."),
        go: ["nudge", t("Let Monday come")],
        done: (app) => here(app).some((one) => holds(one, "microaction_minutes")),
      },
      {
        text: t("There it is. Press “2 min” under it: you get one small thing to do, which only you see."),
        done: (app) => here(app).some((one) => one.ephemeral && holds(one, "microaction_promise")),
      },
      {
        text: t("Take it on: press the green button under the answer."),
        done: (app) => here(app).some((one) => one.ephemeral && holds(one, "microaction_never_mind")),
      },
      {
        text: t("Later the same week you are asked how it went, once and in private."),
        go: ["wednesday 15:00", t("Let Wednesday come")],
        done: (app) => since(app, im(app)).some((one) => holds(one, "microaction_did")),
      },
      {
        text: t("“Did you do it?” The bot has written to you alone. “Not yet” is a good answer too."),
        show: [im, t("Show me")],
      },
    ],
  },
  {
    id: "too",
    name: t("I did it too"),
    steps: [
      {
        text: t("Someone has told the channel of a small thing. Press “I did it too” under it."),
        done: (app) => app.state.modals.length > 0,
      },
      {
        text: t("Write what you did, or nothing at all, and send it."),
        done: (app) => app.state.modals.length === 0,
      },
      {
        text: t("It stands in the thread, and counts how many people an idea has reached. Nobody is ranked."),
      },
    ],
  },
  {
    id: "digest",
    name: t("Friday's digest"),
    steps: [
      {
        text: t("On Friday at 15:00 the channel sees what the week held."),
        go: ["friday 15:00", t("Let Friday come")],
        done: (app) => here(app).some((one) => isBots(app, one) && holds(one, "digest_actions")),
      },
      {
        text: t(
          "It tells of small things and what was learned. People are counted only where they are many, and never named for what they did not do.",
        ),
      },
    ],
  },
];

export function begin(app, id) {
  const opening = app.state.opens[language()];
  if (opening) app.open(opening.at, opening.as);
  app.ui.guide = { scene: id, step: 0, since: app.now() - 1 };
  app.render();
}

/** Before each drawing: on to the next step where this one is done. */
export function follow(app) {
  const { guide } = app.ui;
  const step = stepOf(guide);
  if (step?.done && app.state.as === (guide.as ??= app.state.as) && step.done(app)) next(app);
}

const sceneOf = (guide) => SCENES().find((one) => one.id === guide.scene);
const stepOf = (guide) => guide.scene && sceneOf(guide)?.steps[guide.step];

/** What a step brought is what the next one looks at. */
function next(app) {
  const { guide } = app.ui;
  guide.step++;
  if (!stepOf(guide)) app.ui.guide = { scene: null };
}

export function guide(app) {
  const now = app.ui.guide;
  if (now.isClosed || !Object.keys(app.state.opens).length) return null;
  const step = stepOf(now);
  return h(
    "section",
    { class: "guide", key: "guide", "data-testid": "guide", "aria-label": t("Guide") },
    step ? shown(app, sceneOf(now), step) : choice(app),
    h(
      "button",
      {
        type: "button",
        class: "button quiet small",
        "data-testid": "guide-close",
        "aria-label": step ? t("Leave this scene") : t("Close the guide"),
        onclick: () => {
          app.ui.guide = step ? { scene: null } : { isClosed: true };
          app.render();
        },
      },
      "×",
    ),
  );
}

function choice(app) {
  return h(
    "div",
    { class: "guide-body" },
    h(
      "p",
      null,
      h("strong", null, t("New here?")),
      " ",
      t("Walk through a scene; each takes less than a minute."),
    ),
    h(
      "div",
      { class: "row guide-scenes" },
      SCENES().map((one) =>
        h(
          "button",
          {
            key: one.id,
            type: "button",
            class: "button small",
            "data-testid": "guide-scene",
            "data-scene": one.id,
            onclick: () => begin(app, one.id),
          },
          one.name,
        ),
      ),
    ),
  );
}

function shown(app, scene, step) {
  const at = app.ui.guide.step;
  const act = (label, onclick) =>
    h(
      "button",
      {
        type: "button",
        class: "button primary small",
        "data-testid": "guide-go",
        disabled: Boolean(app.state.clock.goal),
        onclick,
      },
      label,
    );
  const isLast = at === scene.steps.length - 1;
  const on = () => {
    if (step.show) app.open(step.show[0](app));
    next(app);
    app.render();
  };
  return h(
    "div",
    { class: "guide-body", role: "status" },
    h("p", { class: "small" }, `${scene.name} · ${at + 1}/${scene.steps.length}`),
    h("p", { "data-testid": "guide-text" }, step.text),
    step.go && act(step.go[1], () => app.act({ do: "travel", to: step.go[0] })),
    step.show && act(step.show[1], on),
    !step.done && !step.show && act(isLast ? t("Well done: to the scenes") : t("On"), on),
  );
}
