/* A worker serves only the folder that it is in, so this one brings the gallery's to the page. */
self.importScripts('../gallery/images.js');
