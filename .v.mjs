import {build} from 'esbuild'; import {readFileSync} from 'fs'; import {gzipSync} from 'zlib';
async function size(edits=[]) {
  const r = await build({entryPoints:['src/bundle.ts'],bundle:true,minify:true,write:false,format:'esm',target:'es2021',legalComments:'none',define:{'process.env.NODE_ENV':'"production"'},tsconfig:'tsconfig.json',
   plugins:[{name:'e',setup(b){b.onLoad({filter:/\.ts$/},a=>{let t=readFileSync(a.path,'utf8');for(const [f,x,y] of edits) if(a.path.endsWith(f)){const n=t.replace(x,y); if(n===t) console.log('NOEDIT',f,String(x).slice(0,40)); t=n} return {contents:t,loader:'ts'}})}}]});
  return gzipSync(r.outputFiles[0].contents,{level:9}).length;
}
const base=await size();
console.log('base',base);
const T={
 'no game':[['components/session/session.ts','this.#connect(host, this.hostName);',''],['components/session/session.ts','readonly #game = new GameController(this);','']],
 'no pause':[['session-host.ts',/const \{clock, pause\} = .*/,'const pause=(x:unknown)=>x;'],['session-host.ts',/\{clock\},/,'{},']],
 'no storage':[['session-host.ts','options.storage ?? keptBy(link)','options.storage']],
 'no veto':[['session-host.ts',/    clanSwitch: \{[^]*?finally[^]*?\},\n/,''],['session-host.ts',/  const allowed = [^]*?\n  \};\n/,'']],
 'no table':[['hosts.ts',/export const HOSTS: [^]*?\];/,'export const HOSTS: readonly Host[] = [];']],
};
for (const [n,e] of Object.entries(T)) console.log(n, base-await size(e));
