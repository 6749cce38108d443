/**
 * Connections between browsers are under no policy that browsers know of (`webrtc` of CSP 3 is in none of them), so the page has none:
 * imported before all else, this takes away what makes them. A page could get them back from a frame, which the policy refuses to
 * load from anywhere; workers never have them.
 */
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
  if (name in globalThis) Object.defineProperty(globalThis, name, { value: undefined });
}
