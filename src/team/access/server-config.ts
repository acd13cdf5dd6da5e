import type { EngineTokens } from './accounts';

export interface ServerConfig {
  /** The server's own name, another for each machine. */
  readonly name: string;
  /** Where its files are. */
  readonly folder: string;
  /** The address to listen on for browsers, and its certificate. */
  readonly browsers: {
    readonly host: string;
    readonly port: number;
    readonly certificate: string;
    readonly key: string;
  };
  /** A port for tools on the machine itself. */
  readonly localPort: number;
  readonly tokens: EngineTokens;
  /** Bytes that its disk has for the engine. */
  readonly diskBytes: number;
  /** The other machines, where there are three. */
  readonly cluster?: Cluster;
  /** From server 2.10 on: each entry is on disk before it is answered. 2.9 doesn't know the word. */
  readonly syncAlways?: boolean;
}

export interface Cluster {
  readonly host: string;
  readonly port: number;
  /** `host:port` by which the others come to it: what its certificate is for. */
  readonly advertise: string;
  /** `host:port` of all machines, its own among them. */
  readonly routes: readonly string[];
  readonly user: string;
  readonly password: string;
  /** Between machines over the internet: each shows its certificate, signed by `authority`. */
  readonly tls?: { readonly certificate: string; readonly key: string; readonly authority: string };
}

/** A nats-server's configuration file, one for each machine. */
export function serverConfig(of: ServerConfig): string {
  const { name, folder, browsers, localPort, tokens, diskBytes, cluster, syncAlways } = of;
  const { operator, system, account } = tokens;
  return `server_name: ${quoted(name)}
# for tools on this machine
listen: "127.0.0.1:${localPort}"
max_payload: 1MB
# a browser that is gone is noticed after about a minute
ping_interval: "20s"
ping_max: 2

# browsers
websocket {
  listen: ${quoted(`${browsers.host}:${browsers.port}`)}
  compression: false
  handshake_timeout: "5s"
  tls {
    cert_file: ${quoted(browsers.certificate)}
    key_file: ${quoted(browsers.key)}
  }
}

jetstream {
  store_dir: ${quoted(folder)}
  max_memory_store: 64MB
  max_file_store: ${diskBytes}${syncAlways ? '\n  sync_interval: always' : ''}
}

operator: ${quoted(operator)}
system_account: ${quoted(system.publicKey)}
resolver: MEMORY
resolver_preload {
  ${system.publicKey}: ${quoted(system.jwt)}
  ${account.publicKey}: ${quoted(account.jwt)}
}
${cluster ? clusterPart(cluster) : ''}`;
}

function clusterPart({ host, port, advertise, routes, user, password, tls }: Cluster): string {
  const door = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const security = tls
    ? `
  tls {
    cert_file: ${quoted(tls.certificate)}
    key_file: ${quoted(tls.key)}
    ca_file: ${quoted(tls.authority)}
    verify: true
  }`
    : '';
  return `
cluster {
  name: claimcheck
  listen: ${quoted(`${host}:${port}`)}
  # this machine's own name, as its certificate has it: the others would try its IP address, and refuse that forever
  advertise: ${quoted(advertise)}
  # browsers are told no addresses but those of their team
  no_advertise: true
  authorization {
    user: ${quoted(user)}
    password: ${quoted(password)}
    timeout: 5
  }${security}
  routes: [
${routes.map((route) => `    ${quoted(`nats-route://${door}@${route}`)}`).join('\n')}
  ]
}
`;
}

/** A string as the configuration's language reads it. Throws RangeError for what could end the quotation. */
function quoted(value: string): string {
  if (/["\\\n\r]/.test(value)) throw new RangeError('configuration');
  return `"${value}"`;
}
