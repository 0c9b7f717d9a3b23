import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { Browser, Builder, Capabilities, type WebDriver } from "selenium-webdriver";
import { systemWebKitGTK } from "../scripts/browser.mjs";

/** Whether this machine has WebKitGTK and a screen for it: its tests are skipped, and counted as skipped, without. */
export const hasWebKitGTK = systemWebKitGTK() !== undefined;

export interface WebKitGTK {
  readonly driver: WebDriver;
  close(): Promise<void>;
}

/** WebKitGTK's small browser on a screen that nobody sees: it is WebKit, not Safari. The caller closes it. */
export async function launchWebKitGTK(): Promise<WebKitGTK> {
  const places = systemWebKitGTK();
  if (!places)
    throw new Error("no WebKitGTK on this machine: install webkit2gtk-driver, xvfb and xauth, of Debian");
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const server = spawn("xvfb-run", ["-a", places.driver, `--port=${port}`, "--host=127.0.0.1"], {
    detached: true,
    stdio: "ignore",
  });
  const stop = () => {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid);
  };
  try {
    await answering(`${address}status`);
    const driver = await new Builder()
      .usingServer(address)
      .forBrowser(Browser.SAFARI)
      .withCapabilities(
        new Capabilities({
          browserName: "MiniBrowser",
          "webkitgtk:browserOptions": { binary: places.browser, args: ["--automation"] },
        }),
      )
      .build();
    return {
      driver,
      async close() {
        await driver.quit().catch(() => undefined);
        stop();
      },
    };
  } catch (cause) {
    stop();
    throw new Error(`WebKitGTK did not start from ${places.driver}`, { cause });
  }
}

async function answering(address: string): Promise<void> {
  for (let time = 0; time < 100; time++) {
    const up = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no answer from ${address} within 20 seconds`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
