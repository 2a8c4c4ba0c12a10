import type {SessionElement} from 'liveops-elements/components/session/define.js';
import {flushSync} from 'react-dom';
import {createRoot} from 'react-dom/client';

const setToken = (element: SessionElement | null): void => {
  if (element) element.getToken = freshToken;
};

const root = createRoot(document.querySelector('main')!);
flushSync(() =>
  root.render(
    <>
      <liveops-session id="plain" getToken={freshToken} />
      <liveops-session id="careful" ref={setToken} />
    </>,
  ),
);
await import('liveops-elements/components/session/define.js');
