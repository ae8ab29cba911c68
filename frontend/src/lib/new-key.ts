/** A unique key. The browser's own UUIDs exist only over HTTPS and on localhost; this works everywhere. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
