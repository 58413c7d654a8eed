import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, serve } from "../../src/local/serve.ts";

let running: Running;

beforeAll(async () => {
  running = await serve(new Map([["index.html", Buffer.from("<p>page</p>")]]), 0);
});

afterAll(() => running.close());

/** Status and body of a request, its path sent as it is. */
function get(path: string, options: { method?: string; host?: string } = {}): Promise<[number, string]> {
  const { port } = new URL(running.address);
  const headers = options.host === undefined ? {} : { host: options.host };
  return new Promise((done, fail) => {
    const asked = request(
      { host: "127.0.0.1", port, path, method: options.method ?? "GET", headers },
      (answer) => {
        let body = "";
        answer.on("data", (chunk) => {
          body += chunk;
        });
        answer.on("end", () => done([answer.statusCode ?? 0, body]));
      },
    );
    asked.on("error", fail);
    asked.end();
  });
}

describe("the server of the page", () => {
  it("gives the page at its address and under its name", async () => {
    expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await get("/")).toEqual([200, "<p>page</p>"]);
    expect(await get("/index.html?x=1")).toEqual([200, "<p>page</p>"]);
  });

  it.each([
    "/../package.json",
    "/%2e%2e/package.json",
    "/nothing",
    "//etc/passwd",
  ])("has no %s", async (path) => {
    expect(await get(path)).toEqual([404, ""]);
  });

  it("refuses other names for this machine, and anything but reading", async () => {
    expect(await get("/", { host: "evil.example" })).toEqual([403, ""]);
    expect(await get("/", { method: "POST" })).toEqual([405, ""]);
  });

  it("takes another port where its own is taken", async () => {
    const { port } = new URL(running.address);
    const second = await serve(new Map(), Number(port));
    expect(second.address).not.toBe(running.address);
    await second.close();
  });
});
