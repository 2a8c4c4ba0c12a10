import 'liveops-elements/presets/arcade.css';
import 'liveops-elements/components/clan-contributors/define.js';
