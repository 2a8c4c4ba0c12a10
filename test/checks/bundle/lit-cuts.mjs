/**
 * What our elements never ask of Lit, left out of the self-contained files like the cuts of ky: attributes written by
 * the element (`reflect`), other kinds of properties and bindings than ours, hooks that none of them has, decorators'
 * metadata, style sheets made elsewhere, directives, and texts that speak to the author of a component.
 * `eslint.config.mjs` keeps our sources from using them.
 */
const element = '@lit/reactive-element/reactive-element.js';
const css = '@lit/reactive-element/css-tag.js';
const html = 'lit-html/lit-html.js';
const litElement = 'lit-element/lit-element.js';

export const LIT_CUTS = [
  // Styles are texts of ours, and texts inside such texts. The sheet of a text is made when it is first worn.
  {
    file: css,
    from: 'const t=globalThis,e=t.ShadowRoot',
    upTo: 'const r=t=>new n(',
    to: 'const e=0,n=0,c=0;',
  },
  {
    file: css,
    from: 'const r=t=>new n(',
    upTo: ',S=(s,o)=>{',
    to: 'const r=0,i=(t,...e)=>Object(String.raw({raw:t},...e))',
  },
  {
    file: css,
    from: 't instanceof CSSStyleSheet?t:t.styleSheet',
    to: '(t.sheet||(t.sheet=new CSSStyleSheet).replaceSync(t),t.sheet)',
  },
  {file: css, from: 'if(e)s.adopted', to: 'if(s.adoptedStyleSheets)s.adopted'},
  {file: css, from: 'n=t.litNonce', to: 'n=globalThis.litNonce'},
  {file: css, from: 'e.cssText,s.appendChild(o)}}', upTo: ';export{n as CSSResult', to: 'e,s.appendChild(o)}}'},
  {file: element, from: 'a=globalThis,c=a.trustedTypes', upTo: 'd=(t,s)=>t', to: ''},
  // Attributes are texts or numbers, or have a converter.
  {
    file: element,
    from: 'toAttribute(t,s){',
    upTo: 'class y extends HTMLElement',
    to: 'fromAttribute:(t,s)=>s===Number&&null!==t?Number(t):t},f=0;',
  },
  // Ways to declare properties which ours do not use, and accessors of their own.
  {file: element, from: 'static addInitializer(t)', upTo: 'static get observedAttributes', to: ''},
  {file: element, from: 'this._$Eh&&[...this._$Eh.keys()]', to: '[...this._$Eh.keys()]'},
  {
    file: element,
    from: 'static createProperty(t,s=b){',
    upTo: 'static finalize(){',
    to: `static createProperty(t,s){const i=Symbol();this.elementProperties.set(t,s),e(this.prototype,t,{get(){return this[i]},
set(s){const h=this[i];this[i]=s,this.requestUpdate(t,h)},configurable:!0,enumerable:!0})}`,
  },
  {
    file: element,
    from: 'this._$Ei(),this.hasOwnProperty(d("properties")))',
    upTo: 'constructor(){super(),',
    to: `1){const t=n(this);t.finalize(),this.elementProperties=new Map(t.elementProperties),this._$Eh=new Map}
if(this.hasOwnProperty("properties"))for(const[t,s]of Object.entries(this.properties))this.createProperty(t,s);
for(const[t,{attribute:s}]of this.elementProperties)!1!==s&&this._$Eh.set(s??t.toLowerCase(),t);
this.elementStyles=[].concat(this.styles)}`,
  },
  // Attributes written by the element, and controllers that come later, leave, or wait for an update.
  {
    file: element,
    from: 'this._$Ep=void 0,this.isUpdatePending=!1',
    upTo: 'createRenderRoot(){const t=',
    to: `this.isUpdatePending=this.hasUpdated=!1,this._$EO=[],this._$Ep=new Map,
this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map;
for(const t of this.constructor.elementProperties.keys())this.hasOwnProperty(t)&&(this._$Ep.set(t,this[t]),delete this[t]);
this.requestUpdate()}addController(t){this._$EO.push(t)}`,
  },
  {file: element, from: 'this.constructor.shadowRootOptions', to: '{mode:"open"}'},
  {
    file: element,
    from: 'this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}',
    to: 'this._$EO.forEach(t=>t.hostConnected())}',
  },
  {
    file: element,
    from: 'this._$EO?.forEach(t=>t.hostDisconnected?.())',
    to: 'this._$EO.forEach(t=>t.hostDisconnected())',
  },
  {
    file: element,
    from: 'attributeChangedCallback(t,s,i){',
    upTo: 'async _$EP(){',
    to: `attributeChangedCallback(t,s,i){const{_$Eh:e,elementProperties:h}=this.constructor,r=e.get(t),o=h.get(r);
this[r]=(o.converter??u).fromAttribute(i,o.type)}requestUpdate(t,s){if(t){if(i(this[t],s))return;
this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}this.isUpdatePending||(this._$ES=this._$EP())}`,
  },
  // Updates that are put off or refused, and the first one.
  {
    file: element,
    from: 'const t=this.scheduleUpdate();',
    upTo: 'willUpdate(t){}',
    to: `this.performUpdate();return!this.isUpdatePending}performUpdate(){for(const[t,s]of this._$Ep)this[t]=s;this._$Ep.clear();
const t=this._$AL;try{this.willUpdate(t),this.update(t)}catch(t){throw this._$EM(),t}this.hasUpdated=!0,this.updated(t)}`,
  },
  {file: element, from: '_$AE(t){', upTo: '_$EM(){', to: ''},
  {
    file: element,
    from: 'return this.getUpdateComplete()}',
    upTo: 'updated(t){}',
    to: 'return this._$ES}update(t){this._$EM()}',
  },
  {file: element, from: 'firstUpdated(t){}', to: ''},
  {
    file: element,
    from: 'y.elementStyles=[],y.shadowRootOptions',
    upTo: 'export{y as ReactiveElement',
    to: 'y.elementProperties=new Map,y.finalized=!0;',
  },
  // Templates in templates: no comments, no raw texts such as `<style>`, no names of tags or attributes made elsewhere.
  {file: html, from: 'v=/<(?:(!--', upTo: 'p=RegExp(', to: 'v=/<\\/?[a-zA-Z][^>\\s]*/g,'},
  {file: html, from: "g=/'/g,", to: ''},
  {file: html, from: 'y=/^(?:script|', upTo: 'x=t=>(i,...s)', to: ''},
  // Templates of SVG and MathML, and values that are neither texts, templates nor lists of them.
  {
    file: html,
    from: 'x=t=>(i,...s)=>({_$litType$:t',
    upTo: 'E=Symbol.for',
    to: 'b=(t,...i)=>({_$litType$:1,strings:t,values:i}),w=0,T=0,',
  },
  {file: html, from: 'Symbol.for("lit-nothing")', to: 'Symbol()'},
  {file: html, from: 'null===t||"object"!=typeof t&&"function"!=typeof t', to: 'Object(t)!==t'},
  {file: html, from: 'throw Error("invalid template strings array")', to: 'throw Error()'},
  {
    file: html,
    from: 'let n,l=2===i?',
    upTo: 'c=v;for(let i=0',
    to: 'let l="",',
  },
  {file: html, from: 'c===v?"!--"===u[1]?', upTo: ':c===p?">"===u[0]', to: 'c===v?c=p'},
  {file: html, from: 'c=n??v', to: 'c=v'},
  {file: html, from: 'void 0===u[1]?d=-2:', to: ''},
  {file: html, from: `'"'===u[3]?$:g):`, upTo: 'l+=c===v?s+r', to: '$):c=p;'},
  {file: html, from: 's.slice(d)+o+x):s+o+(-2===d?i:x)', to: 's.slice(d)+o):s+o'},
  {file: html, from: '+(2===i?"</svg>":3===i?"</math>":"")', to: ''},
  {
    file: html,
    from: 'if(this.el=S.createElement(f,e),',
    upTo: 'for(;null!==(r=P.nextNode())',
    to: 'this.el=l.createElement("template"),this.el.innerHTML=f,P.currentNode=this.el.content;',
  },
  {file: html, from: 'let l=0,a=0;const', to: 'let c=0,a=0;const'},
  {file: html, from: 'type:1,index:l,', to: 'index:c,'},
  {file: html, from: 'type:2,index:l});else{', upTo: 'class R{', to: 'index:c});c++}}}'},
  {file: html, from: 'if(r.hasAttributes())', to: ''},
  {file: html, from: '"."===e[1]?I:', to: ''},
  {file: html, from: 'else t.startsWith(o)&&(d.push({type:6', upTo: '}else if(8===r.nodeType)', to: ''},
  // What only directives and bindings to elements ask of a part: where it stands, of what kind it is, its host.
  {
    file: html,
    from: 'constructor(t,i){this._$AV=[]',
    upTo: 'const{el:{content:i}',
    to: 'constructor(t){this._$AV=[],this._$AD=t}u(){',
  },
  {file: html, from: '(t?.creationScope??l).importNode', to: 'l.importNode'},
  {
    file: html,
    from: '2===r.type?i=new k(',
    upTo: ',this._$AV.push(i)',
    to: 'i=r.ctor?new r.ctor(h,r.name,r.strings):new k(h,h.nextSibling)',
  },
  {
    file: html,
    from: 'void 0!==s&&(void 0!==s.strings',
    upTo: 'class k{',
    to: 's.strings?(s._$AI(t,i),i+=s.strings.length-2):s._$AI(t[i]),i++}}',
  },
  {
    file: html,
    from: 'get _$AU(){return this._$AM?._$AU',
    upTo: 'a(t)?t===A||null==t',
    to: 'constructor(t,i){this._$AH=A,this._$AA=t,this._$AB=i}_$AI(t){',
  },
  {
    file: html,
    from: 't!==this._$AH&&t!==E&&this._(t)',
    upTo: 'O(t){return',
    to: 't!==this._$AH&&this._(t):t._$litType$?this.$(t):this.k(t)}',
  },
  {file: html, from: 'this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))', to: 'this._$AR(),this.O(t)'},
  {
    file: html,
    from: 'const{values:i,_$litType$:s}=t,',
    upTo: '_$AC(t){let i=C',
    to: `const{values:i}=t,e=this._$AC(t);if(this._$AH?._$AD===e)this._$AH.p(i);
else{const t=new R(e),s=t.u();t.p(i),this.T(s),this._$AH=t}}`,
  },
  {file: html, from: 'this.O(c()),this,this.options)', to: 'this.O(c()))'},
  {
    file: html,
    from: 'for(this._$AP?.(!1,!0,s);t!==this._$AB;)',
    upTo: 'class H{',
    to: 'for(;t!==this._$AB;){const i=t.nextSibling;t.remove(),t=i}}}',
  },
  {
    file: html,
    from: 'get tagName(){return',
    upTo: 's.length>2||""!==s[0]',
    to: 'constructor(t,i,s){this._$AH=A,this.element=t,this.name=i,',
  },
  {file: html, from: '_$AI(t,i=this,s,e){', to: '_$AI(t,s){'},
  {file: html, from: 't=M(this,t,i,0),o=!a(t)||t!==this._$AH&&t!==E', to: 'o=!a(t)||t!==this._$AH'},
  {file: html, from: 'r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),', to: 'r=e[s+n],'},
  {file: html, from: 'o&&!e&&this.j(t)', to: 'o&&this.j(t)'},
  // Bindings to properties.
  {file: html, from: 'class I extends H{', upTo: 'class L extends H{', to: ''},
  {file: html, from: 'constructor(){super(...arguments),this.type=4}', to: ''},
  // Listeners that come and go or have options: ours are functions that need no `this`, as long as the element lives.
  {
    file: html,
    from: 'constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}',
    upTo: 'class Z{',
    to: '_$AI(t){this._$AH===A&&this.element.addEventListener(this.name,this),this._$AH=t}handleEvent(t){this._$AH(t)}}',
  },
  // Places to render into that hold something already; polyfills below the floor; lists of versions on the page's own
  // `globalThis`.
  {
    file: html,
    from: 'class Z{',
    upTo: 'export{j as _$LH',
    to: 'const j=0,D=(t,i)=>(i._$litPart$??=new k(i.appendChild(c()),null))._$AI(t);',
  },
  {file: litElement, from: 'const s=globalThis;class i extends t{', upTo: 'update(t){const', to: 'class i extends t{'},
  {
    file: litElement,
    from: 'this.hasUpdated||(this.renderOptions',
    upTo: 'export{i as LitElem',
    to: 'super.update(t),e(r,this.renderRoot)}}const n=0;',
  },
];
