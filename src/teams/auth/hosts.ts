/** Which service addresses the bot hears and speaks to: hosts on an exact list, or this machine alone. */

/** Whether the bot may have to do with a service address. */
export type HostRule = (serviceUrl: string) => boolean;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Without a bot registration: this machine, on any port. */
export const thisMachineOnly: HostRule = (serviceUrl) => {
  const url = parsed(serviceUrl);
  return url !== undefined && LOOPBACK.test(url.hostname);
};

/** Whether a request was made to this machine by a name of its own: a page of another's, whose name was made to lead here, says that name. */
export const isForThisMachine = (hostHeader: string | undefined): boolean => LOOPBACK.test((hostHeader ?? "").toLowerCase().replace(/:\d{1,5}$/, ""));

/** `hosts` as "name" or "name:port", whole: anyone can have another name under the channel's domain. TLS everywhere but on this machine. */
export const exactly = (hosts: readonly string[]): HostRule => {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()));
  return (serviceUrl) => {
    const url = parsed(serviceUrl);
    return url !== undefined && allowed.has(url.host) && (url.protocol === "https:" || LOOPBACK.test(url.hostname));
  };
};

/** `hosts` whole, or "*.name" for exactly one name in front of it. TLS, on the usual port. */
export const fileHosts = (hosts: readonly string[]): HostRule => {
  const allowed = hosts.map((host) => host.toLowerCase());
  return (address) => {
    const url = parsed(address);
    if (url?.protocol !== "https:" || url.port) return false;
    return allowed.includes(url.hostname) || allowed.includes(`*${url.hostname.slice(url.hostname.indexOf("."))}`);
  };
};

const parsed = (serviceUrl: string): URL | undefined => {
  if (!/^https?:\/\//i.test(serviceUrl) || !URL.canParse(serviceUrl)) return undefined;
  const url = new URL(serviceUrl);
  return url.username || url.password ? undefined : url;
};
