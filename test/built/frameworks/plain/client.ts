import 'liveops-elements/components/clan-contributors/define.js';
import 'liveops-elements/components/session/define.js';

const session = document.querySelector('liveops-session')!;
const output = document.querySelector('output')!;

session.getToken = freshToken;
session.addEventListener('liveops-contributors-changed', ({rows}) => {
  output.textContent = `${rows.length} in competition`;
});
document.querySelector<HTMLElementTagNameMap['liveops-clan-contributors']>('.outside')!.session = session;
