// The world around a message, a modal or the Home, for what is drawn in it.

const locals = new Map();
const timers = new Map();

/** What blocks, texts and messages need to know of the world around them. */
export function contextOf(app) {
  const { state, me, ui, forms, workspace } = app;
  const name = (list, id) => list.find((one) => one.id === id)?.name || id;
  return {
    me,
    forms,
    render: app.render,
    confirm: app.confirm,
    people: state.people,
    channels: state.channels,
    userName: (id) => name(state.people, id),
    channelName: (id) => name(state.channels, id),
    isPrivate: (id) => state.channels.some((one) => one.id === id && one.is_private),
    goTo: app.open,
    local(key, make) {
      if (!locals.has(key)) locals.set(key, make());
      return locals.get(key);
    },
    later(key, run) {
      clearTimeout(timers.get(key));
      timers.set(key, setTimeout(run, 200));
    },
    isBusy: (place, element) => ui.busy.has(busyKey(place, element)),
    async action(place, element, value) {
      const key = busyKey(place, element);
      if (element.type.endsWith("button") && ui.busy.has(key)) return;
      ui.busy.add(key);
      app.render();
      const held = value === undefined ? {} : { value };
      await app.act({
        do: "action",
        ...place.surface.target,
        block_id: place.blockId,
        action_id: element.action_id,
        ...held,
        state: forms.state(place.surface),
      });
      ui.busy.delete(key);
      app.render();
    },
    options: (place, element, value) =>
      workspace.act({
        as: state.as,
        do: "options",
        ...place.surface.target,
        block_id: place.blockId,
        action_id: element.action_id,
        value,
      }),
  };
}

const busyKey = (place, element) => [place.surface.key, place.blockId, element.action_id].join("\n");
