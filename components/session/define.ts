import {define} from '../../src/ui/define.js';
import {SessionElement} from './session.js';

define('liveops-session', SessionElement);

export {SessionElement};

declare global {
  interface HTMLElementTagNameMap {
    'liveops-session': SessionElement;
  }
}
