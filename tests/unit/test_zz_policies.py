"""Copy into tests/unit/test_zz_policies.py and run: rewrites the policy of each function from observed calls (only if it differs)."""
import json, re
import pytest
from tests.unit import test_least_privilege as lp
from tests.unit.test_least_privilege import *  # noqa
from tests.unit.conftest import *  # noqa
for _n in [n for n in dir() if n.startswith("Test")]: del globals()[_n]

def camel(t): return "".join(p[:1].upper()+p[1:] for p in re.split(r"[-_/]+", t) if p and p!="index")
def short(r):
    r=r.replace("-??????","").replace("-secret","")
    if "guanxi-${Stage}-media-" in r: return camel("media/"+r.split("AccountId}")[-1].replace("*",""))
    return camel(r.split("guanxi-${Stage}-")[-1])
KIND={"dynamodb":"Table","sqs":"Queue","secretsmanager":"Secret","s3":"Bucket"}
def write(name, need):
    path=lp.POLICIES/f"policy-{name}.json"
    if need==granted(name): print("SAME",name); return
    print("CHANGED",name,"+",sorted(need-granted(name)),"-",sorted(granted(name)-need))
    by={}
    for a,r in need: by.setdefault(r,set()).add(a)
    groups={}
    for r,a in by.items():
        svc=next(iter(a)).split(":")[0]
        groups.setdefault((list(KIND).index(svc),tuple(sorted(a)),"/index/" in r),[]).append(r)
    st=[]
    for (k,a,_),rs in groups.items():
        rs=sorted(rs)
        st.append((k,"".join([list(KIND.values())[k]])+"And".join(short(r) for r in rs),{"Sid":list(KIND.values())[k]+"And".join(short(r) for r in rs),"Effect":"Allow","Action":list(a),"Resource":rs}))
    st.sort(key=lambda x:(x[0],x[1]))
    old=json.loads(path.read_text())
    d={"Version":old["Version"],"Statement":[s for *_,s in st]+old["Statement"][-2:]}
    path.write_text(json.dumps(d,indent=2)+"\n")

@pytest.mark.usefixtures("pool", "cold")
class TestShow:
    def test_api(self):
        write("api_handler", every_route() | api_through_stripe() | privileges.SIGNED | privileges.MISSING_IS_404)



    def test_swept(self, monkeypatch): write("sweep", swept(monkeypatch))
