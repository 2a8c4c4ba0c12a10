/** The worker `images.js` in the page's folder, which draws the pictures; without one they stay empty. */
export async function startPictures() {
  const {serviceWorker} = navigator;
  if (!serviceWorker) return;
  const taken = new Promise(resolve => serviceWorker.addEventListener('controllerchange', resolve, {once: true}));
  await serviceWorker.register('images.js');
  if (serviceWorker.controller) return;
  // A forced reload bypasses even an active worker, so we ask the worker to take over the page.
  (await serviceWorker.ready).active.postMessage('take this page');
  await taken;
}
