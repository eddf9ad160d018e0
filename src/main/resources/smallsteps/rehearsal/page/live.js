// The wire: /state fetched anew when /live says that something changed, /act for what a person does.

import { language, t } from "./words.js";

export class Workspace {
  #on;
  #wanted = null;
  #running = null;
  #again = false;
  #wait = 500;

  /** `on.wanted()` names the person to begin as, `on.first(state)` who that is where none is; `on.arrived(state)` and `on.online(bool)` hear what happens. */
  constructor(on) {
    this.#on = on;
  }

  async start() {
    this.#wanted = this.#on.wanted();
    await this.refresh();
    this.#listen();
  }

  switchTo(userId) {
    this.#wanted = userId;
    return this.refresh();
  }

  /** Never more than one fetch under way: whoever asks meanwhile gets the one after it. */
  refresh() {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#fetchAll().finally(() => (this.#running = null));
    return this.#running;
  }

  async #fetchAll() {
    do {
      this.#again = false;
      await this.#fetchOnce();
    } while (this.#again);
  }

  async #fetchOnce() {
    const as = this.#wanted;
    try {
      const response = await fetch(
        `/state?lang=${language()}` + (as ? "&as=" + encodeURIComponent(as) : ""),
        {
          cache: "no-store",
        },
      );
      const state = await response.json();
      this.#on.online(true);
      if (!state.people) {
        // The address may name somebody of another rehearsal: begin as whoever is first here.
        if (!as) throw new Error(state.error || response.statusText);
        this.#wanted = null;
        this.#again = true;
      } else if (!state.people.some((one) => one.id === as && !one.is_bot)) {
        this.#wanted = this.#on.first(state);
        this.#again = true;
      } else if (as === this.#wanted) this.#on.arrived({ ...state, as });
    } catch (problem) {
      console.warn("The rehearsal's state couldn't be read", problem);
      this.#on.online(false);
    }
  }

  async act(body) {
    try {
      const response = await fetch("/act", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      const answer = await response.json();
      return response.ok
        ? answer
        : {
            ok: false,
            error: answer.error || t("The rehearsal answered {status}.", { status: response.status }),
          };
    } catch {
      return { ok: false, error: t("The rehearsal doesn't answer. Is it still running?") };
    }
  }

  #listen() {
    const socket = new WebSocket(location.origin.replace(/^http/, "ws") + "/live");
    socket.onopen = () => (this.#wait = 500);
    socket.onmessage = () => this.refresh();
    socket.onclose = () => {
      this.#on.online(false);
      setTimeout(() => this.#listen(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, 5000);
    };
  }
}
