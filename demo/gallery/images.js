/*
 * Pictures for the scenarios. This service worker draws them in place of the host in their URL: elements show only
 * https pictures, and the gallery works without a network.
 */
const HOST = 'images.example.com';

function draw(name) {
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0) % 360;
  const letter = name[0].toUpperCase();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
    <rect width="64" height="64" fill="hsl(${hue} 60% 40%)"/>
    <path d="M0 64 64 0v64z" fill="hsl(${hue} 60% 50%)"/>
    <text x="32" y="43" font="sans-serif" font-size="32" fill="#fff" text-anchor="middle">${letter}</text>
  </svg>`;
}

self.addEventListener('install', () => self.skipWaiting());
const takePages = event => event.waitUntil(self.clients.claim());
self.addEventListener('activate', takePages);
self.addEventListener('message', takePages);
self.addEventListener('fetch', event => {
  const {hostname, pathname} = new URL(event.request.url);
  if (hostname !== HOST) return;
  const [name] = pathname.split('/').slice(-1);
  const letters = name.replace(/\W/g, '') || 'x';
  event.respondWith(new Response(draw(letters), {headers: {'content-type': 'image/svg+xml'}}));
});
