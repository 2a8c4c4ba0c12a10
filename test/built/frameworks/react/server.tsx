import {renderToString} from 'react-dom/server';
import {Board, type BoardProps} from './board.js';
import {Hydrated} from './hydrated.js';

export const render = (props: BoardProps): string =>
  renderToString(
    <Hydrated>
      <Board {...props} />
    </Hydrated>,
  );
