/** The channel's side of tokens on this machine: a server of keys, tokens signed with them, and the place where the bot's own token comes from. */
import { generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type JWTPayload, SignJWT } from "jose";

export const appId = "5f1c0000-0000-4000-8000-000000000001";
export const issuerName = "https://api.botframework.com";

export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  jwk: Record<string, unknown>;
}

export const newKey = (kid: string, endorsements: string[] | undefined = ["msteams"], modulusLength = 2048): SigningKey => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: "jwk" }), use: "sig", kid, endorsements } };
};

export interface Issuer {
  metadataUrl: string;
  loginOrigin: string;
  keys: SigningKey[];
  /** Paths asked for so far. */
  asked: string[];
  /** Answers in the server's place when it returns true. */
  fault: ((response: ServerResponse) => boolean) | undefined;
  /** A token as the channel's, but for what is said otherwise. A claim that is undefined is left out. */
  token(claims: { serviceurl: string } & JWTPayload, header?: Record<string, unknown>, key?: SigningKey): Promise<string>;
  stop(): Promise<void>;
}

export const startIssuer = async (): Promise<Issuer> => {
  const issuer: Issuer = {
    metadataUrl: "",
    loginOrigin: "",
    keys: [newKey("key-1")],
    asked: [],
    fault: undefined,
    token(claims, header = {}, key = issuer.keys[0] as SigningKey) {
      const now = Math.floor(Date.now() / 1000);
      const payload = { iss: issuerName, aud: appId, nbf: now, exp: now + 3_600, ...claims };
      return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: key.kid, typ: "JWT", ...header } as { alg: string }).sign(key.privateKey);
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    request.resume();
    const path = (request.url ?? "").split("?")[0] ?? "";
    issuer.asked.push(path);
    if (issuer.fault?.(response)) return;
    const json = (body: unknown) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (path.endsWith("/openidconfiguration"))
      return void json({ issuer: issuerName, jwks_uri: `${issuer.loginOrigin}/keys`, id_token_signing_alg_values_supported: ["RS256"] });
    if (path === "/keys") return void json({ keys: issuer.keys.map(({ jwk }) => jwk) });
    json({ token_type: "Bearer", expires_in: 3_600, access_token: `own-${randomUUID()}` });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer.loginOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuer.metadataUrl = `${issuer.loginOrigin}/v1/.well-known/openidconfiguration`;
  return issuer;
};
