import { simulate } from '../core/estimate/patterns/simulation/simulate.ts'
import { quantilesOf, quantileFunction } from '../core/estimate/patterns/simulation/quantile-function.ts'
const U=(min:number,max:number)=>quantilesOf({kind:'uniform'},{min,max})
const occ=(days:number,a:number,b:number)=>{const ax=U(a,b); return {range:{min:Math.round(days/b),max:Math.round(days/a)},at:(u:number)=>Math.round(days/ax.at(1-u)),through:(u:Float64Array,into:Float64Array)=>{for(let i=0;i<u.length;i++) into[i]=Math.round(days/ax.at(1-(u[i]??0)))}}}
const models=[{code:'P1',occasions:occ(122,10,15),size:U(7,20),sizeKey:'a'},{code:'P2',occasions:occ(335,7,7),size:U(20,50),sizeKey:'b'},{code:'P3',occasions:occ(1126,3.5,7),size:U(20,50),sizeKey:'b'}]
for (let r=0;r<5;r++){const c=process.cpuUsage(); const s=simulate(models,{draws:1e6,seed:20170207,correlation:{withinPeriod:.3,betweenPeriods:.3}}); const d=process.cpuUsage(c); console.log((d.user+d.system)/1000,'ms'); if(r===4) for (const k of ['oneSizePerPeriod','sizePerOccasion','correlatedSizes','oneQuantileForAll'] as const) console.log(k,JSON.stringify({...s[k],counts:0}),s.bounds)}
