import { startApp } from "./app.ts";
import { api, connect } from "./connection.ts";
import { settle, withEvent } from "./state/model.ts";
import "./styles/page.css";

const root = document.querySelector<HTMLElement>("#app");
if (!root) throw new Error("index.html has no #app");

let store: ReturnType<typeof startApp> | undefined;

const retry = connect({
  opened(server) {
    if (!store) store = startApp(root, api, server, () => retry());
    else
      store.update((state) => ({
        ...state,
        server,
        ...settle(server, state),
        link: { status: "open" },
      }));
  },
  event(event) {
    store?.update((state) => ({ ...state, server: withEvent(state.server, event) }));
  },
  lost(retryAt) {
    store?.update((state) => ({ ...state, link: { status: "lost", retryAt } }));
  },
});
