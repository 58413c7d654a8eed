/** The server of `npm start`: files of the page, to this machine only. No data of a person reaches it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
};
const HOST = "127.0.0.1";

/** A running server. */
export interface Running {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Names by which a browser on this machine reaches it; others come from a page that only pretends. */
function isOurs({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "");
}

function answer(
  files: ReadonlyMap<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  const name = path === "/" ? "index.html" : path.slice(1);
  const content = files.get(name);
  const reads = request.method === "GET" || request.method === "HEAD";
  const code = !isOurs(request) ? 403 : !reads ? 405 : content === undefined ? 404 : 200;
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "text/plain; charset=utf-8";
  response.writeHead(code, {
    "Content-Type": code === 200 ? type : "text/plain; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
  });
  response.end(code === 200 && request.method === "GET" ? content : undefined);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, HOST, () => {
      server.off("error", fail);
      done();
    });
  });
}

/** Serves these files by their names. Where the port is taken any free one is used; 0 asks for that. */
export async function serve(files: ReadonlyMap<string, Buffer>, port: number): Promise<Running> {
  const server = createServer((request, response) => answer(files, request, response));
  await listen(server, port).catch(() => listen(server, 0));
  const { port: actual } = server.address() as AddressInfo;
  return {
    address: `http://${HOST}:${actual}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
