import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import { getRequestListener } from "@hono/node-server";
import { createStaticFiles } from "@genai-office/relay";
import { Hono } from "hono";
import { sampleDocuments, type SampleDocument } from "../samples";
import { mailboxOwner, sampleMails, type SampleMail } from "../samples/mail";
import { sampleTranscripts, type SampleTranscript } from "../samples/meeting";
import type { TeamsPlace } from "../teams/teams-place";
import { teamsRoutes } from "../teams/teams-routes";
import type { Certificate } from "./certificate";

/** What the host page is told at GET /config.json. */
export interface HostPageConfig {
  /** Origin of the panes, e.g. "https://localhost:8443". */
  paneOrigin: string;
  wordPaneUrl: string;
  outlookPaneUrl: string;
  /** Document that is opened first. */
  sampleUrl: string;
  /** The tab that the bot's Teams package brings. */
  teamsTabUrl: string;
  displayName: string;
}

export interface HostPageOptions {
  /** Folder of the built page. */
  root: string;
  /** Asked at each request: the panes' port is known only when they listen. */
  config(): HostPageConfig;
  /** Asked at each request: the bot is started with the first visit of its page. */
  teams(): TeamsPlace;
}

/** Makes the server function of the page that plays Office. */
export function hostPageServer(options: HostPageOptions, certificate: Certificate): () => Server {
  const application = hostPage(options);
  const answer = getRequestListener((request) => application.fetch(request), { overrideGlobalObjects: false });
  const listener: RequestListener = (incoming, outgoing) => void answer(incoming, outgoing);
  return () => createServer({ key: certificate.key, cert: certificate.cert }, listener);
}

/** Places of the playground beside the Word page, which is `/`: path -> file of the build. */
const places: Readonly<Record<string, string>> = { "/mail": "/mail.html", "/teams": "/teams.html" };

/** The pages, their configuration and the samples, which are built when they are first asked for. */
export function hostPage(options: HostPageOptions): Hono {
  const files = createStaticFiles({ root: options.root });
  const samples = new Map<Sample, Uint8Array<ArrayBuffer>>();
  const application = new Hono();

  application.use(async (context, next) => {
    const url = new URL(context.req.url);
    // The real office.js does not start below another host name than the page's, so the numbers lead to the name.
    if (url.hostname === "127.0.0.1" || url.hostname === "[::1]") {
      return context.redirect(`https://localhost:${url.port}${url.pathname}${url.search}`, 302);
    }
    if (url.hostname !== "localhost") return context.text("This playground is for localhost only.\n", 403);
    await next();
    for (const [name, value] of Object.entries(hostPageHeaders(options.config().paneOrigin)))
      context.header(name, value);
  });

  application.get("/config.json", (context) => context.json(options.config(), 200, { "Cache-Control": "no-store" }));

  application.get("/samples/:file", (context) => {
    const file = context.req.param("file");
    if (file === "index.json")
      return context.json(sampleDocuments.map(({ file, title, description }) => ({ file, title, description })));
    const sample = sampleDocuments.find((candidate) => candidate.file === file);
    if (sample === undefined) return context.text("Not found\n", 404);
    return context.body(builtSample(samples, sample), 200, {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Cache-Control": "no-cache",
    });
  });

  application.get("/samples/mail/:file", (context) => {
    const file = context.req.param("file");
    if (file === "index.json")
      return context.json({
        owner: mailboxOwner,
        mails: sampleMails.map((mail) => ({ file: mail.file, isRead: mail.isRead })),
      });
    const sample = sampleMails.find((candidate) => candidate.file === file);
    if (sample === undefined) return context.text("Not found\n", 404);
    return context.body(builtSample(samples, sample), 200, {
      "Content-Type": "message/rfc822",
      "Cache-Control": "no-cache",
    });
  });

  application.get("/samples/meeting/:file", (context) => {
    const file = context.req.param("file");
    if (file === "index.json")
      return context.json(
        sampleTranscripts.map(({ file, title, description, text }) => ({ file, title, description, text })),
      );
    const sample = sampleTranscripts.find((candidate) => candidate.file === file);
    if (sample === undefined) return context.text("Not found\n", 404);
    return context.body(builtSample(samples, sample), 200, {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-cache",
    });
  });

  const place: TeamsPlace = { open: () => options.teams().open(), stop: () => options.teams().stop() };
  application.route(
    "/teams/api",
    teamsRoutes(place, () => options.config().displayName),
  );

  application.on(["GET", "HEAD"], "*", async (context) => {
    const { pathname } = new URL(context.req.url);
    return (await files(context.req.raw, places[pathname] ?? pathname)) ?? context.text("Not found\n", 404);
  });
  return application;
}

type Sample = SampleDocument | SampleMail | SampleTranscript;

function builtSample(built: Map<Sample, Uint8Array<ArrayBuffer>>, sample: Sample): Uint8Array<ArrayBuffer> {
  const bytes = built.get(sample) ?? new Uint8Array(sample.build());
  built.set(sample, bytes);
  return bytes;
}

/** The page embeds the panes, reads documents people open, and speaks to nobody else. */
function hostPageHeaders(paneOrigin: string): Record<string, string> {
  return {
    "Content-Security-Policy": [
      "default-src 'self'",
      `frame-src ${paneOrigin}`,
      "style-src 'self' 'unsafe-inline'",
      // Rendering a document makes its pictures and fonts into data and blob addresses.
      "img-src 'self' data: blob:",
      "font-src 'self' data: blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Origin-Agent-Cluster": "?1",
  };
}
