/** A key that nothing else has. The browser's own UUIDs are only there over HTTPS and on localhost; this is everywhere. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
