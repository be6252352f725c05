import type { State } from "../protocol.ts";
import { type Acting, createActing } from "./acting.ts";
import { createComposer } from "./composer/composer.ts";
import { fixedValues } from "./composer/fixed-values.ts";
import type { Api } from "./connection.ts";
import { make } from "./dom/mount.ts";
import { createInspector } from "./inspector/inspector.ts";
import { createView } from "./message/create-view.ts";
import { createMessageList } from "./message/message-list.ts";
import { type MenuAnchor, openMessageMenu } from "./message/message-menu.ts";
import { openModal } from "./modal/modal.ts";
import { createAnnouncer } from "./shell/announcer.ts";
import { createBanner } from "./shell/banner.ts";
import { createDrawer } from "./shell/drawer.ts";
import { createHeader } from "./shell/header.ts";
import { createSidebar } from "./shell/sidebar.ts";
import { createThemeSwitch } from "./shell/theme.ts";
import { createToast } from "./shell/toast.ts";
import { typeAnywhere } from "./shell/type-anywhere.ts";
import { fillWelcome } from "./shell/welcome.ts";
import { entriesIn, messageCommandsIn } from "./slash/command-entry.ts";
import { readAddress, writeAddress } from "./state/address.ts";
import { type PageState, placeNow, settle } from "./state/model.ts";
import { createStore } from "./state/store.ts";
import { exchangeBehind, timeline } from "./state/timeline.ts";

/** The whole page, from the first state on. @returns its state, for those who push into it */
export function startApp(root: HTMLElement, api: Api, server: State, retry: () => void) {
  const first = {
    ...settle(server, readAddress(location.hash)),
    server,
    dismissed: new Set<string>(),
  };
  const store = createStore<PageState>({ ...first, link: { status: "open" } });
  const acting = createActing(api, store.get, (exchange) => showModal(exchange.id, exchange.modal));
  const toast = createToast();
  const announcer = createAnnouncer();
  const banner = createBanner(retry);
  const inspector = createInspector({ close: hideInspector, copied: () => toast.show("Copied.") });
  const sidebar = createSidebar({
    go: (place) => move({ in: place }),
    become: (person) => move({ as: person }),
  });
  const header = createHeader({
    theme: createThemeSwitch(),
    inspect: toggleInspector,
    places: () => drawer.toggle(),
  });
  const drawer = createDrawer(sidebar.element, header.menu);
  const composer = createComposer({
    entries: () => entriesHere(store.get()),
    app: () => store.get().server.bot.name,
    fixed: (option) => fixedValues(option, store.get()),
    complete: acting.complete,
    say: acting.say,
    run: acting.run,
  });
  const list = createMessageList({
    press: (message, customId) => attempt(acting.press(message, customId)),
    dismiss: (id) =>
      store.update((state) => ({ ...state, dismissed: new Set([...state.dismissed, id]) })),
    inspect: (row, exchange) => inspector.show(exchange ?? exchangeBehind(store.get(), row)),
    menu: showMenu,
  });

  function draw(state: PageState, before?: PageState) {
    const rows = timeline(state);
    const view = createView(state, (...chosen) => void attempt(acting.press(...chosen)));
    const moved = before?.as !== state.as || before.in !== state.in;
    if (moved) announcer.reset();
    sidebar.update(state);
    header.update(state);
    banner.update(state);
    inspector.update(state.server.exchanges);
    list.show(rows, view, state.server.bot);
    announcer.update(rows, view);
    if (moved) arrive(state);
  }

  function arrive(state: PageState) {
    const place = placeNow(state);
    composer.reset(
      place?.kind === "guild" ? `Message #${place.name}` : `Message @${place?.name ?? ""}`,
    );
    fillWelcome(list.welcome, place, state.server.bot.name);
    list.scrollToEnd();
    drawer.close();
    history.replaceState(undefined, "", writeAddress(state));
    composer.focus();
  }

  function move(wish: { as?: string; in?: string }) {
    store.update((state) => ({
      ...state,
      ...settle(state.server, { as: state.as, in: state.in, ...wish }),
    }));
  }

  function showMenu(id: string, where: MenuAnchor) {
    const row = timeline(store.get()).find((candidate) => candidate.id === id);
    const place = placeNow(store.get());
    if (!row || !place) return;
    openMessageMenu(where, row, messageCommandsIn(store.get().server.commands, place), {
      run: (command) => void attempt(acting.runOnMessage(command.id, id)),
      inspect: () => inspector.show(exchangeBehind(store.get(), id)),
      copy: (text) => void navigator.clipboard.writeText(text).then(() => toast.show("Copied.")),
    });
  }

  function showModal(exchange: string, modal: Awaited<ReturnType<Acting["run"]>>["modal"]) {
    if (!modal) return;
    const { bot, people, places } = store.get().server;
    const { names } = createView(store.get(), () => undefined);
    openModal(modal, {
      app: bot,
      known: { people, places },
      names,
      submit: (fields) => acting.submit(exchange, fields),
      closed: () => document.activeElement === document.body && composer.focus(),
    });
  }

  async function attempt(deed: Promise<unknown>) {
    await deed.catch((error: unknown) =>
      toast.show(error instanceof Error ? error.message : String(error)),
    );
  }

  function toggleInspector() {
    if (inspector.element.hidden) inspector.show();
    else hideInspector();
  }

  function hideInspector() {
    inspector.hide();
    composer.focus();
  }

  const channel = make(
    "main",
    { class: "channel" },
    header.element,
    banner.element,
    list.element,
    composer.element,
  );
  root.replaceChildren(
    sidebar.element,
    drawer.shade,
    channel,
    inspector.element,
    toast.element,
    announcer.element,
  );
  typeAnywhere(composer);
  store.subscribe(draw);
  draw(store.get());
  return store;
}

function entriesHere(state: PageState) {
  const place = placeNow(state);
  return place ? entriesIn(state.server.commands, place) : [];
}
