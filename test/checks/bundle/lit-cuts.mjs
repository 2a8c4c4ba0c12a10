/**
 * What our elements never ask of Lit, left out of the self-contained files like the cuts of ky: attributes written by
 * the element (`reflect`), decorators' metadata, style sheets made elsewhere, bindings inside `<style>` or `<textarea>`,
 * directives, and texts that speak to the author of a component. `eslint.config.mjs` keeps our sources from using them.
 */
const element = '@lit/reactive-element/reactive-element.js';
const css = '@lit/reactive-element/css-tag.js';
const html = 'lit-html/lit-html.js';
const litElement = 'lit-element/lit-element.js';

export const LIT_CUTS = [
  {file: css, from: '"CSSResult is not constructable. Use `unsafeCSS` or `css` instead."', to: ''},
  {file: css, from: `"Value passed to 'css' function must be`, upTo: ')})(s)+t[o+1]', to: '"css"'},
  {file: css, from: 'c=e?t=>t:t=>t instanceof', upTo: ';export{n as CSSResult', to: 'c=t=>t'},
  {file: element, from: 'toAttribute(t,s){', upTo: 'fromAttribute(t,s){', to: ''},
  {file: element, from: 'Symbol.metadata??=', upTo: 'class y extends HTMLElement', to: ''},
  {file: element, from: 'const t=this[Symbol.metadata]', upTo: 'this._$Eh=new Map;for', to: ''},
  {file: element, from: '_$ET(t,s){', upTo: '_$AK(t,s){', to: ''},
  {file: element, from: ',!0===e&&this._$Em!==t', upTo: ')}async _$EP()', to: ''},
  {file: element, from: 'this._$Eq&&=this._$Eq', upTo: 'this._$EM()}updated(t)', to: ''},
  // Attributes that fall back to a default (`useDefault`).
  {file: element, from: '||i.useDefault&&i.reflect&&h===', upTo: '))return;this.C(t,s,i)', to: ''},
  {file: element, from: 'i&&!(this._$Ej??=new Map).has(t)', upTo: '(this._$AL.has(t)||', to: ''},
  {file: element, from: 'this[e]=r??this._$Ej?.get(e)??r', to: 'this[e]=r'},
  {file: css, from: 't instanceof CSSStyleSheet?t:t.styleSheet', to: 't.styleSheet'},
  // Bindings to properties and to elements: our templates have attributes, booleans and events.
  {file: html, from: '"."===e[1]?I:', to: ''},
  {file: html, from: 'class I extends H{', upTo: 'class L extends H{', to: ''},
  {file: html, from: ':6===r.type&&(i=new Z(h,this,t))', to: ':0'},
  {file: html, from: 'else t.startsWith(o)&&(d.push({type:6', upTo: '}else if(8===r.nodeType)', to: ''},
  {file: html, from: 'class Z{', upTo: 'const j={M:h', to: ''},
  {file: html, from: 'const j={M:h', upTo: ',B=t.litHtmlPolyfillSupport', to: 'const j=0'},
  // SVG and MathML templates.
  {file: html, from: '2===i?"<svg>":3===i?"<math>":""', to: '""'},
  {file: html, from: '+(2===i?"</svg>":3===i?"</math>":"")', to: ''},
  {
    file: html,
    from: 'this.el.content,2===i||3===i){',
    upTo: 'for(;null!==(r=P.nextNode())',
    to: 'this.el.content,0){}',
  },
  // Polyfills below the floor, and the lists of versions that would stand on the page's `globalThis`.
  {file: html, from: 't.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3")', to: '0'},
  {file: element, from: 'p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', to: '0'},
  {file: litElement, from: ',s.litElementHydrateSupport?.(', upTo: 'export{i as LitElem', to: ';const n=0;'},
  {file: html, from: 'let h=void 0!==e?s._$Co', upTo: 'class R{constructor', to: 'return i}'},
  {file: html, from: 't=M(this,t,i),a(t)?', to: 'a(t)?'},
  {file: html, from: 't=M(this,t,i,0),o=!a(t)', to: 'o=!a(t)'},
  {file: html, from: 'r=M(this,e[s+n],i,n),r===E', to: 'r=e[s+n],r===E'},
  {file: html, from: '(t=M(this,t,i,0)??A)===E', to: '(t=t??A)===E'},
  // What only directives ask of a part: where it stands, and whether it is in the page.
  {file: html, from: 'get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t)', to: 'u(t)'},
  {file: html, from: 'get _$AU(){return this._$AM?._$AU??this._$Cv}', to: ''},
  {file: html, from: ',this._$Cv=e?.isConnected??!0}get parentNode()', upTo: '_$AI(t,i=this){a(t)', to: '}'},
  {file: html, from: 'for(this._$AP?.(!1,!0,s);t!==this._$AB;)', to: 'for(;t!==this._$AB;)'},
  {file: html, from: 'setConnected(t){', upTo: 'class H{', to: '}'},
  {
    file: html,
    from: 'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor',
    to: 'constructor',
  },
  {file: html, from: '(t?.creationScope??l).importNode', to: 'l.importNode'},
  // Bindings inside comments.
  {file: html, from: 'else{let t=-1;for(;-1!==(t=r.data', upTo: 'l++}}static createElement', to: ''},
  {
    file: litElement,
    from: 'this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=e(',
    to: 'super.update(t),e(',
  },
  {file: litElement, from: 'connectedCallback(){super.conn', upTo: 'render(){return r}', to: ''},
  {file: litElement, from: ',this._$Do=void 0}createRenderRoot', to: '}createRenderRoot'},
  // Ways to declare properties, and controllers that leave, which ours do not.
  {file: element, from: 'static addInitializer(t)', upTo: 'static get observedAttributes', to: ''},
  {file: element, from: ',void 0!==t.l&&(this.l=[...t.l])', to: ''},
  {file: element, from: ',this.constructor.l?.forEach(t=>t(this))', to: ''},
  {
    file: element,
    from: 'if(s.state&&(s.attribute=!1),this._$Ei(),',
    upTo: 'this.elementProperties.set(t,s),!s.noAcc',
    to: 'if(',
  },
  {file: element, from: '!s.noAccessor){', to: '1){'},
  {file: element, from: 's=[...r(t),...o(t)];', to: 's=r(t);'},
  {file: element, from: 'removeController(t){this._$EO?.delete(t)}', to: ''},
  {
    file: element,
    from: 'const t=this.constructor.elementProperties;if(t.size>0)',
    upTo: '}let t=!1;const s=this._$AL',
    to: '',
  },
  {file: element, from: 'case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}return i}}', to: '}return i}}'},
  {file: element, from: 'const i=[];if(Array.isArray(s)){', upTo: 'static _$Eu(t,s)', to: 'return[].concat(s)}'},
];
